import { describe, expect, test } from 'vitest';
import { filesIn, publicNames } from '../support/sources.js';

/** Folders of tests that test no single file, and why. All other folders that src/ has too mirror it. */
const whole: Readonly<Record<string, string>> = {
  'tests/agreement/proofs/': 'agreements written for a whole area, from the text to the account',
};

/** Public functions whose file has no test file of its own, with the one that tests them. */
const testedBy: readonly { readonly files: readonly string[]; readonly by: string; readonly because: string }[] = [
  {
    files: [
      'src/testing/anyCountingRules.ts',
      'src/testing/anyDateRange.ts',
      'src/testing/anyDay.ts',
      'src/testing/anyMoney.ts',
      'src/testing/anyRounding.ts',
      'src/testing/anyTimeLimit.ts',
      'src/testing/anyWorkingCalendar.ts',
    ],
    by: 'tests/testing/index.test.ts',
    because: 'arbitraries are tried together, against the functions that take what they draw',
  },
];

const sources = filesIn('src', '.ts');
const layers = new Set(sources.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []));
const tests = filesIn('tests', '.test.ts').filter((file) => layers.has(file.split('/')[1] ?? ''));

/** The source that a test file names: `tests/penalty/x.test.ts` and `tests/penalty/x.part.test.ts` name `src/penalty/x.ts`. */
const sourceOf = (file: string): string => file.replace(/^tests\//, 'src/').replace(/(\/[^/.]+)[^/]*$/, '$1.ts');

const named = new Set(tests.map(sourceOf));

describe('tests mirror the sources', () => {
  test('each test file has the name of its source, and of a part of it if there are several', () => {
    const stray = tests.filter(
      (file) => !sources.includes(sourceOf(file)) && !Object.keys(whole).some((folder) => file.startsWith(folder)),
    );
    expect(stray).toEqual([]);
    expect(tests.length).toBeGreaterThan(250);
  });

  test('the file of each public function has its test file', () => {
    const files = publicNames().flatMap(({ file, isFunction }) => (isFunction ? [file] : []));
    const elsewhere = testedBy.flatMap((entry) => entry.files);
    const untested = [...new Set(files)].filter((file) => !named.has(file) && !elsewhere.includes(file));
    expect(untested).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });

  test('no exception is left over', () => {
    for (const folder of Object.keys(whole))
      expect(
        tests.some((file) => file.startsWith(folder)),
        folder,
      ).toBe(true);
    for (const { files, by } of testedBy) {
      expect(tests, by).toContain(by);
      expect(files.filter((file) => named.has(file) || !sources.includes(file))).toEqual([]);
    }
  });
});
