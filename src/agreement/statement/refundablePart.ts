import type { RefundOnRequest } from './refundsOnRequest.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/** What can be refunded on request, today. @internal */
export function refundablePart(context: StatementContext, refunds: readonly RefundOnRequest[]): StatementPart {
  const { wording } = context;
  if (context.editions.length > 1) return { is: 'refundable', lines: [] };
  if (refunds.length === 0) return { is: 'refundable', title: wording.say('refundableNothing'), lines: [] };
  return {
    is: 'refundable',
    title: wording.say('refundable'),
    lines: refunds.map((refund) => `  ${refundText(context, refund)}`),
  };
}

function refundText(
  context: StatementContext,
  { kind, asks, supposed, cash, toBalance, atDiscretion, cites }: RefundOnRequest,
): string {
  const { wording } = context;
  const payload = wording.agreement.data.events[kind]?.payload ?? {};
  const keys = Object.entries(asks).filter(([name]) => !supposed.includes(name));
  const facts = supposed
    .filter((name) => payload[name]?.type !== 'day')
    .map(
      (name) =>
        `${wording.of(payload[name]?.label) ?? wording.word(name)}: ${wording.shaped(asks[name], payload[name])}`,
    );
  const outcome =
    atDiscretion === undefined
      ? wording.outcome({ is: 'amount', cash, toBalance })
      : wording.say('discretionShort', { ceiling: wording.value(atDiscretion) });
  const event = wording.event(
    { ...Object.fromEntries(keys), id: '', kind, on: context.statement.asOf },
    { withSums: false },
  );
  return [
    wording.say('refundableLine', { event, outcome, clauses: wording.clauses(cites) }),
    ...(facts.length === 0 ? [] : [wording.say('supposed', { facts: facts.join('; ') })]),
  ].join(', ');
}
