import type { OpenedDeadline } from '../account/accountJson.js';
import { safeSidesOf } from '../evaluate/safeSides.js';
import type { Agreement } from '../model/definedAgreement.js';

/** Whether someone must act by the day of a deadline, or something ends on it by itself. @internal */
export function isDayToAct(
  agreement: Agreement,
  { computation, name, posting }: Pick<OpenedDeadline, 'computation' | 'name' | 'posting'>,
): boolean {
  const placed = agreement.computations.get(computation)?.computation;
  if (placed === undefined) return false;
  if (placed.counts === 'act') return true;
  const opens = agreement.postings.find(({ id, opens: own }) => id === posting && own?.name === name)?.opens;
  const field = opens?.deadline ?? '';
  const ends = placed.kind === 'deadline' && placed.counts === 'state';
  return !ends && actFields.includes(field) && safeSidesOf(placed.kind, 'act')[field] === 'earliest';
}

/** Days by which someone must act, for kinds that do not say how they count. */
const actFields: readonly string[] = [
  'lastDay',
  'latestNoticeDay',
  'lastDayToObject',
  'until',
  'unusedUntil',
  'creditedUntil',
];
