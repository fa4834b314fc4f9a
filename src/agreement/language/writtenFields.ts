/** Fields of a clause that are not computations. */
const clauseFields: readonly string[] = ['says', 'text', 'note'];

/** The fields of a computation next to its kind. */
export const computationFields: readonly string[] = ['formula', 'counts', 'label', 'note'];

/** The fields of a computation that can name its kind; a well-formed one has exactly one, or a formula. */
export function kindFields(computation: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(computation).filter((name) => !computationFields.includes(name));
}

/** The names of the computations of a clause, in the order in which they are written. */
export function computationNames(clause: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(clause).filter((name) => !clauseFields.includes(name));
}
