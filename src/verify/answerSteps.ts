import type { Json } from './json.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep } from './result.js';

/** What is known of the computations of a result: their steps so far, and their arguments. */
export interface AnswerSteps {
  /** The steps in order. */
  readonly order: readonly ResultStep[];
  /** The computations that a step can belong to, by its id. */
  readonly fits: ReadonlyMap<string, ReadonlySet<Placed>>;
  /** The value of an argument, if terms and facts determine it. */
  argument(placed: Placed, path: string): Json;
  /** Whether an argument has a value in this case. */
  hasArgument(placed: Placed, path: string): boolean;
}
