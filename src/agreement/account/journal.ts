import type { CurrencyCode } from '../../money/currency.js';
import type { DailyEntries, Entry, Remark } from './accountJson.js';

/** Something that happened; its content is created on first access. @internal */
interface JournalRow {
  /** The position of the first item that the row represents; set when it is entered. */
  seq: number;
  /** The number of entries or remarks it represents. */
  readonly count: number;
  readonly isRemark: boolean;
}

/** A row with one entry, or with the entries of several days. @internal */
export interface EntryRow extends JournalRow {
  readonly isRemark: false;
  /** All its entries. */
  entries(currency: CurrencyCode): readonly Entry[];
  /** Its JSON in a state, if its entries are not listed individually there. */
  dailyEntries?(currency: CurrencyCode): DailyEntries;
}

/** An entry created by a function. */
class MadeEntry implements EntryRow {
  seq = 0;
  readonly count = 1;
  readonly isRemark = false;
  readonly #make: (seq: number) => Entry;
  #made: readonly Entry[] | undefined;

  constructor(make: (seq: number) => Entry) {
    this.#make = make;
  }

  entries(): readonly Entry[] {
    this.#made ??= [this.#make(this.seq)];
    return this.#made;
  }
}

class MadeRemark implements JournalRow {
  seq = 0;
  readonly count = 1;
  readonly isRemark = true;
  readonly #make: (seq: number) => Remark;
  #made: Remark | undefined;

  constructor(make: (seq: number) => Remark) {
    this.#make = make;
  }

  get remark(): Remark {
    this.#made ??= this.#make(this.seq);
    return this.#made;
  }
}

type Row = EntryRow | MadeRemark;

/** The maximum depth of journals before they are merged into one. */
const mostJournals = 8;

/**
 * What happened on an account, in order. Consecutive accounts share one list of rows, and each knows the length of its
 * own part; if two accounts continue from the same one, the second starts a new list on top of it. Entries and remarks
 * are created on access, once.
 *
 * @internal
 */
export class Journal {
  #below: Journal | undefined;
  #rows: Row[];
  #size: number;
  /** The number of entries and remarks, including those of the journals below. */
  #count: number;
  #depth: number;

  private constructor(below: Journal | undefined, rows: Row[], size: number, count: number, depth: number) {
    this.#below = below;
    this.#rows = rows;
    this.#size = size;
    this.#count = count;
    this.#depth = depth;
  }

  /** An empty journal. */
  static begun(): Journal {
    return new Journal(undefined, [], 0, 0, 1);
  }

  /** A journal from existing entries and remarks. */
  static from(
    entries: readonly Entry[],
    remarks: readonly Remark[],
    runs: readonly { readonly seq: number; readonly run: EntryRow }[] = [],
  ): Journal {
    const rows: Row[] = [];
    const add = (row: Row, seq: number): void => {
      row.seq = seq;
      rows.push(row);
    };
    for (const made of entries) add(new MadeEntry(() => made), made.seq);
    for (const made of remarks) add(new MadeRemark(() => made), made.seq);
    for (const { seq, run } of runs) add(run, seq);
    rows.sort((a, b) => a.seq - b.seq);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return new Journal(undefined, rows, rows.length, count, 1);
  }

  /** A copy of the journal that can be extended; this one does not change. */
  fork(): Journal {
    return new Journal(this.#below, this.#rows, this.#size, this.#count, this.#depth);
  }

  enter(make: (seq: number) => Entry): void {
    this.#push(new MadeEntry(make));
  }

  /** Adds a row that creates its own entries. */
  enterRow(row: EntryRow): void {
    this.#push(row);
  }

  /** Whether a row is the last one. */
  endsWith(row: EntryRow): boolean {
    return this.#size > 0 && this.#rows[this.#size - 1] === row;
  }

  /** Counts an entry that was added to the last row. */
  grow(): void {
    this.#count += 1;
  }

  remark(make: (seq: number) => Remark): void {
    this.#push(new MadeRemark(make));
  }

  /** All entries. */
  entries(currency: CurrencyCode): Entry[] {
    const entries: Entry[] = [];
    for (const row of this.#all()) if (!row.isRemark) for (const entry of row.entries(currency)) entries.push(entry);
    return entries;
  }

  /** The single entries, and those of days in runs, for the JSON of a state. */
  toJSON(currency: CurrencyCode): { readonly entries: Entry[]; readonly dailyEntries: DailyEntries[] } {
    const entries: Entry[] = [];
    const dailyEntries: DailyEntries[] = [];
    for (const row of this.#all()) {
      if (row.isRemark) continue;
      if (row.dailyEntries !== undefined) dailyEntries.push(row.dailyEntries(currency));
      else for (const entry of row.entries(currency)) entries.push(entry);
    }
    return { entries, dailyEntries };
  }

  get remarks(): Remark[] {
    const remarks: Remark[] = [];
    for (const row of this.#all()) if (row.isRemark) remarks.push(row.remark);
    return remarks;
  }

  #push(row: Row): void {
    if (this.#rows.length !== this.#size) this.#part();
    row.seq = this.#count + 1;
    this.#rows.push(row);
    this.#size += 1;
    this.#count += row.count;
  }

  /** Starts a new list, because the shared one has been extended by another account. */
  #part(): void {
    const isDeep = this.#depth === mostJournals;
    const rows = isDeep ? [...this.#all()] : [];
    this.#below = isDeep ? undefined : this.fork();
    this.#depth = isDeep ? 1 : this.#depth + 1;
    this.#rows = rows;
    this.#size = rows.length;
  }

  #all(): readonly Row[] {
    const own = this.#rows.length === this.#size ? this.#rows : this.#rows.slice(0, this.#size);
    return this.#below === undefined ? own : [...this.#below.#all(), ...own];
  }
}
