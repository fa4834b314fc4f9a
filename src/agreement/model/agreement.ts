/** An agreement as data: JSON from end to end. */
import type { CurrencyCode } from '../../money/currency.js';
import type { Rounding } from '../../money/rounding.js';
import type { CountingRules } from '../../time/countingRules.js';
import type { ValueShape } from './value.js';

/** Number of a clause as the agreement prints it: `"6.10"`. */
export type ClauseNumber = string;

/** Address of a computation: the clause and the computation's own name, `"6.10/penalty"`. */
export type ComputationAddress = string;

/** A rule set by its name, or written out. */
export type CountingRulesInput = 'kzCivilCode' | 'ruCivilCode' | 'regulation1182' | 'asWritten' | CountingRules;

/** Where an argument or an operand gets its value. */
export type Source =
  | { readonly fact: string }
  | { readonly result: ComputationAddress; readonly field: string }
  | { readonly sum: readonly Source[] }
  | { readonly literal: unknown }
  | Formula;

/** Operations of formulas. */
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

/** An operation over values. Sums stay exact until `round`. */
export interface Formula {
  readonly compute: FormulaOperation;
  readonly of: readonly Source[];
  /** What it gives. */
  readonly shape: ValueShape;
  /** The condition of `choose` and `holds`. */
  readonly when?: When;
  /** The rounding of `round`; absent, the agreement's own. */
  readonly rounding?: Rounding;
}

/** A fact of a case: what it is and what leaving it out means. */
export type FactDeclaration = ValueShape & {
  /** What the fact says, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** What leaving it out means; absent, the fact cannot be left out where it is asked for. */
  readonly absent?: string;
};

/** One computation of a clause: the primitive it calls, its terms, and where the rest of its arguments come from. */
export interface Computation {
  /** Name within the clause. */
  readonly id: string;
  /** The primitive, or one of the general kinds. */
  readonly kind: string;
  /** Whether its limit is one within which someone acts, or one after which a state changes by itself: they are counted by different rules. */
  readonly counts?: 'act' | 'state' | CountingRulesInput;
  /** What a formula gives; a kind says it itself. */
  readonly gives?: Readonly<Record<string, ValueShape>>;
  /** Arguments the agreement itself gives. */
  readonly terms?: Readonly<Record<string, unknown>>;
  /** Arguments that come from elsewhere, by path: `"cap.base"`. */
  readonly from?: Readonly<Record<string, Source>>;
  /** Readings that touch it. */
  readonly readings?: readonly string[];
  /** What it answers, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** What a clause that is not computed is. */
export type TextNature = 'definition' | 'conduct' | 'disclaimer' | 'forum' | 'data' | 'breachCode' | 'details';

/** A clause: computed, or text of a stated nature. */
export interface Clause {
  readonly ref: ClauseNumber;
  /** Our own words for what the clause says, by language. */
  readonly heading?: Readonly<Record<string, string>>;
  readonly computes?: readonly Computation[];
  readonly text?: TextNature;
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** A place where the text leaves a choice: named, with the choice made, and the other positions. */
export interface Reading {
  readonly id: string;
  readonly clause: ClauseNumber;
  /** The option in force. */
  readonly chosen: string;
  /** Why, in words, by language. */
  readonly why: Readonly<Record<string, string>>;
  /** The positions: each a merge patch (RFC 7396) by computation address, `table:<question>#<row>` or `posting:<id>`. */
  readonly options: Readonly<Record<string, ReadingOption>>;
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** A position of a reading. */
export interface ReadingOption {
  /** What it changes; `{}` changes nothing. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** What it holds, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** A literal of a condition. */
export type ConditionLiteral = string | number | boolean | { readonly amount: string; readonly currency: string };

/** The comparisons a condition can make; exactly one stands in a condition. */
export interface Comparison {
  /** Whether the operand has a value at all: a fact that may be left out, a field an answer may not have. */
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

/** A condition of a table row or a posting. `all` and `any` have at least one part; what always holds is `'otherwise'`. */
export type When =
  | 'otherwise'
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] }
  | { readonly not: When }
  | (Source & Comparison);

/** What a table row leads to. */
export type Outcome =
  | { readonly is: 'amount'; readonly cash: Source | 0; readonly toBalance: Source | 0; readonly owed?: Source }
  | { readonly is: 'none' }
  | { readonly is: 'open'; readonly decidedBy: 'law' | 'parties'; readonly sum?: Source }
  | { readonly is: 'discretion'; readonly of: 'provider'; readonly ceiling: Source; readonly ifRefused: Outcome }
  | { readonly is: 'state'; readonly state: string };

/** A row of a decision table: the first row whose condition holds decides. */
export interface Row {
  readonly n: number | string;
  readonly when: When;
  readonly outcome: Outcome;
  readonly clauses: readonly ClauseNumber[];
  /** Rows further down whose cases this one takes on purpose; says to `checkAgreement` that where both hold the order is meant. */
  readonly prevailsOver?: readonly (number | string)[];
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** An ordered decision table for one question about one sum. */
export interface Table {
  readonly question: string;
  /** What is asked, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  /** True where the last row holds otherwise. */
  readonly complete: boolean;
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** A field an event carries. */
export type PayloadDeclaration = ValueShape & {
  /** What the field says, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
};

/** A kind of event: what it carries. */
export interface EventDeclaration {
  readonly payload: Readonly<Record<string, PayloadDeclaration>>;
  /** Payload fields that may be left out. */
  readonly optional?: readonly string[];
  /** What an event of this kind is after the end, where none of its postings may run then; absent, what `ending.after` says. */
  readonly afterEnd?: 'finding' | 'withoutEffect';
  /** What happened, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** Where a posting gets a value: from the event, the state, a record or all records of a name, a debt, the day of the statement. */
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
  /** A field of the record the posting runs for, or its `key`. */
  | { readonly own: string }
  /** What is in a wallet, or what the latest debit took from it. */
  | { readonly wallet: string; readonly part: 'balance' | 'spent' }
  /** What was paid for a purchase, what came back of it, or what is left of it: in all, or of money that may be paid out. */
  | { readonly purchase: Binding; readonly part: 'paid' | 'returned' | 'left' | 'payableLeft' }
  /** Whether a right is open: any of the name, or the one about this. */
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
      /** `once`: a second of the same key is a finding; `ifAbsent`: only what was not set before is set. Absent, the later stands. */
      readonly entered?: 'once' | 'ifAbsent';
    }
  /** Counts and sums grow; a finding where they were never set. */
  | { readonly record: string; readonly key: Binding; readonly add: Readonly<Record<string, Binding>> }
  /** Counts and sums lessen; a finding where less is there than is taken. */
  | { readonly record: string; readonly key: Binding; readonly take: Readonly<Record<string, Binding>> }
  /** The status of the record, which is its field `status`; a change of it is told. */
  | { readonly record: string; readonly key: Binding; readonly status: string }
  /** One more entry of a list of the record; an entry with the same `by` gives way to it, without `by` every entry is kept. */
  | {
      readonly record: string;
      readonly key: Binding;
      readonly list: string;
      readonly put: Readonly<Record<string, Binding>>;
      readonly by?: string;
    };

/** What an event has to fulfil for its posting to run; else it is a finding of the event. */
export interface Requirement {
  /** Condition over the bound facts. */
  readonly if: When;
  /** The field of the event that is wrong where the condition does not hold. */
  readonly field: string;
  /** What would be right, in words, by language; the first is printed in the finding. */
  readonly expected: Readonly<Record<string, string>>;
}

/** What something is about, so that several of a kind stand apart: the act, the claim, the order. */
export interface About {
  /** Which one it is. */
  readonly key: Binding;
  /** The field by which an event that closes it names it. */
  readonly field: string;
}

/** What opens a right: nothing happens by it until an event exercises it. */
export interface RightOpening {
  readonly name: string;
  /** Whose right it is, as the agreement calls the party: `"operator"`. */
  readonly holder?: string;
  /** Which one it is, where there can be several; a second about the same does not open while the first is open. */
  readonly about?: About;
  /** It opens only where the decision leads to this state; absent, whenever the posting runs. */
  readonly ifState?: string;
  /** A field of the computation: the last day on which it can be exercised; absent, it stays open until it is exercised or closed. */
  readonly lastDay?: string;
  /** Kinds of event that close it without it being exercised. */
  readonly closedBy?: readonly string[];
  /** What may be done, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** The right a posting exercises; it runs only where that right is open, and closes it. */
export interface RightExercise {
  readonly name: string;
  /** Which one, where there can be several; absent, the first that is open. */
  readonly about?: Binding;
  /** What the event is where the right is not open. */
  readonly without: 'finding' | 'withoutEffect';
}

/** What a refund gives back of a purchase: with what came back before, never more than was paid for it. */
export interface RefundOf {
  /** The key of the purchase, as a debit gave it in `purchase`. */
  readonly purchase: Binding;
  /** What more than is left of it is: a finding of the event, or limited to what is left. */
  readonly over: 'finding' | 'limit';
  /** Where it was paid out of several wallets: which of the money comes back first. */
  readonly first?: 'lastSpent' | 'firstSpent';
}

/** One cap for what runs on several debts. */
export interface SharedCap {
  /** The field of the computation that is the cap; the highest among the debts counts. */
  readonly field: string;
  /** How what the cap leaves falls on the debts: the oldest takes what it can, or each in proportion to what it would be alone. */
  readonly share: 'oldestFirst' | 'proportionally';
}

/** What of a sum that runs on debts is owed: it runs by itself, but is a right of who may demand it. */
export interface OwedOfAccrual {
  /** What was demanded so far: no more than that is owed. Absent, all that has accrued is. */
  readonly demanded?: Binding;
  /** What was paid of it so far. Absent, nothing was. */
  readonly paid?: Binding;
}

/** What an event, a day, a debt or a statement does to an account. Exactly one of `on` and `each` stands in a posting. */
export interface Posting {
  readonly id: string;
  /** An event kind of the agreement, or `balanceBelowZero`, which a debit raises that leaves the balance below zero. */
  readonly on?: string;
  /** `day`: each day that passes; `dayEnd`: the same, after its events. `debt` and `statement`: whenever a statement is made; accruals, never part of the state. */
  readonly each?: 'day' | 'dayEnd' | 'debt' | 'statement';
  /** With `each: 'day'`: it runs when this daily window opens, a term of a computation as `"4.2/firstDay#window"`; absent, before all events. */
  readonly window?: { readonly term: string };
  /** It runs for each record of this name, in the order they were entered; absent, once. */
  readonly of?: string;
  /** Condition over the bound facts; absent, it always applies. */
  readonly if?: When;
  /** Facts for the computation, the decision and the condition. */
  readonly bind?: Readonly<Record<string, Binding>>;
  readonly computes?: ComputationAddress;
  readonly decides?: string;
  /** What is entered: by a computation's field, a binding, or the outcome of the decision. */
  readonly post?: {
    readonly account: 'balance' | 'payout';
    readonly side: 'debit' | 'credit';
    readonly amount: Binding;
    /** What becomes of a debit the balance does not cover: it is taken in full, or not at all. */
    readonly short?: 'below-zero' | 'skip';
    /** The wallet a credit goes to, or the only one a debit takes from; needed of a credit where the agreement has wallets. */
    readonly wallet?: string;
    /** The last day on which a credit can be spent; what is left of it lapses as the next day begins. */
    readonly expiresOn?: Binding;
  };
  /** The key under which what a debit paid is kept, so that a refund can be held against it. */
  readonly purchase?: Binding;
  /** The purchase that the credits and payouts of this posting give back. */
  readonly refundOf?: RefundOf;
  /** The wallet that gets what a decision or a refund credits to the balance; `source`, with `refundOf`, is the wallets it was paid out of. */
  readonly creditsTo?: string;
  /** Whether it runs after the end: `runs`, and the status stays; `reopens`, and the status may change. Absent, it does not run then. */
  readonly afterEnd?: 'runs' | 'reopens';
  /** What the event has to fulfil. */
  readonly requires?: readonly Requirement[];
  /** A right it opens, told as one. */
  readonly opensRight?: RightOpening;
  /** A right it exercises. */
  readonly exercisesRight?: RightExercise;
  /** With `each: 'debt'`: one cap for what runs on debts that were owed together. */
  readonly sharedCap?: SharedCap;
  /** With `each: 'debt'`: what of it is owed; absent, all of it. */
  readonly owed?: OwedOfAccrual;
  readonly sets?: readonly StateChange[];
  /** A field of the computation to tell among what happened, though nothing is entered: `"amount"`. */
  readonly tells?: string;
  /** Changes made only if the decision paid something out or credited it; `{ result: 'cash' }` and `{ result: 'toBalance' }` are those sums. */
  readonly setsIfPaid?: readonly StateChange[];
  /** Changes made by the state the decision leads to. */
  readonly setsByState?: Readonly<Record<string, readonly StateChange[]>>;
  /** Changes made instead of `sets` if the balance does not cover a debit that is taken in full or not at all. */
  readonly setsIfShort?: readonly StateChange[];
  /** The cash of the decision leaves the balance; absent, it comes from elsewhere. */
  readonly paysFrom?: 'balance';
  /** A day to show among the open deadlines: a field of the computation. */
  readonly opens?: {
    readonly deadline: string;
    readonly name: string;
    readonly closedBy?: readonly string[];
    /** Which one it is, where there can be several; an event closes those that it names, and all where it names none. */
    readonly about?: About;
    /** What is to be done by the day, or ends on it, in words, by language. */
    readonly label?: Readonly<Record<string, string>>;
  };
  /** For people; nothing reads it. */
  readonly note?: string;
}

/** Money of one kind on an account. */
export interface Wallet {
  readonly name: string;
  /** Whether what is in it may be paid out; what may not stays marked when it buys something, and comes back as what it was. */
  readonly payable: boolean;
  /** Which of its credits a debit takes first. */
  readonly takes: 'oldestFirst' | 'expiringFirst';
  /** What it is, in words, by language. */
  readonly label?: Readonly<Record<string, string>>;
}

/** Statuses after which nothing more happens, but for what says so. */
export interface Ending {
  readonly statuses: readonly string[];
  /** What an event is that comes after the end: a finding, or told as without effect. */
  readonly after: 'finding' | 'withoutEffect';
}

/** What an agreement is computed with: its written form with every expression read. */
export interface AgreementData {
  readonly id: string;
  readonly edition: string;
  readonly effectiveOn: string;
  readonly name?: Readonly<Record<string, string>>;
  readonly text: { readonly languages: readonly string[]; readonly governing: string; readonly url?: string };
  /** Words for the agreement's own codes, by code and language: statuses, outcomes that are a state, texts a fact can be. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly currencies: readonly CurrencyCode[];
  readonly timeZone: string;
  /** Ids of the working and the banking calendar; the calendars themselves are passed beside the agreement. */
  readonly calendars: { readonly working: string; readonly banking?: string };
  /** Rules for limits to act, and for states that change by themselves. */
  readonly countingRules: { readonly acts: CountingRulesInput; readonly states: CountingRulesInput };
  readonly rounding: Rounding;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly readings: readonly Reading[];
  readonly clauses: readonly Clause[];
  readonly tables: readonly Table[];
  readonly events: Readonly<Record<string, EventDeclaration>>;
  readonly postings: readonly Posting[];
  /** Wallets of an account, in the order in which debits take from them; absent, the balance is of one kind. */
  readonly wallets?: readonly Wallet[];
  /** Statuses that are final; absent, none is. */
  readonly ending?: Ending;
  /** For people; nothing reads it. */
  readonly note?: string;
}
