/** What the site reads and shows, without a browser: days and sums as people write them, its cases, its texts. */
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../examples/site/src/input/readDay.js';
import { readFacts } from '../../examples/site/src/input/readFacts.js';
import { readSum } from '../../examples/site/src/input/readSum.js';
import type { View } from '../../examples/site/src/model/agreements.js';
import { answerOf } from '../../examples/site/src/model/answers.js';
import { hashOf, readHash } from '../../examples/site/src/model/playState.js';
import { reachOf } from '../../examples/site/src/model/reach.js';
import { typedOf, withoutEntry } from '../../examples/site/src/model/shapes.js';
import { en as enQuestions } from '../../examples/site/src/words/en.js';
import { enPages } from '../../examples/site/src/words/enPages.js';
import { kk as kkQuestions } from '../../examples/site/src/words/kk.js';
import { kkPages } from '../../examples/site/src/words/kkPages.js';
import { ru as ruQuestions } from '../../examples/site/src/words/ru.js';
import { ruPages } from '../../examples/site/src/words/ruPages.js';
import { sayIn } from '../../examples/site/src/words/words.js';
import { exampleAgreement, exampleNames } from '../support/exampleAgreements.js';

const en = { ...enQuestions, ...enPages };
const ru = { ...ruQuestions, ...ruPages };
const kk = { ...kkQuestions, ...kkPages };

describe('days as people write them', () => {
  it.each([
    ['2026-03-02', '2026-03-02', 'as ISO has it'],
    ['2026-3-2', '2026-03-02', 'without zeros'],
    ['02.03.2026', '2026-03-02', 'with points the day stands first in Kazakhstan and Russia'],
    ['2 March 2026', '2026-03-02', 'in words'],
    ['March 2, 2026', '2026-03-02', 'the month first'],
    ['2 mar 2026', '2026-03-02', 'a month of three letters'],
    ['2 марта 2026 г.', '2026-03-02', 'in Russian, as the page itself writes it'],
    ['2 март 2026', '2026-03-02', 'a Russian month as it stands alone'],
    ['2 май 2026', '2026-05-02', 'May'],
    ['2 мау 2026', '2026-06-02', 'June in Kazakh, three letters of it'],
    ['1 январь 2026', '2026-01-01', 'the last letter as the month stands alone'],
    ['2026 ж. 2 наурыз', '2026-03-02', 'in Kazakh, as the page itself writes it'],
    ['2026\u00a0ж.\u00a02\u00a0наурыз', '2026-03-02', 'with spaces that do not break'],
    ['15/04/2026', '2026-04-15', 'there is no fifteenth month'],
    ['04/15/2026', '2026-04-15', 'nor here'],
    ['04/04/2026', '2026-04-04', 'both ways lead to the same day'],
    ['29.02.2028', '2028-02-29', 'a leap day'],
  ])('%s is %s: %s', (text, day, _because) => {
    expect(readDay(text)).toEqual({ is: 'day', day });
  });

  it('refuses what can be two days, with both', () => {
    expect(readDay('03/04/2026')).toEqual({ is: 'ambiguous', days: ['2026-04-03', '2026-03-04'] });
  });

  it.each(['31.02.2026', '2026-02-29', '32.01.2026', '13/13/2026', '2026-13-01'])('%s is no such day', (text) => {
    expect(readDay(text)).toEqual({ is: 'noSuchDay' });
  });

  it.each(['', 'today', '2026', '2 m 2026', '2 ma 2026', '<b>', '1e3-01-01'])('"%s" is no day', (text) => {
    expect(readDay(text)).toEqual({ is: 'notADay' });
  });
});

describe('sums as people write them', () => {
  it.each<[text: string, amount: string | undefined, because: string]>([
    ['1500', '1500.00', 'whole'],
    ['1 500,5', '1500.50', 'a space and a comma'],
    ['1\u00a0500.50 ₸', '1500.50', 'as the page itself writes it'],
    ['KZT', undefined, 'a currency alone'],
    ['1,500.00', '1500.00', 'groups with commas, where a point follows'],
    ['−5', '-5.00', 'a minus sign'],
    ['1.005', undefined, 'three decimals are never rounded'],
    ['1,005', undefined, 'nor is it told whether the comma is a decimal one'],
    ['1e3', undefined, 'an exponent'],
    ['0x10', undefined, 'a hexadecimal number'],
    ['', undefined, 'nothing'],
  ])('"%s" is %s: %s', (text, amount, _because) => {
    const read = readSum(text, ['KZT']);
    expect(read.is === 'sum' ? read.sum.amount : undefined).toBe(amount);
  });

  it('distinguishes too many digits from what is not an amount', () => {
    expect(readSum('1.005', ['KZT'])).toEqual({ is: 'tooManyDigits' });
    expect(readSum('abc', ['KZT'])).toEqual({ is: 'notASum' });
    expect(readSum('5 USD', ['KZT'])).toEqual({ is: 'otherCurrency', currency: 'USD' });
    expect(readSum('5 €', ['USD', 'EUR'])).toEqual({ is: 'sum', sum: { amount: '5.00', currency: 'EUR' } });
  });
});

describe.each(exampleNames)('views of %s', (name) => {
  const { views } = JSON.parse(
    readFileSync(new URL(`../../examples/site/views/${name}.json`, import.meta.url), 'utf8'),
  ) as { readonly views: readonly View[] };
  const agreement = exampleAgreement(name);

  it.each(views.map((view) => [view.id, view] as const))('%s: every case is answered or refused', (_, view) => {
    const { facts: reached } = reachOf(agreement, view.asks);
    for (const scenario of view.scenarios) {
      expect(
        Object.keys(scenario.facts).filter((fact) => !reached.includes(fact)),
        scenario.id,
      ).toEqual([]);
      const read = readFacts(agreement, reached, typedOf(scenario.facts));
      expect(read.problems, scenario.id).toEqual([]);
      expect(read.facts, scenario.id).toEqual(scenario.facts);
      for (const ask of view.asks)
        expect(['computed', 'decided', 'refused'], `${scenario.id} ${ask}`).toContain(
          answerOf(agreement, ask, read).is,
        );
    }
  });

  it('has words in each language', () => {
    for (const { id, says, scenarios } of views)
      for (const texts of [says, ...scenarios.map((scenario) => scenario.says)])
        expect(Object.keys(texts).sort(), id).toEqual(['en', 'kk', 'ru']);
  });
});

describe('links', () => {
  const state = {
    agreement: 'autocall',
    question: 'penalty',
    typed: { overdue: '<b>1 000,00</b>', 'payments.0.paidOn': '31.02.2026' },
    readings: { '6.10-payment-day': 'does-not-count' },
  };

  it('brings back what was typed, wrong as it may be', () => {
    const { language, ...read } = readHash(hashOf(state, 'ru'));
    expect(read).toEqual(state);
    expect(language).toBe('ru');
  });

  it('tells an empty form from a page that was just opened', () => {
    expect(readHash(hashOf({ ...state, typed: {} }, 'en')).typed).toEqual({});
    expect(readHash('#a=autocall').typed).toBeUndefined();
  });

  it('takes names of prototypes for texts', () => {
    const read = readHash('#__proto__=1&reading.__proto__=x&constructor=2');
    expect(Object.getPrototypeOf(read.typed)).toBe(Object.prototype);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
    expect(read.typed?.['constructor']).toBe('2');
  });

  it('takes an entry out of a list, and those behind it move up', () => {
    expect(withoutEntry({ 'p.0.a': 'x', 'p.1.a': 'y', 'p.2.a': 'z', q: 'w' }, 'p', 1)).toEqual({
      'p.0.a': 'x',
      'p.1.a': 'z',
      q: 'w',
    });
  });
});

describe('texts of the pages', () => {
  it('a sentence that ends with a Russian day has one full stop, and other dots stay', () => {
    const say = sayIn(ru);
    const put = { from: '25,00 $', to: '0,63 $', first: '10 февраля 2026 г.', last: '26 февраля 2026 г.' };
    expect(say('stepSays', put)).toBe('Баланс идёт от 25,00 $ до 0,63 $: 10 февраля 2026 г. — 26 февраля 2026 г.');
    expect(say('stepSays', { ...put, last: '…' })).toBe('Баланс идёт от 25,00 $ до 0,63 $: 10 февраля 2026 г. — ….');
  });

  it.each([
    ['ru', ru],
    ['kk', kk],
  ] as const)('%s has every text, with the same places to fill', (_, words) => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [id, text] of Object.entries(en)) {
      const own = words[id as keyof typeof en];
      if (text !== '') expect(own, id).not.toBe('');
      expect(places(own), id).toEqual(places(text));
    }
  });
});

describe('the words of the page of the questions', () => {
  const source = (path: string): string =>
    readFileSync(new URL(`../../examples/site/src/${path}`, import.meta.url), 'utf8');

  /** The files that a page loads, at once or later. */
  function filesOf(first: string): ReadonlySet<string> {
    const met = new Set<string>();
    const meet = (path: string): void => {
      if (met.has(path)) return;
      met.add(path);
      for (const [, name = ''] of source(path).matchAll(/(?:from |import\()'(\.[^']+)\.js'/g)) {
        const file = posix.join(posix.dirname(path), name);
        if (file.startsWith('words/')) continue;
        meet(
          existsSync(new URL(`../../examples/site/src/${file}.tsx`, import.meta.url)) ? `${file}.tsx` : `${file}.ts`,
        );
      }
    };
    meet(first);
    return met;
  }

  it('are all among those that it loads', () => {
    const files = filesOf('pages/PlayPage.tsx');
    expect(files).toContain('play/Pictures.tsx');
    const shown = [...files].map(source).join('\n');
    expect(Object.keys(enPages).filter((id) => new RegExp(`['"\`]${id}['"\`]`).test(shown))).toEqual([]);
  });

  it('and those of an account are not', () => {
    const shown = [...filesOf('pages/AccountPage.tsx')].map(source).join('\n');
    expect(Object.keys(enPages).filter((id) => new RegExp(`['"\`]${id}['"\`]`).test(shown))).toContain('addEvent');
  });
});
