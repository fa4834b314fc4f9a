import type { Agreement } from '../model/definedAgreement.js';
import type { Binding, Posting } from '../model/posting.js';

/** A posting with everything that does not depend on the case. @internal */
export interface PlannedPosting {
  readonly posting: Posting;
  /** The facts it binds, by name. */
  readonly binds: readonly (readonly [string, Binding])[];
  /** Bindings of records, which must exist. */
  readonly records: readonly Binding[];
  /** The facts that must have a value. */
  readonly needs: readonly string[];
  /** The field of the event whose amount it credits to the balance, if it does nothing else. */
  readonly plainCredit: string | undefined;
  /** The facts that are the day, if it runs daily. */
  readonly dayFacts: readonly string[] | undefined;
  /** Whether it evaluates the agreement: a condition, a computation, a decision. */
  readonly asks: boolean;
}

/** The postings of an edition by trigger, each group in the order of the agreement. @internal */
export interface Postings {
  readonly byEvent: ReadonlyMap<string, readonly PlannedPosting[]>;
  readonly dayBegins: readonly PlannedPosting[];
  readonly windows: readonly PlannedPosting[];
  readonly dayEnds: readonly PlannedPosting[];
  /** All postings of a day without events, in the order in which they run. */
  readonly wholeDay: readonly PlannedPosting[];
  readonly debts: readonly PlannedPosting[];
  readonly statements: readonly PlannedPosting[];
  readonly finalStatuses: ReadonlySet<string>;
  /** The rights that a posting can still open or exercise after the end. */
  readonly rightsAfterEnd: ReadonlySet<string>;
}

const planned = /* @__PURE__ */ new WeakMap<Agreement, Postings>();

/** The postings of an edition, planned once. @internal */
export function postingsOf(agreement: Agreement): Postings {
  const known = planned.get(agreement);
  if (known !== undefined) return known;
  const all = agreement.postings.map((posting) => planOf(agreement, posting));
  const byEvent = new Map<string, PlannedPosting[]>();
  for (const plan of all) {
    const { on } = plan.posting;
    if (on !== undefined) byEvent.set(on, [...(byEvent.get(on) ?? []), plan]);
  }
  const of = (each: Posting['each']): readonly PlannedPosting[] => all.filter(({ posting }) => posting.each === each);
  const dayBegins = of('day').filter(({ posting }) => posting.window === undefined);
  const windows = of('day').filter(({ posting }) => posting.window !== undefined);
  const dayEnds = of('dayEnd');
  const postings: Postings = {
    byEvent,
    dayBegins,
    windows,
    dayEnds,
    wholeDay: [...dayBegins, ...windows, ...dayEnds],
    debts: of('debt'),
    statements: of('statement'),
    finalStatuses: new Set(agreement.data.ending?.statuses ?? []),
    rightsAfterEnd: new Set(
      agreement.postings.flatMap(({ afterEnd, opensRight, exercisesRight }) =>
        afterEnd === undefined ? [] : [opensRight?.name, exercisesRight?.name].filter((name) => name !== undefined),
      ),
    ),
  };
  planned.set(agreement, postings);
  return postings;
}

function planOf({ data }: Agreement, posting: Posting): PlannedPosting {
  const binds = Object.entries(posting.bind ?? {});
  return {
    posting,
    binds,
    records: binds.flatMap(([, binding]) => ('record' in binding ? [binding] : [])),
    needs: binds.flatMap(([name]) => (data.facts[name]?.absent === undefined ? [name] : [])),
    plainCredit: data.wallets === undefined ? plainCreditOf(posting) : undefined,
    dayFacts: posting.each === 'day' || posting.each === 'dayEnd' ? dayFactsOf(binds) : undefined,
    asks:
      posting.if !== undefined ||
      posting.requires !== undefined ||
      posting.computes !== undefined ||
      posting.decides !== undefined,
  };
}

function dayFactsOf(binds: PlannedPosting['binds']): readonly string[] {
  return binds.flatMap(([name, binding]) =>
    'asOf' in binding || ('event' in binding && binding.event === 'on') ? [name] : [],
  );
}

/** The fields of a posting that only credits an amount of its event. */
const plainFields: readonly string[] = ['id', 'on', 'post', 'note', 'afterEnd'];

function plainCreditOf(posting: Posting): string | undefined {
  const { post } = posting;
  if (post === undefined || !Object.keys(posting).every((field) => plainFields.includes(field))) return undefined;
  const { account, side, amount, wallet, expiresOn } = post;
  const isPlain = account === 'balance' && side === 'credit' && wallet === undefined && expiresOn === undefined;
  return isPlain && 'event' in amount && amount.event !== 'id' ? amount.event : undefined;
}
