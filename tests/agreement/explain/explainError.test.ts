import { AgreementError, dateRange, money } from 'oferta';
import { type AgreementDocument, defineAgreement, evaluate, explainError, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { languages } from '../../support/languages.js';
import { errorOf } from '../../support/refusal.js';
import { textOf } from '../../support/sources.js';
import { autocall } from '../autocall.js';

describe('explainError', () => {
  it.each([
    { language: 'en', text: 'amount is "12.345": not an exact amount' },
    { language: 'ru', text: 'amount — "12.345": сумма не точна' },
    { language: 'kk', text: 'amount — "12.345": сома дәл емес' },
  ] as const)('$language', ({ language, text }) => {
    expect(
      explainError(
        errorOf(() => money('12.345', 'KZT')),
        language,
      ),
    ).toEqual([{ path: 'amount', text }]);
  });

  it('has one sentence for each fault', () => {
    const error = errorOf(() => evaluate(autocall, '6.10', {}));
    expect(error.findings.length).toBeGreaterThan(1);
    for (const language of languages) {
      const told = explainError(error, language);
      expect(told.map(({ path }) => path)).toEqual(error.findings.map(({ path }) => path));
      expect(told.every(({ text }) => !/[{}]|undefined/.test(text))).toBe(true);
    }
  });

  it('keeps what someone wrote as it is, dollar signs included', () => {
    const [told] = explainError(
      errorOf(() => money('$& $1 {place}', 'KZT')),
      'en',
    );
    expect(told?.text).toBe('amount is "$& $1 {place}": not an exact amount');
  });

  it('reports faults of shape, and of the whole document', () => {
    const told = explainError(
      errorOf(() => defineAgreement(null as unknown as AgreementDocument, { calendars: [] })),
      'ru',
    );
    expect(told).toEqual([{ path: '', text: 'файл целиком — null: значение не того вида' }]);
    const events = errorOf(() => replay(autocall, [{ id: 'a', kind: 'rained', on: '2026-01-01' }], '2026-02-01'));
    expect(explainError(events, 'kk').map(({ text }) => text)).toEqual([
      'events.0.kind — "rained": рұқсат етілген мәндердің бірі емес',
    ]);
  });

  it('has a sentence of its own for every code in every language', () => {
    const union = /export type AgreementErrorCode\s*=([^;]*);/.exec(textOf('src/errors/agreementError.ts'))?.[1] ?? '';
    const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code as AgreementError['code']);
    for (const language of languages) {
      const texts = codes.map((code) => {
        const error = new AgreementError(code, { field: 'f', value: '1', expected: 'e' });
        return explainError(error, language)[0]?.text;
      });
      expect(new Set(texts).size).toBe(codes.length);
    }
  });

  it.each([
    { error: new Error('no'), language: 'en' },
    { error: errorOf(() => dateRange('2026-02-02', '2026-02-01')), language: 'toString' },
  ])('refuses what it cannot tell', ({ error, language }) => {
    expect(errorOf(() => explainError(error as never, language as never)).code).toBe('argument-invalid');
  });
});
