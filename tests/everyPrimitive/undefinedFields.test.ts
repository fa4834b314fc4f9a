/** What the basis of an answer does not have is no field of it: not one that is there and undefined. */
import * as oferta from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { callsOfPrimitives } from '../fuzz/calls.mjs';
import { randomFrom } from '../oracle/random.mjs';

/** Draws of each function that are tried. */
const draws = 40;

const functions = oferta as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const calls = [...callsOfPrimitives({ oferta, kz, ru })].map(([name, draw]) => ({
  name,
  answers: Array.from({ length: draws }, (_, at) => {
    const args = draw(randomFrom(at + 1));
    const outcome = oferta.attempt(() => functions[name.slice('oferta '.length)]?.(...args));
    return outcome.ok ? outcome.value : undefined;
  }).filter((answer) => typeof answer === 'object' && answer !== null),
}));

it('most functions give answers with fields', () => {
  expect(calls.filter(({ answers }) => answers.length > 0).length).toBeGreaterThan(60);
});

describe.each(calls)('$name', ({ answers }) => {
  it('has no field that is undefined', () => {
    const found = answers.flatMap((answer) => {
      const { basis } = answer as { readonly basis?: unknown };
      return [...undefinedIn(basis, 'basis')];
    });
    expect([...new Set(found)]).toEqual([]);
  });
});

/** The paths of fields that are there and undefined; values of Temporal and sums have fields of their own. */
function* undefinedIn(value: unknown, path: string, level = 0): Generator<string> {
  if (typeof value !== 'object' || value === null || level > 6 || Symbol.toStringTag in value || oferta.isMoney(value))
    return;
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) yield `${path}.${name}`;
    yield* undefinedIn(field, `${path}.${name}`, level + 1);
  }
}
