import type { Entry, Remark } from './account.js';

/** Something that happened: what is told of it is made when it is read. */
type Row =
  | { readonly is: 'entry'; readonly make: (seq: number) => Entry; made?: Entry }
  | { readonly is: 'remark'; readonly make: (seq: number) => Remark; made?: Remark };

/**
 * What happened on an account, in order. Accounts that follow one another share one list of rows, each knows how many of them are its own;
 * only where two accounts go on from the same one the second copies it. Entries and remarks are made when they are read, once.
 *
 * @internal
 */
export class Journal {
  #rows: Row[];
  #size: number;

  private constructor(rows: Row[], size: number) {
    this.#rows = rows;
    this.#size = size;
  }

  /** A journal that was told before. */
  static from(entries: readonly Entry[], remarks: readonly Remark[]): Journal {
    const rows: Row[] = [
      ...entries.map((made): Row => ({ is: 'entry', make: () => made, made })),
      ...remarks.map((made): Row => ({ is: 'remark', make: () => made, made })),
    ];
    rows.sort((a, b) => (a.made as Entry | Remark).seq - (b.made as Entry | Remark).seq);
    return new Journal(rows, rows.length);
  }

  /** The same journal, to go on with; this one stays as it is. */
  fork(): Journal {
    return new Journal(this.#rows, this.#size);
  }

  enter(make: (seq: number) => Entry): void {
    this.#push({ is: 'entry', make });
  }

  remark(make: (seq: number) => Remark): void {
    this.#push({ is: 'remark', make });
  }

  get entries(): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const row = this.#rows[at] as Row;
      if (row.is !== 'entry') continue;
      row.made ??= row.make(at + 1);
      entries.push(row.made);
    }
    return entries;
  }

  get remarks(): Remark[] {
    const remarks: Remark[] = [];
    for (let at = 0; at < this.#size; at += 1) {
      const row = this.#rows[at] as Row;
      if (row.is !== 'remark') continue;
      row.made ??= row.make(at + 1);
      remarks.push(row.made);
    }
    return remarks;
  }

  #push(row: Row): void {
    if (this.#rows.length !== this.#size) this.#rows = this.#rows.slice(0, this.#size);
    this.#rows.push(row);
    this.#size += 1;
  }
}
