/** Things with the same key; at least one. @internal */
export type Group<T> = readonly [T, ...T[]];

/** Groups things by key, in the order in which each key first occurs. @internal */
export function grouped<T>(
  things: readonly T[],
  keyOf: (thing: T) => string,
): readonly [Group<T>, ...Group<T>[]] | readonly [] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()] as unknown as readonly [Group<T>, ...Group<T>[]];
}
