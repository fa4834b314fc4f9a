import { refuse } from '../errors/agreementError.js';

/** What becomes of a month step that ends on a day the month does not have: its last day, the first of the next month, or an error. */
export type MonthEnd = 'clamp' | 'nextMonth' | 'reject';

/** Where a last day goes that is not a working day; names as in ISDA and CDM. `modified…` stays inside the month. */
export type RollConvention = 'none' | 'following' | 'preceding' | 'modifiedFollowing' | 'modifiedPreceding';

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
}

/**
 * Named rule sets, and the shape for one's own.
 *
 * - `kzCivilCode`: Civil Code of Kazakhstan, arts. 173-176 (text not seen; believed to match the Russian articles).
 * - `ruCivilCode`: Civil Code of Russia, arts. 191-193: trigger day not counted, month ends clamped, following working day.
 * - `regulation1182`: Regulation (EEC, Euratom) No 1182/71, art. 3: as the codes, and at least two working days.
 * - `asWritten`: the day the clause counts to, wherever it falls.
 *
 * @example
 * ```ts
 * countingRules.asWritten.roll // => 'none'
 * countingRules.kzCivilCode.roll // => 'following'
 * ```
 */
export const countingRules: {
  readonly kzCivilCode: CountingRules;
  readonly ruCivilCode: CountingRules;
  readonly regulation1182: CountingRules;
  readonly asWritten: CountingRules;
} = /* @__PURE__ */ Object.freeze({
  kzCivilCode: /* @__PURE__ */ Object.freeze({
    countTriggerDay: false,
    monthEnd: 'clamp',
    roll: 'following',
    minimumWorkingDays: 0,
  }),
  ruCivilCode: /* @__PURE__ */ Object.freeze({
    countTriggerDay: false,
    monthEnd: 'clamp',
    roll: 'following',
    minimumWorkingDays: 0,
  }),
  regulation1182: /* @__PURE__ */ Object.freeze({
    countTriggerDay: false,
    monthEnd: 'clamp',
    roll: 'following',
    minimumWorkingDays: 2,
  }),
  asWritten: /* @__PURE__ */ Object.freeze({
    countTriggerDay: false,
    monthEnd: 'clamp',
    roll: 'none',
    minimumWorkingDays: 0,
  }),
});

/** Refuses rules with a missing or unknown choice. @internal */
export function requireRules(rules: CountingRules, field: string): CountingRules {
  if (typeof rules !== 'object' || rules === null)
    refuse(
      'rules-invalid',
      field,
      rules,
      'countingRules.kzCivilCode or { countTriggerDay, monthEnd, roll, minimumWorkingDays }',
    );
  const { countTriggerDay, monthEnd, roll, minimumWorkingDays } = rules;
  if (typeof countTriggerDay !== 'boolean')
    refuse('rules-invalid', `${field}.countTriggerDay`, countTriggerDay, 'true or false');
  if (monthEnd !== 'clamp' && monthEnd !== 'nextMonth' && monthEnd !== 'reject')
    refuse('rules-invalid', `${field}.monthEnd`, monthEnd, 'one of clamp, nextMonth, reject');
  // The path of the field is put together only to refuse it.
  if (!isRoll(roll)) requireRoll(roll, `${field}.roll`);
  if (!Number.isInteger(minimumWorkingDays) || minimumWorkingDays < 0 || minimumWorkingDays > 1000)
    refuse('rules-invalid', `${field}.minimumWorkingDays`, minimumWorkingDays, 'a whole number from 0 through 1000');
  return rules;
}

/** Refuses an unknown roll convention. @internal */
export function requireRoll(roll: RollConvention, field: string): void {
  if (!isRoll(roll))
    refuse('rules-invalid', field, roll, 'one of none, following, preceding, modifiedFollowing, modifiedPreceding');
}

function isRoll(roll: unknown): boolean {
  switch (roll) {
    case 'following':
    case 'none':
    case 'preceding':
    case 'modifiedFollowing':
    case 'modifiedPreceding':
      return true;
    default:
      return false;
  }
}
