import { attempt } from 'oferta';

/** How a question was refused, as `code field`; `answered` with the answer where it was not. What is no AgreementError goes on up. */
export function refusal(question: () => unknown): string {
  const outcome = attempt(question);
  return outcome.ok ? `answered ${String(outcome.value)}` : `${outcome.error.code} ${outcome.error.details.field}`;
}
