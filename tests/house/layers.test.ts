import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, type Import, importsOf, root } from '../support/sources.js';

const families = [
  'proration',
  'penalty',
  'interest',
  'liability',
  'refund',
  'notice',
  'lifecycle',
  'tariff',
  'balance',
  'messaging',
  'serviceLevel',
];
const values = ['errors', 'money', 'time'];
/** What every family may build on. */
const below = [...values, 'payments'];

/** What each folder of src/ may import besides itself. `index.ts` is the main entry point. */
const mayImport: Record<string, readonly string[]> = {
  errors: [],
  money: ['errors'],
  time: ['errors'],
  calendars: ['errors', 'time'],
  ...Object.fromEntries(families.map((family) => [family, below])),
  payments: values,
  format: values,
  'index.ts': [...below, ...families, 'format'],
  // Types of the agreement alone: what it does it is asked for, so that a program without one does not load it.
  batch: [...below, ...families, 'agreement'],
  agreement: [...below, ...families, 'format'],
  explain: [...below, ...families, 'agreement'],
  schemas: [...below, ...families, 'agreement'],
  equality: ['errors'],
  testing: ['equality', ...below, ...families, 'agreement', 'schemas', 'calendars'],
  // Types of the written agreement alone.
  fidelity: ['errors', 'agreement'],
  verify: [],
  printing: [...below, ...families, 'agreement', 'explain', 'index.ts'],
  cli: [
    ...below,
    ...families,
    'format',
    'index.ts',
    'agreement',
    'explain',
    'schemas',
    'calendars',
    'batch',
    'verify',
    'fidelity',
  ],
};

/** Parts of the agreement engine. */
const agreementParts = [
  'model',
  'kinds',
  'evaluate',
  'decide',
  'steps',
  'account',
  'check',
  'explain',
  'language',
  'editions',
  'statement',
  'texts',
];

/** Who may import what is not ours: folders, or single files. */
const outsiders: Record<string, readonly string[]> = {
  'decimal.js': ['src/money/decimal.ts', 'src/money/decimalLibrary.ts', 'src/money/decimalOnDemand.ts'],
  '#decimal': ['src/money/decimal.ts', 'src/money/loadDecimal.ts'],
  '#temporal': ['src/time/temporal.ts'],
  '#texts': ['src/agreement/', 'src/explain/rules/'],
  'temporal-polyfill': ['src/time/nativeTemporal.ts', 'src/time/temporalPolyfill.ts'],
  zod: ['src/schemas/'],
  'fast-check': ['src/testing/'],
  node: ['src/cli/'],
};

const files = filesIn('src', '.ts');
const imports = files.flatMap(importsOf);
const layerOf = (file: string): string => file.split('/')[1] ?? '';
const shown = ({ file, written }: Import): string => `${file} imports ${written}`;

describe('layers', () => {
  test('there are sources', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(imports.length).toBeGreaterThan(0);
  });

  test('every folder of src/ is known', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => mayImport[layer] === undefined)).toEqual([]);
    const parts = files.flatMap((file) => /^src\/agreement\/([^/]+)\//.exec(file)?.[1] ?? []);
    expect([...new Set(parts)].filter((part) => !agreementParts.includes(part))).toEqual([]);
  });

  test('a folder imports only what lies below it', () => {
    const wrong = imports
      .filter(({ written }) => written.startsWith('.'))
      .filter(({ file, target }) => {
        const [from, to] = [layerOf(file), layerOf(target)];
        return from !== to && !(mayImport[from] ?? []).includes(to);
      });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('what is not ours is imported where it may be, and nowhere else', () => {
    const wrong = imports
      .filter(({ written }) => !written.startsWith('.'))
      .filter(({ file, written }) => {
        const name = written.startsWith('node:') ? 'node' : (written.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? written);
        return !(outsiders[name] ?? []).some(
          (place) => file === place || (place.endsWith('/') && file.startsWith(place)),
        );
      });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('zod is never imported by name, which would bring all its languages', () => {
    expect(imports.filter(({ written }) => /^zod(?:\/v4)?$/.test(written)).map(shown)).toEqual([]);
  });

  test('relative imports end in .js and exist', () => {
    const relative = imports.filter(({ written }) => written.startsWith('.'));
    expect(relative.filter(({ written }) => !written.endsWith('.js')).map(shown)).toEqual([]);
    expect(relative.filter(({ target }) => !existsSync(join(root, target))).map(shown)).toEqual([]);
  });

  test('batch reaches no decimal.js, and no agreement', () => {
    const reached = reachable(files.filter((file) => file.startsWith('src/batch/')));
    expect([...reached].filter((file) => outsiders['decimal.js']?.includes(file))).toEqual([]);
    expect([...reached].filter((file) => layerOf(file) === 'agreement')).toEqual([]);
  });

  test('no file imports itself round a corner', () => {
    const circles = files.filter((file) => reachable(runtimeTargets(file)).has(file));
    expect(circles).toEqual([]);
  });
});

function runtimeTargets(file: string): string[] {
  return imports
    .filter((found) => found.file === file && !found.typeOnly && found.written.startsWith('.'))
    .map(({ target }) => target);
}

/** Files that these load when they run. */
function reachable(from: readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const file of seen) for (const target of runtimeTargets(file)) seen.add(target);
  return seen;
}
