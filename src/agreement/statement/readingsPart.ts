import { moneyOfJson } from '../../money/money.js';
import type { OpenedDeadline } from '../account/accountJson.js';
import { causeEventOf } from './causeEventOf.js';
import type { ChangedAmount, ReadingEffect } from './readingEffects.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/** The maximum number of readings shown in brief. */
const weightiest = 4;

/** What other readings would change in this account: amounts first, then days. @internal */
export function readingsPart(context: StatementContext, effects: readonly ReadingEffect[]): StatementPart {
  const { wording, isBrief } = context;
  if (context.editions.length > 1) return { is: 'readings', lines: [] };
  const weight = ({ toPay, notDemanded, balance, paidOut }: ReadingEffect): bigint =>
    [toPay, notDemanded, balance, paidOut].reduce((most, change) => {
      const units = change === undefined ? 0n : moneyOfJson(change.difference).minorUnits;
      const size = units < 0n ? -units : units;
      return size > most ? size : most;
    }, 0n);
  const described = effects
    .map((effect) => ({ effect, weight: weight(effect), changes: changesOf(context, effect) }))
    .filter(({ effect, changes }) => changes.length > 0 && !(isBrief && effect.refused !== undefined))
    .toSorted((a, b) => (a.weight < b.weight ? 1 : a.weight > b.weight ? -1 : 0))
    .map(({ effect: { clause, reading, option }, changes }) =>
      wording.say('effectOf', {
        clauses: isBrief ? wording.clauseNumber(clause) : wording.clauses([clause]),
        position: wording.position(reading, option),
        changes: changes.join('; '),
      }),
    );
  if (described.length === 0) return { is: 'readings', title: wording.say('noEffects'), lines: [] };
  const lines = isBrief ? described.slice(0, weightiest) : described;
  const more = effects.length - lines.length;
  return {
    is: 'readings',
    title: wording.say('effects'),
    lines: [...lines, ...(isBrief && more > 0 ? [wording.say('moreReadings', { count: more })] : [])].map(
      (line) => `  ${line}`,
    ),
  };
}

function changesOf(
  context: StatementContext,
  { toPay, notDemanded, balance, paidOut, status, deadlines, decisions, refused }: ReadingEffect,
): string[] {
  const { wording, isBrief } = context;
  if (refused !== undefined) return [refusedText(context, refused.field)];
  const sum = (
    id: 'effectToPay' | 'effectNotDemanded' | 'effectBalance' | 'effectPaidOut',
    change: ChangedAmount | undefined,
  ): string[] =>
    change === undefined
      ? []
      : [
          isBrief
            ? wording.say(`${id}Brief`, { difference: wording.difference(change.difference) })
            : wording.say(id, { sum: wording.sum(change.would), difference: wording.difference(change.difference) }),
        ];
  const days = deadlines.map(({ is, would }) => {
    const title = wording.deadlineTitle((is ?? would) as OpenedDeadline);
    if (is === undefined) return wording.say('effectNewDeadline', { title, day: wording.day(would?.lastDay ?? '') });
    if (would === undefined) return wording.say('effectNoDeadline', { title, day: wording.day(is.lastDay) });
    return wording.say('effectDeadline', {
      title,
      day: wording.day(would.lastDay),
      instead: wording.day(is.lastDay),
    });
  });
  const decided = decisions.flatMap(({ would }) =>
    would?.decision === undefined
      ? []
      : [
          wording.say('effectDecision', {
            question: wording.asked(would.decision.question),
            outcome: wording.outcomeOfJson(would.decision.outcome),
          }),
        ],
  );
  const sums = [
    ...sum('effectToPay', toPay),
    ...sum('effectNotDemanded', notDemanded),
    ...sum('effectPaidOut', paidOut),
  ];
  const state = status === undefined ? [] : [wording.say('effectStatus', { status: wording.word(status.would) })];
  // A debt and a negative balance are the same: show the balance only if nothing is owed.
  const described = [...sums, ...(toPay === undefined ? sum('effectBalance', balance) : []), ...state, ...days];
  return isBrief && described.length > 0 ? described.slice(0, 1) : [...described, ...new Set(decided)];
}

/** Says which event is invalid under a reading, so that the account cannot be computed. */
function refusedText(context: StatementContext, field: string): string {
  const event = causeEventOf(field.replaceAll('.', '/'), context.events);
  const { wording } = context;
  if (event === undefined) return wording.say('effectRefused');
  const title = wording.event(event, { withSums: false });
  return wording.say('effectUnfit', { event: title, day: wording.day(event.on) });
}
