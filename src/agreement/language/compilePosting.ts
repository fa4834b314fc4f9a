/** Compiles postings, the effects of an event, a day, a debt or a statement on an account. */
import type {
  About,
  Binding,
  EventDeclaration,
  OwedOfAccrual,
  Posting,
  Requirement,
  StateChange,
} from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import type { WordsByPlace } from './catalogue.js';
import { condition } from './compileRow.js';
import type { AgreementDocument } from './document.js';
import { parseExpression } from './expression.js';
import { nearest, type Path, show } from './finder.js';
import { limitOf, rateOf, sumOf } from './literal.js';
import { addressIn, lowerBinding, parsed, type Scope } from './lower.js';
import { isRecord } from './node.js';

export type WrittenPosting = AgreementDocument['postings'][string];
type WrittenChanges = Pick<
  WrittenPosting,
  'set' | 'enter' | 'setIfAbsent' | 'add' | 'take' | 'count' | 'put' | 'status'
>;

/** What a posting evaluates. */
export interface Asking {
  readonly computes?: string | undefined;
  readonly decides?: string | undefined;
  readonly when?: unknown;
}

/** The context of postings: the facts that computations need, and the names on the account. */
export interface AccountScope extends Scope {
  readonly events: Readonly<Record<string, EventDeclaration>>;
  /** The facts that a computation, a table or a condition needs, under any reading. */
  asked(by: Asking): ReadonlySet<string>;
  /** The values that postings set. */
  readonly values: ReadonlySet<string>;
  /** The fields that postings enter, by the name of the record. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
}

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

function aboutOf(scope: Scope, { key, field }: { key?: unknown; field: string }, path: Path): About {
  return { key: bindingOf(scope, key, [...path, 'key']) as Binding, field };
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

/** The names of the facts anywhere in a part of the model. */
export function factsIn(part: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof part !== 'object' || part === null) return found;
  const { fact } = part as { readonly fact?: unknown };
  if (typeof fact === 'string') found.add(fact);
  for (const inner of Object.values(part)) factsIn(inner, found);
  return found;
}

function bindingOf(scope: Scope, written: unknown, path: Path, wanted?: ValueShape): Binding | undefined {
  if (typeof written === 'string' && written.startsWith('=')) {
    const expression = parsed(scope, written.slice(1), path);
    return expression && lowerBinding(scope, expression, path);
  }
  return { literal: literalOf(written, wanted) };
}

/** A literal in the shape of its place; if that is unknown, a text that looks like an amount is one. */
function literalOf(written: unknown, wanted?: ValueShape): unknown {
  if (typeof written !== 'string') return written;
  if (written.startsWith("'=")) return written.slice(1);
  switch (wanted?.type) {
    case 'limit':
      return limitOf(written) ?? written;
    case 'rate':
      return rateOf(written) ?? written;
    case undefined:
    case 'money':
      return sumOf(written) ?? written;
    default:
      return written;
  }
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
  return scope.finder.add(path, 'type', show(written), 'the daily window of a computation, as "[4.2/firstDay].window"');
}

/** `purchase[event.purchase]` */
function recordOf(scope: Scope, written: string, path: Path): { record: string; key: Binding } | undefined {
  const target = targetOf(scope, `${written}.field`, path);
  return target && 'record' in target ? { record: target.record, key: target.key } : undefined;
}

type Target = { readonly value: string } | { readonly record: string; readonly key: Binding; readonly field: string };

/** The target of a change: a value of the account, or a field of a record. */
function targetOf(scope: Scope, written: string, path: Path): Target | undefined {
  const read = parseExpression(written);
  const expression = 'expression' in read ? read.expression : undefined;
  if (expression?.is === 'name' && expression.path.length === 1) return { value: written };
  if (expression?.is === 'item') {
    const key = lowerBinding(scope, expression.key, path);
    return key && { record: expression.record, key, field: expression.field };
  }
  return scope.finder.add(
    path,
    'syntax',
    show(written),
    'a value as "registeredOn", or a field of a record as "purchase[event.purchase].paid"',
  );
}

/** The changes in the order in which they are written. */
function changesOf(scope: Scope, written: WrittenChanges, path: Path): StateChange[] {
  const changes: StateChange[] = [];
  for (const [name, part] of Object.entries(written)) {
    if (part === undefined) continue;
    const here = [...path, name];
    if (name === 'status') changes.push({ status: part as string });
    else if (name === 'count')
      for (const [counter, by] of Object.entries(part as Readonly<Record<string, unknown>>)) {
        if (!Number.isSafeInteger(by)) scope.finder.add([...here, counter], 'type', show(by), 'a whole number');
        changes.push({ count: counter, by: by as number });
      }
    else if (name === 'set' || name === 'enter' || name === 'setIfAbsent')
      for (const [target, value] of Object.entries(part as Readonly<Record<string, unknown>>))
        changes.push(...assigned(scope, target, value, [...here, target], entering[name]));
    else if (name === 'add' || name === 'take')
      for (const [target, value] of Object.entries(part as Readonly<Record<string, unknown>>)) {
        const place = targetOf(scope, target, [...here, target]);
        const binding = bindingOf(scope, value, [...here, target]);
        if (place === undefined || binding === undefined) continue;
        if ('value' in place)
          scope.finder.add(
            [...here, target],
            'type',
            show(target),
            'a field of a record as "purchase[event.purchase].usedUnits"',
          );
        else {
          const by = { [place.field]: binding };
          const { record, key } = place;
          changes.push(name === 'add' ? { record, key, add: by } : { record, key, take: by });
        }
      }
    else if (name === 'put')
      for (const [target, { by, entry }] of Object.entries(part as NonNullable<WrittenChanges['put']>)) {
        const place = targetOf(scope, target, [...here, target]);
        if (place === undefined) continue;
        if ('value' in place) {
          scope.finder.add(
            [...here, target],
            'type',
            show(target),
            'a list of a record as "order[event.order].payments"',
          );
          continue;
        }
        if (by !== undefined && !Object.hasOwn(entry, by))
          scope.finder.add(
            [...here, target, 'by'],
            'unknown',
            show(by),
            `a field of the entry: ${Object.keys(entry).join(', ')}`,
          );
        const put: Record<string, Binding> = {};
        for (const [field, value] of Object.entries(entry)) {
          const binding = bindingOf(scope, value, [...here, target, 'entry', field]);
          if (binding !== undefined) put[field] = binding;
        }
        changes.push({ record: place.record, key: place.key, list: place.field, put, ...(by !== undefined && { by }) });
      }
  }
  return changes;
}

const entering = { set: undefined, enter: 'once', setIfAbsent: 'ifAbsent' } as const;

/**
 * `"registeredOn": "=event.on"`, `"purchase[…].paid": …`, `"act[…].status": "open"`, or `"purchase[…]": { … }` for
 * several fields.
 */
function assigned(
  scope: Scope,
  target: string,
  value: unknown,
  path: Path,
  entered?: 'once' | 'ifAbsent',
): readonly StateChange[] {
  if (isRecord(value) && target.endsWith(']')) {
    const record = recordOf(scope, target, path);
    if (record === undefined) return [];
    const fields: Record<string, Binding> = {};
    for (const [field, part] of Object.entries(value)) {
      const binding = bindingOf(scope, part, [...path, field]);
      if (binding !== undefined) fields[field] = binding;
    }
    return [{ ...record, fields, ...(entered !== undefined && { entered }) }];
  }
  const place = targetOf(scope, target, path);
  const binding = bindingOf(scope, value, path);
  if (place === undefined || binding === undefined) return [];
  if ('value' in place) {
    if (entered === undefined) return [{ set: place.value, to: binding }];
    scope.finder.add(path, 'type', show(target), 'a record as "act[event.act]", or a field of one');
    return [];
  }
  const { record, key, field } = place;
  if (field === 'status' && entered === undefined && typeof value === 'string' && !value.startsWith('='))
    return [{ record, key, status: value }];
  return [{ record, key, fields: { [field]: binding }, ...(entered !== undefined && { entered }) }];
}

/** The values and record fields that the written postings set, which are bound to facts with the same name. */
export function namesSet(postings: AgreementDocument['postings']): {
  readonly values: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const values = new Set<string>();
  const records = new Map<string, Set<string>>();
  const put = (record: string, field: string): void => {
    const known = records.get(record) ?? new Set<string>();
    records.set(record, known);
    known.add(field);
  };
  const look = (changes: WrittenChanges): void => {
    for (const [target, value] of [
      ...Object.entries(changes.set ?? {}),
      ...Object.entries(changes.enter ?? {}),
      ...Object.entries(changes.setIfAbsent ?? {}),
      ...Object.entries(changes.take ?? {}),
      ...Object.entries(changes.add ?? {}),
      ...Object.entries(changes.put ?? {}),
    ]) {
      const [, record, field] = /^([\p{L}_][\p{L}\d_-]*)\[.*\](?:\.([\p{L}\d_]+))?$/u.exec(target) ?? [];
      if (record === undefined) values.add(target);
      else if (field !== undefined) put(record, field);
      else if (isRecord(value)) for (const name of Object.keys(value)) put(record, name);
    }
  };
  for (const posting of Object.values(postings)) {
    look(posting);
    for (const changes of [posting.ifPaid, posting.ifShort, ...Object.values(posting.byState ?? {})])
      if (changes) look(changes);
  }
  return { values, records };
}
