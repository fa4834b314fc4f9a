import { type AgreementError, attempt, type Finding } from 'oferta';

/** What came of a question. An error that does not say what was expected fails the test: a reader could not mend anything with it. */
function outcomeOf<T>(question: () => T): ReturnType<typeof attempt<T>> {
  const outcome = attempt(question);
  if (outcome.ok) return outcome;
  const { code, details, findings } = outcome.error;
  // A name that is missing from the sentence leaves two spaces.
  for (const { expected } of [details, ...findings])
    if (expected.trim() === '' || /^\s|\s$| {2}|\bundefined\b/.test(expected))
      throw new TypeError(`${code} of ${details.field} does not say what was expected`);
  return outcome;
}

/**
 * How a question was refused, as `code field`; `answered` where it was not, with the answer if that has a text of its own. Any other error
 * propagates.
 */
export function refusal(question: () => unknown): string {
  const outcome = outcomeOf(question);
  if (!outcome.ok) return `${outcome.error.code} ${outcome.error.details.field}`;
  return `answered ${String(outcome.value)}`.replace(' [object Object]', '');
}

/** The same of a question whose answer is awaited. */
export async function awaitedRefusal(question: () => Promise<unknown>): Promise<string> {
  const [answer] = await Promise.allSettled([question()]);
  return refusal(() => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** The error a question is refused with; a question that is answered fails the test. */
export function errorOf(question: () => unknown): AgreementError {
  const outcome = outcomeOf(question);
  if (outcome.ok) throw new TypeError(`expected an error, got ${String(outcome.value)}`);
  return outcome.error;
}

/** The code a question is refused with; undefined where it has an answer. */
export function codeOf(question: () => unknown): string | undefined {
  const outcome = outcomeOf(question);
  return outcome.ok ? undefined : outcome.error.code;
}

/** The field a question is refused for; undefined where it has an answer. */
export function fieldOf(question: () => unknown): string | undefined {
  const outcome = outcomeOf(question);
  return outcome.ok ? undefined : outcome.error.details.field;
}

/** The findings a question is refused with; none where it has an answer. */
export function findingsFrom(question: () => unknown): readonly Finding[] {
  const outcome = outcomeOf(question);
  return outcome.ok ? [] : outcome.error.findings;
}
