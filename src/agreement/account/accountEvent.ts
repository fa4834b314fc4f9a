import type { AgreementErrorCode } from '../../errors/agreementError.js';
import { AgreementError } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import type { CurrencyCode } from '../../money/currency.js';
import { isMoney } from '../../money/money.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf, readEpochDay } from '../../time/dayInput.js';
import { noDay } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import { oneOf } from '../language/finder.js';
import type { EventDeclaration } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Timeline } from '../model/timeline.js';
import { ErrorList, type ParsedValue, readRecord, readValue, type ValueShape } from '../model/value.js';
import type { Cause } from './cause.js';

/** Something that happened to an account; the agreement declares the further fields by kind. */
export interface AccountEvent {
  /** Identifies the event permanently: the same id with the same content counts once. */
  readonly id: string;
  /** One of the kinds that the agreement declares. */
  readonly kind: string;
  /** The day it happened, in the agreement's time zone. */
  readonly on: string;
  /**
   * The instant it happened, with its offset: `"2026-03-02T09:30:00+05:00"`. On the same day, events with an instant
   * come first, ordered by it; it must fall on that day.
   */
  readonly at?: string;
  /** Orders the events of one day; without it they are ordered by the agreement's kinds, then by their ids. */
  readonly seq?: number;
  readonly [field: string]: unknown;
}

/** A validated event, which triggers its postings. @internal */
export class ReadEvent implements Cause {
  readonly id: string;
  readonly kind: string;
  readonly day: number;
  readonly on: string;
  readonly seq: number;
  /** The position of its kind among those of the agreement. */
  readonly order: number;
  /** The instant in `at`, in nanoseconds; undefined if there is none. */
  readonly moment: bigint | undefined;
  /** Its fields, with the day as `on`. */
  readonly payload: Readonly<Record<string, ParsedValue>>;
  #digest: string | undefined;

  constructor(read: Pick<ReadEvent, 'id' | 'kind' | 'day' | 'on' | 'seq' | 'order' | 'moment' | 'payload'>) {
    this.id = read.id;
    this.kind = read.kind;
    this.day = read.day;
    this.on = read.on;
    this.seq = read.seq;
    this.order = read.order;
    this.moment = read.moment;
    this.payload = read.payload;
  }

  get event(): string {
    return this.id;
  }

  get name(): string {
    return this.id;
  }

  /**
   * The digest of its content, computed on access: only a second event with the same id, or the JSON of a state, needs
   * it.
   */
  get digest(): string {
    if (this.#digest === undefined) {
      const { kind, on, seq } = this;
      const { on: _, ...payload } = this.payload;
      this.#digest = digestOf({ kind, on, payload, seq });
    }
    return this.#digest;
  }
}

const frame = ['id', 'kind', 'on', 'seq', 'note'];
const frameWithInstant = [...frame, 'at'];

/**
 * Validates events, reporting the errors of all of them at once; sorts them by day and removes duplicates. @internal
 */
export function readEvents(
  timeline: Timeline,
  events: readonly AccountEvent[],
  {
    currencies,
    digestOf: appliedDigestOf,
  }: { readonly currencies: readonly CurrencyCode[]; readonly digestOf: (id: string) => string | undefined },
): ReadEvent[] {
  const errors = new ErrorList();
  if (!isList(events)) {
    errors.add('events', 'type', events, 'a list of events');
    errors.throwAs('events-invalid');
  }
  const read = new Map<string, ReadEvent>();
  let reused: AgreementErrorCode = 'events-invalid';
  let isSorted = true;
  let last: ReadEvent | undefined;
  // A copy, because `forEach` passes over holes.
  [...events].forEach((event, at) => {
    const found =
      readPlainEvent(timeline, currencies, event) ?? readEvent(timeline, currencies, event, `events.${at}`, errors);
    if (found === undefined) return;
    isSorted &&= last === undefined || inOrder(last, found) < 0;
    last = found;
    const before = read.get(found.id)?.digest ?? appliedDigestOf(found.id);
    if (before !== undefined && before !== found.digest) {
      errors.add(`events.${at}.id`, 'event-id-reused', found.id, 'an id that no other event has');
      if (errors.findings.every((finding) => finding.code === 'event-id-reused')) reused = 'event-id-reused';
    } else if (before === undefined) read.set(found.id, found);
  });
  if (errors.findings.length > 0) throwFindings(errors, reused);
  const inDays = [...read.values()];
  return isSorted ? inDays : inDays.sort(inOrder);
}

/** Reports all findings under one code: `event-id-reused` only if nothing else is wrong. */
function throwFindings(errors: ErrorList, code: AgreementErrorCode): never {
  const only = errors.findings.every((finding) => finding.code === 'event-id-reused') ? code : 'events-invalid';
  const [first] = errors.findings;
  throw new AgreementError(
    only,
    { field: first?.path ?? '', value: first?.value ?? '', expected: first?.expected ?? '' },
    errors.findings,
  );
}

function readEvent(
  timeline: Timeline,
  currencies: readonly CurrencyCode[],
  event: AccountEvent,
  path: string,
  errors: ErrorList,
): ReadEvent | undefined {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return errors.add(path, 'type', event, 'an event');
  const before = errors.findings.length;
  const { id, kind, on, seq = 0 } = event;
  if (typeof id !== 'string' || id === '' || id.length > 200)
    errors.add(`${path}.id`, 'type', id, 'a text of 1 to 200 characters');
  const day = readValue({ type: 'day' }, on, `${path}.on`, errors) as string | undefined;
  if (!Number.isSafeInteger(seq)) errors.add(`${path}.seq`, 'type', seq, 'a whole number');
  // Without a day, validate the rest of the event against the newest edition, to report everything that is wrong at
  // once.
  const agreement = day === undefined ? timeline.editions.at(-1) : timeline.on(epochDayOf(day, 'on'));
  if (agreement === undefined)
    return errors.add(
      `${path}.on`,
      'term-not-in-force',
      on,
      `a day from ${timeline.editions[0]?.data.effectiveOn} on, when the first edition came into force`,
    );
  const kinds = Object.keys(agreement.data.events);
  const declared =
    typeof kind === 'string' && Object.hasOwn(agreement.data.events, kind) ? agreement.data.events[kind] : undefined;
  if (declared === undefined) return errors.add(`${path}.kind`, 'choice', kind, oneOf(kind, kinds));
  const { payload: fields, optional = [] } = declared;
  const ownsInstant = Object.hasOwn(fields, 'at');
  const read = readRecord(
    { type: 'record', fields, optional },
    event,
    path,
    errors,
    ownsInstant ? frame : frameWithInstant,
  );
  // Every event may have the instant on its day; a field `at` declared by a kind can mean something else.
  const at =
    ownsInstant || event.at === undefined || event.at === null
      ? undefined
      : readValue({ type: 'instant' }, event.at, `${path}.at`, errors);
  const payload = read !== undefined && at !== undefined ? { ...read, at } : read;
  currencyErrors(currencies, payload ?? {}, path, errors);
  const isInstant = !ownsInstant || fields['at']?.type === 'instant';
  if (isInstant) instantErrors(agreement, payload?.['at'], day, path, errors);
  if (errors.findings.length > before || payload === undefined || day === undefined) return undefined;
  const moment = isInstant ? momentOf(declared, payload) : undefined;
  const order = kinds.indexOf(kind);
  return new ReadEvent({
    id,
    kind,
    day: epochDayOf(day, 'on'),
    on: day,
    seq,
    order,
    moment,
    payload: { ...payload, on: day },
  });
}

/** A kind of event whose fields can be validated one by one: none of them is an instant, a list or a record. */
interface PlainKind {
  readonly order: number;
  readonly fields: readonly { readonly name: string; readonly shape: ValueShape; readonly isOptional: boolean }[];
  /** The allowed fields of an event of this kind. */
  readonly names: ReadonlySet<string>;
}

const plainKinds = /* @__PURE__ */ new WeakMap<Agreement, ReadonlyMap<string, PlainKind>>();

/** The kinds of events that can be validated field by field, cached by edition. */
function plainKindsOf(agreement: Agreement): ReadonlyMap<string, PlainKind> {
  const known = plainKinds.get(agreement);
  if (known !== undefined) return known;
  const found = new Map<string, PlainKind>();
  Object.entries(agreement.data.events).forEach(([kind, { payload, optional = [] }], order) => {
    const fields = Object.entries(payload).map(([name, shape]) => ({
      name,
      shape,
      isOptional: optional.includes(name),
    }));
    const isPlain = fields.every(
      ({ name, shape: { type } }) =>
        !frameWithInstant.includes(name) && type !== 'instant' && type !== 'list' && type !== 'record',
    );
    if (isPlain) found.set(kind, { order, fields, names: new Set([...frame, ...Object.keys(payload)]) });
  });
  plainKinds.set(agreement, found);
  return found;
}

/** Collects errors of an event that is validated field by field; the event is then validated again to locate them. */
const anyError = /* @__PURE__ */ new ErrorList();

/**
 * Validates an event without an instant, field by field; undefined if anything is unusual or wrong, which
 * {@link readEvent} handles.
 */
function readPlainEvent(
  timeline: Timeline,
  currencies: readonly CurrencyCode[],
  event: AccountEvent,
): ReadEvent | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { id, kind, on, seq = 0 } = event;
  if (typeof id !== 'string' || id === '' || id.length > 200 || typeof on !== 'string' || on.length !== 10)
    return undefined;
  const day = readEpochDay(on);
  const agreement = day === noDay ? undefined : timeline.on(day);
  const plain = agreement === undefined ? undefined : plainKindsOf(agreement).get(kind);
  if (plain === undefined || !Number.isSafeInteger(seq)) return undefined;
  for (const name in event) if (!plain.names.has(name) || !Object.hasOwn(event, name)) return undefined;
  const payload: Record<string, ParsedValue> = {};
  for (const { name, shape, isOptional } of plain.fields) {
    const given = Object.hasOwn(event, name) ? event[name] : undefined;
    if (given === undefined || given === null) {
      if (isOptional) continue;
      return undefined;
    }
    const parsed = readValue(shape, given, name, anyError);
    if (parsed === undefined) {
      anyError.findings.length = 0;
      return undefined;
    }
    if (isMoney(parsed) && !currencies.includes(parsed.currency)) return undefined;
    payload[name] = parsed;
  }
  payload['on'] = on;
  return new ReadEvent({ id, kind, day, on, seq, order: plain.order, moment: undefined, payload });
}

/** The instant of an event, its `at`, must fall on the day of the event. */
function instantErrors(
  { data: { timeZone } }: Agreement,
  at: ParsedValue | undefined,
  day: string | undefined,
  path: string,
  errors: ErrorList,
): void {
  if (typeof at !== 'string' || day === undefined || dayIn(at, timeZone).toString() === day) return;
  errors.add(`${path}.at`, 'day-mismatch', at, `an instant on ${day} in ${timeZone}`);
}

/** An account has one currency, and currencies are never mixed. */
function currencyErrors(
  currencies: readonly CurrencyCode[],
  parsed: ParsedValue,
  path: string,
  errors: ErrorList,
): void {
  if (isMoney(parsed)) {
    if (!currencies.includes(parsed.currency))
      errors.add(`${path}.currency`, 'currency-mismatch', parsed.currency, currencies.join(' or '));
  } else if (typeof parsed === 'object')
    for (const [name, part] of Object.entries(parsed))
      currencyErrors(currencies, part as ParsedValue, `${path}.${name}`, errors);
}

/** Whether an instant or a `seq` orders two events of one day, rather than only the agreement. @internal */
export function isOrdered(a: ReadEvent, b: ReadEvent): boolean {
  if (a.moment !== undefined && b.moment !== undefined) return a.moment !== b.moment || a.seq !== b.seq;
  return a.moment === undefined && b.moment === undefined && a.seq !== b.seq;
}

function inOrder(a: ReadEvent, b: ReadEvent): number {
  return (
    a.day - b.day || orderOfMoments(a.moment, b.moment) || a.seq - b.seq || a.order - b.order || (a.id < b.id ? -1 : 1)
  );
}

/** The instant in `at`, in nanoseconds; undefined if the field of this kind means something else. @internal */
export function momentOf(
  declared: EventDeclaration | undefined,
  payload: Readonly<Record<string, unknown>>,
): bigint | undefined {
  const at = payload['at'];
  if ((declared?.payload['at']?.type ?? 'instant') !== 'instant' || typeof at !== 'string') return undefined;
  return instantOf(at, 'at').epochNanoseconds;
}

/** Orders instants; an event without an instant comes after those with one. @internal */
export function orderOfMoments(a: bigint | undefined, b: bigint | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

/**
 * A short digest of the content of an event: its declared fields in a fixed order, hashed twice with FNV-1a using
 * different seeds.
 */
export function digestOf(content: unknown): string {
  const digest = new Digest();
  digest.add(content);
  return digest.toString();
}

/** Hashes content incrementally, without building its text. */
class Digest {
  #length = 0;
  #first = 0x811c9dc5;
  #second = 0x01000193;

  add(value: unknown): void {
    if (typeof value === 'string') this.#addQuoted(value);
    else if (typeof value !== 'object' || value === null) this.#addText(String(JSON.stringify(value)));
    else if (isMoney(value)) this.add(value.toJSON());
    else if (Array.isArray(value)) {
      this.#addText('[');
      value.forEach((entry, at) => {
        if (at > 0) this.#addText(',');
        this.add(entry);
      });
      this.#addText(']');
    } else this.#addRecord(value as Readonly<Record<string, unknown>>);
  }

  toString(): string {
    return `${this.#length}-${(this.#first >>> 0).toString(36)}-${(this.#second >>> 0).toString(36)}`;
  }

  #addRecord(record: Readonly<Record<string, unknown>>): void {
    const names = Object.keys(record);
    // `sort` allocates more than everything else here, and fields usually are in order.
    if (names.some((name, at) => at > 0 && name < (names[at - 1] as string))) names.sort();
    this.#addText('{');
    names.forEach((name, at) => {
      if (at > 0) this.#addText(',');
      this.#addText(name);
      this.#addText(':');
      this.add(record[name]);
    });
    this.#addText('}');
  }

  #addQuoted(text: string): void {
    if (!plainText.test(text)) {
      this.#addText(JSON.stringify(text));
      return;
    }
    this.#addText('"');
    this.#addText(text);
    this.#addText('"');
  }

  #addText(text: string): void {
    let first = this.#first;
    let second = this.#second;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x85ebca6b);
    }
    this.#first = first;
    this.#second = second;
    this.#length += text.length;
  }
}

/** Text that needs no escaping in JSON. */
const plainText = /^[ !#-[\]-~\u00a0-\ud7ff]*$/;
