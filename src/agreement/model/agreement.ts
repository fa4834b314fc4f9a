/** An agreement as data, entirely in JSON. */
import type { CurrencyCode } from '../../money/currency.js';
import type { Rounding } from '../../money/rounding.js';
import type { CountingRules } from '../../time/countingRules.js';
import type { ValueShape } from './value.js';

/** The number of a clause as printed in the agreement: `"6.10"`. */
export type ClauseNumber = string;

/** The address of a computation: the clause and the name of the computation, `"6.10/penalty"`. */
export type ComputationAddress = string;

/** A rule set by its name, or the rules themselves. */
export type CountingRulesInput = 'kzCivilCode' | 'ruCivilCode' | 'regulation1182' | 'asWritten' | CountingRules;

/** The source of the value of an argument or an operand. */
export type Source =
  | { readonly fact: string }
  | { readonly result: ComputationAddress; readonly field: string }
  | { readonly sum: readonly Source[] }
  | { readonly literal: unknown }
  | Formula;

/** The operations of formulas. */
export type FormulaOperation =
  | 'negative'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'least'
  | 'greatest'
  | 'total'
  | 'mean'
  | 'round'
  | 'choose'
  | 'holds'
  | 'startOfMonth'
  | 'endOfMonth'
  | 'daysInMonth'
  | 'startOfDay'
  | 'minutesBetween';

/** An operation on values. Amounts stay exact until `round`. */
export interface Formula {
  readonly compute: FormulaOperation;
  readonly of: readonly Source[];
  /** The shape of the result. */
  readonly shape: ValueShape;
  /** The condition of `choose` and `holds`. */
  readonly when?: When;
  /** The rounding of `round`; defaults to that of the agreement. */
  readonly rounding?: Rounding;
}

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

/** A literal in a condition. */
export type ConditionLiteral = string | number | boolean | { readonly amount: string; readonly currency: string };

/** The comparisons of a condition, which has exactly one of them. */
export interface Comparison {
  /** Whether the operand has a value: an optional fact, or an optional field of an answer. */
  readonly isGiven?: boolean;
  readonly is?: ConditionLiteral | Source;
  readonly isOneOf?: readonly string[];
  readonly equals?: ConditionLiteral | Source;
  readonly atMost?: ConditionLiteral | Source;
  readonly moreThan?: ConditionLiteral | Source;
  readonly atLeast?: ConditionLiteral | Source;
  readonly lessThan?: ConditionLiteral | Source;
  readonly onOrBefore?: ConditionLiteral | Source;
  readonly before?: ConditionLiteral | Source;
  readonly onOrAfter?: ConditionLiteral | Source;
  readonly after?: ConditionLiteral | Source;
}

/** A condition of a table row or a posting. `all` and `any` have at least one part; `'otherwise'` is always true. */
export type When =
  | 'otherwise'
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] }
  | { readonly not: When }
  | (Source & Comparison);

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

/**
 * The source of a value in a posting: the event, the state, a record or all records with a name, a debt, the day of the
 * statement.
 */
export type Binding =
  | { readonly event: string }
  | { readonly state: string }
  | { readonly counter: string; readonly plus: number }
  | { readonly record: string; readonly key: Binding; readonly field: string }
  | { readonly records: string }
  | { readonly debt: string }
  | { readonly asOf: true }
  | { readonly literal: unknown }
  | { readonly result: string }
  /** A field of the record for which the posting runs, or its `key`. */
  | { readonly own: string }
  /** The balance of a wallet, or what the latest debit took from it. */
  | { readonly wallet: string; readonly part: 'balance' | 'spent' }
  /**
   * What was paid for a purchase, what was refunded, or what is left of it: in total, or of money that can be paid out.
   */
  | { readonly purchase: Binding; readonly part: 'paid' | 'returned' | 'left' | 'payableLeft' }
  /** Whether a right is open: any with this name, or the one about `about`. */
  | { readonly right: string; readonly about?: Binding };

/** A change of the state of an account. */
export type StateChange =
  | { readonly set: string; readonly to: Binding }
  | { readonly count: string; readonly by: number }
  | { readonly status: string }
  | {
      readonly record: string;
      readonly key: Binding;
      readonly fields: Readonly<Record<string, Binding>>;
      /**
       * `once`: a second one with the same key is an error in the events; `ifAbsent`: sets only what was not set
       * before. By default the later value replaces the earlier one.
       */
      readonly entered?: 'once' | 'ifAbsent';
    }
  /** Increases counts and amounts; an error in the events if they were never set. */
  | { readonly record: string; readonly key: Binding; readonly add: Readonly<Record<string, Binding>> }
  /** Decreases counts and amounts; an error in the events if less is available. */
  | { readonly record: string; readonly key: Binding; readonly take: Readonly<Record<string, Binding>> }
  /** Sets the status of the record, which is its field `status`; the change is reported. */
  | { readonly record: string; readonly key: Binding; readonly status: string }
  /** Adds an entry to a list of the record; it replaces an entry with the same value of `by`. */
  | {
      readonly record: string;
      readonly key: Binding;
      readonly list: string;
      readonly put: Readonly<Record<string, Binding>>;
      readonly by?: string;
    };

/** A requirement on the event for its posting to run; otherwise the event is invalid. */
export interface Requirement {
  /** A condition on the bound facts. */
  readonly if: When;
  /** The field of the event that is wrong if the condition is false. */
  readonly field: string;
  /** What is expected, by language; the first text is used in the finding. */
  readonly expected: Readonly<Record<string, string>>;
}

/** What something is about, to distinguish several of a kind: the act, the claim, the order. */
export interface About {
  /** Which one it is. */
  readonly key: Binding;
  /** The field by which an event that closes it refers to it. */
  readonly field: string;
}

/** The opening of a right, which has no effect until an event exercises it. */
export interface RightOpening {
  readonly name: string;
  /** The party that has the right, as named in the agreement: `"operator"`. */
  readonly holder?: string;
  /**
   * Which one it is, if there can be several; a second right about the same thing does not open while the first one is
   * open.
   */
  readonly about?: About;
  /** Opens the right only if the decision leads to this state; by default whenever the posting runs. */
  readonly ifState?: string;
  /**
   * The field of the computation with the last day on which it can be exercised; without it, the right stays open until
   * it is exercised or closed.
   */
  readonly lastDay?: string;
  /** The kinds of events that close it without exercising it. */
  readonly closedBy?: readonly string[];
  /** What may be done, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** The right that a posting exercises; the posting runs only if that right is open, and closes it. */
export interface RightExercise {
  readonly name: string;
  /** Which one, if there can be several; defaults to the first open one. */
  readonly about?: Binding;
  /** How to treat the event if the right is not open. */
  readonly without: 'finding' | 'withoutEffect';
}

/** The purchase that a refund returns: together with earlier refunds never more than was paid for it. */
export interface RefundOf {
  /** The key of the purchase, as given by a debit in `purchase`. */
  readonly purchase: Binding;
  /** How to treat a refund of more than is left: as an error in the event, or limited to what is left. */
  readonly over: 'finding' | 'limit';
  /** If it was paid from several wallets: which of the money is returned first. */
  readonly first?: 'lastSpent' | 'firstSpent';
}

/** A single cap for the accruals on several debts. */
export interface SharedCap {
  /** The field of the computation with the cap; the highest one of the debts applies. */
  readonly field: string;
  /**
   * How the capped amount is distributed over the debts: to the oldest first, or in proportion to their own accruals.
   */
  readonly share: 'oldestFirst' | 'proportionally';
}

/** The part of an accrual that is owed: it accrues by itself, but must be demanded by the party entitled to it. */
export interface OwedOfAccrual {
  /** The amount demanded so far, to which the owed part is limited. By default everything that has accrued is owed. */
  readonly demanded?: Binding;
  /** The amount already paid. By default nothing. */
  readonly paid?: Binding;
}

/** The effect of an event, a day, a debt or a statement on an account. A posting has exactly one of `on` and `each`. */
export interface Posting {
  readonly id: string;
  /**
   * A kind of event of the agreement, or `balanceBelowZero`, which is raised by a debit that leaves the balance
   * negative.
   */
  readonly on?: string;
  /**
   * `day`: every day; `dayEnd`: every day, after its events. `debt` and `statement`: for every statement; these are
   * accruals, never part of the state.
   */
  readonly each?: 'day' | 'dayEnd' | 'debt' | 'statement';
  /**
   * With `each: 'day'`: run when this daily window opens, given as a term of a computation, `"4.2/firstDay#window"`; by
   * default before all events.
   */
  readonly window?: { readonly term: string };
  /** Run for each record with this name, in the order in which they were entered; by default once. */
  readonly of?: string;
  /** A condition on the bound facts; by default always true. */
  readonly if?: When;
  /** The facts for the computation, the decision and the condition. */
  readonly bind?: Readonly<Record<string, Binding>>;
  readonly computes?: ComputationAddress;
  readonly decides?: string;
  /** The amount to enter: a field of the computation, a binding, or the outcome of the decision. */
  readonly post?: {
    readonly account: 'balance' | 'payout';
    readonly side: 'debit' | 'credit';
    readonly amount: Binding;
    /** How to treat a debit that the balance does not cover: take it in full, or not at all. */
    readonly short?: 'below-zero' | 'skip';
    /** The wallet of a credit, or the only one a debit uses; required for a credit if the agreement has wallets. */
    readonly wallet?: string;
    /** The last day on which a credit can be spent; the remainder lapses at the start of the next day. */
    readonly expiresOn?: Binding;
  };
  /** The key under which the payment of a debit is recorded, to check refunds against it. */
  readonly purchase?: Binding;
  /** The purchase that the credits and payouts of this posting refund. */
  readonly refundOf?: RefundOf;
  /**
   * The wallet for what a decision or a refund credits to the balance; `source`, with `refundOf`, means the wallets it
   * was paid from.
   */
  readonly creditsTo?: string;
  /**
   * Whether it runs after the end: `runs`, without changing the status; `reopens`, possibly changing the status. By
   * default it does not run.
   */
  readonly afterEnd?: 'runs' | 'reopens';
  /** The requirements on the event. */
  readonly requires?: readonly Requirement[];
  /** A right it opens, which is reported as such. */
  readonly opensRight?: RightOpening;
  /** A right it exercises. */
  readonly exercisesRight?: RightExercise;
  /** With `each: 'debt'`: a single cap for the accruals on debts that were owed at the same time. */
  readonly sharedCap?: SharedCap;
  /** With `each: 'debt'`: the part that is owed; defaults to all of it. */
  readonly owed?: OwedOfAccrual;
  readonly sets?: readonly StateChange[];
  /** A field of the computation to report without entering anything: `"amount"`. */
  readonly tells?: string;
  /**
   * Changes made only if the decision paid something out or credited it; `{ result: 'cash' }` and
   * `{ result: 'toBalance' }` are those amounts.
   */
  readonly setsIfPaid?: readonly StateChange[];
  /** Changes made depending on the state that the decision leads to. */
  readonly setsByState?: Readonly<Record<string, readonly StateChange[]>>;
  /** Changes made instead of `sets` if the balance does not cover a debit that is taken in full or not at all. */
  readonly setsIfShort?: readonly StateChange[];
  /** The cash of the decision is taken from the balance; by default it comes from elsewhere. */
  readonly paysFrom?: 'balance';
  /** A day to show among the open deadlines: a field of the computation. */
  readonly opens?: {
    readonly deadline: string;
    readonly name: string;
    readonly closedBy?: readonly string[];
    /**
     * Which one it is, if there can be several; an event closes those it refers to, or all of them if it refers to
     * none.
     */
    readonly about?: About;
    /** What must be done by the day, or ends on it, by language. */
    readonly label?: Readonly<Record<string, string>>;
  };
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
