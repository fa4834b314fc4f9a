/** An agreement as data, entirely in JSON. */
import type { CurrencyCode } from '../../money/currency.js';
import type { Rounding } from '../../money/rounding.js';
import type { CountingRules } from '../../time/countingRules.js';
import type { Posting } from './posting.js';
import type { ClauseNumber, Source, When } from './source.js';
import type { ValueShape } from './value.js';

/** A rule set by its name, or the rules themselves. */
export type CountingRulesInput = 'kzCivilCode' | 'ruCivilCode' | 'regulation1182' | 'asWritten' | CountingRules;

/** A fact of a case: its shape and the meaning of leaving it out. */
export type FactDeclaration = ValueShape & {
  /** A description, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** The meaning of leaving it out; if absent, the fact must be given whenever it is needed. */
  readonly absent?: string;
};

/** A computation of a clause: the primitive it calls, its terms, and the sources of its other arguments. */
export interface Computation {
  /** The name within the clause. */
  readonly id: string;
  /** The primitive, or one of the general kinds. */
  readonly kind: string;
  /**
   * Whether its limit is one within which someone acts, or one after which a state changes by itself; the two have
   * different counting rules.
   */
  readonly counts?: 'act' | 'state' | CountingRulesInput;
  /** The shape of the result of a formula; a kind has its own. */
  readonly gives?: Readonly<Record<string, ValueShape>>;
  /** The arguments given by the agreement itself. */
  readonly terms?: Readonly<Record<string, unknown>>;
  /** The sources of other arguments, by path: `"cap.base"`. */
  readonly from?: Readonly<Record<string, Source>>;
  /** The readings that affect it. */
  readonly readings?: readonly string[];
  /** A description of the answer, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** The nature of a clause that is not computed. */
export type TextNature = 'definition' | 'conduct' | 'disclaimer' | 'forum' | 'data' | 'breachCode' | 'details';

/** A clause: computed, or text of a stated nature. */
export interface Clause {
  readonly ref: ClauseNumber;
  /** A description of the clause in our own words, by language. */
  readonly heading?: Readonly<Record<string, string>>;
  readonly computes?: readonly Computation[];
  readonly text?: TextNature;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** A choice between interpretations of an ambiguous text, with the chosen option and the others. */
export interface Reading {
  readonly id: string;
  readonly clause: ClauseNumber;
  /** The option in force. */
  readonly chosen: string;
  /** The reason, by language. */
  readonly why: Readonly<Record<string, string>>;
  /**
   * The options: each is a merge patch (RFC 7396) by computation address, `table:<question>#<row>` or `posting:<id>`.
   */
  readonly options: Readonly<Record<string, ReadingOption>>;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** An option of a reading. */
export interface ReadingOption {
  /** What it changes; `{}` changes nothing. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** A description, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** The outcome of a table row. */
export type Outcome =
  | { readonly is: 'amount'; readonly cash: Source | 0; readonly toBalance: Source | 0; readonly owed?: Source }
  | { readonly is: 'none' }
  | { readonly is: 'open'; readonly decidedBy: 'law' | 'parties'; readonly sum?: Source }
  | { readonly is: 'discretion'; readonly of: 'provider'; readonly ceiling: Source; readonly ifRefused: Outcome }
  | { readonly is: 'state'; readonly state: string };

/** A row of a decision table: the first row whose condition is true decides. */
export interface Row {
  readonly n: number | string;
  readonly when: When;
  readonly outcome: Outcome;
  readonly clauses: readonly ClauseNumber[];
  /** Later rows whose cases this one deliberately overrides; tells `checkAgreement` that the order is intended. */
  readonly prevailsOver?: readonly (number | string)[];
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** A decision table: ordered rows for one question about one amount. */
export interface Table {
  readonly question: string;
  /** The question, by language. */
  readonly label?: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** Whether the last row has no condition. */
  readonly complete: boolean;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** A field of an event. */
export type PayloadDeclaration = ValueShape & {
  /** A description of the field, by language. */
  readonly label?: Readonly<Record<string, string>>;
};

/** A kind of event with its fields. */
export interface EventDeclaration {
  readonly payload: Readonly<Record<string, PayloadDeclaration>>;
  /** Optional payload fields. */
  readonly optional?: readonly string[];
  /**
   * How to treat an event of this kind after the end if none of its postings may run then; defaults to `ending.after`.
   */
  readonly afterEnd?: 'finding' | 'withoutEffect';
  /** A description of the event, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}

/** Money of one kind on an account. */
export interface Wallet {
  readonly name: string;
  /**
   * Whether its money can be paid out; money that cannot remains marked when it is spent, and returns to its wallet
   * when it is refunded.
   */
  readonly payable: boolean;
  /** Which of its credits a debit uses first. */
  readonly takes: 'oldestFirst' | 'expiringFirst';
  /** A description, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** Statuses after which only explicitly allowed postings have an effect. */
export interface Ending {
  readonly statuses: readonly string[];
  /** How to treat an event after the end: as an error, or as reported but without effect. */
  readonly after: 'finding' | 'withoutEffect';
}

/** The computed form of an agreement: its written form with every expression parsed. */
export interface AgreementData {
  readonly id: string;
  readonly edition: string;
  readonly effectiveOn: string;
  readonly name?: Readonly<Record<string, string>>;
  readonly text: { readonly languages: readonly string[]; readonly governing: string; readonly url?: string };
  /**
   * Words for the agreement's own codes, by code and language: statuses, outcomes that are a state, possible values of
   * facts.
   */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly currencies: readonly CurrencyCode[];
  readonly timeZone: string;
  /**
   * The ids of the working and the banking calendar; the calendars themselves are passed together with the agreement.
   */
  readonly calendars: { readonly working: string; readonly banking?: string };
  /** The rules for limits to act, and for states that change by themselves. */
  readonly countingRules: { readonly acts: CountingRulesInput; readonly states: CountingRulesInput };
  readonly rounding: Rounding;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly readings: readonly Reading[];
  readonly clauses: readonly Clause[];
  readonly tables: readonly Table[];
  readonly events: Readonly<Record<string, EventDeclaration>>;
  readonly postings: readonly Posting[];
  /** The wallets of an account, in the order in which debits use them; without wallets the balance is of one kind. */
  readonly wallets?: readonly Wallet[];
  /** The final statuses; by default there are none. */
  readonly ending?: Ending;
  /** For readers; ignored otherwise. */
  readonly note?: string;
}
