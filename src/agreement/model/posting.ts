/** The effects of events and days on an account. */
import type { ComputationAddress, When } from './source.js';

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
  /** The field by which an event that closes it refers to it; if left out, such an event closes all of them. */
  readonly field?: string;
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
