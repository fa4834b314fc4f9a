import type { Entry, Remark } from './accountJson.js';
import type { AccountState } from './state.js';

/** The source of the entries of a statement, and those already created. */
interface LazyEntries {
  readonly state: AccountState;
  entries?: readonly Entry[];
  remarks?: readonly Remark[];
}

const lazyEntries = Symbol('what the entries are made from');

// Every statement has the same two accessor functions: with its own closures, V8 would give each a separate hidden
// class that keeps its account alive until the next full collection.
const lazily: PropertyDescriptorMap & ThisType<{ readonly [lazyEntries]: LazyEntries }> = {
  entries: {
    enumerable: true,
    configurable: true,
    get(): readonly Entry[] {
      const { state, entries } = this[lazyEntries];
      if (entries !== undefined) return entries;
      this[lazyEntries].entries = state.journal.entries(state.currency);
      return this[lazyEntries].entries;
    },
  },
  remarks: {
    enumerable: true,
    configurable: true,
    get(): readonly Remark[] {
      const { state, remarks } = this[lazyEntries];
      if (remarks !== undefined) return remarks;
      this[lazyEntries].remarks = state.journal.remarks;
      return this[lazyEntries].remarks;
    },
  },
};

/** Adds the entries and remarks to a statement, created on access. @internal */
export function withEntries<T extends object>(
  statement: T,
  state: AccountState,
): T & { readonly entries: readonly Entry[]; readonly remarks: readonly Remark[] } {
  Object.defineProperty(statement, lazyEntries, { value: { state } });
  return Object.defineProperties(statement, lazily) as ReturnType<typeof withEntries<T>>;
}
