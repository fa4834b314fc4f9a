import { refuse } from '../errors/agreementError.js';

/**
 * What becomes of a month step that ends on a day the month does not have: its last day, the first of the next month, or an error.
 * `endOfMonth` clamps, and a step from the last day of a month always ends on the last day of a month: from 28 February to 31 March.
 */
export type MonthEnd = 'clamp' | 'nextMonth' | 'reject' | 'endOfMonth';

/**
 * Where a last day goes that is not a working day; names as in ISDA and CDM. `modified…` stays inside the month; `nearest` goes to the nearer
 * working day, the later of two equally near.
 */
export type RollConvention = 'none' | 'following' | 'preceding' | 'modifiedFollowing' | 'modifiedPreceding' | 'nearest';

/** How a time limit is counted. Nothing here has a default: each of the four changes days. */
export interface CountingRules {
  /** Whether the day of the trigger is the first day of the limit; it ends one day sooner then. */
  readonly countTriggerDay: boolean;
  /** What becomes of a day number that the last month does not have. */
  readonly monthEnd: MonthEnd;
  /** Where a last day that is not a working day moves. Limits in working or banking days never roll. */
  readonly roll: RollConvention;
  /** A limit of two days or more runs on until so many working days follow the trigger; 0 asks for none. */
  readonly minimumWorkingDays: number;
  /**
   * Where a day moves that was counted back to and is not a working day. The named sets say `none`. Absent, as in rules of one's own and in
   * copies of a named set, it is what `roll` says.
   */
  readonly backwardRoll?: RollConvention;
}

/**
 * Named rule sets, and the shape for one's own.
 *
 * - `kzCivilCode`: Civil Code of Kazakhstan, arts. 173-176 (text not seen; believed to match the Russian articles).
 * - `ruCivilCode`: Civil Code of Russia, arts. 191-193: trigger day not counted, month ends clamped, following working day.
 * - `regulation1182`: Regulation (EEC, Euratom) No 1182/71, art. 3: as the codes, and at least two working days.
 * - `asWritten`: the day the clause counts to, wherever it falls.
 *
 * None of them moves a day that was counted back: a notice that rolled forwards would come too late. Regulation 1182/71 says so in art. 3(4),
 * second sentence; the codes have no rule for counting back.
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
  // Not copied with the rest: of `{ ...asWritten, roll: 'preceding' }` nobody expects that it does not move a notice.
  return Object.freeze(Object.defineProperty(rules, 'backwardRoll', { value: 'none' }));
}

/** Refuses rules with a missing or unknown choice. @internal */
export function requireRules(rules: CountingRules, field: string): CountingRules {
  if (typeof rules !== 'object' || rules === null)
    refuse('rules-invalid', field, rules, 'an object such as countingRules.kzCivilCode');
  const { countTriggerDay, monthEnd, roll, minimumWorkingDays } = rules;
  if (typeof countTriggerDay !== 'boolean')
    refuse('rules-invalid', `${field}.countTriggerDay`, countTriggerDay, 'true or false');
  if (monthEnd !== 'clamp' && monthEnd !== 'nextMonth' && monthEnd !== 'reject' && monthEnd !== 'endOfMonth')
    refuse('rules-invalid', `${field}.monthEnd`, monthEnd, 'one of clamp, nextMonth, reject, endOfMonth');
  // The path of the field is put together only to refuse it.
  if (!isRoll(roll)) refuseRoll(roll, `${field}.roll`);
  if (!Number.isInteger(minimumWorkingDays) || minimumWorkingDays < 0 || minimumWorkingDays > 1000)
    refuse('rules-invalid', `${field}.minimumWorkingDays`, minimumWorkingDays, 'a whole number from 0 through 1000');
  return rules;
}

/** Refuses an unknown roll convention. @internal */
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

/** What the rules do backwards. @internal */
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
