import { addMoney } from '../../money/addMoney.js';
import { type Money, type MoneyJson, money, moneyOfJson } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Debt } from '../account/accountJson.js';
import type { Accrual } from '../account/accruals.js';
import { causeEventOf } from './causeEventOf.js';
import { grouped } from './grouped.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/** What must be paid, with its parts: the balance, the remaining debts, the accruals. @internal */
export function toPayPart(context: StatementContext): StatementPart {
  const { wording } = context;
  const { toPay, balance, debts, accruals, notDemanded } = context.statement;
  const running = accrualLines(context, accruals);
  // What has not been demanded yet accrues separately and is not part of what must be paid.
  const demandable =
    notDemanded === undefined || moneyOfJson(notDemanded).minorUnits === 0n
      ? running
      : [...running, wording.say('notDemanded', { sum: wording.sum(notDemanded) })];
  const isNothing = moneyOfJson(toPay).minorUnits === 0n;
  return {
    is: 'toPay',
    title: [
      isNothing ? wording.say('toPayNothing') : wording.say('toPay', { sum: wording.sum(toPay) }),
      wording.say('balance', { sum: wording.sum(balance) }),
    ].join(' · '),
    lines: [...debts.flatMap((debt) => debtLines(context, debt)), ...demandable].map((line) => `  ${line}`),
  };
}

function debtLines(context: StatementContext, { since, cause, amount, payments }: Debt): readonly string[] {
  const { wording } = context;
  const sum = moneyOfJson(amount);
  const left = payments.reduce((rest, paid) => subtractMoney(rest, moneyOfJson(paid.amount)), sum);
  const words = { day: wording.day(since), cause: causeText(context, cause), sum: wording.sum(amount) };
  if (left.minorUnits === 0n) return context.detail === 'brief' ? [] : [wording.say('debtPaid', words)];
  if (payments.length === 0) return [wording.say('debtWhole', words)];
  return [wording.say('debt', { ...words, left: wording.sum(left.toJSON()) })];
}

/** The cause of a debt, in parentheses. */
function causeText(context: StatementContext, cause: string): string {
  const event = causeEventOf(cause, context.events);
  if (event === undefined || context.detail === 'brief') return '';
  return ` (${context.wording.event(event, { withSums: false })})`;
}

/** The accruals on the debts: one line for each computation, with the amounts for the single debts. */
function accrualLines(context: StatementContext, accruals: readonly Accrual[]): readonly string[] {
  const groups = grouped(
    accruals,
    ({ computation, decision, posting }) => computation ?? decision?.question ?? posting,
  );
  return groups.map((group) => {
    const [first] = group;
    const wording = context.wordingOf(first.edition);
    const words = {
      label: wording.accrual(first),
      clauses: wording.clauses(first.cites),
      sum: wording.sum(sumOf(group.map(({ amount }) => amount)).toJSON()),
    };
    if (group.length === 1) return wording.say('runningOn', words);
    if (context.detail === 'brief')
      return `${wording.say('runningOn', words)} (${wording.say('onDebts', { count: group.length })})`;
    return wording.say('runningParts', {
      ...words,
      parts: group.map(({ amount }) => wording.sum(amount)).join(' + '),
    });
  });
}

function sumOf(sums: readonly MoneyJson[]): Money {
  const [first, ...others] = sums.map(({ amount, currency }) => money(amount, currency));
  return others.reduce(addMoney, first as Money);
}
