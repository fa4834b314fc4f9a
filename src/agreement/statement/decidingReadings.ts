/** Combinations of options, grouped by the answer they lead to. */
type Groups = readonly (readonly Readonly<Record<string, string>>[])[];

/**
 * The same combinations without the readings that do not matter: a reading matters if two combinations that differ only
 * in it lead to different answers.
 */
export function decidingReadings(groups: Groups): Groups {
  const groupOf = new Map(groups.flatMap((sets, group) => sets.map((set) => [keyOf(set), group] as const)));
  const sets = groups.flat();
  const ids = Object.keys(sets[0] ?? {});
  const deciding = ids.filter((id) => {
    const options = [...new Set(sets.map((set) => set[id] as string))];
    return sets.some((set) =>
      options.some((option) => {
        const other = groupOf.get(keyOf({ ...set, [id]: option }));
        return other !== undefined && other !== groupOf.get(keyOf(set));
      }),
    );
  });
  return groups.map((group) => {
    const short = group.map((set) => Object.fromEntries(deciding.map((id) => [id, set[id] as string])));
    return [...new Map(short.map((set) => [keyOf(set), set])).values()];
  });
}

function keyOf(set: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(set));
}
