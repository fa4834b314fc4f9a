import { attempt } from '../../errors/attempt.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { OpenedRight, Remark } from '../account/accountJson.js';
import { type Decision, decide } from '../decide/decide.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Facts } from '../evaluate/session.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber, Comparison, Source, When } from '../model/source.js';

/** The last day on which something would have been in time, and the clauses that determine it. */
export interface Lateness {
  readonly lastDay: string;
  readonly cites: readonly ClauseNumber[];
}

/**
 * Whether a remark is about something that came too late, and by which day it should have come: a row that did not
 * match because the event was after the row's last day, a posting that runs if the day is after a computed one, a right
 * whose last day had passed.
 *
 * @internal
 */
export function latenessOf(
  remark: Remark,
  {
    agreement,
    pastRights,
    event,
  }: {
    readonly agreement: Agreement;
    readonly pastRights: readonly OpenedRight[];
    readonly event: AccountEvent | undefined;
  },
): Lateness | undefined {
  const { decision, withoutEffect, computed, posting, on } = remark;
  if (decision !== undefined) {
    const answer = attempt(() => decide(agreement, decision.question, remark.facts as Facts));
    return answer.ok ? lateRow(answer.value, on, agreement) : undefined;
  }
  if (withoutEffect?.right !== undefined) return lateRight(withoutEffect.right, on, pastRights, { agreement, event });
  const condition = agreement.postings.find(({ id }) => id === posting)?.if;
  return computed === undefined || condition === undefined ? undefined : lateCondition(condition, remark, agreement);
}

/** The last of the unmatched rows whose last day the event missed. */
function lateRow({ passedOver, question }: Decision, on: string, agreement: Agreement): Lateness | undefined {
  const rows = agreement.tables.get(question)?.rows ?? [];
  return passedOver
    .flatMap(({ row, failed, clauses }) =>
      failed.flatMap(({ relation, own, threshold, negated = false }): readonly Lateness[] => {
        const misses = negated ? relation === 'after' || relation === 'onOrAfter' : relation === 'onOrBefore';
        if (!misses || own !== on || typeof threshold !== 'string' || !isBehind(on, threshold)) return [];
        // A row may be about another time limit than the one the event missed; then its clauses do not give the day.
        const by = clausesOfLimits(rows.find(({ n }) => n === row)?.when ?? 'otherwise', relation);
        return [
          {
            lastDay: threshold,
            cites: by.length !== 1 || by.some((clause) => clauses.includes(clause)) ? clauses : by,
          },
        ];
      }),
    )
    .at(-1);
}

/** The clauses of the computed limits in a condition that are compared by a relation. */
function clausesOfLimits(when: When, relation: keyof Comparison): readonly ClauseNumber[] {
  if (when === 'otherwise') return [];
  if ('not' in when) return clausesOfLimits(when.not, relation);
  const parts = 'all' in when ? when.all : 'any' in when ? when.any : undefined;
  if (parts !== undefined) return [...new Set(parts.flatMap((part) => clausesOfLimits(part, relation)))];
  const limit = (when as Comparison)[relation];
  return typeof limit === 'object' && 'result' in limit ? [clauseOf(limit.result)] : [];
}

function isBehind(day: string, other: string): boolean {
  return epochDayOf(day, 'on') > epochDayOf(other, 'threshold');
}

/** The right with this name whose last day had passed: the one about what the event names, if it names anything. */
function lateRight(
  name: string,
  on: string,
  pastRights: readonly OpenedRight[],
  { agreement, event }: { readonly agreement: Agreement; readonly event: AccountEvent | undefined },
): Lateness | undefined {
  const right = pastRights.find(
    ({ name: known, lastDay, about, exercisedOn }) =>
      known === name &&
      exercisedOn === undefined &&
      lastDay !== undefined &&
      isBehind(on, lastDay) &&
      (about?.field === undefined || event?.[about.field] === about.key),
  );
  if (right?.lastDay === undefined) return undefined;
  const computes = agreement.postings.find(({ id }) => id === right.posting)?.computes;
  return { lastDay: right.lastDay, cites: computes === undefined ? [] : [clauseOf(computes)] };
}

/** A comparison in the condition of a posting that found the event after a computed last day. */
function lateCondition(when: When, { facts, on }: Remark, agreement: Agreement): Lateness | undefined {
  if (when === 'otherwise' || 'not' in when) return undefined;
  const parts = 'all' in when ? when.all : 'any' in when ? when.any : [];
  for (const part of parts) {
    const found = lateCondition(part, { facts, on } as Remark, agreement);
    if (found !== undefined) return found;
  }
  if (!('fact' in when) || facts[when.fact] !== on) return undefined;
  const limit = (when.after ?? when.onOrAfter) as Source | undefined;
  if (limit === undefined || typeof limit !== 'object' || !('result' in limit)) return undefined;
  const known = Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(agreement.data.facts, name)));
  const answer = attempt(() => evaluate(agreement, limit.result, known as Facts).value[limit.field]);
  return answer.ok && typeof answer.value === 'string' && isBehind(on, answer.value)
    ? { lastDay: answer.value, cites: [clauseOf(limit.result)] }
    : undefined;
}

function clauseOf(address: string): ClauseNumber {
  return address.slice(0, address.lastIndexOf('/'));
}
