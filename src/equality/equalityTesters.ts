import { isResult } from './isResult.js';
import { valueText } from './valueText.js';

/** The context that a matcher passes to its testers, in both vitest and jest. */
export interface EqualityContext {
  /** The equality of the test runner itself, at the depth of the matcher. */
  equals(a: unknown, b: unknown): boolean;
}

/** A tester for `expect.addEqualityTesters`: returns true or false if it applies, otherwise undefined. */
export type EqualityTester = (this: EqualityContext, a: unknown, b: unknown) => boolean | undefined;

/**
 * Testers that compare amounts, Temporal values and results by value, at any depth, in every matcher that supports
 * custom testers.
 *
 * Without them `toMatchObject` considers any two days equal, and any object equal to a day; `toStrictEqual` considers
 * equal days of two Temporal implementations different. With them an amount equals only an amount, a day only a day, and
 * a calendar only one with the same days; a result equals a result with the same JSON, and is compared field by field
 * with any other object.
 *
 * @example In the setup file of the tests
 * ```ts no-run
 * import { equalityTesters } from 'oferta/equality';
 * import { expect } from 'vitest';
 *
 * expect.addEqualityTesters(equalityTesters);
 * ```
 */
export const equalityTesters: EqualityTester[] = [equalValues, equalResults];

/** Compares amounts, the days and instants of any Temporal, and working calendars by their text. */
function equalValues(a: unknown, b: unknown): boolean | undefined {
  const left = valueText(a);
  const right = valueText(b);
  return left === undefined && right === undefined ? undefined : left === right;
}

/** Compares results by their JSON. */
function equalResults(this: EqualityContext, a: unknown, b: unknown): boolean | undefined {
  return isResult(a) && isResult(b) ? this.equals(wireForm(a), wireForm(b)) : undefined;
}

function wireForm(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
