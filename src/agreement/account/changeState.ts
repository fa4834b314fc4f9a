import { addMoney } from '../../money/addMoney.js';
import { isMoney, type Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Answer } from '../kinds/kind.js';
import type { Binding, StateChange } from '../model/posting.js';
import { jsonOf } from '../model/value.js';
import { amountOf } from './amountOf.js';
import { boundValue, type PostingContext } from './bindings.js';
import { changeStatus } from './changeStatus.js';
import type { EntryWriter } from './entryWriter.js';
import { refuseEvent } from './eventErrors.js';
import type { RunningPosting } from './runningPosting.js';

type RecordChange = Extract<StateChange, { readonly record: string }>;
type Fields = Readonly<Record<string, unknown>>;

/** Makes one change of a posting to a value, a counter, the status or a record of an account. @internal */
export function changeState(
  writer: EntryWriter,
  change: StateChange,
  running: RunningPosting,
  answer: Answer | undefined,
): void {
  const { state } = writer;
  const where: PostingContext = { ...running.where, answer };
  if ('set' in change) state.named.setValue(change.set, boundValue(change.to, where));
  else if ('count' in change) state.named.setCounter(change.count, state.named.counter(change.count) + change.by);
  else if ('record' in change) changeRecord(writer, change, running, where);
  else changeStatus(writer, running, change.status);
}

function changeRecord(writer: EntryWriter, change: RecordChange, running: RunningPosting, where: PostingContext): void {
  const { state } = writer;
  const { posting, cause, agreement } = running;
  const key = String(boundValue(change.key, where));
  const record = state.named.record(change.record, key);
  if ('status' in change) {
    if (record?.['status'] === change.status) return;
    state.named.setRecord(change.record, key, { ...record, status: change.status });
    writer.remark(posting.id, cause, 'status', agreement, {
      status: change.status,
      of: { record: change.record, key },
    });
    return;
  }
  const changed =
    'fields' in change
      ? withFields(change, key, record, where)
      : 'put' in change
        ? withEntry(change, record, where)
        : withCounts(change, key, record, where);
  state.named.setRecord(change.record, key, changed);
}

/** A record with fields set. */
function withFields(
  change: Extract<RecordChange, { readonly fields: unknown }>,
  key: string,
  record: Fields | undefined,
  where: PostingContext,
): Fields {
  if (change.entered === 'once' && record !== undefined) {
    const expected = `a key that no earlier ${change.record} has`;
    refuseEvent(where.cause, fieldOf(change.key, change.record), 'duplicate', key, expected);
  }
  const fields: Record<string, unknown> = { ...record };
  for (const [name, binding] of Object.entries(change.fields))
    if (change.entered !== 'ifAbsent' || fields[name] === undefined) fields[name] = boundValue(binding, where);
  return fields;
}

/** A record with an additional entry in one of its lists, which replaces an entry with the same value of `by`. */
function withEntry(
  { list, put, by }: Extract<RecordChange, { readonly put: unknown }>,
  record: Fields | undefined,
  where: PostingContext,
): Fields {
  const entry = Object.fromEntries(Object.entries(put).map(([name, binding]) => [name, boundValue(binding, where)]));
  const before = (record?.[list] ?? []) as readonly Fields[];
  const kept = by === undefined ? before : before.filter((other) => other[by] !== entry[by]);
  return { ...record, [list]: [...kept, entry] };
}

/** A record with its counts and amounts increased or decreased. */
function withCounts(
  change: Extract<RecordChange, { readonly add: unknown } | { readonly take: unknown }>,
  key: string,
  record: Fields | undefined,
  where: PostingContext,
): Fields {
  const { cause } = where;
  const fields: Record<string, unknown> = { ...record };
  for (const [name, binding] of Object.entries('add' in change ? change.add : change.take)) {
    const more = boundValue(binding, where);
    const before = fields[name];
    if (before === undefined || before === null) {
      const expected = `a record of ${change.record} that has ${name}`;
      refuseEvent(cause, fieldOf(change.key, change.record), 'never-set', key, expected);
    }
    const after = sumWith(before, more, 'add' in change ? 1 : -1);
    if (after === undefined)
      refuseEvent(cause, fieldOf(binding, name), 'type', jsonOf(more), `a value of the type of ${name}`);
    if ('take' in change && isBelowZero(after)) {
      const expected = `at most ${printed(before)}, what is left`;
      refuseEvent(cause, fieldOf(binding, name), 'more-than-left', jsonOf(more), expected);
    }
    fields[name] = after;
  }
  return fields;
}

/** The field of the event that a binding uses, or the given name. */
function fieldOf(binding: Binding, otherwise: string): string {
  return 'event' in binding ? binding.event : otherwise;
}

/** Adds to or subtracts from a count or an amount; undefined if the two are of different types. */
function sumWith(before: unknown, more: unknown, sign: 1 | -1): number | Money | undefined {
  if (typeof more === 'number') return typeof before === 'number' ? before + sign * more : undefined;
  const [amount, other] = [amountOf(before), amountOf(more)];
  if (amount === undefined || other === undefined) return undefined;
  return sign === 1 ? addMoney(amount, other) : subtractMoney(amount, other);
}

function isBelowZero(value: number | Money): boolean {
  return typeof value === 'number' ? value < 0 : value.minorUnits < 0n;
}

function printed(value: unknown): string {
  return isMoney(value) ? value.toString() : String(value);
}
