/** Whatever is wrong with one part of the terms of a primitive, its error names that part, the whole it belongs to, or what is inside it. */
import * as oferta from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { expect, it } from 'vitest';
import { callsOfPrimitives } from '../fuzz/calls.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { refusal } from '../support/refusal.js';

type Terms = Readonly<Record<string, unknown>>;

/** Values that no term takes, or that are wrong where they are taken. */
const broken = [null, 7.5, 'no such thing'];

/** Values that some terms take, so that what is wrong can be another term. */
const unusual = [true, {}, []];

/** Draws of each function that are tried. */
const draws = 6;

/** Where an error names a part by another word than its path: the value is read by a function that has a name of its own for it. */
const namedOtherwise: readonly (readonly [RegExp, string])[] = [
  [/^capRounding$/, 'rounding'],
  [/^(?:limit|noticeLimit|announcement)\.count$/, 'hours.count'],
  [/\.timeZone$/, 'timeZone'],
  [/^(?:basedOn|calendars\.\d)$/, 'calendar'],
  // A head that is asked for must be among them.
  [/^heads(?:\.|$)/, 'head'],
  // Both are sums or both are counts, and either may be the one that is wrong.
  [/^part$/, 'whole'],
  [/^whole$/, 'part'],
];

const calls = callsOfPrimitives({ oferta, kz, ru });
const functions = oferta as unknown as Readonly<Record<string, (terms: unknown) => unknown>>;

/** The terms that a function answers, of those drawn for it; none for a function that takes no terms by name. */
function answeredBy(name: string, count = draws): readonly Terms[] {
  const ask = functions[name.slice('oferta '.length)];
  const drawn = Array.from({ length: count }, (_, at) => calls.get(name)?.(randomFrom(at + 1)) ?? []);
  return drawn.flatMap((args) => {
    const [terms] = args;
    const isByName = args.length === 1 && isPlain(terms) && !Array.isArray(terms);
    return isByName && ask !== undefined && refusal(() => ask(terms)).startsWith('answered') ? [terms] : [];
  });
}

it('most functions take terms by name', () => {
  expect([...calls.keys()].filter((name) => answeredBy(name, 2).length > 0).length).toBeGreaterThan(60);
});

it.each([...calls.keys()])('%s names what is broken', (name) => {
  const ask = functions[name.slice('oferta '.length)];
  const misnamed = answeredBy(name).flatMap((terms) =>
    [...placesIn(terms)].flatMap((place) => {
      const path = place.join('.');
      return [...broken, ...unusual].flatMap((value) => {
        const [outcome, field = ''] = refusal(() => ask?.(withValue(terms, place, value))).split(' ');
        if (outcome === 'answered') return [];
        const isNamed = unusual.includes(value as never) ? field !== '' : isAbout(field, path);
        return isNamed ? [] : [`${path} = ${JSON.stringify(value)}: ${outcome} ${field}`];
      });
    }),
  );
  expect([...new Set(misnamed)]).toEqual([]);
});

function isAbout(field: string, path: string): boolean {
  if (field === '') return false;
  if (`${path}.`.startsWith(`${field}.`) || field.startsWith(`${path}.`)) return true;
  return namedOtherwise.some(([places, name]) => places.test(path) && name === field);
}

function isPlain(value: unknown): value is Terms {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** The path of each part, down to values that are no plain records. */
function* placesIn(value: unknown, above: readonly string[] = []): Generator<readonly string[]> {
  if (above.length > 0) yield above;
  if (isPlain(value)) for (const name of Object.keys(value)) yield* placesIn(value[name], [...above, name]);
}

/** A copy with another value in one place. */
function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const inner = withValue((whole as Terms)[name], rest, value);
  if (Array.isArray(whole)) return whole.map((entry, at) => (String(at) === name ? inner : entry));
  return { ...(whole as Terms), [name]: inner };
}
