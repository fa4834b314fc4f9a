// Asks the package and the second implementation the same questions.

import { isAwaited } from './awaited.mjs';
import { madeUp } from './calendars.mjs';
import { families } from './families/index.mjs';
import { randomFrom } from './random.mjs';
import { Refusal } from './refusal.mjs';

/** The package, as a program sees it, with the calendars by name. */
export function askedPackage({ oferta, kz, ru }) {
  const calendars = { KZ: kz, RU: ru };
  for (const { id, ...data } of madeUp)
    calendars[id] = oferta.workingCalendar({ id, version: '1', compiledOn: '2023-12-01', sources: [], ...data });

  /** What a case writes, as the package takes it. */
  function value(given, name) {
    if (name === 'calendar') return calendars[given];
    if (name === 'rules' && typeof given === 'string') return oferta.countingRules[given];
    if (name === 'convention' && typeof given === 'string' && given in oferta.prorationConventions)
      return oferta.prorationConventions[given];
    if (Array.isArray(given)) return given.map((each) => value(each));
    if (typeof given !== 'object' || given === null) return given;
    if ('amount' in given && 'currency' in given && Object.keys(given).length === 2)
      return oferta.money(given.amount, given.currency);
    if ('count' in given && 'unit' in given) return oferta[given.unit](given.count);
    if ('firstDay' in given && 'lastDay' in given) return oferta.dateRange(given.firstDay, given.lastDay);
    const read = {};
    for (const key of Object.keys(given)) if (given[key] !== undefined) read[key] = value(given[key], key);
    return read;
  }

  /** Arguments by position: there a calendar goes by its name alone. */
  const positional = (given) => (typeof given === 'string' && given in calendars ? calendars[given] : value(given));

  return (name, inputs) =>
    Array.isArray(inputs) ? oferta[name](...inputs.map(positional)) : oferta[name](value(inputs));
}

/** Whether an answer of the package is the one expected; fields that are not named there are ignored. */
export function agrees(expected, actual) {
  if (expected === null || expected === undefined) return actual === null || actual === undefined;
  if (typeof expected === 'string') return actual !== null && actual !== undefined && String(actual) === expected;
  if (typeof expected !== 'object') return Object.is(expected, actual);
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((each, index) => agrees(each, actual[index]))
    );
  if ('inAnyOrder' in expected)
    return Array.isArray(actual) && agrees([...expected.inAnyOrder].sort(), actual.map(String).sort());
  if (actual === null || typeof actual !== 'object') return false;
  for (const key of Object.keys(expected)) if (!agrees(expected[key], actual[key])) return false;
  return true;
}

/** What the second implementation says to a case: `{ answer }`, or `{ refused }` with the code. */
export function secondAnswer({ answer }, inputs) {
  try {
    return { answer: Array.isArray(inputs) ? answer(...inputs) : answer(inputs) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

function packageAnswer(ask, name, inputs) {
  try {
    return { answer: ask(name, inputs) };
  } catch (error) {
    return { refused: error?.name === 'AgreementError' ? error.code : `not an AgreementError: ${error}` };
  }
}

function sameOutcome(second, first) {
  if (second.refused === undefined) return first.refused === undefined && agrees(second.answer, first.answer);
  if (first.refused === undefined || first.refused.startsWith('not an')) return false;
  return second.refused === '*' || second.refused === first.refused;
}

/**
 * Draws so many cases of a family, in turn for each of its functions.
 *
 * @returns by function the cases, how many of them had an answer and how many differ, with the first of those written out
 */
export function compareFamily(name, { ask, cases, seed, only, withAwaited = false }) {
  const random = randomFrom(seed);
  const functions = Object.entries(families[name]).filter(([each]) => only === undefined || each === only);
  const tally = functions.map(([each, definition]) => ({
    name: each,
    definition,
    cases: 0,
    answered: 0,
    differ: 0,
    examples: [],
  }));
  for (let number = 0; number < cases; number += 1) {
    const row = tally[number % tally.length];
    const inputs = drawn(row, random, withAwaited);
    if (inputs === undefined) continue;
    const second = secondAnswer(row.definition, inputs);
    const first = packageAnswer(ask, row.name, inputs);
    row.cases += 1;
    if (second.refused === undefined) row.answered += 1;
    if (sameOutcome(second, first)) continue;
    row.differ += 1;
    if (row.examples.length < 5) row.examples.push({ inputs, second, first: JSON.parse(JSON.stringify(first)) });
  }
  return tally.map(({ definition, ...row }) => row);
}

/** A case that both can be asked; `undefined` for a function of which all is awaited. */
function drawn({ name, definition }, random, withAwaited) {
  for (let draws = 0; draws < 50; draws += 1) {
    const inputs = definition.draw(random);
    // A few draws lie outside what the second implementation knows.
    const known = definition.within === undefined || definition.within(...inputs);
    if (known && (withAwaited || !isAwaited(name, inputs))) return inputs;
  }
  return undefined;
}
