import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryPoints, filesIn, publicNames, root, textOf } from '../support/sources.js';

const names = publicNames();
const functions = names.filter(({ isFunction }) => isFunction);

/** Words that are cut short or say nothing. */
const poorWords = new Set(
  (
    'abs acct addr adj agr amt arg args arr attr avg bal calc cal cb cfg cnt conf config ctx cur curr cust data def del desc diff ' +
    'dir doc dst dt dur elem err eval exec fn freq fmt func gen handle helper idx img impl info init inst int lang len lib lim mgr ' +
    'misc msg num obj opt opts ord org param params pct perc pkg pmt pos pref prev proc prod prop props pt qty ref req res ret seq ' +
    'sess sig src stat std str sub svc sys tbl temp tmp ts txn util utils val var wd'
  ).split(' '),
);
/** Words of that list that are complete words in their place, with the reason. */
const excepted = new Map<string, string>([
  ['AgreementData', 'the JSON an agreement is defined from; so named in the public contract'],
  ['WorkingCalendarData', 'the JSON a calendar is made from; so named in the public contract'],
]);

describe('public names', () => {
  test('every entry point of package.json has its source', () => {
    expect(entryPoints.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });

  test('every part that has an entry of its own is in package.json', () => {
    const own = ['agreement', 'explain', 'schemas', 'equality', 'testing', 'batch', 'verify'].map(
      (folder) => `src/${folder}/index.ts`,
    );
    const listed = entryPoints.map(({ file }) => file);
    expect(own.filter((file) => existsSync(join(root, file)) && !listed.includes(file))).toEqual([]);
  });

  test('each is documented with a sentence', () => {
    expect(
      names.filter(({ summary }) => !/[a-z]{2}/i.test(summary)).map(({ entry, name }) => `${entry} ${name}`),
    ).toEqual([]);
  });

  test('none is marked @internal', () => {
    expect(names.filter(({ tags }) => tags.includes('internal')).map(({ name }) => name)).toEqual([]);
  });

  test('none is cut short', () => {
    const wordsOf = (name: string) => name.split(/(?=[A-Z])|_|(?<=\D)(?=\d)/).map((word) => word.toLowerCase());
    const poor = names.filter(({ name }) => !excepted.has(name) && wordsOf(name).some((word) => poorWords.has(word)));
    expect(poor.map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
  });

  test('a function has a file of its name, or stands with the value type it makes', () => {
    const misplaced = functions.filter(({ name, file }) => {
      const own = basename(file, '.ts');
      return (
        own !== name &&
        !names.some((type) => type.file === file && !type.isFunction && lowerFirst(type.name).startsWith(own))
      );
    });
    expect(misplaced.map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
  });
});

describe('completeness', () => {
  const documents = ['README.md', ...filesIn('docs', '.md')].filter((file) => existsSync(join(root, file))).map(textOf);
  // Terms in a file of their own are tested with the function that takes them.
  const testOf = (file: string) => file.replace(/^src\//, 'tests/').replace(/(?:Terms)?\.ts$/, '.test.ts');
  const judged = functions.filter(({ entry }) =>
    ['oferta', 'oferta/agreement', 'oferta/explain', 'oferta/schemas', 'oferta/batch', 'oferta/verify'].includes(entry),
  );

  test('every public function has tests at the mirrored path', () => {
    const missing = judged.filter(({ file }) => !existsSync(join(root, testOf(file))));
    expect([...new Set(missing.map(({ name, file }) => `${name}: ${testOf(file)}`))]).toEqual([]);
  });

  test('every public function has an example', () => {
    expect(
      judged.filter(({ tags }) => !tags.includes('example')).map(({ name, file }) => `${name} in ${file}`),
    ).toEqual([]);
  });

  test('every public function is named in the documents', () => {
    const named = (name: string) => documents.some((text) => new RegExp(`\`${name}\\b[^\`\n]*\``).test(text));
    expect([...new Set(judged.filter(({ name }) => !named(name)).map(({ name }) => name))]).toEqual([]);
  });

  test('every term of a clause has a test that changes it alone: `term: <property>`', () => {
    const missing = names
      .filter(({ name, properties }) => name.endsWith('Terms') && properties.length > 0)
      .flatMap(({ name, file: declared, properties }) => {
        // Terms in a file of their own are tested with their function.
        const file = declared.replace(/Terms\.ts$/, '.ts');
        const tests = existsSync(join(root, testOf(file))) ? textOf(testOf(file)) : '';
        return properties
          .filter((property) => !new RegExp(`term: ${property}\\b`).test(tests))
          .map((property) => `${name}: "term: ${property}" in ${testOf(file)}`);
      });
    expect([...new Set(missing)]).toEqual([]);
  });

  describe('error codes', () => {
    const union = /export type AgreementErrorCode\s*=([^;]*);/.exec(textOf('src/errors/agreementError.ts'))?.[1] ?? '';
    const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code as string);
    const tests = ['.test.ts', '.test-d.ts']
      .flatMap((suffix) => filesIn('tests', suffix))
      .filter((file) => !/^tests\/(?:house|documentation)\//.test(file))
      .map(textOf);

    test('they are kebab-case and each occurs once', () => {
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
      expect(codes).toEqual([...new Set(codes)]);
    });

    test('each is thrown in a test', () => {
      // A table of refusals may write the field behind the code: 'rules-invalid rules.roll'.
      const thrown = (code: string) => new RegExp(`['\`]${code}(?:['\`]| )`);
      expect(codes.filter((code) => !tests.some((text) => thrown(code).test(text)))).toEqual([]);
    });

    test('each is explained in docs/errors.md', () => {
      const page = existsSync(join(root, 'docs/errors.md')) ? textOf('docs/errors.md') : '';
      expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
    });
  });
});

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
