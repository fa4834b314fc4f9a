/** Kinds that are written as the list they take: `"allOf": { "documented": "=documented" }`. */
export const shortKinds: Readonly<Record<string, string>> = { allOf: 'conditions', anyOf: 'conditions' };
