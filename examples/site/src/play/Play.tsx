import { useEffect, useMemo, useState } from 'preact/hooks';
import { FactField } from '../input/FactField.js';
import { type Problem, readFacts } from '../input/readFacts.js';
import { type Agreement, AnswerWording } from '../library.js';
import type { Scenario, Shown } from '../model/agreements.js';
import { type Answered, answerOf, mainField, underReadings } from '../model/answers.js';
import type { PlayState } from '../model/playState.js';
import { reachOf } from '../model/reach.js';
import { leavesOf, type Typed, typedOf } from '../model/shapes.js';
import { useNear } from '../pictures/useNear.js';
import { useSpeech } from '../state.js';
import { AnswerCard, FactLink } from './AnswerCard.js';
import { useLoaded } from './useLoaded.js';
import { useSettled } from './useSettled.js';

/** What is asked: the questions of a view, or the one that was selected. */
export function asksOf({ views, agreement }: Shown, question: string): readonly string[] {
  const view = views.find(({ id }) => id === question);
  if (view !== undefined) return view.asks;
  if (question.startsWith('table:') && agreement.tables.has(question.slice('table:'.length))) return [question];
  if (agreement.computations.has(question)) return [question];
  return (
    views[0]?.asks ?? [
      [...agreement.tables.keys()].map((name) => `table:${name}`)[0] ?? [...agreement.computations.keys()][0] ?? '',
    ]
  );
}

/** The initial state of a page: from the link, otherwise the first case of the first view. */
export function beginning(shown: Shown, link: Partial<PlayState>): PlayState {
  const { views, agreement } = shown;
  const known =
    link.question !== undefined &&
    (views.some(({ id }) => id === link.question) ||
      agreement.computations.has(link.question) ||
      (link.question.startsWith('table:') && agreement.tables.has(link.question.slice('table:'.length))));
  const question = known ? (link.question as string) : firstQuestion(shown);
  const scenario = views.find(({ id }) => id === question)?.scenarios[0];
  const facts = new Set(Object.keys(agreement.data.facts));
  const typed = Object.fromEntries(
    Object.entries(link.typed ?? typedOf(scenario?.facts ?? {})).filter(([place]) =>
      facts.has(place.split('.')[0] ?? ''),
    ),
  );
  const readings = Object.fromEntries(
    Object.entries(link.readings ?? {}).filter(([id, option]) => {
      const reading = agreement.data.readings.find((declared) => declared.id === id);
      return reading !== undefined && Object.hasOwn(reading.options, option) && option !== reading.chosen;
    }),
  );
  return { agreement: shown.id, question, typed, readings };
}

function firstQuestion({ views, agreement }: Shown): string {
  const [table] = agreement.tables.keys();
  const [computation] = agreement.computations.keys();
  return views[0]?.id ?? (table === undefined ? (computation ?? '') : `table:${table}`);
}

/** The questions of one agreement with their facts, answers, arithmetic, readings, pictures, days and assumptions. */
export function Play({
  shown,
  state,
  onState,
  pageId,
}: {
  readonly shown: Shown;
  readonly state: PlayState;
  readonly onState: (state: PlayState) => void;
  /** The id of the agreement's own pages; absent where it has none. */
  readonly pageId?: string | undefined;
}) {
  const { say, language } = useSpeech();
  const { agreement: written } = shown;
  const view = shown.views.find(({ id }) => id === state.question);
  const asks = useMemo(() => asksOf(shown, state.question), [shown, state.question]);
  const agreement = useMemo(() => underReadings(written, state.readings), [written, state.readings]);
  const names = useMemo(() => reachOf(agreement, asks).facts, [agreement, asks]);
  const read = useMemo(() => readFacts(agreement, names, state.typed), [agreement, names, state.typed]);
  const answers = asks.map((ask) => answerOf(agreement, ask, read));
  const wording = new AnswerWording(agreement, language);
  const onTyped = (typed: Typed): void => onState({ ...state, typed });
  // The answers are shown first; the sentences that explain them are loaded after that. A change of language loads both.
  const Later = useLoaded(true, async () => {
    const texts = import('../model/texts.js').then(({ loadTexts }) => loadTexts(language, 'answers'));
    const { Explanations, Reasons } = await import('./Explanations.js');
    await texts;
    return { Explanations, Reasons };
  });
  const { element: place, isNear, bring } = useNear(200);
  const Below = useLoaded(isNear, async () => (await import('./BelowAnswers.js')).BelowAnswers);
  // Whoever prints or searches the page without going down finds it whole, too.
  useEffect(() => {
    const timer = setTimeout(bring, 3000);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      <div class="columns">
        <form class="facts" aria-label={say('facts')} onSubmit={(event) => event.preventDefault()}>
          <QuestionPicker shown={shown} state={state} onState={onState} wording={wording} />
          {view === undefined ? null : (
            <div class="scenarios">
              <span id="scenarios">{say('scenarios')}</span>
              {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form part */}
              <div role="group" aria-labelledby="scenarios">
                {view.scenarios.map((scenario) => (
                  <button
                    type="button"
                    key={scenario.id}
                    aria-pressed={isSame(scenario, state.typed)}
                    onClick={() => onTyped(typedOf(scenario.facts))}
                  >
                    {wording.of(scenario.says)}
                  </button>
                ))}
                <button type="button" class="plain" onClick={() => onTyped({})}>
                  {say('scenarioEmpty')}
                </button>
              </div>
            </div>
          )}
          <h2>{say('facts')}</h2>
          <ProblemSummary problems={read.problems} wording={wording} />
          <FactFields
            agreement={agreement}
            names={names}
            view={view?.scenarios ?? []}
            typed={state.typed}
            problems={read.problems}
            asked={askedFacts(answers)}
            onTyped={onTyped}
          />
        </form>
        <div class="answers">
          <h2>{say('answer')}</h2>
          <div class="cards">
            {answers.map((answered) => (
              <AnswerCard key={answered.ask} answered={answered} wording={wording} Reasons={Later?.Reasons} />
            ))}
          </div>
          <LiveRegion answers={answers} wording={wording} />
          {Later === undefined ? (
            answers.some(({ is }) => is === 'computed' || is === 'decided') ? (
              <div class="awaited" />
            ) : null
          ) : (
            <Later.Explanations answers={answers} wording={wording} id={pageId} asks={asks} />
          )}
        </div>
      </div>
      <div class="below" ref={place}>
        {Below === undefined || shown.hasOtherReadings === false ? null : (
          <Below
            written={written}
            agreement={agreement}
            asks={asks}
            names={names}
            read={read}
            answers={answers}
            state={state}
            onState={onState}
            file={shown.id}
            pageId={pageId}
          />
        )}
      </div>
      <PhoneBar answers={answers} wording={wording} />
    </>
  );
}

function isSame({ facts }: Scenario, typed: Typed): boolean {
  const own = typedOf(facts);
  const given = Object.entries(typed).filter(([, text]) => text !== '');
  return given.length === Object.keys(own).length && given.every(([place, text]) => own[place] === text);
}

/** Facts that the answers used or are waiting for. */
function askedFacts(answers: readonly Answered[]): ReadonlySet<string> {
  return new Set(
    answers.flatMap((answered) => {
      if (answered.is === 'computed') return Object.keys(answered.result.facts);
      if (answered.is === 'decided') return Object.keys(answered.decision.facts);
      return answered.is === 'refused' ? [] : answered.facts;
    }),
  );
}

function FactFields({
  agreement,
  names,
  view,
  typed,
  problems,
  asked,
  onTyped,
}: {
  readonly agreement: Agreement;
  readonly names: readonly string[];
  readonly view: readonly Scenario[];
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly asked: ReadonlySet<string>;
  readonly onTyped: (typed: Typed) => void;
}) {
  const { say, language } = useSpeech();
  const wording = new AnswerWording(agreement, language);
  const inView = new Set(view.flatMap(({ facts }) => Object.keys(facts)));
  const main = names.filter((name) =>
    view.length > 0 ? inView.has(name) : agreement.data.facts[name]?.absent === undefined,
  );
  const others = names.filter((name) => !main.includes(name));
  const field = (name: string) => {
    const fact = agreement.data.facts[name];
    if (fact === undefined) return null;
    const given = leavesOf(name, fact).some(([place]) => (typed[place] ?? '') !== '');
    return (
      <FactField
        key={name}
        agreement={agreement}
        place={name}
        label={wording.operand(name)}
        shape={fact}
        typed={typed}
        problems={problems}
        onTyped={onTyped}
        absent={fact.absent === undefined ? undefined : absentText(fact.absent, wording)}
        mayBeEmpty={fact.absent !== undefined}
        note={given && !asked.has(name) && !problems.some((one) => one.fact === name) ? say('notAsked') : undefined}
      />
    );
  };
  return (
    <>
      {main.map(field)}
      {others.length === 0 ? null : (
        <details class="more">
          <summary>{say('moreFacts', { count: others.length })}</summary>
          {others.map(field)}
        </details>
      )}
    </>
  );
}

/** What leaving a fact out means, if the agreement says so in this language: a code in words, or the words of its own language. */
function absentText(absent: string, wording: AnswerWording): string | undefined {
  const word = wording.word(absent);
  return word !== absent || wording.language === 'en' ? word : undefined;
}

function QuestionPicker({
  shown,
  state,
  onState,
  wording,
}: {
  readonly shown: Shown;
  readonly state: PlayState;
  readonly onState: (state: PlayState) => void;
  readonly wording: AnswerWording;
}) {
  const { say } = useSpeech();
  const { agreement, views } = shown;
  const pick = (question: string): void => {
    const scenario = views.find(({ id }) => id === question)?.scenarios[0];
    onState({ ...state, question, typed: scenario === undefined ? state.typed : typedOf(scenario.facts) });
  };
  return (
    <div class="field">
      <label for="question">{say('question')}</label>
      <select id="question" value={state.question} onChange={({ currentTarget }) => pick(currentTarget.value)}>
        {views.length === 0 ? null : (
          <optgroup label={say('questionsMain')}>
            {views.map(({ id, says }) => (
              <option key={id} value={id}>
                {wording.of(says)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={say('questionsTables')}>
          {[...agreement.tables.keys()].map((name) => (
            <option key={name} value={`table:${name}`}>
              {wording.question(name)}
            </option>
          ))}
        </optgroup>
        <optgroup label={say('questionsComputations')}>
          {[...agreement.computations.values()].map(({ address, clause }) => (
            <option key={address} value={address}>
              {`${wording.word(clause.ref)} · ${wording.computation(address)}`}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

/** What is wrong, shown once typing has paused; each message links to its field. */
function ProblemSummary({
  problems,
  wording,
}: {
  readonly problems: readonly Problem[];
  readonly wording: AnswerWording;
}) {
  const { say } = useSpeech();
  const [told, setTold] = useState<readonly Problem[]>([]);
  const key = JSON.stringify(problems);
  useEffect(() => {
    const timer = setTimeout(() => setTold(problems), 700);
    return () => clearTimeout(timer);
  }, [key]);
  if (told.length === 0) return null;
  return (
    <div class="summary" role="alert">
      <p>{say('problems')}</p>
      <ul>
        {told.map(({ place, fact }) => (
          <li key={place}>
            <FactLink place={place}>{wording.operand(fact)}</FactLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The answers in one sentence for screen readers (polite); announced when they change and typing has paused. */
function LiveRegion({ answers, wording }: { readonly answers: readonly Answered[]; readonly wording: AnswerWording }) {
  const text = useSettled(answerLine(answers, wording), 500);
  return (
    <p class="visually-hidden" role="status">
      {text}
    </p>
  );
}

/** The first answers in a line; a dash where there is none. */
function answerLine(answers: readonly Answered[], wording: AnswerWording): string {
  return answers
    .slice(0, 2)
    .map((answered) => {
      if (answered.is === 'decided') return wording.outcome(answered.decision.outcome);
      if (answered.is !== 'computed') return '—';
      const field = mainField(answered.agreement, answered.result);
      const value = field === undefined ? undefined : answered.result.value[field];
      return typeof value === 'string' ? wording.word(wording.value(value)) : wording.value(value);
    })
    .join(' · ');
}

/** On a phone the answer stays visible while facts are changed. */
function PhoneBar({ answers, wording }: { readonly answers: readonly Answered[]; readonly wording: AnswerWording }) {
  return (
    <div class="phone-bar" aria-hidden="true">
      {answerLine(answers, wording)}
    </div>
  );
}
