export const kinds: Readonly<Record<string, (record: never, context: never) => unknown>>;
