import type { AgreementErrorCode } from '../../errors/agreementError.js';
import { AgreementError } from '../../errors/agreementError.js';
import type { CurrencyCode } from '../../money/currency.js';
import { isMoney } from '../../money/money.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf } from '../../time/dayInput.js';
import { instantOf } from '../../time/instant.js';
import type { EventDeclaration } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Timeline } from '../model/timeline.js';
import { Faults, type Held, readRecord, readValue } from '../model/value.js';

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

/** An event that was found good. @internal */
export interface ReadEvent {
  readonly id: string;
  readonly kind: string;
  readonly day: number;
  readonly on: string;
  readonly seq: number;
  readonly order: number;
  /** The instant it carries as `at`, in nanoseconds; absent where it carries none. */
  readonly moment?: bigint;
  readonly payload: Readonly<Record<string, Held>>;
  readonly digest: string;
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
  if (!Array.isArray(events)) {
    faults.add('events', 'type', events, 'a list of events');
    faults.throwAs('events-invalid');
  }
  const read = new Map<string, ReadEvent>();
  let reused: AgreementErrorCode = 'events-invalid';
  events.forEach((event, at) => {
    const path = `events.${at}`;
    const found = readEvent(timeline, currencies, event, path, faults);
    if (found === undefined) return;
    const before = read.get(found.id)?.digest ?? appliedDigestOf(found.id);
    if (before !== undefined && before !== found.digest) {
      faults.add(`${path}.id`, 'event-id-reused', found.id, 'an id that no other event has');
      if (faults.findings.every((finding) => finding.code === 'event-id-reused')) reused = 'event-id-reused';
    } else if (before === undefined) read.set(found.id, found);
  });
  if (faults.findings.length > 0) throwFindings(faults, reused);
  return [...read.values()].sort(inOrder);
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
  return {
    id,
    kind,
    day: epochDayOf(day, 'on'),
    on: day,
    seq,
    order: kinds.indexOf(kind),
    ...(moment !== undefined && { moment }),
    payload: { ...payload, on: day },
    digest: digestOf({ kind, on: day, payload, seq }),
  };
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
  const text = canonical(content);
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    first = Math.imul(first ^ text.charCodeAt(at), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return `${text.length}-${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isMoney(value)) return canonical(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(record);
  if (names.some((name, at) => at > 0 && name < (names[at - 1] as string))) names.sort();
  let fields = '';
  for (const name of names) fields += `${fields === '' ? '' : ','}${name}:${canonical(record[name])}`;
  return `{${fields}}`;
}
