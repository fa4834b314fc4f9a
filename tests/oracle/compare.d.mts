/** Asks the package: a function by name, with what a case writes. */
export type Ask = (name: string, inputs: unknown) => unknown;
export interface Outcome {
  readonly answer?: unknown;
  readonly refused?: string;
}
/** What came out for one function of a family. */
export interface Tally {
  readonly name: string;
  readonly cases: number;
  /** Cases that are not refused. */
  readonly answered: number;
  readonly differ: number;
  readonly examples: readonly { readonly inputs: unknown; readonly second: Outcome; readonly first: Outcome }[];
}
export function askedPackage(modules: { readonly oferta: object; readonly kz: object; readonly ru: object }): Ask;
export function agrees(expected: unknown, actual: unknown): boolean;
export function secondAnswer(definition: object, inputs: unknown): Outcome;
export function compareFamily(
  name: string,
  terms: { readonly ask: Ask; readonly cases: number; readonly seed: number; readonly only?: string },
): Tally[];
