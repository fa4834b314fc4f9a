/** Every sentence that counts something, in three languages, with 0, 1, 2, 5, 11, 21 and 1.5 of each unit: docs/counted-words.md is the list, to be read. */
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/agreement/explain/explain.js';
import type { CountedUnit, Language } from '../../../src/agreement/explain/language.js';
import { en } from '../../../src/agreement/kinds/sentences/en.js';
import { kk } from '../../../src/agreement/kinds/sentences/kk.js';
import { ru } from '../../../src/agreement/kinds/sentences/ru.js';
import { type SentenceId, sentenceIds } from '../../../src/agreement/kinds/sentences/sentences.js';
import { answerLanguages, say } from '../../../src/agreement/statement/texts.js';

const languages: Readonly<Record<'en' | 'ru' | 'kk', Language>> = { en, ru, kk };
const counts = [0, 1, 2, 5, 11, 21, 1.5];

const limits: readonly CountedUnit[] = [
  'calendarDays',
  'workingDays',
  'bankingDays',
  'weeks',
  'halfMonths',
  'months',
  'quarters',
  'halfYears',
  'years',
  'hours',
];
/** Sentences in which every unit is written out; in the others two are enough. */
const inFull: readonly SentenceId[] = ['limit.add', 'notice.latest', 'renewal.end'];
const days: readonly CountedUnit[] = ['calendarDays'];

/** Slots that are counted wherever they occur. */
const slots: Readonly<Record<string, readonly CountedUnit[]>> = {
  limit: limits,
  times: ['terms'],
  shift: days,
  divisor: days,
  served: days,
  period: days,
  dayOfMonth: days,
  taken: days,
};

/** Slots that are counted in one sentence, and something else in others. */
const ownSlots: Partial<Record<SentenceId, Readonly<Record<string, readonly CountedUnit[]>>>> = {
  'event.days': { out: days },
  'charge.days': { out: days },
  'part.served': { out: days },
  'part.period': { out: days },
  'penalty.days': { out: days },
  'penalty.moreDays': { out: days },
  'penalty.segment': { days },
  'charge.through.quotient': { days },
  'charge.eachDay.quotient': { days },
  'renewal.terms': { out: ['terms'] },
  'fine.repeat': { count: ['breaches'] },
  'fine.repeats': { count: ['breaches'], out: ['breaches'] },
  'bounds.best': { count: ['segments'], out: ['minutes'] },
  'bounds.worst': { count: ['segments'], out: ['minutes'] },
  'sms.GSM-7': { out: ['characters'] },
  'sms.UCS-2': { out: ['characters'] },
  'sms.segments': { out: ['segments'] },
  'downtime.total': { out: ['seconds'] },
  'downtime.minutes': { out: ['minutes'] },
  'change.divisor': { out: days },
  'change.credit.share': { out: days },
  'change.charge.share': { out: days },
  'formula.daysBetween': { out: days },
  'formula.daysInMonth': { out: days },
  'formula.dayAfter': { value2: days },
  'formula.dayBefore': { value2: days },
  'threshold.atLeast': { left: ['breaches'], right: ['breaches'] },
  'threshold.moreThan': { left: ['breaches'], right: ['breaches'] },
};

/** The counted slots of a sentence. */
function countedSlots(id: SentenceId): Readonly<Record<string, readonly CountedUnit[]>> {
  const found: Record<string, readonly CountedUnit[]> = { ...ownSlots[id] };
  for (const [, name = ''] of en.sentences[id].matchAll(/\{[#?]?(\w+)(?::[^}]*)?\}/g))
    if (slots[name] !== undefined)
      found[name] = name === 'limit' && !inFull.includes(id) ? ['weeks', 'years'] : slots[name];
  return found;
}

/** The values of the other slots. */
const other = { type: 'text', value: '·' } as const;

function told(
  id: SentenceId,
  language: 'en' | 'ru' | 'kk',
  counted: Readonly<Record<string, CountedUnit>>,
  count: number,
): string {
  const value = (name: string): object =>
    counted[name] === undefined
      ? other
      : name === 'limit'
        ? { type: 'limit', count, unit: counted[name] }
        : { type: 'count', value: count, unit: counted[name] };
  const names = [...en.sentences[id].matchAll(/\{[#?]?(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name as string);
  const step = {
    id: 's',
    clause: '1',
    role: id,
    op: 'sum',
    in: Object.fromEntries(
      names.filter((name) => name !== 'out').map((name) => [name, { ...value(name), fact: name }]),
    ),
    out: value('out'),
  };
  const data = { facts: {}, words: {}, timeZone: 'UTC' };
  return sentenceOf(step as never, languages[language], language, data as never).replaceAll('\u00a0', ' ');
}

/** The list: for each language and sentence a line for each unit. */
function list(): string {
  const lines = [
    '# Counted words',
    '',
    'Every sentence of an explanation that counts something, with 0, 1, 2, 5, 11, 21 and 1.5 of each unit; `·` stands for what is not counted.',
    'Written by `tests/agreement/explain/explain.countedWords.test.ts`; it is here to be read. Kazakh has not been reviewed by a native reader.',
  ];
  for (const language of answerLanguages) {
    lines.push('', `## ${{ en: 'English', ru: 'Russian', kk: 'Kazakh' }[language]}`);
    for (const id of sentenceIds) {
      const counted = countedSlots(id);
      const [most = []] = Object.values(counted).toSorted((a, b) => b.length - a.length);
      if (most.length > 0) lines.push('', `**${id}**`, '');
      most.forEach((unit) => {
        const units = Object.fromEntries(
          Object.entries(counted).map(([name, known]) => [
            name,
            known.includes(unit) ? unit : (known[0] as CountedUnit),
          ]),
        );
        lines.push(`- ${counts.map((count) => told(id, language, units, count)).join(' | ')}`);
      });
    }
  }
  return `${lines.join('\n')}\n`;
}

describe('counted words', () => {
  it('are those in docs/counted-words.md', async () => {
    await expect(list()).toMatchFileSnapshot('../../../docs/counted-words.md');
  });

  it.each([
    ['notice.latest', 'weeks', 1, 'чтобы успеть за 1 неделю до ·, последний день — ·'],
    ['notice.latest', 'weeks', 21, 'чтобы успеть за 21 неделю до ·, последний день — ·'],
    ['notice.latest', 'weeks', 2, 'чтобы успеть за 2 недели до ·, последний день — ·'],
    ['hours.before', 'hours', 1, 'за 1 час до ·: не позднее ·'],
    ['limit.add', 'workingDays', 1.5, '1,5 рабочего дня, считая от ·: последний день — ·'],
    ['limit.add', 'months', 11, '11 месяцев, считая от ·: последний день — ·'],
    ['event.days', 'calendarDays', 61, 'прошёл 61 день'],
    ['event.days', 'calendarDays', 5, 'прошло 5 дней'],
    ['event.days', 'calendarDays', 2, 'прошло 2 дня'],
    ['event.moved', 'calendarDays', 21, 'срок был ·, сдвиг на 21 день: ·'],
  ] as const)('%s, %s, %d: the case the sentence asks for', (id, unit, count, text) => {
    const name = Object.keys(countedSlots(id))[0] as string;
    expect(told(id, 'ru', { [name]: unit }, count)).toBe(text);
  });

  it('a term of one year, and of two', () => {
    const terms = (count: number): string => told('renewal.end', 'ru', { times: 'terms', limit: 'years' }, count);
    expect(terms(1)).toBe('1 срок по 1 году, считая от ·: договор действует по ·');
    expect(terms(2)).toBe('2 срока по 2 года, считая от ·: договор действует по ·');
    expect(terms(5)).toBe('5 сроков по 5 лет, считая от ·: договор действует по ·');
  });

  it.each([
    [1, '1\u00a0раз'],
    [2, '2\u00a0раза'],
    [5, '5\u00a0раз'],
    [11, '11\u00a0раз'],
    [21, '21\u00a0раз'],
  ])('a count of a statement: %i', (count, text) => {
    expect(say('ru', 'rightTimes', { count }, (number) => ru.plural(number))).toBe(text);
  });
});
