import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/agreement/kinds/index.js';
import { codeWithoutComments, filesIn } from '../support/sources.js';

/**
 * Where the name of a kind may occur in src/, apart from the folder of its kind. If you add a kind, this list shows what to add; if you move one of
 * these into the folder, remove it from the list.
 */
const places: readonly { readonly files: readonly string[]; readonly because: string }[] = [
  {
    files: ['checker', 'closedOperations', 'fieldHasStep', 'stepShapes'].map((name) => `src/verify/${name}.ts`),
    because: 'the verifier shares no code',
  },
  { files: ['src/agreement/evaluate/safeSides.ts'], because: 'which day of an answer is the safe one' },
  { files: ['src/batch/columnsOfKernels.ts'], because: 'kinds that have a column' },
  { files: ['src/agreement/check/computationWarnings.ts'], because: 'warnings about the terms of single kinds' },
  {
    files: ['src/agreement/account/chargePlans.ts'],
    because: 'charges of the days of a month are described together',
  },
  {
    files: ['src/agreement/steps/step.ts', 'src/schemas/resultDocument.ts'],
    because: 'operations that are called as a kind is',
  },
  { files: ['src/cli/startingPoint.ts'], because: 'the example that `oferta new` writes' },
];

/** Names that are also words of the field, and mean other things in many files. */
const words = new Set([
  'choice',
  'formula',
  'threshold',
  'deadline',
  'earliest',
  'latest',
  'digits',
  'bounds',
  'renewal',
  'retention',
  'downtime',
  'workingDay',
  'calendarMonth',
  'noticeGivenOn',
]);

const names = [...kinds.keys()];
const telling = names.filter((name) => !words.has(name));
// A primitive may have the name of its kind, so only the name as a text or a key, or the kind itself, counts.
const mentions = (code: string): readonly string[] =>
  telling.filter((name) => new RegExp(`['"\`]${name}['"\`]|^ +${name}:|\\b${name}Kind\\b`, 'm').test(code));

describe('where the name of a kind stands', () => {
  const files = filesIn('src', '.ts').filter(
    (file) =>
      !file.startsWith('src/agreement/kinds/') && !/^src\/explain\/(?:\w+Primitives|\w+\/\w+Steps)\.ts$/.test(file),
  );
  const found = files.filter((file) => mentions(codeWithoutComments(file)).length > 0);
  const known = places.flatMap((place) => place.files);

  test('most names tell a kind', () => {
    expect(telling.length).toBeGreaterThan(35);
  });

  test('nowhere but in the folder of the kinds, in the families that can be explained, and in the places listed', () => {
    expect(found.filter((file) => !known.includes(file))).toEqual([]);
  });

  test('no place is listed in which no name stands any more', () => {
    expect(known.filter((file) => !found.includes(file))).toEqual([]);
  });

  test('each kind is made in a file of the folder', () => {
    const own = filesIn('src/agreement/kinds', '.ts')
      .filter((file) => !file.endsWith('/index.ts'))
      .map(codeWithoutComments);
    for (const name of telling)
      expect(
        own.some((code) => new RegExp(`['"\`]${name}['"\`]`).test(code)),
        name,
      ).toBe(true);
  });
});
