/**
 * A row of an earlier and of a later edition that correspond to each other; one side is absent if it was removed or
 * added.
 */
export interface AlignedRow {
  /** The index in the earlier edition. */
  readonly before?: number;
  /** The index in the later edition. */
  readonly after?: number;
}

/**
 * Aligns the rows of two lists, in order: first as many equal rows as possible without reordering; between them rows
 * with the same name, then the remaining ones in sequence. A row that moved past others counts as removed and added
 * again, because the first matching row decides.
 *
 * @internal
 */
export function alignedRows(before: readonly unknown[], after: readonly unknown[]): readonly AlignedRow[] {
  const aligned: AlignedRow[] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...longestCommon(before, after), [before.length, after.length] as const]) {
    aligned.push(...between(before, after, [from, was], [to, is]));
    if (was < before.length) aligned.push({ before: was, after: is });
    [from, to] = [was + 1, is + 1];
  }
  return aligned;
}

/** The longest list of pairs of equal rows without crossings. */
function longestCommon(before: readonly unknown[], after: readonly unknown[]): readonly (readonly [number, number])[] {
  const [left, right] = [before, after].map((rows) => rows.map((row) => JSON.stringify(row))) as [string[], string[]];
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] as number;
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The rows between two equal ones: by name, those without a name in sequence. */
function between(
  before: readonly unknown[],
  after: readonly unknown[],
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): readonly AlignedRow[] {
  const olds = positions(from, to);
  const news = positions(start, end);
  const partner = new Map<number, number>();
  for (const is of news) {
    const name = nameOf(after[is]);
    const was = olds.find((old) => name !== undefined && nameOf(before[old]) === name);
    if (was !== undefined) partner.set(is, was);
  }
  const unnamedOlds = olds.filter((old) => nameOf(before[old]) === undefined);
  const unnamedNews = news.filter((is) => nameOf(after[is]) === undefined);
  for (const [at, is] of unnamedNews.entries()) {
    const was = unnamedOlds[at];
    if (was !== undefined) partner.set(is, was);
  }
  const kept = new Set(partner.values());
  return [
    ...olds.filter((old) => !kept.has(old)).map((old) => ({ before: old })),
    ...news.map((is) => {
      const was = partner.get(is);
      return was === undefined ? { after: is } : { before: was, after: is };
    }),
  ];
}

function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function nameOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, 'row')
    ? (row as { row: unknown }).row
    : undefined;
}
