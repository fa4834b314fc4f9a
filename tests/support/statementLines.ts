import type { Statement } from 'oferta/agreement';

/** The decisions a statement rests on, as `question#row`, in the order of the events. */
export function rowsOf({ entries, remarks }: Statement): readonly string[] {
  return [...entries, ...remarks]
    .sort((one, other) => one.seq - other.seq)
    .flatMap(({ decision }) => (decision === undefined ? [] : [`${decision.question}#${decision.row}`]));
}

/** Last days of the open deadlines of one name. */
export function openDays({ deadlines }: Statement, name: string): readonly string[] {
  return deadlines.filter((one) => one.name === name).map(({ lastDay }) => lastDay);
}

/** All deadlines, open and passed, as `name lastDay` in the order of the alphabet. */
export function deadlinesOf({ deadlines, passedDeadlines }: Statement): readonly string[] {
  return [...deadlines, ...passedDeadlines].map(({ name, lastDay }) => `${name} ${lastDay}`).sort();
}
