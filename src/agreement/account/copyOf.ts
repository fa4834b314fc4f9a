/** A copy of a list that can be modified; most lists of most accounts are empty. @internal */
export function copyOf<T>(list: readonly T[]): T[] {
  return list.length === 0 ? [] : list.slice();
}
