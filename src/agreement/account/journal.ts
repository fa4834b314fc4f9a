import type { CurrencyCode } from '../../money/currency.js';
import type { DailyEntries, Entry, Remark } from './account.js';
import type { ChargeRun } from './dailyCharges.js';

/** Something that happened: what is told of it is made when it is read. `seq` is the place of the first that a row stands for. */
type Row =
  | { readonly is: 'entry'; readonly seq: number; readonly make: (seq: number) => Entry; made?: Entry }
  | { readonly is: 'entries'; readonly seq: number; readonly run: ChargeRun; made?: readonly Entry[] }
  | { readonly is: 'remark'; readonly seq: number; readonly make: (seq: number) => Remark; made?: Remark };

/**
 * What happened on an account, in order. Accounts that follow one another share one list of rows, each knows how many of them are its own;
 * only where two accounts go on from the same one the second copies it. Entries and remarks are made when they are read, once.
 *
 * @internal
 */
export class Journal {
  #rows: Row[];
  #size: number;
  /** How many entries and remarks there are. */
  #count: number;

  private constructor(rows: Row[], size: number, count: number) {
    this.#rows = rows;
    this.#size = size;
    this.#count = count;
  }

  /** A journal that was told before. */
  static from(
    entries: readonly Entry[],
    remarks: readonly Remark[],
    runs: readonly { readonly seq: number; readonly run: ChargeRun }[] = [],
  ): Journal {
    const rows: Row[] = [
      ...entries.map((made): Row => ({ is: 'entry', seq: made.seq, make: () => made, made })),
      ...remarks.map((made): Row => ({ is: 'remark', seq: made.seq, make: () => made, made })),
      ...runs.map(({ seq, run }): Row => ({ is: 'entries', seq, run })),
    ];
    rows.sort((a, b) => a.seq - b.seq);
    const count = runs.reduce((sum, { run }) => sum + run.count, entries.length + remarks.length);
    return new Journal(rows, rows.length, count);
  }

  /** The same journal, to go on with; this one stays as it is. */
  fork(): Journal {
    return new Journal(this.#rows, this.#size, this.#count);
  }

  enter(make: (seq: number) => Entry): void {
    this.#push({ is: 'entry', seq: this.#count + 1, make }, 1);
  }

  /** Entries that are made together. */
  enterMany(run: ChargeRun): void {
    this.#push({ is: 'entries', seq: this.#count + 1, run }, run.count);
  }

  remark(make: (seq: number) => Remark): void {
    this.#push({ is: 'remark', seq: this.#count + 1, make }, 1);
  }

  /** All entries. */
  entries(currency: CurrencyCode): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const row = this.#rows[at] as Row;
      if (row.is === 'entry') {
        row.made ??= row.make(row.seq);
        entries.push(row.made);
      } else if (row.is === 'entries') {
        row.made ??= row.run.entries(row.seq, currency);
        for (const entry of row.made) entries.push(entry);
      }
    }
    return entries;
  }

  /** Entries that stand alone, and those of days told together, for the JSON of a state. */
  toJSON(currency: CurrencyCode): { readonly entries: Entry[]; readonly dailyEntries: DailyEntries[] } {
    const entries: Entry[] = [];
    const dailyEntries: DailyEntries[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const row = this.#rows[at] as Row;
      if (row.is === 'entries') dailyEntries.push(row.run.toJSON(row.seq, currency));
      else if (row.is === 'entry') {
        row.made ??= row.make(row.seq);
        entries.push(row.made);
      }
    }
    return { entries, dailyEntries };
  }

  get remarks(): Remark[] {
    const remarks: Remark[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const row = this.#rows[at] as Row;
      if (row.is !== 'remark') continue;
      row.made ??= row.make(row.seq);
      remarks.push(row.made);
    }
    return remarks;
  }

  #push(row: Row, count: number): void {
    if (this.#rows.length !== this.#size) this.#rows = this.#rows.slice(0, this.#size);
    this.#rows.push(row);
    this.#size += 1;
    this.#count += count;
  }
}
