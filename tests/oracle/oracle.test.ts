import * as oferta from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, test } from 'vitest';
import { askedPackage, compareFamily } from './compare.mjs';
import { families } from './families/index.mjs';

const ask = askedPackage({ oferta, kz, ru });
const seed = 20_261_130;

// A drawn part, the same one every time. `npm run oracle` draws a million cases a family.
describe('a second implementation, written without the sources, gives the same answers', () => {
  test.each(Object.keys(families))('%s', (family) => {
    const rows = compareFamily(family, { ask, cases: 3000, seed });
    expect(rows.flatMap(({ name, examples }) => examples.map((example) => ({ name, ...example })))).toEqual([]);
    // What is refused agrees easily: of each function most cases have an answer.
    for (const { name, cases, answered } of rows)
      if (cases > 0) expect([name, answered * 2 > cases]).toEqual([name, true]);
    expect(rows.reduce((all, { cases }) => all + cases, 0)).toBeGreaterThan(1000);
  });
});

describe('the comparison finds', () => {
  const altered = (name: string, alter: (answer: unknown) => unknown) =>
    askedPackage({
      oferta: {
        ...oferta,
        [name]: (...inputs: never[]) => alter(Reflect.apply(Reflect.get(oferta, name), null, inputs)),
      },
      kz,
      ru,
    });
  const differences = (family: string, name: string, alter: (answer: unknown) => unknown) =>
    compareFamily(family, { ask: altered(name, alter), cases: 500, seed, only: name }).map(({ differ }) => differ);

  test('a count that is one too many', () => {
    expect(differences('time', 'countDays', (answer) => Number(answer) + 1)).not.toEqual([0]);
  });

  test('a sum that has lost its sign', () => {
    expect(differences('money', 'subtractMoney', (answer) => String(answer).replace('-', ''))).not.toEqual([0]);
  });

  test('an answer where there is none, and none where there is one', () => {
    const never = askedPackage({
      oferta: {
        ...oferta,
        isWorkingDay: () => true,
        addWorkingDays: () => {
          throw new RangeError('not asked');
        },
      },
      kz,
      ru,
    });
    for (const only of ['isWorkingDay', 'addWorkingDays'])
      expect(compareFamily('time', { ask: never, cases: 500, seed, only })[0]?.differ).toBeGreaterThan(100);
  });

  test('a field that is missing', () => {
    expect(
      differences('account', 'sendingTime', (answer) => ({ best: Reflect.get(answer as object, 'best') })),
    ).not.toEqual([0]);
  });

  test('the same cases from the same seed, and others from another', () => {
    const cases = (drawn: number) => {
      const inputs: unknown[] = [];
      compareFamily('money', { ask: (_, given) => inputs.push(given), cases: 50, seed: drawn });
      return inputs;
    };
    expect(cases(7)).toEqual(cases(7));
    expect(cases(7)).not.toEqual(cases(8));
  });
});
