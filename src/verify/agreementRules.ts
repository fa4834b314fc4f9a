import { fieldAt, isRecord, type Json } from './json.js';

/** What a limit is counted by. */
export interface Rules {
  readonly countTriggerDay: Json;
  readonly monthEnd: Json;
  readonly roll: Json;
  readonly minimumWorkingDays: number;
}

const civilCode = { countTriggerDay: false, monthEnd: 'clamp', roll: 'following', minimumWorkingDays: 0 };

const named = new Map<Json, Rules>([
  ['kzCivilCode', civilCode],
  ['ruCivilCode', civilCode],
  ['regulation1182', { ...civilCode, minimumWorkingDays: 2 }],
  ['asWritten', { ...civilCode, roll: 'none' }],
]);

/** The counting rules of an agreement: those for acts, or those for states that change by themselves. */
export function agreementRules(agreement: Json, counts: Json): Rules {
  const rules = fieldAt(agreement, 'countingRules', counts === 'act' ? 'acts' : 'states');
  if (!isRecord(rules)) return named.get(rules) ?? { ...civilCode, roll: undefined };
  const { countTriggerDay, monthEnd, roll, minimumWorkingDays } = rules;
  // The library itself takes a thousand at most.
  const least = Math.min(1000, Number(minimumWorkingDays) || 0);
  return { countTriggerDay, monthEnd, roll, minimumWorkingDays: least };
}
