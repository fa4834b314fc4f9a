import { isResult } from './isResult.js';
import { valueText } from './valueText.js';

/** What a matcher hands to its testers; vitest and jest both do. */
export interface EqualityContext {
  /** The equality of the test runner itself, at the depth of the matcher. */
  equals(a: unknown, b: unknown): boolean;
}

/** A tester as `expect.addEqualityTesters` takes it: true or false where it knows, undefined where it does not. */
export type EqualityTester = (this: EqualityContext, a: unknown, b: unknown) => boolean | undefined;

/**
 * Testers that make sums, Temporal values and results equal by what they say, at any depth, in every matcher that asks testers.
 *
 * Without them `toMatchObject` finds any two days equal, and any object equal to a day; `toStrictEqual` refuses equal days of two Temporal
 * implementations. With them a sum equals only a sum and a day only a day, and a calendar one that answers every day alike; a result equals a result of the same wire form, and is compared
 * field by field with anything else.
 *
 * @example In the set-up file of the tests
 * ```ts no-run
 * import { equalityTesters } from 'oferta/equality';
 * import { expect } from 'vitest';
 *
 * expect.addEqualityTesters(equalityTesters);
 * ```
 */
export const equalityTesters: EqualityTester[] = [equalValues, equalResults];

/** Sums, the days and instants of any Temporal, and working calendars: by their text. */
function equalValues(a: unknown, b: unknown): boolean | undefined {
  const left = valueText(a);
  const right = valueText(b);
  return left === undefined && right === undefined ? undefined : left === right;
}

/** Results: by what goes over the wire. */
function equalResults(this: EqualityContext, a: unknown, b: unknown): boolean | undefined {
  return isResult(a) && isResult(b) ? this.equals(wireForm(a), wireForm(b)) : undefined;
}

function wireForm(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
