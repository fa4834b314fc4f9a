import { refuse } from '../errors/agreementError.js';

/**
 * What to do if a step of months ends on a day the month does not have: take its last day, the first day of the next
 * month, or throw. `endOfMonth` clamps, and a step from the last day of a month always ends on the last day of a month:
 * from 28 February to 31 March.
 */
export type MonthEnd = 'clamp' | 'nextMonth' | 'reject' | 'endOfMonth';

/**
 * Where a last day that is a day off moves; the names are those of ISDA and CDM. `modified…` stays within the month;
 * `nearest` moves to the nearer working day, the later one on a tie.
 */
export type RollConvention = 'none' | 'following' | 'preceding' | 'modifiedFollowing' | 'modifiedPreceding' | 'nearest';

/** How a time limit is counted. Nothing here has a default, because each of the four choices affects the result. */
export interface CountingRules {
  /** Whether the day of the trigger is the first day of the limit, which then ends one day earlier. */
  readonly countTriggerDay: boolean;
  /** What to do if the last month does not have the day. */
  readonly monthEnd: MonthEnd;
  /** Where a last day that is a day off moves. Limits in working or banking days never roll. */
  readonly roll: RollConvention;
  /**
   * The least number of working days in a limit of two or more days, which is extended accordingly; 0 for no minimum.
   */
  readonly minimumWorkingDays: number;
  /**
   * Where a day that was counted backwards to moves if it is a day off. The named rule sets say `none`. If absent, as
   * in custom rules and copies of a named set, `roll` applies.
   */
  readonly backwardRoll?: RollConvention;
}

/**
 * The named rule sets. Custom rules have the same fields.
 *
 * - `kzCivilCode`: Civil Code of Kazakhstan, arts. 173-176 (text not seen; believed to match the Russian articles).
 * - `ruCivilCode`: Civil Code of Russia, arts. 191-193: trigger day not counted, month ends clamped, following working
 *   day.
 * - `regulation1182`: Regulation (EEC, Euratom) No 1182/71, art. 3: like the codes, with at least two working days.
 * - `asWritten`: the day the clause counts to, whichever day that is.
 *
 * None of them moves a day that was counted backwards: a notice that rolled forwards would be too late. Regulation
 * 1182/71 says so in art. 3(4), second sentence; the codes have no rule for counting backwards.
 *
 * @example
 * ```ts
 * countingRules.asWritten.roll // => 'none'
 * countingRules.kzCivilCode.roll // => 'following'
 * countingRules.kzCivilCode.backwardRoll // => 'none'
 * ```
 */
export const countingRules: {
  readonly kzCivilCode: CountingRules;
  readonly ruCivilCode: CountingRules;
  readonly regulation1182: CountingRules;
  readonly asWritten: CountingRules;
} = /* @__PURE__ */ Object.freeze({
  kzCivilCode: /* @__PURE__ */ named('following', 0),
  ruCivilCode: /* @__PURE__ */ named('following', 0),
  regulation1182: /* @__PURE__ */ named('following', 2),
  asWritten: /* @__PURE__ */ named('none', 0),
});

function named(roll: RollConvention, minimumWorkingDays: number): CountingRules {
  const rules = { countTriggerDay: false, monthEnd: 'clamp', roll, minimumWorkingDays } as const;
  // Not enumerable, hence not copied: with `{ ...asWritten, roll: 'preceding' }` one expects a notice to roll.
  return Object.freeze(Object.defineProperty(rules, 'backwardRoll', { value: 'none' }));
}

/** Throws if a choice is missing or unknown. @internal */
export function requireRules(rules: CountingRules, field: string): CountingRules {
  if (typeof rules !== 'object' || rules === null)
    refuse('rules-invalid', field, rules, 'an object such as countingRules.kzCivilCode');
  const { countTriggerDay, monthEnd, roll, minimumWorkingDays } = rules;
  if (typeof countTriggerDay !== 'boolean')
    refuse('rules-invalid', `${field}.countTriggerDay`, countTriggerDay, 'true or false');
  if (monthEnd !== 'clamp' && monthEnd !== 'nextMonth' && monthEnd !== 'reject' && monthEnd !== 'endOfMonth')
    refuse('rules-invalid', `${field}.monthEnd`, monthEnd, 'one of clamp, nextMonth, reject, endOfMonth');
  // The path of the field is only built for an error.
  if (!isRoll(roll)) refuseRoll(roll, `${field}.roll`);
  if (!Number.isInteger(minimumWorkingDays) || minimumWorkingDays < 0 || minimumWorkingDays > 1000)
    refuse('rules-invalid', `${field}.minimumWorkingDays`, minimumWorkingDays, 'a whole number from 0 through 1000');
  return rules;
}

/** Throws for an unknown roll convention. @internal */
export function requireRoll(roll: RollConvention, field: string): void {
  if (!isRoll(roll)) refuseRoll(roll, field);
}

function refuseRoll(roll: unknown, field: string): never {
  return refuse(
    'rules-invalid',
    field,
    roll,
    'one of none, following, preceding, modifiedFollowing, modifiedPreceding, nearest',
  );
}

/** The roll convention for counting backwards. @internal */
export function backwardRollOf(rules: CountingRules, field: string): RollConvention {
  const { backwardRoll } = rules;
  if (backwardRoll === undefined) return rules.roll;
  requireRoll(backwardRoll, `${field}.backwardRoll`);
  return backwardRoll;
}

function isRoll(roll: unknown): boolean {
  switch (roll) {
    case 'following':
    case 'none':
    case 'preceding':
    case 'modifiedFollowing':
    case 'modifiedPreceding':
    case 'nearest':
      return true;
    default:
      return false;
  }
}
