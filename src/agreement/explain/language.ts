import type { Rounding } from '../../money/rounding.js';
import type { Sentences } from '../kinds/sentences/sentences.js';

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

/** Which form a count takes; `fraction` is that of 1.5. */
export type CountForm = 'one' | 'few' | 'many' | 'fraction';

/**
 * The case a sentence asks of a count: none for the nominative, `acc` behind "за" and "через", `dat` behind "по" (1 году, 2 года), `gen` behind
 * "от" and "больше".
 */
export type CountCase = 'acc' | 'dat' | 'gen';

/** Forms of a counted word; a language has those its `plural` names, and of the cases those that are formed otherwise. */
export interface CountedForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
  /** After 1.5; absent, as after many. */
  readonly fraction?: string;
  /** After 1 in a case; absent, as in the nominative. */
  readonly oneIn?: Readonly<Partial<Record<CountCase, string>>>;
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
  readonly plural: (count: number) => CountForm;
  /** The sign between the whole and its decimals. */
  readonly decimalMark: '.' | ',';
  readonly units: Readonly<Record<CountedUnit, CountedForms>>;
  /** How a last unit was decided, in words. */
  readonly roundings: Readonly<Record<Rounding, string>>;
  readonly sentences: Sentences;
}
