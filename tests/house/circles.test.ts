import { describe, expect, test } from 'vitest';
import { filesIn, importsOf } from '../support/sources.js';

/** Pairs of files that may import each other, one of them types alone. */
const allowed: readonly { readonly files: readonly [string, string]; readonly because: string }[] = [
  {
    files: ['src/agreement/evaluate/rowCases.ts', 'src/agreement/model/definedAgreement.ts'],
    because: 'an agreement hands out its row cases, so that oferta/batch loads no evaluation of its own',
  },
];

type Graph = ReadonlyMap<string, readonly string[]>;

describe('imports', () => {
  const imports = new Map(filesIn('src', '.ts').map((file) => [file, importsOf(file)]));
  const graph = (counts: (typeOnly: boolean) => boolean): Graph =>
    new Map(
      [...imports].map(([file, found]) => [
        file,
        found.filter(({ typeOnly }) => counts(typeOnly)).map(({ target }) => target),
      ]),
    );

  test('no files import one another in a circle when they run', () => {
    expect(circlesOf(graph((typeOnly) => !typeOnly))).toEqual([]);
  });

  test('no two files import each other, their types included, but those listed', () => {
    const all = graph(() => true);
    const mutual = [...all].flatMap(([file, targets]) =>
      [...new Set(targets)]
        .filter((other) => file < other && all.get(other)?.includes(file))
        .map((other) => [file, other]),
    );
    expect(mutual).toEqual(allowed.map(({ files }) => files));
  });

  test('a circle is found with all its files, and a file that only leads to one is not in it', () => {
    const files: Graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
      ['e', ['a']],
    ]);
    expect(circlesOf(files)).toEqual([['a', 'b', 'c']]);
    expect(circlesOf(new Map([...files, ['c', []]]))).toEqual([]);
  });
});

/** Sets of files that all lead to one another. */
function circlesOf(graph: Graph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]));
  const circles = new Map<string, readonly string[]>();
  for (const [file, own] of reached) {
    if (!own.has(file)) continue;
    const circle = [...own].filter((other) => reached.get(other)?.has(file)).toSorted();
    circles.set(circle.join(' '), circle);
  }
  return [...circles.values()];
}

function reachedFrom(start: string, graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [...(graph.get(start) ?? [])];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    next.push(...(graph.get(file) ?? []));
  }
  return found;
}
