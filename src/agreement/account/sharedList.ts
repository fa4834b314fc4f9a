/**
 * An append-only list. Consecutive lists share their rows, and each knows the length of its own part; only if two lists
 * continue from the same one does the second copy the rows.
 *
 * @internal
 */
export class SharedList<T> {
  readonly #rows: T[];
  readonly size: number;

  private constructor(rows: T[], size: number) {
    this.#rows = rows;
    this.size = size;
  }

  static of<T>(rows: readonly T[]): SharedList<T> {
    return new SharedList(rows.slice(), rows.length);
  }

  /** The same with further rows. */
  with(more: readonly T[]): SharedList<T> {
    if (more.length === 0) return this;
    // Empty lists must not share rows.
    const rows = this.size > 0 && this.#rows.length === this.size ? this.#rows : this.#rows.slice(0, this.size);
    for (const row of more) rows.push(row);
    return new SharedList(rows, rows.length);
  }

  /** All rows, followed by those of another list. */
  before(rest: readonly T[]): readonly T[] {
    return this.size === 0 ? rest : [...this.#rows.slice(0, this.size), ...rest];
  }
}
