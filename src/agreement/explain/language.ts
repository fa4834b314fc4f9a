import type { Rounding } from '../../money/rounding.js';
import type { Sentences } from '../kinds/sentences/sentences.js';

/** The languages of explanations. */
export type ExplainLanguage = 'en' | 'ru' | 'kk';

/** Units that have words for counting. */
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

/** The plural form for a count; `fraction` is that of 1.5. */
export type CountForm = 'one' | 'few' | 'many' | 'fraction';

/**
 * The grammatical case of a counted word in a sentence: absent for the nominative, `acc` after "за" and "через", `dat`
 * after "по" (1 году, 2 годам), `gen` after "от" and "больше".
 */
export type CountCase = 'acc' | 'dat' | 'gen';

/** The forms of a counted word; a language has those that its `plural` returns, and cases only where they differ. */
interface CountedForms {
  readonly one: string;
  readonly few?: string;
  readonly many: string;
  /** After 1.5; defaults to the form after many. */
  /** Defaults to the genitive of `oneIn`, as in Russian: "1,5 дня". */
  readonly fraction?: string;
  /** After 1 in a grammatical case; defaults to the nominative. */
  readonly oneIn?: Readonly<Partial<Record<CountCase, string>>>;
}

/** What amounts, days, counts and limits are written with in one language. */
export interface ValueTexts {
  readonly yes: string;
  readonly no: string;
  /** The plural form for a count. */
  readonly plural: (count: number) => CountForm;
  /** The decimal mark. */
  readonly decimalMark: '.' | ',';
  readonly units: Readonly<Record<CountedUnit, CountedForms>>;
}

/** All texts of one language. */
export interface Language extends ValueTexts {
  readonly skipped: string;
  readonly rolledOver: string;
  readonly provisional: string;
  /** The rounding modes in words. */
  readonly roundings: Readonly<Record<Rounding, string>>;
  readonly sentences: Sentences;
}
