import { useState } from 'preact/hooks';
import { dayWord, FactField } from '../input/FactField.js';
import { readDay } from '../input/readDay.js';
import {
  type AccountEvent,
  type AgreementError,
  attempt,
  explainError,
  formatDay,
  money,
  numberOfDay,
  replay,
  type Statement,
  subtractMoney,
  Wording,
} from '../library.js';
import type { Shown } from '../model/agreements.js';
import { movedDay } from '../model/days.js';
import type { AccountState } from '../pages/AccountPage.js';
import { LineChart, type SumOnDay } from '../pictures/LineChart.js';
import { Assumptions } from '../play/Assumptions.js';
import { CopyButton } from '../play/CopyButton.js';
import { saveFile } from '../play/saveFile.js';
import { useSpeech } from '../state.js';
import { EventForm } from './EventForm.js';
import { Leaving } from './Leaving.js';
import { StatementBrief } from './StatementBrief.js';
import { StatementView } from './StatementView.js';

/** An account to try out: events are added and removed, the day is changed, and everything is updated. */
export function AccountBody({
  shown,
  state,
  onState,
  onUndo,
  onFile,
}: {
  readonly shown: Shown;
  readonly state: AccountState;
  readonly onState: (state: AccountState) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onFile: (file: File) => Promise<boolean>;
}) {
  const { say, language } = useSpeech();
  const { agreement, stories } = shown;
  const wording = new Wording(agreement, language);
  const [dayText, setDayText] = useState<string | undefined>();
  const [fileRefused, setFileRefused] = useState(false);
  const { asOf, events } = state;
  const replayed = attempt(() => accountOn(shown, events, asOf));
  const moveTo = (day: string): void => onState({ ...state, asOf: day });
  const later = (days: number): void => {
    const moved = movedDay(asOf, days);
    if (moved !== undefined) {
      setDayText(undefined);
      moveTo(moved);
    }
  };
  const add = (event: AccountEvent): readonly string[] => {
    const day = event.on > asOf ? event.on : asOf;
    const next = [...events, event];
    const read = attempt(() => accountOn(shown, next, day));
    if (!read.ok) return explainError(read.error as AgreementError, language).map(({ text }) => text);
    setDayText(undefined);
    onState({ ...state, events: next, asOf: day });
    return [];
  };
  const shownDay = dayText ?? asOf;
  const read = readDay(shownDay);
  return (
    <>
      <div class="account-head">
        <div class="field">
          <label for="story">{say('stories')}</label>
          <select
            id="story"
            value={state.story}
            onChange={({ currentTarget }) => {
              const story = stories.find(({ name }) => name === currentTarget.value);
              setDayText(undefined);
              if (story !== undefined) onState({ story: story.name, asOf: story.asOf, events: story.events });
            }}
          >
            {stories.map(({ name, says }) => (
              <option key={name} value={name}>
                {wording.of(says)}
              </option>
            ))}
          </select>
        </div>
        <FactField
          agreement={agreement}
          place="asOf"
          label={say('asOf')}
          shape={{ type: 'day' }}
          typed={{ asOf: shownDay }}
          problems={
            read.is === 'day' || shownDay === ''
              ? []
              : [
                  read.is === 'ambiguous'
                    ? { place: 'asOf', fact: 'asOf', word: 'dayAmbiguous', days: read.days }
                    : { place: 'asOf', fact: 'asOf', word: read.is },
                ]
          }
          onTyped={(typed) => {
            const text = typed['asOf'] ?? '';
            const day = readDay(text);
            setDayText(text);
            if (day.is === 'day') moveTo(day.day);
          }}
        />
        <div class="buttons">
          {[1, 7, 30].map((days) => (
            <button type="button" key={days} onClick={() => later(days)}>
              {days === 1 ? say('plusDay') : say('plusDays', { count: days })}
            </button>
          ))}
          <button
            type="button"
            disabled={onUndo === undefined}
            onClick={() => {
              setDayText(undefined);
              onUndo?.();
            }}
          >
            {say('undo')}
          </button>
          <button
            type="button"
            onClick={() => {
              const story = stories.find(({ name }) => name === state.story);
              setDayText(undefined);
              if (story !== undefined) onState({ story: story.name, asOf: story.asOf, events: story.events });
            }}
          >
            {say('startOver')}
          </button>
          <button type="button" onClick={() => onState({ ...state, events: [] })}>
            {say('emptyAccount')}
          </button>
        </div>
      </div>
      {replayed.ok ? (
        <Standing statement={replayed.value} wording={wording} />
      ) : (
        <section class="card refusal" role="alert">
          <p>{say('accountRefused')}</p>
          <ul>
            {explainError(replayed.error as AgreementError, language).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="columns">
        <div class="facts">
          <h2>{say('addEvent')}</h2>
          <EventForm agreement={agreement} events={events} day={asOf} onAdd={add} />
          <details class="more">
            <summary>{say('entriesCount', { count: events.length })}</summary>
            <ol class="events">
              {events.map((event) => {
                const title = eventTitle(event, wording);
                return (
                  <li key={event.id}>
                    {`${formatDay(event.on, language, { weekday: false })}: ${title}`}{' '}
                    <button
                      type="button"
                      class="plain"
                      aria-label={say('removeEvent', { event: title })}
                      onClick={() => onState({ ...state, events: events.filter(({ id }) => id !== event.id) })}
                    >
                      ×
                    </button>
                  </li>
                );
              })}
            </ol>
          </details>
        </div>
        <div class="answers">
          {replayed.ok ? (
            <>
              <BalanceChart statement={replayed.value} wording={wording} />
              <StatementBrief shown={shown} statement={replayed.value} events={upTo(events, asOf)} />
              <StatementView shown={shown} statement={replayed.value} events={upTo(events, asOf)} />
            </>
          ) : null}
        </div>
      </div>
      {replayed.ok ? <Leaving shown={shown} events={events} asOf={asOf} /> : null}
      <h2>{say('assumptions')}</h2>
      <Assumptions agreement={agreement} />
      <h2>{say('takeAway')}</h2>
      <div class="take-away">
        <CopyButton label={say('copyLink')} text={() => location.href} />
        <button
          type="button"
          onClick={() =>
            saveFile(`${shown.id}-events.json`, 'application/json', `${JSON.stringify(events, null, 2)}\n`)
          }
        >
          {say('saveFile')}
        </button>
        <label class="button">
          {say('openFile')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) setFileRefused(!(await onFile(file)));
            }}
          />
        </label>
        {replayed.ok ? (
          <>
            <button
              type="button"
              onClick={async () =>
                saveFile(
                  `${shown.id}.ics`,
                  'text/calendar',
                  (await import('./takeAway.js')).statementCalendar(replayed.value, agreement, language),
                )
              }
            >
              {say('saveCalendar')}
            </button>
            <button
              type="button"
              onClick={async () =>
                saveFile(
                  `${shown.id}.csv`,
                  'text/csv',
                  (await import('./takeAway.js')).statementCsv(replayed.value, {
                    agreement,
                    events: upTo(events, asOf),
                    language,
                  }),
                )
              }
            >
              {say('saveCsv')}
            </button>
            <button
              type="button"
              onClick={() =>
                saveFile(`${shown.id}.json`, 'application/json', `${JSON.stringify(replayed.value, null, 2)}\n`)
              }
            >
              {say('saveJson')}
            </button>
          </>
        ) : null}
        <span role="status">{fileRefused ? say('fileRefused') : ''}</span>
      </div>
    </>
  );
}

/** The account as of a day: later events do not count yet. */
export function accountOn({ agreement }: Shown, events: readonly AccountEvent[], asOf: string): Statement {
  return replay(agreement, upTo(events, asOf), asOf);
}

function upTo(events: readonly AccountEvent[], asOf: string): readonly AccountEvent[] {
  return events.filter(({ on }) => on <= asOf);
}

/** An event in words: what happened and what it carries. */
export function eventTitle(event: AccountEvent, wording: Wording): string {
  const declared = wording.agreement.data.events[event.kind];
  const frame = ['id', 'kind', 'on', 'seq', 'note'];
  const carried = Object.entries(event)
    .filter(([name]) => !frame.includes(name))
    .map(([name, value]) => {
      const field = declared?.payload[name];
      return `${wording.of(field?.label) ?? name}: ${wording.shaped(value, field)}`;
    });
  return [wording.of(declared?.label) ?? event.kind, ...carried].join(', ');
}

function Standing({ statement, wording }: { readonly statement: Statement; readonly wording: Wording }) {
  const { say, language } = useSpeech();
  const { balance, toPay, status, debts, rights, deadlines, accruals } = statement;
  const open = debts.flatMap(({ cause, since, amount, payments }) => {
    const whole = money(amount.amount, amount.currency);
    const left = payments.reduce(
      (rest, { amount: paid }) => subtractMoney(rest, money(paid.amount, paid.currency)),
      whole,
    );
    return left.minorUnits === 0n ? [] : [{ cause, since, amount, left: left.toJSON() }];
  });
  const next = deadlines.toSorted((a, b) => numberOfDay(a.lastDay) - numberOfDay(b.lastDay));
  return (
    <>
      <div class="cards">
        <section class="card">
          <h2>{say('balance')}</h2>
          <p class="figure">{wording.sum(balance)}</p>
          {statement.wallets === undefined ? null : (
            <ul class="others">
              {statement.wallets.map(({ wallet, balance: part }) => (
                <li key={wallet}>
                  {`${wording.of(wording.agreement.data.wallets?.find(({ name }) => name === wallet)?.label) ?? wallet}: ${wording.sum(part)}`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section class="card">
          <h2>{say('toPayAll')}</h2>
          <p class="figure">{wording.sum(toPay)}</p>
          {accruals.length === 0 ? null : (
            <ul class="others">
              {accruals.map(({ key, computation, posting, amount, cites }) => (
                <li key={key}>
                  {`${say('running')}: ${computation === undefined ? posting : wording.computation(computation)}, ${wording.sum(amount)} (${wording.clauses(cites)})`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section class="card">
          <h2>{say('status')}</h2>
          <p class="figure words">{wording.word(status)}</p>
        </section>
      </div>
      <div class="cards three">
        <section>
          <h2>{say('debts')}</h2>
          {open.length === 0 ? (
            <p>{say('noDebts')}</p>
          ) : (
            <ul>
              {open.map(({ cause, since, amount, left }) => (
                <li key={cause}>
                  {say('debtLine', { day: wording.day(since), left: wording.sum(left), sum: wording.sum(amount) })}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{say('nextDays')}</h2>
          {next.length === 0 ? (
            <p>{say('deadlinesNone')}</p>
          ) : (
            <ul>
              {next.map((deadline) => (
                <li key={deadline.key}>
                  <strong>{formatDay(deadline.lastDay, language, { weekday: true })}</strong>
                  {` (${say(dayWord(deadline.lastDay, wording.agreement))}): ${wording.deadline(deadline).title}`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{say('rights')}</h2>
          {rights.length === 0 ? (
            <p>{say('noRights')}</p>
          ) : (
            <ul>
              {counted(rights.map((right) => wording.right(right))).map(([title, count]) => (
                <li key={title}>{count === 1 ? title : `${title} (× ${count})`}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

/** Repeated texts, each once, with how often it occurs. */
function counted(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts];
}

/** The balance after each day on which something was entered. */
function BalanceChart({ statement, wording }: { readonly statement: Statement; readonly wording: Wording }) {
  const { say } = useSpeech();
  const byDay = new Map<string, SumOnDay>();
  for (const entry of statement.entries)
    if (entry.account === 'balance') byDay.set(entry.on, { on: entry.on, sum: entry.balanceAfter });
  const points = [...byDay.values()];
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const until = statement.asOf > last.on ? [{ on: statement.asOf, sum: statement.balance }] : [];
  return (
    <>
      <h2>{say('balance')}</h2>
      <LineChart
        points={[...points, ...until]}
        isStepped={true}
        marked={{ on: until[0]?.on ?? last.on, sum: statement.balance }}
        sentence={say('stepSays', {
          from: wording.sum(first.sum),
          to: wording.sum(statement.balance),
          first: wording.day(first.on),
          last: wording.day(until[0]?.on ?? last.on),
        })}
        name={say('balanceAfter')}
      />
    </>
  );
}
