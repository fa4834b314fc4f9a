import { describe, expect, test } from 'vitest';
import { codeOf, filesIn, textOf } from '../support/sources.js';

/** What never occurs in the code of src/, why, and the files that are excepted. Comments are ignored. */
const banned: readonly { pattern: RegExp; because: string; except?: readonly string[] }[] = [
  { pattern: /\bnew Date\b|\bDate\.now\b/, because: 'a JavaScript Date is an instant that poses as a day' },
  { pattern: /\bTemporal\.Now\b/, because: 'there is no clock: asOf is an argument' },
  {
    pattern: /\binstanceof (?:Oferta)?Decimal\b|\binstanceof Temporal\b/,
    because: 'a program can hold two copies of it',
  },
  { pattern: /\bas any\b/, because: 'it turns the type check off' },
  { pattern: /\bMath\.round\(/, because: 'it rounds halves towards infinity and knows no mode' },
  { pattern: /\.toFixed\(/, because: 'binary rounding', except: ['src/money/decimal.ts'] },
  { pattern: /\bparseFloat\(/, because: 'it takes the beginning of a text for the whole' },
  { pattern: /\bconsole\./, because: 'a library says nothing by itself', except: ['src/cli/'] },
  { pattern: /\bMath\.random\(|\bprocess\./, because: 'answers depend on arguments alone', except: ['src/cli/'] },
];

const files = filesIn('src', '.ts');
const code = new Map(files.map((file) => [file, codeOf(file)]));

describe('sources', () => {
  test.each(banned)('no $pattern: $because', ({ pattern, except = [] }) => {
    const found = files
      .filter((file) => !except.some((place) => file.startsWith(place)))
      .flatMap((file) => linesWith(code.get(file) ?? '', pattern).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });

  test('the type check is never silenced', () => {
    const silenced = /@ts-(?:ignore|nocheck|expect-error)/;
    expect(files.flatMap((file) => linesWith(textOf(file), silenced).map((line) => `${file}:${line}`))).toEqual([]);
  });

  test('no file or folder is a drawer for what has no name', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|types|misc|shared|lib|core|internal)(?:\.ts|\/)/i;
    expect(files.filter((file) => drawer.test(file))).toEqual([]);
  });

  test('every index.ts opens with what its module is for', () => {
    const silent = files.filter(
      (file) => file.endsWith('/index.ts') && !/^\/\*\*[\s\S]*?@(?:packageDocumentation|module)\b/.test(textOf(file)),
    );
    expect(silent).toEqual([]);
  });
});

function linesWith(text: string, pattern: RegExp): number[] {
  return text.split('\n').flatMap((line, at) => (pattern.test(line) ? [at + 1] : []));
}
