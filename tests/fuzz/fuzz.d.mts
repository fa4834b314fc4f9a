/** What was tried of one function, parser or command. */
export interface Tried {
  readonly inputs: number;
  readonly answered: number;
  readonly refused: number;
  /** Seconds of processor of the slowest input. */
  readonly most: number;
  readonly failures: readonly { readonly at: number; readonly what: string; readonly fault: string }[];
}
export function targetsOf(fuzzed: object): readonly { readonly name: string }[];
export function fuzz(
  fuzzed: object,
  terms: { readonly inputs: number; readonly seed: number; readonly only?: (name: string) => boolean },
): ReadonlyMap<string, Tried>;
