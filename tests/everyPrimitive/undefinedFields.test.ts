/** What the basis of an answer does not have is no field of it: not one that is there and undefined. */
import * as oferta from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { expect, it } from 'vitest';
import { callsOfPrimitives } from '../fuzz/calls.mjs';
import { randomFrom } from '../oracle/random.mjs';

/** Draws of each function that are tried. */
const draws = 40;

const functions = oferta as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
const calls = callsOfPrimitives({ oferta, kz, ru });

/** The answers to what is drawn for a function. */
function answersOf(name: string, count = draws): readonly object[] {
  return Array.from({ length: count }, (_, at) => {
    const args = calls.get(name)?.(randomFrom(at + 1)) ?? [];
    const outcome = oferta.attempt(() => functions[name.slice('oferta '.length)]?.(...args));
    return outcome.ok ? outcome.value : undefined;
  }).filter((answer) => typeof answer === 'object' && answer !== null);
}

it('most functions give answers with fields', () => {
  expect([...calls.keys()].filter((name) => answersOf(name, 2).length > 0).length).toBeGreaterThan(60);
});

it.each([...calls.keys()])('%s has no field in its basis that is undefined', (name) => {
  const found = answersOf(name).flatMap((answer) => [
    ...undefinedIn((answer as { readonly basis?: unknown }).basis, 'basis'),
  ]);
  expect([...new Set(found)]).toEqual([]);
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
