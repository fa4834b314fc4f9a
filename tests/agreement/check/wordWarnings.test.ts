import { attempt } from 'oferta';
import { type AgreementCatalogue, checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalAgreement } from '../../schemas/minimalAgreement.js';

interface Parts {
  readonly agreement: ReturnType<typeof minimalAgreement>;
  // biome-ignore lint/suspicious/noExplicitAny: tests break it in every way
  readonly russian: any;
}

function found(change: (parts: Parts) => void): readonly string[] {
  const agreement = minimalAgreement();
  agreement.words = { 'in-time': 'in time', late: 'too late' };
  agreement.tables.refund.rows[0].then = 'in-time';
  agreement.tables.refund.rows[1].then = 'late';
  const russian = {
    format: 2,
    agreement: 'minimal',
    language: 'ru',
    words: { 'in-time': 'вовремя', late: 'поздно' },
    facts: { paid: 'уплаченная сумма' },
    tables: { refund: 'что возвращается' },
    readings: { length: 'так написано' },
    events: { toppedUp: 'пополнение' },
  };
  change({ agreement, russian });
  const catalogues = [russian as AgreementCatalogue];
  const done = attempt(() => checkAgreement(agreement, { calendars: [kz], catalogues }));
  const findings = done.ok ? done.value : done.error.findings;
  return findings
    .filter(({ path }) => path !== 'facts.paid' || !done.ok)
    .map(({ path, code, value, expected }) => `${code} ${path}: ${value}, expected ${expected}`);
}

describe('words', () => {
  it('nothing is doubtful where every code and every language has its words', () => {
    expect(found(() => {}).filter((line) => !line.startsWith('fact-unread'))).toEqual([]);
  });

  it.each<{ because: string; change: (parts: Parts) => void; line: string }>([
    {
      because: 'a word that another language has not',
      change: ({ russian }) => delete russian.events.toppedUp,
      line: 'word-missing events.toppedUp: topped up, expected the same in ru',
    },
    {
      because: 'a state without a word',
      change: ({ agreement }) => (agreement.tables.refund.rows[1].then = 'to-late'),
      line: 'word-missing tables.refund.rows[1].then: to-late, expected a word for it',
    },
    {
      because: 'a word for no code',
      change: ({ agreement }) => (agreement.tables.refund.rows[1].then = 'in-time'),
      line: 'word-unread words.late: late, expected the code of a status',
    },
    {
      because: 'a choice of a fact without a word',
      change: ({ agreement }) => (agreement.facts.plan = 'basic | late'),
      line: 'word-missing facts.plan: basic',
    },
    {
      because: 'a status without a word',
      change: ({ agreement }) => (agreement.postings.topUp.status = 'actve'),
      line: 'word-missing postings.topUp: actve',
    },
    {
      because: 'a holder of a right without a word',
      change: ({ agreement }) => (agreement.postings.topUp.opensRight = { name: 'leave', holder: 'clint' }),
      line: 'word-missing postings.topUp.opensRight: clint',
    },
    {
      because: 'a named condition without a word',
      change: ({ agreement }) =>
        (agreement.clauses['9.9'] = { says: 'x', met: { allOf: { paidd: '=paid > 0', late: '=paid > 1.00 KZT' } } }),
      line: 'allOf: paidd, expected a word for it',
    },
    {
      because: 'a language without a code',
      change: ({ russian }) => (russian.language = 'r'),
      line: 'choice ["catalogue r"].language: "r", expected a language code such as "kk"',
    },
    {
      because: 'a language that there is not',
      change: ({ russian }) => (russian.language = 'rux'),
      line: 'language-unknown language: rux, expected the code of a language: en, ru, kk',
    },
    {
      because: 'words of one language in two places',
      change: ({ russian }) => (russian.language = 'en'),
      line: 'duplicate ["catalogue en"].language: "en", expected another language',
    },
    {
      because: 'a key of the catalogue misspelt',
      change: ({ russian }) => {
        russian.events.topedUp = russian.events.toppedUp;
        delete russian.events.toppedUp;
      },
      line: 'unknown ["catalogue ru"].events.topedUp: "topedUp", expected toppedUp',
    },
    {
      because: 'words for something that has none',
      change: ({ russian }) => (russian.wallets = { bonus: 'бонус' }),
      line: 'unknown ["catalogue ru"].wallets.bonus: "bonus", expected a key of wallets in the agreement',
    },
  ])('$because', ({ change, line }) => {
    expect(found(change).join('\n')).toContain(line);
  });
});
