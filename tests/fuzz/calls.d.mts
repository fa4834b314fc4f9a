/** Functions that are not fuzzed, each with the reason. */
export const excluded: Readonly<Record<string, string>>;

/** The same for the functions of the main entry point alone. */
export declare function callsOfPrimitives(modules: {
  readonly oferta: object;
  readonly kz: object;
  readonly ru: object;
}): Map<string, (random: ReturnType<typeof import('../oracle/random.mjs').randomFrom>) => readonly unknown[]>;
