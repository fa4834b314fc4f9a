import { executeStep } from './executeStep.js';
import { fieldAt, isRecord, type Json, listOf, printed, sameJson, throughJson } from './json.js';
import { primitiveOperations } from './primitiveOperations.js';
import type { ResultStep, StepValue } from './result.js';
import { valueOfHost } from './valueOfHost.js';

/** A step with a different outcome, or one that cannot be repeated. */
export interface StepFinding {
  /** The path in the list: `"2.out"`, `"2.in.cap"`. */
  readonly path: string;
  /** What was expected, as JSON or in words. */
  readonly expected: string;
  /** What was found, as JSON, truncated to one line. */
  readonly found: string;
}

/**
 * Repeats the steps of a primitive, each from its operands alone, with code that shares nothing with the code that made them. An operand that
 * refers to an earlier step must equal the outcome of that step. Arguments of the primitive, and the days off that a step lists, are accepted as
 * given: the caller has the terms and the calendar.
 *
 * @param steps The `steps` of `stepsOf`, or their JSON.
 * @param options `minimumWorkingDays` is that of the counting rules: how many working days a limit must contain; 0 if they require none.
 * @returns A finding for each step whose outcome differs; an empty list if there is none.
 * @example
 * ```ts
 * import { escalatingFine, money } from 'oferta';
 * import { penaltyPrimitives, stepsOf } from 'oferta/explain';
 * import { verifySteps } from 'oferta/verify';
 *
 * const terms = { first: money('100.00', 'KZT'), repeat: money('1000.00', 'KZT'), count: 3, mode: 'repeatAlone' } as const;
 * const { steps } = stepsOf(escalatingFine, terms, penaltyPrimitives);
 * verifySteps(steps, { minimumWorkingDays: 0 }) // => []
 *
 * const forged = JSON.parse(JSON.stringify(steps).replaceAll('2100.00', '2200.00'));
 * verifySteps(forged, { minimumWorkingDays: 0 }).map(({ path }) => path) // => ['3.out']
 * ```
 */
export function verifySteps(steps: unknown, options: { readonly minimumWorkingDays: number }): readonly StepFinding[] {
  const ofHost = valueOfHost();
  if (ofHost !== undefined) return [{ path: ofHost, expected: 'nothing', found: printed('a value') }];
  const minimumWorkingDays = fieldAt(options, 'minimumWorkingDays');
  if (typeof minimumWorkingDays !== 'number' || !(Number.isSafeInteger(minimumWorkingDays) && minimumWorkingDays >= 0))
    return [{ path: 'minimumWorkingDays', expected: 'a whole number, not negative', found: found(minimumWorkingDays) }];
  let list: Json;
  try {
    list = throughJson(steps);
  } catch {
    return [{ path: '', expected: 'a list of steps as JSON', found: found(steps) }];
  }
  if (!Array.isArray(list)) return [{ path: '', expected: 'a list of steps', found: printed(list) }];
  const outcomes = new Map<unknown, Json>();
  return Object.freeze(
    listOf(list).flatMap((step, at): StepFinding[] => {
      const findings = findingsOf(step, at, outcomes, minimumWorkingDays);
      outcomes.set(fieldAt(step, 'id'), fieldAt(step, 'out'));
      return findings;
    }),
  );
}

/** What was found, or the message of why it cannot be printed. */
function found(json: Json): string {
  try {
    return printed(json);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function findingsOf(step: Json, at: number, outcomes: ReadonlyMap<unknown, Json>, runsOn: number): StepFinding[] {
  const [operands, out, id] = [fieldAt(step, 'in'), fieldAt(step, 'out'), fieldAt(step, 'id')];
  if (!isRecord(operands) || !isRecord(out) || typeof id !== 'string' || outcomes.has(id))
    return [{ path: String(at), expected: 'a step with an id of its own, in and out', found: printed(step) }];
  const bare: Record<string, Json> = {};
  for (const [name, operand] of Object.entries(operands)) {
    const path = `${at}.in.${name}`;
    if (!isRecord(operand)) return [{ path, expected: 'a value', found: printed(operand) }];
    const { step: from, argument, ...value } = operand;
    if (from === undefined ? typeof argument !== 'string' : !sameJson(value, outcomes.get(from)))
      return [{ path, expected: expectedOf(from, outcomes), found: printed(operand) }];
    bare[name] = value;
  }
  const path = `${at}.out`;
  try {
    const done = redo({ ...(step as ResultStep), in: bare as ResultStep['in'] }, runsOn);
    return sameJson(done, out) ? [] : [{ path, expected: printed(done), found: printed(out) }];
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
      return [{ path, expected: error.message, found: printed(step) }];
    throw error;
  }
}

function expectedOf(from: Json, outcomes: ReadonlyMap<unknown, Json>): string {
  if (from === undefined) return 'an argument, or the outcome of an earlier step';
  return outcomes.has(from) ? printed(outcomes.get(from)) : 'the outcome of an earlier step';
}

function redo(step: ResultStep, runsOn: number): StepValue {
  const own = Object.hasOwn(primitiveOperations, step.op) ? primitiveOperations[step.op] : undefined;
  return own === undefined ? executeStep(step, runsOn) : own(step);
}
