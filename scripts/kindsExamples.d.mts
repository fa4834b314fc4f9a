export const taken: Readonly<Record<string, unknown>>;
export const written: Readonly<Record<string, unknown>>;
