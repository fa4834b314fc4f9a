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

/** The amounts paid out, in the order of the entries. */
export function paidOut({ entries }: Statement): readonly string[] {
  return entries.flatMap(({ account, amount }) => (account === 'payout' ? [amount.amount] : []));
}

/** The decisions that remarks report, as `event question row`; `day` where no event asked. */
export function decisionsOf({ remarks }: Statement): readonly string[] {
  return remarks.flatMap(({ event, decision }) =>
    decision === undefined ? [] : [`${event ?? 'day'} ${decision.question} ${decision.row}`],
  );
}

/** The same with the day of each. */
export function datedDecisionsOf({ remarks }: Statement): readonly string[] {
  return remarks.flatMap(({ on, event, decision }) =>
    decision === undefined ? [] : [`${on} ${event ?? 'day'} ${decision.question} ${decision.row}`],
  );
}
