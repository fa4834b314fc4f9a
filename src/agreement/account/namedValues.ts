import { refuse } from '../../errors/agreementError.js';
import { isKnownCurrency } from '../../money/currency.js';
import { type Money, type MoneyJson, money, moneyOfJson } from '../../money/money.js';
import { jsonRecord } from '../model/value.js';
import type { AccountJson, Purchase } from './accountJson.js';

/** What was paid for a purchase from one wallet, and what was refunded. @internal */
export interface PurchasePart {
  readonly wallet?: string;
  readonly paid: Money;
  readonly returned: Money;
}

/** A purchase, by what was paid for it. @internal */
export interface PurchaseState {
  readonly paidOn: string;
  readonly parts: readonly PurchasePart[];
}

type AccountRecord = Readonly<Record<string, unknown>>;

const empty: Map<string, unknown> = /* @__PURE__ */ new Map();

/** A shared empty map, for maps that were never written to. */
function noEntries<T>(): Map<string, T> {
  return empty as Map<string, T>;
}

// Bit flags of the maps that were copied for these values alone.
const ownCounters = 1;
const ownValues = 2;
const ownPurchases = 4;
const ownRecords = 8;

/**
 * The counters, values, purchases and records of an account, by name. Shared with the values they were copied from
 * until the first write.
 *
 * @internal
 */
export class NamedValues {
  #counters: Map<string, number> = noEntries();
  #values: Map<string, unknown> = noEntries();
  #purchases: Map<string, PurchaseState> = noEntries();
  #records: Map<string, Map<string, AccountRecord>> = noEntries();
  #owns = 0;
  /** The names of the records that were copied; the others are shared. */
  #ownRecords: Set<string> | undefined;

  /** The values from the JSON of a state. */
  static from({ counters, values, purchases, records }: AccountJson): NamedValues {
    const read = new NamedValues();
    read.#counters = new Map(Object.entries(counters));
    read.#values = new Map(Object.entries(values).map(([name, value]) => [name, parsedOf(value)]));
    read.#records = new Map(
      Object.entries(records).map(([name, list]) => [
        name,
        new Map(Object.entries(list).map(([key, record]) => [key, parsedOf(record) as AccountRecord])),
      ]),
    );
    read.#purchases = new Map(
      Object.entries(purchases).map(([key, { paidOn, parts }]) => [
        key,
        {
          paidOn,
          parts: parts.map((part) => ({ ...part, paid: moneyOfJson(part.paid), returned: moneyOfJson(part.returned) })),
        },
      ]),
    );
    return read;
  }

  /** A copy that can be modified; this one does not change. */
  copy(): NamedValues {
    const copy = new NamedValues();
    copy.#counters = this.#counters;
    copy.#values = this.#values;
    copy.#purchases = this.#purchases;
    copy.#records = this.#records;
    // Neither of the two may write to what they now share.
    this.#owns = 0;
    this.#ownRecords = undefined;
    return copy;
  }

  counter(name: string): number {
    return this.#counters.get(name) ?? 0;
  }

  setCounter(name: string, count: number): void {
    if (!this.#takesOver(ownCounters)) this.#counters = new Map(this.#counters);
    this.#counters.set(name, count);
  }

  value(name: string): unknown {
    return this.#values.get(name);
  }

  setValue(name: string, value: unknown): void {
    if (!this.#takesOver(ownValues)) this.#values = new Map(this.#values);
    this.#values.set(name, value);
  }

  purchase(key: string): PurchaseState | undefined {
    return this.#purchases.get(key);
  }

  setPurchase(key: string, purchase: PurchaseState): void {
    if (!this.#takesOver(ownPurchases)) this.#purchases = new Map(this.#purchases);
    this.#purchases.set(key, purchase);
  }

  record(name: string, key: string): AccountRecord | undefined {
    return this.#records.get(name)?.get(key);
  }

  /** The keys of the records with a name, in the order in which they were entered. */
  keysOf(name: string): readonly string[] {
    const list = this.#records.get(name);
    return list === undefined ? [] : [...list.keys()];
  }

  /** All records with a name, in the order in which they were entered. */
  recordsOf(name: string): readonly AccountRecord[] {
    return [...(this.#records.get(name)?.values() ?? [])];
  }

  setRecord(name: string, key: string, record: AccountRecord): void {
    if (!this.#takesOver(ownRecords)) this.#records = new Map(this.#records);
    this.#ownRecords ??= new Set();
    let list = this.#records.get(name);
    if (list === undefined || !this.#ownRecords.has(name)) {
      list = new Map(list);
      this.#records.set(name, list);
      this.#ownRecords.add(name);
    }
    list.set(key, record);
  }

  /** Whether a map was already copied for these values; marks it as such. */
  #takesOver(map: number): boolean {
    const isOwn = (this.#owns & map) !== 0;
    this.#owns |= map;
    return isOwn;
  }

  toJSON(): Pick<AccountJson, 'counters' | 'values' | 'records' | 'purchases'> {
    const purchases = [...this.#purchases].map(([key, { paidOn, parts }]): [string, Purchase] => [
      key,
      { paidOn, parts: parts.map((p) => ({ ...p, paid: p.paid.toJSON(), returned: p.returned.toJSON() })) },
    ]);
    return {
      counters: Object.fromEntries(this.#counters),
      values: jsonRecord(Object.fromEntries(this.#values)),
      records: Object.fromEntries(
        [...this.#records].map(([name, list]) => [
          name,
          Object.fromEntries([...list].map(([key, record]) => [key, jsonRecord(record)])),
        ]),
      ),
      purchases: Object.fromEntries(purchases),
    };
  }
}

/** The maximum nesting of a value of the state; a circular one exceeds it. */
const deepestValue = 64;

/** Values of the state in parsed form, with amounts as `Money`. */
function parsedOf(json: unknown, depth = 0): unknown {
  if (depth > deepestValue)
    refuse('state-invalid', 'state', `more than ${deepestValue} levels`, 'the JSON of an account');
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((entry) => parsedOf(entry, depth + 1));
  const { amount, currency } = json as Partial<MoneyJson>;
  if (typeof amount === 'string' && isKnownCurrency(currency) && Object.keys(json).length === 2)
    return money(amount, currency);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, parsedOf(value, depth + 1)]));
}
