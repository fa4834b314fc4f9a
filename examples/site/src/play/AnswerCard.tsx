import { fieldId } from '../input/FactField.js';
import { type ClauseResult, type DecidedOutcome, explain, formatDay, isMoney, type Wording } from '../library.js';
import { type Answered, directionOf, mainField } from '../model/answers.js';
import { isDay } from '../model/days.js';
import { useSpeech } from '../state.js';
import { ClauseChip } from './ClauseChip.js';

/** What is asked, in words. */
export function askTitle(wording: Wording, ask: string): string {
  return ask.startsWith('table:') ? wording.question(ask.slice('table:'.length)) : wording.computation(ask);
}

/** One answer: the amount, day or word, and who pays whom; or why there is none. A number is shown only if it was computed. */
export function AnswerCard({ answered, wording }: { readonly answered: Answered; readonly wording: Wording }) {
  const { say, language } = useSpeech();
  const title = askTitle(wording, answered.ask);
  if (answered.is === 'computed') {
    const field = mainField(answered.agreement, answered.result);
    const value = field === undefined ? undefined : answered.result.value[field];
    const direction = directionOf(answered.agreement, answered);
    const text =
      typeof value === 'string'
        ? isDay(value)
          ? formatDay(value, language, { weekday: true })
          : wording.word(wording.value(value))
        : wording.value(value);
    return (
      <section class="card" data-ask={answered.ask}>
        <h3>{title}</h3>
        <p class={typeof value === 'string' || typeof value === 'boolean' ? 'figure words' : 'figure'}>{text}</p>
        {direction === undefined ? null : <p class="direction">{say(direction)}</p>}
        <OtherFields result={answered.result} wording={wording} />
        <p class="cites">{wording.clauses(answered.result.cites)}</p>
      </section>
    );
  }
  if (answered.is === 'decided') {
    const { outcome, row, cites } = answered.decision;
    return (
      <section class={outcome.is === 'open' ? 'card refusal' : 'card'} data-ask={answered.ask}>
        <h3>{title}</h3>
        <Outcome outcome={outcome} wording={wording} />
        <p class="cites">{`${say('byRow', { row })}, ${wording.clauses(cites)}`}</p>
      </section>
    );
  }
  return (
    <section class={answered.is === 'refused' ? 'card refusal' : 'card blank'} data-ask={answered.ask}>
      <h3>{title}</h3>
      <p class="figure none">{say('noAnswer')}</p>
      {answered.is === 'refused' ? (
        <>
          <p>{say('refused')}</p>
          <ul>
            {answered.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{say(answered.is === 'missing' ? 'needsFacts' : 'needsMending')}</p>
          <ul>
            {answered.facts.map((fact) => (
              <li key={fact}>
                <FactLink place={fact}>{wording.operand(fact)}</FactLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A link to the field of a fact that also opens whatever hides it. */
export function FactLink({ place, children }: { readonly place: string; readonly children: string }) {
  return (
    <a
      href={`#${fieldId(place)}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(fieldId(place));
        field?.closest('details')?.setAttribute('open', '');
        const target = field?.matches('fieldset') ? (field.querySelector('input, select, button') ?? field) : field;
        (target as HTMLElement | null)?.focus();
        field?.scrollIntoView({ block: 'center' });
      }}
    >
      {children}
    </a>
  );
}

function OtherFields({ result, wording }: { readonly result: ClauseResult; readonly wording: Wording }) {
  const main = mainField(wording.agreement, result);
  const main0 = main === undefined ? undefined : result.value[main];
  const { [main ?? '']: _main, ...others } = result.value;
  const shown = Object.entries(others).filter(([name, value]) => name !== 'nominalLastDay' || value !== main0);
  if (shown.length === 0) return null;
  return (
    <ul class="others">
      {wording.fields(Object.fromEntries(shown) as ClauseResult['value']).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Outcome({ outcome, wording }: { readonly outcome: DecidedOutcome; readonly wording: Wording }) {
  const { say } = useSpeech();
  switch (outcome.is) {
    case 'amount': {
      const sums = (
        [
          ['providerPays', outcome.cash],
          ['providerCredits', outcome.toBalance],
          ['customerOwes', outcome.owed],
        ] as const
      ).filter(([, sum]) => isMoney(sum) && sum.minorUnits !== 0n);
      if (sums.length === 0)
        return (
          <>
            <p class="figure">{wording.value(outcome.cash)}</p>
            <p class="direction">{say('nothingPaid')}</p>
          </>
        );
      return (
        <>
          {sums.map(([direction, sum]) => (
            <div key={direction}>
              <p class="figure">{wording.value(sum)}</p>
              <p class="direction">{say(direction)}</p>
            </div>
          ))}
        </>
      );
    }
    case 'none':
      return <p class="figure words">{wording.outcome(outcome)}</p>;
    case 'open':
      return (
        <>
          <p class="figure none">{say('noAnswer')}</p>
          <p>{say(outcome.decidedBy === 'law' ? 'decidedByLaw' : 'decidedByParties')}</p>
        </>
      );
    case 'discretion':
      return <p class="figure words">{say('atDiscretion', { ceiling: wording.value(outcome.ceiling) })}</p>;
    case 'state':
      return <p class="figure words">{wording.word(outcome.state)}</p>;
  }
}

/** The steps of an answer, each with its clause; for a decision, those of the answers it used. */
export function Steps({
  answered,
  wording,
  id,
  asks,
}: {
  readonly answered: Answered;
  readonly wording: Wording;
  readonly id: string | undefined;
  /** The other questions on the page; their steps are shown with them. */
  readonly asks: readonly string[];
}) {
  const { say, language } = useSpeech();
  const results =
    answered.is === 'computed'
      ? [answered.result]
      : answered.is === 'decided'
        ? answered.decision.computed
            .filter((address) => !asks.includes(address))
            .map((address) => wording.evaluate(address, answered.decision.facts))
        : [];
  const agreement = wording.agreement;
  return (
    <>
      {results.map((result) => (
        <details key={result.computation} open={answered.is === 'computed'} class="steps">
          <summary>{say('stepsOf', { name: wording.computation(result.computation) })}</summary>
          <ol>
            {explain(result, language).map((sentence) => (
              <li key={sentence.step}>
                <span class="arithmetic">{sentence.text}</span>{' '}
                <ClauseChip agreement={agreement} id={id} clause={sentence.clause} />
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

/** The rows checked before the one that decided, each with its threshold and its own value. */
export function WhyNot({
  answered,
  wording,
  id,
}: {
  readonly answered: Answered;
  readonly wording: Wording;
  readonly id: string | undefined;
}) {
  const { say } = useSpeech();
  if (answered.is !== 'decided') return null;
  const { passedOver } = answered.decision;
  if (passedOver.length === 0) return <p>{say('whyNotNone')}</p>;
  return (
    <ul class="why-not">
      {passedOver.map((passed) => (
        <li key={passed.row}>
          {wording.passed(passed)}{' '}
          {passed.clauses.map((clause) => (
            <ClauseChip key={clause} agreement={wording.agreement} id={id} clause={clause} />
          ))}
        </li>
      ))}
    </ul>
  );
}
