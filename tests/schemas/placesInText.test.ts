import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesInText } from '../../src/schemas/placesInText.js';

const text = `{
  "facts": { "paid": ["money", "sum \\"paid\\", in [brackets] {too}"], "units": "count" },
  "rows": [
    { "if": "a", "n": -1.5e3, "b": true, "c": null },
    { "if": "b" }
  ],
  "": { "a.b": { "c": [] } }
}
`;

describe('placesInText', () => {
  it.each([
    { place: [], line: 1, column: 1, because: 'the whole text' },
    { place: ['facts'], line: 2, column: 3, because: 'the key of a field' },
    { place: ['facts', 'paid', 1], line: 2, column: 32, because: 'an entry of a list' },
    { place: ['facts', 'units'], line: 2, column: 70, because: 'a key behind a text with brackets and quotes' },
    { place: ['rows', 0, 'c'], line: 4, column: 42, because: 'behind a number and a flag' },
    { place: ['rows', 1, 'if'], line: 5, column: 7, because: 'the second record' },
    { place: ['rows', '1', 'if'], line: 5, column: 7, because: 'a position written as a text' },
    { place: ['rows', 1, 'then'], line: 5, column: 5, because: 'missing: where its record begins' },
    { place: ['rows', 7], line: 3, column: 3, because: 'no such entry: the list' },
    { place: ['', 'a.b', 'c'], line: 7, column: 18, because: 'an empty key, and one with a dot' },
    { place: ['facts', 'units', 'x'], line: 2, column: 70, because: 'nothing is inside a text' },
  ])('$because', ({ place, line, column }) => {
    expect(placesInText(text)(place)).toEqual({ line, column });
  });

  it('law: the key or the entry stands where it says, however the text is broken into lines', () => {
    const places = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
      typeof value !== 'object' || value === null
        ? [path]
        : [
            path,
            ...Object.entries(value).flatMap(([name, part]) =>
              places(part, [...path, Array.isArray(value) ? Number(name) : name]),
            ),
          ];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 4), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const placeOf = placesInText(written);
        for (const place of places(value)) {
          const { line, column } = placeOf(place);
          const rest = written
            .split('\n')
            .slice(line - 1)
            .join('\n')
            .slice(column - 1);
          const last = place[place.length - 1];
          const part = place.reduce((at, name) => (at as never)[name], value as unknown);
          const expected =
            typeof last === 'string' ? JSON.stringify(last) : JSON.stringify(part, null, indent).split('\n')[0];
          expect(rest.startsWith(expected as string)).toBe(true);
        }
      }),
    );
  });
});
