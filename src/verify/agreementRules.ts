import { fieldAt, isRecord, type Json } from './json.js';

/** The rules for counting a limit. */
export interface Rules {
  readonly countTriggerDay: Json;
  readonly monthEnd: Json;
  readonly roll: Json;
  /** Where a day that was counted backwards to moves. */
  readonly backwardRoll: Json;
  readonly minimumWorkingDays: number;
}

const civilCode = {
  countTriggerDay: false,
  monthEnd: 'clamp',
  roll: 'following',
  backwardRoll: 'none',
  minimumWorkingDays: 0,
};

const named = new Map<Json, Rules>([
  ['kzCivilCode', civilCode],
  ['ruCivilCode', civilCode],
  ['regulation1182', { ...civilCode, minimumWorkingDays: 2 }],
  ['asWritten', { ...civilCode, roll: 'none' }],
]);

/**
 * The counting rules of a computation: its own, or those of the agreement for limits to act or for states that change
 * by themselves.
 */
export function agreementRules(agreement: Json, counts: Json): Rules {
  const kind = counts === 'act' ? 'acts' : 'states';
  const isNamed = counts === 'act' || counts === 'state' || counts === undefined;
  const rules = isNamed ? fieldAt(agreement, 'countingRules', kind) : counts;
  if (!isRecord(rules)) return named.get(rules) ?? { ...civilCode, roll: undefined };
  const { countTriggerDay, monthEnd, roll, backwardRoll = roll, minimumWorkingDays } = rules;
  // The library itself accepts at most a thousand.
  const least = Math.min(1000, Number(minimumWorkingDays) || 0);
  return { countTriggerDay, monthEnd, roll, backwardRoll, minimumWorkingDays: least };
}
