import { accountValues } from '../account/accountValues.js';
import { givesOf } from '../kinds/givesOf.js';
import { isRecord } from '../language/isRecord.js';
import type { AgreementData, Computation } from './agreement.js';
import { computationsByAddress } from './computationsByAddress.js';
import type { Binding, Posting, StateChange } from './posting.js';
import { eachRecord } from './recordsIn.js';
import { describeShape, ErrorList, readValue, sameShape, type ValueShape } from './value.js';

const money: ValueShape = { type: 'money' };
const day: ValueShape = { type: 'day' };
const paymentShape: ValueShape = { type: 'record', fields: { paidOn: day, amount: money } };

/** The fields of a debt. */
const ofDebt: Readonly<Record<string, ValueShape>> = {
  amount: money,
  left: money,
  since: day,
  cause: { type: 'text' },
  payments: { type: 'list', of: paymentShape },
};

/**
 * Finds bindings, entries and deadlines of postings with a value of the wrong type: a day for an amount, a text for a
 * list. The shape of a value of the account is that of the values to which postings set it; if it cannot be determined,
 * nothing is reported.
 *
 * @internal
 */
export function bindingErrors(data: AgreementData, errors: ErrorList): void {
  const shapes = new Shapes(data);
  const closing = [...Object.keys(data.events), 'debtPaid', 'balanceBelowZero'];
  const patched = statesIn(data.readings.flatMap(({ options }) => Object.values(options).map(({ patch }) => patch)));
  data.postings.forEach((posting, at) => {
    const path = `postings.${at}`;
    for (const [name, binding] of Object.entries(posting.bind ?? {})) {
      const wanted = Object.hasOwn(data.facts, name) ? data.facts[name] : undefined;
      if (wanted !== undefined) fits(binding, wanted, shapes.of(binding, posting), `${path}.bind.${name}`, errors);
      // The facts come first, then the answer.
      eachRecord(binding, (part) => {
        if (typeof part['result'] === 'string')
          errors.add(
            `${path}.bind.${name}`,
            'unknown',
            `result.${part['result']}`,
            'a value that is known before the computation',
          );
      });
    }
    const { post, computes } = posting;
    if (post !== undefined) fits(post.amount, money, shapes.of(post.amount, posting), `${path}.post.amount`, errors);
    if (post?.expiresOn !== undefined)
      fits(post.expiresOn, day, shapes.of(post.expiresOn, posting), `${path}.post.expiresOn`, errors);
    for (const part of ['demanded', 'paid'] as const) {
      const binding = posting.owed?.[part];
      if (binding !== undefined) fits(binding, money, shapes.of(binding, posting), `${path}.owed.${part}`, errors);
    }
    if (computes === undefined)
      for (const part of ['opens', 'tells', 'sharedCap'] as const)
        if (posting[part] !== undefined)
          errors.add(`${path}.computes`, 'missing', undefined, `a computation: "${part}" names a field of its answer`);
    for (const part of ['opens', 'opensRight'] as const)
      posting[part]?.closedBy?.forEach((kind, index) => {
        if (!closing.includes(kind))
          errors.add(
            `${path}.${part}.closedBy.${index}`,
            'unknown',
            kind,
            `an event the agreement declares: ${closing.join(', ')}`,
          );
      });
    for (const part of ['opens', 'opensRight'] as const) aboutErrors(data, posting[part], `${path}.${part}`, errors);
    if (posting.decides !== undefined) stateErrors(data, posting, patched, path, errors);
    for (const change of changesOf(posting)) {
      growthErrors(change, posting, path, shapes, errors);
      literalErrors(change, path, shapes, errors);
    }
  });
}

/** An event that closes a deadline or exercises a right says in the named field which of several it is. */
function aboutErrors(
  { events, postings }: AgreementData,
  opened: Posting['opens'] | Posting['opensRight'],
  path: string,
  errors: ErrorList,
): void {
  const { field, key } = opened?.about ?? {};
  if (key !== undefined && 'literal' in key)
    errors.add(`${path}.about.key`, 'type', key.literal, 'a value of the event or of the account');
  if (field === undefined) return;
  const exercising = postings.flatMap(({ on, exercisesRight }) =>
    on !== undefined && exercisesRight?.name === opened?.name ? [on] : [],
  );
  const kinds = [...new Set([...(opened?.closedBy ?? []), ...exercising])];
  const carried = new Set(
    kinds.flatMap((kind) => (Object.hasOwn(events, kind) ? Object.keys(events[kind]?.payload ?? {}) : [])),
  );
  if (carried.has(field)) return;
  const known = carried.size === 0 ? '' : `: ${[...carried].join(', ')}`;
  errors.add(
    `${path}.about.field`,
    'unknown',
    field,
    kinds.length === 0
      ? 'no field: no event closes it'
      : `a field that ${kinds.join(' or ')} carries${known}; left out, such an event closes all of them`,
  );
}

/** Whatever is added to or subtracted from a field must be of its type. */
function growthErrors(change: StateChange, posting: Posting, path: string, shapes: Shapes, errors: ErrorList): void {
  if (!('add' in change || 'take' in change)) return;
  for (const [field, binding] of Object.entries('add' in change ? change.add : change.take)) {
    const name = `${change.record}.${field}`;
    const wanted = shapes.ofValue(name) ?? shapes.askedAs(name);
    if (wanted !== undefined) fits(binding, wanted, shapes.of(binding, posting), path, errors);
  }
}

/**
 * A literal for a value or a field must be of the type to which other postings set it, or of the fact it is bound to;
 * `null` clears it.
 */
function literalErrors(change: StateChange, path: string, shapes: Shapes, errors: ErrorList): void {
  const set: readonly (readonly [string, Binding])[] =
    'set' in change
      ? [[change.set, change.to]]
      : 'record' in change && 'fields' in change
        ? Object.entries(change.fields).map(([field, binding]) => [`${change.record}.${field}`, binding] as const)
        : [];
  for (const [name, binding] of set) {
    if (!('literal' in binding) || binding.literal === null) continue;
    const wanted = shapes.ofValue(name) ?? shapes.askedAs(name);
    if (wanted !== undefined) fits(binding, wanted, undefined, path, errors);
  }
}

/** Changes by state must be for states that the table, or a row changed by a reading, leads to. */
function stateErrors(
  data: AgreementData,
  posting: Posting,
  patched: readonly string[],
  path: string,
  errors: ErrorList,
): void {
  const states = new Set([...statesIn(data.tables.find(({ question }) => question === posting.decides)), ...patched]);
  const named = [
    ...Object.keys(posting.setsByState ?? {}).map((state) => [state, `setsByState.${state}`] as const),
    ...(posting.opensRight?.ifState === undefined ? [] : [[posting.opensRight.ifState, 'opensRight.ifState'] as const]),
  ];
  for (const [state, where] of named)
    if (!states.has(state))
      errors.add(
        `${path}.${where}`,
        'unknown',
        state,
        `a state that ${posting.decides} leads to: ${[...states].join(', ') || 'none'}`,
      );
}

/** The states anywhere in a part of the model. */
function statesIn(part: unknown, found: string[] = []): readonly string[] {
  if (typeof part !== 'object' || part === null) return found;
  const { state } = part as { readonly state?: unknown };
  if (typeof state === 'string') found.push(state);
  for (const inner of Object.values(part)) statesIn(inner, found);
  return found;
}

function fits(
  binding: Binding,
  wanted: ValueShape,
  given: ValueShape | undefined,
  path: string,
  errors: ErrorList,
): void {
  if ('literal' in binding) {
    const found = new ErrorList();
    readValue(wanted, binding.literal, path, found);
    const [first] = found.findings;
    if (first !== undefined) errors.findings.push({ ...first, path });
    return;
  }
  if (given !== undefined && !canStandFor(wanted, given))
    errors.findings.push({ path, code: 'type', value: describeShape(given), expected: describeShape(wanted) });
}

/**
 * Whether a value of an account can be used for the fact: days on an account are strings, so they also match a text.
 */
function canStandFor(wanted: ValueShape, given: ValueShape): boolean {
  if (wanted.type === 'text' && wanted.oneOf === undefined) return ['text', 'day', 'instant'].includes(given.type);
  if (wanted.type === 'text' && given.type === 'text' && given.oneOf !== undefined)
    return given.oneOf.every((text) => wanted.oneOf?.includes(text) === true);
  if (wanted.type === 'list' && given.type === 'list') return canStandFor(wanted.of, given.of);
  if (wanted.type !== 'record' || given.type !== 'record') return sameShape(wanted, given);
  return Object.entries(wanted.fields).every(([name, field]) => {
    const other = Object.hasOwn(given.fields, name) ? given.fields[name] : undefined;
    return other === undefined ? (wanted.optional ?? []).includes(name) : canStandFor(field, other);
  });
}

/** The shapes of the values of bindings. */
class Shapes {
  readonly #data: AgreementData;
  readonly #computations: ReadonlyMap<string, Computation>;
  readonly #values = new Map<string, ValueShape | undefined>();
  readonly #set = new Map<string, (readonly [Binding, Posting])[]>();
  #asked: ReadonlyMap<string, ValueShape | undefined> | undefined;
  readonly #lists = new Map<string, (readonly [Readonly<Record<string, Binding>>, Posting])[]>();

  constructor(data: AgreementData) {
    this.#data = data;
    this.#computations = computationsByAddress(data);
    for (const posting of data.postings) for (const change of changesOf(posting)) this.#remember(change, posting);
  }

  of(binding: Binding, posting: Posting): ValueShape | undefined {
    if ('event' in binding) return this.#ofEvent(binding.event, posting);
    if ('state' in binding)
      return Object.hasOwn(accountValues, binding.state) ? accountValues[binding.state] : this.ofValue(binding.state);
    if ('counter' in binding) return { type: 'count' };
    if ('debt' in binding) return Object.hasOwn(ofDebt, binding.debt) ? ofDebt[binding.debt] : undefined;
    if ('asOf' in binding) return day;
    if ('own' in binding)
      return binding.own === 'key' ? { type: 'text' } : this.ofValue(`${posting.of}.${binding.own}`);
    if ('record' in binding) return this.ofValue(`${binding.record}.${binding.field}`);
    if ('records' in binding) return this.#ofRecords(binding.records);
    if ('result' in binding) return this.#ofResult(binding.result, posting);
    if ('wallet' in binding || 'purchase' in binding) return money;
    if ('right' in binding) return { type: 'flag' };
    const { literal } = binding;
    if (isRecord(literal) && 'currency' in literal) return money;
    return typeof literal === 'boolean' ? { type: 'flag' } : undefined;
  }

  /** The shape of the facts that a value or a field is bound to; undefined if there are none, or they differ. */
  askedAs(name: string): ValueShape | undefined {
    this.#asked ??= this.#askedShapes();
    return this.#asked.get(name);
  }

  #askedShapes(): ReadonlyMap<string, ValueShape | undefined> {
    const asked = new Map<string, ValueShape | undefined>();
    const put = (name: string, shape: ValueShape | undefined): void => {
      if (shape === undefined) return;
      const known = asked.get(name);
      if (!asked.has(name)) asked.set(name, shape);
      else if (known !== undefined && known !== shape && !sameShape(known, shape)) asked.set(name, undefined);
    };
    for (const posting of this.#data.postings) {
      const { bind = {}, of } = posting;
      // A reference to another record is a text.
      eachRecord(posting, ({ key }) => {
        if (isRecord(key) && 'record' in key) put(`${key['record']}.${key['field']}`, { type: 'text' });
      });
      for (const [fact, binding] of Object.entries(bind)) {
        const shape = Object.hasOwn(this.#data.facts, fact) ? this.#data.facts[fact] : undefined;
        if ('state' in binding) put(binding.state, shape);
        else if ('own' in binding) put(`${of}.${binding.own}`, shape);
        else if ('record' in binding) put(`${binding.record}.${binding.field}`, shape);
        else if ('records' in binding && shape?.type === 'list' && shape.of.type === 'record')
          for (const [field, own] of Object.entries(shape.of.fields)) put(`${binding.records}.${field}`, own);
      }
    }
    return asked;
  }

  #remember(change: StateChange, posting: Posting): void {
    const set = (name: string, binding: Binding): void => {
      const known = this.#set.get(name);
      if (known === undefined) this.#set.set(name, [[binding, posting]]);
      else known.push([binding, posting]);
    };
    if ('set' in change) set(change.set, change.to);
    else if ('record' in change && 'fields' in change)
      for (const [field, binding] of Object.entries(change.fields)) set(`${change.record}.${field}`, binding);
    else if ('record' in change && 'put' in change) {
      const name = `${change.record}.${change.list}`;
      this.#lists.set(name, [...(this.#lists.get(name) ?? []), [change.put, posting]]);
    }
  }

  #ofEvent(name: string, { on }: Posting): ValueShape | undefined {
    if (name === 'on') return day;
    if (name === 'id') return { type: 'text' };
    if (on === 'balanceBelowZero') return name === 'amount' ? money : undefined;
    const payload =
      on !== undefined && Object.hasOwn(this.#data.events, on) ? this.#data.events[on]?.payload : undefined;
    return payload !== undefined && Object.hasOwn(payload, name) ? payload[name] : undefined;
  }

  /**
   * The shape of a value of the account, or of `record.field`; undefined if postings disagree or none determines it.
   */
  ofValue(name: string): ValueShape | undefined {
    if (this.#values.has(name)) return this.#values.get(name);
    // A value that is set from itself gives no information.
    this.#values.set(name, undefined);
    const lists = this.#lists.get(name);
    const shapes =
      lists === undefined
        ? (this.#set.get(name) ?? []).map(([binding, posting]) => this.of(binding, posting))
        : [this.#ofList(lists)];
    const [first, ...others] = shapes.filter((shape) => shape !== undefined);
    const agreed = first !== undefined && others.every((other) => sameShape(first, other)) ? first : undefined;
    this.#values.set(name, agreed);
    return agreed;
  }

  #ofList(puts: readonly (readonly [Readonly<Record<string, Binding>>, Posting])[]): ValueShape | undefined {
    const fields: Record<string, ValueShape> = {};
    for (const [put, posting] of puts)
      for (const [name, binding] of Object.entries(put)) {
        const shape = this.of(binding, posting) ?? fields[name];
        if (shape === undefined) return undefined;
        fields[name] = shape;
      }
    return { type: 'list', of: { type: 'record', fields } };
  }

  #ofRecords(record: string): ValueShape | undefined {
    const fields: Record<string, ValueShape> = {};
    for (const name of [...this.#set.keys(), ...this.#lists.keys()]) {
      if (!name.startsWith(`${record}.`)) continue;
      const shape = this.ofValue(name) ?? this.#ofNumbers(name);
      if (shape === undefined) return undefined;
      fields[name.slice(record.length + 1)] = shape;
    }
    return Object.keys(fields).length === 0 ? undefined : { type: 'list', of: { type: 'record', fields } };
  }

  /** A field that postings set only to numbers is a count. */
  #ofNumbers(name: string): ValueShape | undefined {
    const set = this.#set.get(name) ?? [];
    const isNumber = ([binding]: readonly [Binding, Posting]): boolean =>
      'literal' in binding && typeof binding.literal === 'number';
    return set.length > 0 && set.every(isNumber) ? { type: 'count' } : undefined;
  }

  #ofResult(field: string, { computes }: Posting): ValueShape | undefined {
    const computation = computes === undefined ? undefined : this.#computations.get(computes);
    const gives = computation && givesOf(computation);
    return gives !== undefined && Object.hasOwn(gives, field) ? gives[field] : undefined;
  }
}

/** Every change that a posting can make. @internal */
export function changesOf({ sets, setsIfPaid, setsIfShort, setsByState }: Posting): readonly StateChange[] {
  return [...(sets ?? []), ...(setsIfPaid ?? []), ...(setsIfShort ?? []), ...Object.values(setsByState ?? {}).flat()];
}
