/** Compiles postings, the effects of an event, a day, a debt or a statement on an account. */
import type { About, Binding, OwedOfAccrual, Posting, Requirement } from '../model/posting.js';
import type { AccountScope, Asking, WrittenPosting } from './accountScope.js';
import type { WordsByPlace } from './catalogue.js';
import { bindingOf } from './compileBinding.js';
import { changesOf, recordOf } from './compileChanges.js';
import { condition } from './compileRow.js';
import { nearest, type Path, show } from './finder.js';
import { addressIn } from './lowerAnswer.js';
import type { Scope } from './scope.js';

/** Compiles a posting. */
export function compilePosting(
  scope: AccountScope,
  words: WordsByPlace,
  name: string,
  written: WrittenPosting,
  path: Path,
): Posting {
  const computes =
    written.computes === undefined ? undefined : addressIn(scope, written.computes, [...path, 'computes']);
  const { on, each, of, decides, short, paysFrom, tells, note } = written;
  const when = written.if === undefined ? undefined : condition(scope, written.if, [...path, 'if']);
  const requires = requirementsOf(scope, words, name, written, path);
  const bind = bindingsOf(scope, written, { computes, decides, when: [when, requires] }, path);
  const window = written.window === undefined ? undefined : windowOf(scope, written.window, [...path, 'window']);
  const post = entryOf(scope, written, path);
  const sets = changesOf(scope, written, path);
  const ifPaid = written.ifPaid && changesOf(scope, written.ifPaid, [...path, 'ifPaid']);
  const ifShort = written.ifShort && changesOf(scope, written.ifShort, [...path, 'ifShort']);
  const byState =
    written.byState &&
    Object.fromEntries(
      Object.entries(written.byState).map(([state, changes]) => [
        state,
        changesOf(scope, changes, [...path, 'byState', state]),
      ]),
    );
  const label = words.at('postings', name);
  const opens = written.opens && {
    deadline: written.opens.deadline,
    name: written.opens.name,
    ...(written.opens.closedBy !== undefined && { closedBy: written.opens.closedBy }),
    ...(written.opens.about !== undefined && {
      about: aboutOf(scope, written.opens.about, [...path, 'opens', 'about']),
    }),
    ...(label && { label }),
  };
  if (short !== undefined && post?.side !== 'debit')
    scope.finder.add([...path, 'short'], 'choice', show(short), 'a posting that debits the balance');
  return {
    id: name,
    ...(on !== undefined && { on }),
    ...(each !== undefined && { each }),
    ...(window !== undefined && { window }),
    ...(of !== undefined && { of }),
    ...(when !== undefined && { if: when }),
    ...(Object.keys(bind).length > 0 && { bind }),
    ...(computes !== undefined && { computes }),
    ...(decides !== undefined && { decides }),
    ...(post && { post: { ...post, ...(short !== undefined && { short }) } }),
    ...(sets.length > 0 && { sets }),
    ...(tells !== undefined && { tells }),
    ...(ifPaid && { setsIfPaid: ifPaid }),
    ...(byState && { setsByState: byState }),
    ...(ifShort && { setsIfShort: ifShort }),
    ...(paysFrom !== undefined && { paysFrom: paysFrom as 'balance' }),
    ...(written.creditsTo !== undefined && { creditsTo: written.creditsTo }),
    ...purchaseOf(scope, written, path),
    ...(written.afterEnd !== undefined && { afterEnd: written.afterEnd as 'runs' }),
    ...(requires && { requires }),
    ...rightsOf(scope, words, name, written, path),
    ...owedOf(scope, written, path),
    ...(written.sharedCap && { sharedCap: written.sharedCap as NonNullable<Posting['sharedCap']> }),
    ...(opens && { opens }),
    ...(note !== undefined && { note }),
  };
}

function requirementsOf(
  scope: Scope,
  words: WordsByPlace,
  name: string,
  { requires }: WrittenPosting,
  path: Path,
): readonly Requirement[] | undefined {
  return requires?.flatMap(({ if: written, field }, at) => {
    const when = condition(scope, written, [...path, 'requires', at, 'if']);
    const expected = words.at('postings', `${name}/requires/${at + 1}`) ?? {};
    return when === undefined ? [] : [{ if: when, field, expected }];
  });
}

function aboutOf(scope: Scope, { key, field }: { key?: unknown; field?: string }, path: Path): About {
  return { key: bindingOf(scope, key, [...path, 'key']) as Binding, ...(field !== undefined && { field }) };
}

/** The purchase of a debit, and the purchase that a refund returns. */
function purchaseOf(scope: Scope, { purchase, refundOf }: WrittenPosting, path: Path): Partial<Posting> {
  const bought = purchase === undefined ? undefined : bindingOf(scope, purchase, [...path, 'purchase']);
  const back = refundOf && bindingOf(scope, refundOf.purchase, [...path, 'refundOf', 'purchase']);
  return {
    ...(bought && { purchase: bought }),
    ...(refundOf && back && { refundOf: { ...refundOf, purchase: back } as NonNullable<Posting['refundOf']> }),
  };
}

/** The part of an accrual that is owed. */
function owedOf(scope: Scope, { owed, each }: WrittenPosting, path: Path): Partial<Posting> {
  if (owed === undefined) return {};
  if (each !== 'debt') scope.finder.add([...path, 'owed'], 'choice', show(each), 'a posting with each: "debt"');
  const part = (name: 'demanded' | 'paid'): OwedOfAccrual => {
    const binding = owed[name] === undefined ? undefined : bindingOf(scope, owed[name], [...path, 'owed', name]);
    return binding === undefined ? {} : { [name]: binding };
  };
  return { owed: { ...part('demanded'), ...part('paid') } };
}

function rightsOf(
  scope: Scope,
  words: WordsByPlace,
  name: string,
  { opensRight, exercisesRight }: WrittenPosting,
  path: Path,
): Partial<Posting> {
  const right: Partial<{ -readonly [field in keyof Posting]: Posting[field] }> = {};
  if (opensRight !== undefined) {
    const { label: _, about, ...rest } = opensRight;
    const label = words.at('postings', `${name}/right`);
    right.opensRight = {
      ...rest,
      ...(about && { about: aboutOf(scope, about, [...path, 'opensRight', 'about']) }),
      ...(label && { label }),
    };
  }
  if (exercisesRight !== undefined) {
    const { name: exercised, about, without } = exercisesRight;
    const which = about === undefined ? undefined : bindingOf(scope, about, [...path, 'exercisesRight', 'about']);
    right.exercisesRight = { name: exercised, without: without as 'finding', ...(which && { about: which }) };
  }
  return right;
}

/**
 * The bindings: those written, and those of the same name as a needed fact, from the event, the record, or the account.
 */
function bindingsOf(
  scope: AccountScope,
  written: WrittenPosting,
  asks: Asking,
  path: Path,
): Readonly<Record<string, Binding>> {
  const bind: Record<string, Binding> = {};
  const own = written.bind ?? {};
  const record = written.with === undefined ? undefined : recordOf(scope, written.with, [...path, 'with']);
  if (record !== undefined && !scope.records.has(record.record)) {
    const near = nearest(record.record, [...scope.records.keys()]);
    const expected = near.length > 0 ? near.join(', ') : 'a record that a posting enters';
    scope.finder.add([...path, 'with'], 'unknown', show(record.record), expected);
  }
  for (const name of scope.asked(asks)) {
    if (Object.hasOwn(own, name)) continue;
    const found = sameName(scope, written, record, name);
    if (found !== undefined) bind[name] = found;
  }
  for (const [name, value] of Object.entries(own)) {
    const here = [...path, 'bind', name];
    // A fact bound to null is left out, even if something has its name.
    if (value === null) {
      if (!Object.hasOwn(scope.facts, name)) {
        const near = nearest(name, Object.keys(scope.facts));
        scope.finder.add(
          here,
          'unknown',
          show(name),
          near.length > 0 ? near.join(', ') : 'a fact the agreement declares',
        );
      }
      continue;
    }
    const binding = bindingOf(scope, value, here, Object.hasOwn(scope.facts, name) ? scope.facts[name] : undefined);
    if (binding !== undefined) bind[name] = binding;
  }
  return bind;
}

function sameName(
  scope: AccountScope,
  { on, each, of }: WrittenPosting,
  record: { readonly record: string; readonly key: Binding } | undefined,
  name: string,
): Binding | undefined {
  if (name === 'asOf' && each !== undefined) return { asOf: true };
  const event = on !== undefined && Object.hasOwn(scope.events, on) ? scope.events[on] : undefined;
  if (event !== undefined && Object.hasOwn(event.payload, name)) return { event: name };
  if (of !== undefined && scope.records.get(of)?.has(name)) return { own: name };
  if (record !== undefined && scope.records.get(record.record)?.has(name)) return { ...record, field: name };
  return scope.values.has(name) ? { state: name } : undefined;
}

function entryOf(
  scope: Scope,
  written: WrittenPosting,
  path: Path,
): Omit<NonNullable<Posting['post']>, 'short'> | undefined {
  const ways = (['debit', 'credit', 'payout'] as const).filter((way) => written[way] !== undefined);
  const [way, ...others] = ways;
  if (way === undefined) return undefined;
  if (others.length > 0)
    scope.finder.add([...path, others[0] as string], 'choice', others.join(', '), 'one of debit, credit and payout');
  const amount = bindingOf(scope, written[way], [...path, way], { type: 'money' });
  if (amount === undefined) return undefined;
  const expiresOn =
    written.expiresOn === undefined ? undefined : bindingOf(scope, written.expiresOn, [...path, 'expiresOn']);
  return {
    ...(way === 'payout' ? { account: 'payout', side: 'credit' } : { account: 'balance', side: way }),
    amount,
    ...(written.wallet !== undefined && { wallet: written.wallet }),
    ...(expiresOn && { expiresOn }),
  };
}

/** `[4.2/firstDay].window`: a term of a computation. */
function windowOf(scope: Scope, written: string, path: Path): Posting['window'] | undefined {
  const [, address, term] = /^=?\[([^\]]+)\]\.(\w+)$/.exec(written.trim()) ?? [];
  if (address !== undefined && term !== undefined) return { term: `${address}#${term}` };
  return scope.finder.add(
    path,
    'type',
    show(written),
    'the daily window of a computation, such as "[4.2/firstDay].window"',
  );
}
