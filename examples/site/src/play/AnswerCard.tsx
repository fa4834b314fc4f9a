import type { ComponentType } from 'preact';
import { fieldId } from '../input/FactField.js';
import {
  type AgreementError,
  type AnswerWording,
  type ClauseResult,
  type DecidedOutcome,
  formatDay,
  isMoney,
} from '../library.js';
import { type Answered, directionOf, mainField } from '../model/answers.js';
import { isDay } from '../model/days.js';
import { useSpeech } from '../state.js';

/** What is asked, in words. */
export function askTitle(wording: AnswerWording, ask: string): string {
  return ask.startsWith('table:') ? wording.question(ask.slice('table:'.length)) : wording.computation(ask);
}

/** One answer: the amount, day or word, and who pays whom; or why there is none. A number is shown only if it was computed. */
export function AnswerCard({
  answered,
  wording,
  Reasons,
}: {
  readonly answered: Answered;
  readonly wording: AnswerWording;
  /** The reasons of a refusal in words; absent until they are loaded. */
  readonly Reasons: ComponentType<{ readonly error: AgreementError }> | undefined;
}) {
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
          {Reasons === undefined ? <p class="awaited" /> : <Reasons error={answered.error} />}
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

function OtherFields({ result, wording }: { readonly result: ClauseResult; readonly wording: AnswerWording }) {
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

function Outcome({ outcome, wording }: { readonly outcome: DecidedOutcome; readonly wording: AnswerWording }) {
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
