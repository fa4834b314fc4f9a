import type { Rounding } from '../../money/rounding.js';
import type { Sentences } from './sentences.js';

/** Units that are counted in words. */
export type CountedUnit =
  | 'calendarDays'
  | 'workingDays'
  | 'bankingDays'
  | 'weeks'
  | 'halfMonths'
  | 'months'
  | 'quarters'
  | 'halfYears'
  | 'years'
  | 'hours'
  | 'breaches'
  | 'terms'
  | 'characters'
  | 'segments'
  | 'minutes'
  | 'seconds';

/** Forms of a counted word; a language has those its `plural` names. */
export interface CountedForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
}

/** All texts of one language. */
export interface Language {
  readonly yes: string;
  readonly no: string;
  readonly skipped: string;
  readonly rolledOver: string;
  readonly provisional: string;
  readonly clause: string;
  readonly exactly: string;
  /** Which form a count takes. */
  readonly plural: (count: number) => 'one' | 'few' | 'many';
  readonly units: Readonly<Record<CountedUnit, CountedForms>>;
  /** How a last unit was decided, in words and by its ECMA-402 name. */
  readonly roundings: Readonly<Record<Rounding, string>>;
  readonly sentences: Sentences;
}
