import { useMemo } from 'preact/hooks';
import { dayWord } from '../input/FactField.js';
import type { FactsRead } from '../input/readFacts.js';
import { type Agreement, AnswerWording, evaluate, formatDay, numberOfDay } from '../library.js';
import type { Answered } from '../model/answers.js';
import { isDay } from '../model/days.js';
import { hashOf, type PlayState } from '../model/playState.js';
import type { MarkedDay } from '../pictures/MonthGrid.js';
import { Timeline } from '../pictures/Timeline.js';
import { useNear } from '../pictures/useNear.js';
import { useSpeech } from '../state.js';
import { Assumptions } from './Assumptions.js';
import { ClauseChip } from './ClauseChip.js';
import { CopyButton } from './CopyButton.js';
import { Readings } from './Readings.js';
import { saveFile } from './saveFile.js';
import type { NamedDay } from './takeAway.js';
import { useLoaded } from './useLoaded.js';
import { useSettled } from './useSettled.js';

/** What follows the answers and their arithmetic: readings, pictures, days, assumptions, and what can be taken away. */
export function BelowAnswers({
  written,
  agreement,
  asks,
  names,
  read,
  answers,
  state,
  onState,
  file,
  pageId,
}: {
  /** The agreement before the readings were chosen. */
  readonly written: Agreement;
  readonly agreement: Agreement;
  readonly asks: readonly string[];
  /** The facts that the questions can ask for. */
  readonly names: readonly string[];
  readonly read: FactsRead;
  readonly answers: readonly Answered[];
  readonly state: PlayState;
  readonly onState: (state: PlayState) => void;
  /** The name of files to save, without its ending. */
  readonly file: string;
  readonly pageId: string | undefined;
}) {
  const { say, language } = useSpeech();
  const wording = new AnswerWording(agreement, language);
  const days = daysOf(answers, wording);
  // A picture needs many answers, so it is updated a moment after the answer; until then it stays unchanged.
  const drawn = useSettled({ answers, read, state, onState, language }, 80);
  const { element: picturesPlace, isNear, bring } = useNear(400);
  const Drawing = useLoaded(
    isNear && answers.some(({ is }) => is === 'computed'),
    async () => (await import('./Pictures.js')).Pictures,
  );
  const pictures = useMemo(
    () =>
      Drawing === undefined ? null : (
        <Drawing
          answers={drawn.answers}
          facts={drawn.read.facts}
          onFact={(name, text) => drawn.onState({ ...drawn.state, typed: { ...drawn.state.typed, [name]: text } })}
        />
      ),
    [drawn, Drawing],
  );

  return (
    <>
      <h2>{say('readings')}</h2>
      <Readings
        agreement={written}
        asks={asks}
        read={read}
        chosen={state.readings}
        onChosen={(readings) => onState({ ...state, readings })}
      />
      {answers.some(({ is }) => is === 'computed') ? (
        <>
          <h2>{say('picture')}</h2>
          <div class="pictures" ref={picturesPlace} data-drawn={Drawing === undefined ? undefined : ''}>
            {pictures}
          </div>
        </>
      ) : null}
      <h2>{say('deadlines')}</h2>
      <Days agreement={agreement} facts={read.facts} names={names} days={days} wording={wording} pageId={pageId} />
      <h2>{say('assumptions')}</h2>
      <Assumptions agreement={agreement} />
      <h2>{say('takeAway')}</h2>
      <p class="hint">{say('sumsInLink')}</p>
      <div class="take-away">
        <CopyButton label={say('copyLink')} text={() => `${location.href.split('#')[0]}${hashOf(state, language)}`} />
        <CopyButton
          label={say('copyCode')}
          text={async () => (await import('./takeAway.js')).codeOf(agreement, read.facts, answers)}
        />
        <button
          type="button"
          disabled={days.length === 0}
          onClick={async () =>
            saveFile(
              `${file}.ics`,
              'text/calendar',
              (await import('./takeAway.js')).calendarOf(agreement, days, wording),
            )
          }
        >
          {say('saveCalendar')}
        </button>
        <button
          type="button"
          onClick={async () =>
            saveFile(
              `${file}.csv`,
              'text/csv',
              (await import('./takeAway.js')).csvOf(answers, wording, [
                say('question'),
                say('answer'),
                say('navClauses'),
              ]),
            )
          }
        >
          {say('saveCsv')}
        </button>
        <button
          type="button"
          onClick={async () =>
            saveFile(
              `${file}.json`,
              'application/json',
              (await import('./takeAway.js')).jsonOf(agreement, read.facts, answers),
            )
          }
        >
          {say('saveJson')}
        </button>
        <button
          type="button"
          onClick={() => {
            bring();
            void printOpened();
          }}
        >
          {say('print')}
        </button>
      </div>
    </>
  );
}

/** Prints with everything opened, including clauses, and with the pictures, which may not have been in sight yet. */
async function printOpened(): Promise<void> {
  for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  for (let tries = 0; tries < 20 && document.querySelector('.pictures:empty') !== null; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  window.print();
}

/** Days among the answers. */
function daysOf(answers: readonly Answered[], wording: AnswerWording): readonly NamedDay[] {
  const found = new Map<string, NamedDay>();
  for (const answered of answers) {
    const results =
      answered.is === 'computed'
        ? [answered.result]
        : answered.is === 'decided'
          ? answered.decision.computed.map((address) => evaluate(answered.agreement, address, answered.decision.facts))
          : [];
    for (const { computation, value, cites } of results) {
      const days = Object.entries(value).filter(
        ([name, day]) =>
          typeof day === 'string' && isDay(day) && (name !== 'nominalLastDay' || day !== value['lastDay']),
      );
      days.forEach(([name, day], at) => {
        const title = wording.computation(computation);
        const line = at === 0 && days.length === 1 ? title : wording.fields({ [name]: day } as never)[0];
        const key = `${computation}#${name}`;
        if (!found.has(key))
          found.set(key, {
            on: String(day),
            name: days.length === 1 ? title : `${title} (${(line ?? name).split(':')[0]})`,
            clauses: cites,
            key,
          });
      });
    }
  }
  return [...found.values()].sort((a, b) => numberOfDay(a.on) - numberOfDay(b.on));
}

function Days({
  agreement,
  facts,
  names,
  days,
  wording,
  pageId,
}: {
  readonly agreement: Agreement;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
  readonly days: readonly NamedDay[];
  readonly wording: AnswerWording;
  readonly pageId: string | undefined;
}) {
  const { say, language } = useSpeech();
  if (days.length === 0) return <p>{say('deadlinesNone')}</p>;
  const given = names.flatMap((name): (MarkedDay & { readonly clauses: readonly string[] })[] => {
    const value = facts[name];
    return agreement.data.facts[name]?.type === 'day' && typeof value === 'string'
      ? [{ on: value, is: 'fact', name: wording.operand(name), clauses: [] }]
      : [];
  });
  const all = [...given, ...days.map(({ on, name, clauses }) => ({ on, name, clauses, is: 'answer' as const }))].sort(
    (a, b) => numberOfDay(a.on) - numberOfDay(b.on),
  );
  return (
    <>
      {new Set(all.map(({ on }) => on)).size < 2 ? null : <Timeline days={all} />}
      <ol class="days">
        {all.map(({ on, name, is, clauses }) => (
          <li key={`${name}${on}`} class={is}>
            <span>
              <strong>{formatDay(on, language, { weekday: true })}</strong> ({on}, {say(dayWord(on, agreement))}):{' '}
              {name}
            </span>{' '}
            {clauses.slice(0, 1).map((clause) => (
              <ClauseChip key={clause} agreement={agreement} id={pageId} clause={clause} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
