import { otherReadings } from './otherReadings.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/** The accruals, step by step. @internal */
export function accrualsPart(context: StatementContext): StatementPart {
  const lines = context.statement.accruals.flatMap((accrual) => {
    const { posting, computation, amount, cites, event, facts, edition } = accrual;
    const wording = context.wordingOf(edition);
    const debt = context.statement.debts.find(({ cause }) => cause === event);
    const title = wording.say('accrual', {
      label: wording.accrual(accrual),
      sum: wording.sum(amount),
      clauses: wording.clauses(cites),
      day: wording.day(debt?.since ?? context.statement.asOf),
    });
    if (computation === undefined) return [`  ${title}`];
    const source = wording.agreement.postings.find(({ id }) => id === posting)?.post?.amount;
    const others =
      source !== undefined && 'result' in source
        ? otherReadings({ computation, field: source.result, facts, posting }, wording)
        : [];
    return [
      `  ${title}`,
      ...[...wording.steps(wording.evaluate(computation, facts)), ...others].map((line) => `    ${line}`),
    ];
  });
  return { is: 'accruals', ...(lines.length > 0 && { title: context.wording.say('accruals') }), lines };
}
