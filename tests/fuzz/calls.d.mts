/** Functions that are not fuzzed, each with the reason. */
export const excluded: Readonly<Record<string, string>>;
