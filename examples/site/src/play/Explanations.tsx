import { type AgreementError, type AnswerWording, evaluate, explain, explainError, Wording } from '../library.js';
import type { Answered } from '../model/answers.js';
import { useSpeech } from '../state.js';
import { ClauseChip } from './ClauseChip.js';

/** How the answers were computed, and why other rows did not decide. */
export function Explanations({
  answers,
  wording,
  id,
  asks,
}: {
  readonly answers: readonly Answered[];
  readonly wording: AnswerWording;
  readonly id: string | undefined;
  readonly asks: readonly string[];
}) {
  const { say } = useSpeech();
  return (
    <>
      {answers.some(({ is }) => is === 'computed' || is === 'decided') ? (
        <>
          <h2>{say('steps')}</h2>
          {answers.map((answered) => (
            <Steps key={answered.ask} answered={answered} wording={wording} id={id} asks={asks} />
          ))}
        </>
      ) : null}
      {answers.some(({ is }) => is === 'decided') ? (
        <>
          <h2>{say('whyNot')}</h2>
          {answers.map((answered) => (
            <WhyNot key={answered.ask} answered={answered} wording={wording} id={id} />
          ))}
        </>
      ) : null}
    </>
  );
}

/** Why there is no answer. */
export function Reasons({ error }: { readonly error: AgreementError }) {
  const { language } = useSpeech();
  return (
    <ul>
      {explainError(error, language).map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** The steps of an answer, each with its clause; for a decision, those of the answers it used. */
function Steps({
  answered,
  wording,
  id,
  asks,
}: {
  readonly answered: Answered;
  readonly wording: AnswerWording;
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
            .map((address) => evaluate(answered.agreement, address, answered.decision.facts))
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
function WhyNot({
  answered,
  wording,
  id,
}: {
  readonly answered: Answered;
  readonly wording: AnswerWording;
  readonly id: string | undefined;
}) {
  const { say, language } = useSpeech();
  if (answered.is !== 'decided') return null;
  const { passedOver } = answered.decision;
  if (passedOver.length === 0) return <p>{say('whyNotNone')}</p>;
  return (
    <ul class="why-not">
      {passedOver.map((passed) => (
        <li key={passed.row}>
          {new Wording(wording.agreement, language).passed(passed)}{' '}
          {passed.clauses.map((clause) => (
            <ClauseChip key={clause} agreement={wording.agreement} id={id} clause={clause} />
          ))}
        </li>
      ))}
    </ul>
  );
}
