/**
 * A list that only grows and is never changed. Lists that follow one another share their rows, and each knows how many of them are its own; only
 * where two go on from the same one, the second copies them.
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

  /** The same and more. */
  with(more: readonly T[]): SharedList<T> {
    if (more.length === 0) return this;
    // Of lists that begin with nothing each has rows of its own.
    const rows = this.size > 0 && this.#rows.length === this.size ? this.#rows : this.#rows.slice(0, this.size);
    for (const row of more) rows.push(row);
    return new SharedList(rows, rows.length);
  }

  /** All rows, with those of a list behind them. */
  before(rest: readonly T[]): readonly T[] {
    return this.size === 0 ? rest : [...this.#rows.slice(0, this.size), ...rest];
  }
}
