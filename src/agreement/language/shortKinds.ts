/** Kinds that are written by a shorter name: the list they take, and the terms the name stands for. */
export const shortKinds: Readonly<
  Record<string, { readonly kind: string; readonly list: string; readonly terms: Readonly<Record<string, unknown>> }>
> = {
  allOf: { kind: 'gate', list: 'conditions', terms: { mode: 'all' } },
  anyOf: { kind: 'gate', list: 'conditions', terms: { mode: 'any' } },
};
