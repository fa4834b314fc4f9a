import type { Json } from './json.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand } from './result.js';

/** What is known of the computations of a result: their steps so far, and their arguments. */
export interface AnswerSteps {
  readonly steps: ReadonlyMap<string, ResultStep>;
  /** The steps in order. */
  readonly order: readonly ResultStep[];
  /** The computations that a step can belong to, by its id. */
  readonly fits: ReadonlyMap<string, ReadonlySet<Placed>>;
  /** The value of an argument, if terms and facts determine it. */
  argument(placed: Placed, path: string): Json;
  /** Whether an argument has a value in this case. */
  hasArgument(placed: Placed, path: string): boolean;
  /** Whether an argument is written, or is a fact of this case. */
  isGiven(placed: Placed, path: string): boolean;
  /** Whether an operand comes from one of these places of a computation. */
  isAmong(operand: StepOperand, places: readonly string[], placed: Placed): boolean;
}
