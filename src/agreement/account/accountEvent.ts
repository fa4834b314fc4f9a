import type { AgreementErrorCode } from '../../errors/agreementError.js';
import { AgreementError } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import type { CurrencyCode } from '../../money/currency.js';
import { isMoney } from '../../money/money.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf, readEpochDay } from '../../time/dayInput.js';
import { noDay } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import type { EventDeclaration } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Timeline } from '../model/timeline.js';
import { Faults, type Held, readRecord, readValue, type ValueShape } from '../model/value.js';
import type { Cause } from './cause.js';

/** Something that happened to an account; what else it carries, the agreement declares by its kind. */
export interface AccountEvent {
  /** Names the event for ever: the same id with the same content counts once. */
  readonly id: string;
  /** One of the kinds the agreement declares. */
  readonly kind: string;
  /** The day it happened, in the agreement's time zone. */
  readonly on: string;
  /**
   * The instant it happened, with its offset: `"2026-03-02T09:30:00+05:00"`. Events of one day that carry it come first, in the order of their
   * instants; it has to fall on the day.
   */
  readonly at?: string;
  /** Orders events of one day; absent, they come in the order of the agreement's kinds, then of their ids. */
  readonly seq?: number;
  readonly [field: string]: unknown;
}

/** An event that was found good, and what sets its postings going. @internal */
export class ReadEvent implements Cause {
  readonly id: string;
  readonly kind: string;
  readonly day: number;
  readonly on: string;
  readonly seq: number;
  /** The place of its kind among those of the agreement. */
  readonly order: number;
  /** The instant it carries as `at`, in nanoseconds; undefined where it carries none. */
  readonly moment: bigint | undefined;
  /** Its fields, and the day as `on`. */
  readonly payload: Readonly<Record<string, Held>>;
  #digest: string | undefined;

  constructor(
    id: string,
    kind: string,
    day: number,
    on: string,
    seq: number,
    order: number,
    moment: bigint | undefined,
    payload: Readonly<Record<string, Held>>,
  ) {
    this.id = id;
    this.kind = kind;
    this.day = day;
    this.on = on;
    this.seq = seq;
    this.order = order;
    this.moment = moment;
    this.payload = payload;
  }

  get event(): string {
    return this.id;
  }

  get name(): string {
    return this.id;
  }

  /** Digest of its content, computed when it is read: only a second event of the same id, or the JSON of a state, asks for it. */
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

/** Reads events, all faults of all of them at once; sorted by day, and the same event only once. @internal */
export function readEvents(
  timeline: Timeline,
  events: readonly AccountEvent[],
  {
    currencies,
    digestOf: appliedDigestOf,
  }: { readonly currencies: readonly CurrencyCode[]; readonly digestOf: (id: string) => string | undefined },
): ReadEvent[] {
  const faults = new Faults();
  if (!isList(events)) {
    faults.add('events', 'type', events, 'a list of events');
    faults.throwAs('events-invalid');
  }
  const read = new Map<string, ReadEvent>();
  let reused: AgreementErrorCode = 'events-invalid';
  let isSorted = true;
  let last: ReadEvent | undefined;
  events.forEach((event, at) => {
    const found =
      readPlainEvent(timeline, currencies, event) ?? readEvent(timeline, currencies, event, `events.${at}`, faults);
    if (found === undefined) return;
    isSorted &&= last === undefined || inOrder(last, found) < 0;
    last = found;
    const before = read.get(found.id)?.digest ?? appliedDigestOf(found.id);
    if (before !== undefined && before !== found.digest) {
      faults.add(`events.${at}.id`, 'event-id-reused', found.id, 'an id that no other event has');
      if (faults.findings.every((finding) => finding.code === 'event-id-reused')) reused = 'event-id-reused';
    } else if (before === undefined) read.set(found.id, found);
  });
  if (faults.findings.length > 0) throwFindings(faults, reused);
  const inDays = [...read.values()];
  return isSorted ? inDays : inDays.sort(inOrder);
}

/** All findings under one code: `event-id-reused` only where nothing else is wrong. */
function throwFindings(faults: Faults, code: AgreementErrorCode): never {
  const only = faults.findings.every((finding) => finding.code === 'event-id-reused') ? code : 'events-invalid';
  const [first] = faults.findings;
  throw new AgreementError(
    only,
    { field: first?.path ?? '', value: first?.value ?? '', expected: first?.expected ?? '' },
    faults.findings,
  );
}

function readEvent(
  timeline: Timeline,
  currencies: readonly CurrencyCode[],
  event: AccountEvent,
  path: string,
  faults: Faults,
): ReadEvent | undefined {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return faults.add(path, 'type', event, 'an event');
  const before = faults.findings.length;
  const { id, kind, on, seq = 0 } = event;
  if (typeof id !== 'string' || id === '' || id.length > 200)
    faults.add(`${path}.id`, 'type', id, 'a text of 1 to 200 characters');
  const day = readValue({ type: 'day' }, on, `${path}.on`, faults) as string | undefined;
  if (!Number.isSafeInteger(seq)) faults.add(`${path}.seq`, 'type', seq, 'a whole number');
  // Without a day the rest of the event is held against the newest edition, so that all that is wrong is told at once.
  const agreement = day === undefined ? timeline.editions.at(-1) : timeline.on(epochDayOf(day, 'on'));
  if (agreement === undefined)
    return faults.add(
      `${path}.on`,
      'term-not-in-force',
      on,
      `a day from ${timeline.editions[0]?.data.effectiveOn} on, when the first edition came into force`,
    );
  const kinds = Object.keys(agreement.data.events);
  const declared =
    typeof kind === 'string' && Object.hasOwn(agreement.data.events, kind) ? agreement.data.events[kind] : undefined;
  if (declared === undefined) return faults.add(`${path}.kind`, 'choice', kind, `one of ${kinds.join(', ')}`);
  const { payload: fields, optional = [] } = declared;
  const ownsInstant = Object.hasOwn(fields, 'at');
  const read = readRecord(
    { type: 'record', fields, optional },
    event,
    path,
    faults,
    ownsInstant ? frame : frameWithInstant,
  );
  // Every event may say when on its day it happened; what a kind declares as its own `at` may be something else.
  const at =
    ownsInstant || event.at === undefined || event.at === null
      ? undefined
      : readValue({ type: 'instant' }, event.at, `${path}.at`, faults);
  const payload = read !== undefined && at !== undefined ? { ...read, at } : read;
  currencyFaults(currencies, payload ?? {}, path, faults);
  const isInstant = !ownsInstant || fields['at']?.type === 'instant';
  if (isInstant) instantFaults(agreement, payload?.['at'], day, path, faults);
  if (faults.findings.length > before || payload === undefined || day === undefined) return undefined;
  const moment = isInstant ? momentOf(declared, payload) : undefined;
  const order = kinds.indexOf(kind);
  return new ReadEvent(id, kind, epochDayOf(day, 'on'), day, seq, order, moment, { ...payload, on: day });
}

/** A kind of event whose fields are read one by one: none of them is an instant, a list or a record. */
interface PlainKind {
  readonly order: number;
  readonly fields: readonly { readonly name: string; readonly shape: ValueShape; readonly isOptional: boolean }[];
  /** What an event of this kind may have. */
  readonly names: ReadonlySet<string>;
}

const plainKinds = /* @__PURE__ */ new WeakMap<Agreement, ReadonlyMap<string, PlainKind>>();

/** The kinds of events that can be read field by field, found once for each edition. */
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

/** Collects what is wrong with an event that is read field by field; the event is then read again to say where. */
const anyFault = /* @__PURE__ */ new Faults();

/** Reads an event without an instant, field by field; undefined where anything is unusual or wrong, which {@link readEvent} tells. */
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
  const payload: Record<string, Held> = {};
  for (const { name, shape, isOptional } of plain.fields) {
    const given = Object.hasOwn(event, name) ? event[name] : undefined;
    if (given === undefined || given === null) {
      if (isOptional) continue;
      return undefined;
    }
    const held = readValue(shape, given, name, anyFault);
    if (held === undefined) {
      anyFault.findings.length = 0;
      return undefined;
    }
    if (isMoney(held) && !currencies.includes(held.currency)) return undefined;
    payload[name] = held;
  }
  payload['on'] = on;
  return new ReadEvent(id, kind, day, on, seq, plain.order, undefined, payload);
}

/** The instant of an event, its `at`, falls on the day of the event. */
function instantFaults(
  { data: { timeZone } }: Agreement,
  at: Held | undefined,
  day: string | undefined,
  path: string,
  faults: Faults,
): void {
  if (typeof at !== 'string' || day === undefined || dayIn(at, timeZone).toString() === day) return;
  faults.add(`${path}.at`, 'day-mismatch', at, `an instant on ${day} in ${timeZone}`);
}

/** An account is kept in one currency, and currencies are never mixed. */
function currencyFaults(currencies: readonly CurrencyCode[], held: Held, path: string, faults: Faults): void {
  if (isMoney(held)) {
    if (!currencies.includes(held.currency))
      faults.add(`${path}.currency`, 'currency-mismatch', held.currency, currencies.join(' or '));
  } else if (typeof held === 'object')
    for (const [name, part] of Object.entries(held))
      currencyFaults(currencies, part as Held, `${path}.${name}`, faults);
}

/** Whether an instant or a place puts two events of one day in order, or nothing but the agreement does. @internal */
export function isOrdered(a: ReadEvent, b: ReadEvent): boolean {
  if (a.moment !== undefined && b.moment !== undefined) return a.moment !== b.moment || a.seq !== b.seq;
  return a.moment === undefined && b.moment === undefined && a.seq !== b.seq;
}

function inOrder(a: ReadEvent, b: ReadEvent): number {
  return (
    a.day - b.day || orderOfMoments(a.moment, b.moment) || a.seq - b.seq || a.order - b.order || (a.id < b.id ? -1 : 1)
  );
}

/** The instant an event carries as `at`, in nanoseconds; undefined where its kind means something else by it. @internal */
export function momentOf(
  declared: EventDeclaration | undefined,
  payload: Readonly<Record<string, unknown>>,
): bigint | undefined {
  const at = payload['at'];
  if ((declared?.payload['at']?.type ?? 'instant') !== 'instant' || typeof at !== 'string') return undefined;
  return instantOf(at, 'at').epochNanoseconds;
}

/** Earlier before later; an event without an instant comes after those that have one. @internal */
export function orderOfMoments(a: bigint | undefined, b: bigint | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The content of an event in a few characters: its fields, all of them declared, in one order, hashed twice by FNV-1a with different seeds. */
export function digestOf(content: unknown): string {
  const digest = new Digest();
  digest.add(content);
  return digest.toString();
}

/** Hashes content as it goes through it, so that its text is never put together. */
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
    // `sort` allocates more than all else here; fields mostly are in order.
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

/** Text that JSON does not escape. */
const plainText = /^[ !#-[\]-~\u00a0-\ud7ff]*$/;
