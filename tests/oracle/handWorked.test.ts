import { describe, expect, test } from 'vitest';
import calls from '../conformance/calls.json' with { type: 'json' };
import { agrees, secondAnswer } from './compare.mjs';
import { families } from './families/index.mjs';

interface Call {
  readonly id: string;
  readonly function: string;
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly because: string;
}

const definitions: Readonly<Record<string, object>> = Object.assign({}, ...Object.values(families));
const worked = (calls as readonly Call[]).filter((call) => call.function in definitions);

/** Fields of answers that the second implementation does not repeat: they are terms of the case. */
const repeated = ['dailyRate'];

// The second implementation may be wrong too: it has to give the answers that were worked out by hand.
describe('the second implementation answers what was worked by hand', () => {
  test('of most functions there is something', () => {
    expect(new Set(worked.map((call) => call.function)).size).toBeGreaterThanOrEqual(25);
  });

  test.each(worked)('$id: $because', ({ function: name, inputs, expected }) => {
    const second = secondAnswer(definitions[name] as object, inputs);
    if (isRecord(expected) && typeof expected['error'] === 'string')
      expect(['*', expected['error']]).toContain(second.refused);
    else expect([second, agrees(asShown(expected), unordered(second.answer))]).toEqual([second, true]);
  });
});

/** An expected answer with sums as the second implementation shows them. */
function asShown(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(asShown);
  if (!isRecord(expected)) return expected;
  if ('amount' in expected && typeof expected['currency'] === 'string') {
    return `${expected['amount']} ${expected['currency']}`;
  }
  return Object.fromEntries(
    Object.entries(expected)
      .filter(([name]) => !repeated.includes(name))
      .map(([name, value]) => [name, asShown(value)]),
  );
}

/** Lists whose order is left open, as lists. */
function unordered(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(unordered);
  if (!isRecord(answer)) return answer;
  if ('inAnyOrder' in answer) return answer['inAnyOrder'];
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, unordered(value)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
