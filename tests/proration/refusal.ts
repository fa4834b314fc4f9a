import { attempt } from 'oferta';

/** The code a question is refused with; undefined where it has an answer. */
export function codeOf(question: () => unknown): string | undefined {
  const answer = attempt(question);
  return answer.ok ? undefined : answer.error.code;
}

/** The field a question is refused for; undefined where it has an answer. */
export function fieldOf(question: () => unknown): string | undefined {
  const answer = attempt(question);
  return answer.ok ? undefined : answer.error.details.field;
}
