/**
 * Restores the order of clauses: JavaScript moves integer-like names to the front of a record, so a clause `12` must go
 * back after those of section 11.
 */
export function inClauseOrder<T>(clauses: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  const isWhole = ([ref]: readonly [string, T]): boolean => /^\d+$/.test(ref);
  const ordered = clauses.filter((clause) => !isWhole(clause));
  for (const whole of clauses.filter(isWhole)) {
    const number = Number(whole[0]);
    const next = ordered.findIndex(([ref]) => Number.parseInt(ref, 10) >= number);
    ordered.splice(next < 0 ? ordered.length : next, 0, whole);
  }
  return ordered;
}
