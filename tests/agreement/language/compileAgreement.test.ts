/** The five agreements as they are written, and mistakes that compiling them finds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgreementCatalogue, type AgreementDocument, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../../src/agreement/language/formatDocument.js';
import { findingsFrom } from '../../support/refusal.js';
import { put } from './smallAgreement.js';

const examples = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];

function textOf(example: string, file: string): string {
  return readFileSync(join(import.meta.dirname, '../../../examples', example, file), 'utf8');
}

function read<T>(example: string, file: string): T {
  return JSON.parse(textOf(example, file)) as T;
}

function define(example: string, change: (document: Loose) => void = () => {}) {
  const document = read<AgreementDocument>(example, 'agreement.json');
  change(document as unknown as Loose);
  const catalogues = ['ru', 'kk'].map((language) => read<AgreementCatalogue>(example, `agreement.${language}.json`));
  return defineAgreement(document, { calendars: [kz, ru], catalogues });
}

type Loose = { [name: string]: Loose };

describe('the written form', () => {
  it.each(examples)('is written the one way: %s', (example) => {
    for (const file of ['agreement.json', 'agreement.ru.json', 'agreement.kk.json']) {
      const text = textOf(example, `${file}`);
      expect(formatDocument(JSON.parse(text))).toBe(text);
    }
  });

  it('is at most 9,400 lines for the five agreements as audited, and 15,210 with the words of two more languages', () => {
    const lines = (file: string) =>
      examples.reduce((sum, example) => sum + textOf(example, file).split('\n').length - 1, 0);
    const own = lines('agreement.json');
    expect(own).toBeLessThanOrEqual(9_400);
    expect(own + lines('agreement.ru.json') + lines('agreement.kk.json')).toBeLessThanOrEqual(15_210);
  });

  it.each([
    [
      'a fact misspelt in a condition',
      (d: Loose) => put(d, ['tables', 'refund', 'rows', '0', 'if'], 'terminatedForBreech'),
      'unknown',
      'terminatedForBreach',
    ],
    [
      'a kind misspelt',
      (d: Loose) => put(d, ['clauses', '5.7', 'paymentDue'], { dedline: {}, counts: 'act' }),
      'unknown',
      'deadline',
    ],
    [
      'an argument misspelt',
      (d: Loose) => put(d, ['clauses', '5.7', 'paymentDue', 'deadline', 'triger'], '=negativeOn'),
      'unknown',
      'trigger',
    ],
    [
      'a clause that is not there',
      (d: Loose) => put(d, ['clauses', '6.10', 'penalty', 'latePaymentPenalty', 'dueOn'], '=[5.77/paymentDue]'),
      'unknown',
      '5.7/paymentDue',
    ],
    [
      'a field that is not there',
      (d: Loose) => put(d, ['clauses', '6.10', 'penalty', 'latePaymentPenalty', 'dueOn'], '=[5.7].latestDay'),
      'unknown',
      'lastDay',
    ],
    [
      'a limit of no unit',
      (d: Loose) => put(d, ['clauses', '5.7', 'paymentDue', 'deadline', 'limit'], '5 bank days'),
      'type',
      '5 banking days',
    ],
    [
      'a sum compared with a day',
      (d: Loose) => put(d, ['tables', 'refund', 'rows', '1', 'if'], 'paid > requestedOn'),
      'type',
      'compared',
    ],
    [
      'an expression that ends too soon',
      (d: Loose) => put(d, ['tables', 'refund', 'rows', '1', 'if'], 'paid >'),
      'syntax',
      'character 7',
    ],
    [
      'an unknown field of a posting',
      (d: Loose) => put(d, ['postings', 'top-up', 'creditt'], '=event.amount'),
      'unknown',
      'credit',
    ],
    [
      'a change of a reading that leads nowhere',
      (d: Loose) =>
        put(d, ['readings', '6.7-repeat', 'options', 'first-and-repeat', 'changes'], { '6.7/fin.mode': 'x' }),
      'unknown',
      '',
    ],
  ] as const)('finds %s, with its place and what could stand there', (_, change, code, expected) => {
    const findings = findingsFrom(() => define('autocall', change));
    expect(findings.map((finding) => finding.code)).toContain(code);
    const found = findings.find((finding) => finding.code === code && finding.expected.includes(expected));
    expect(found?.place?.length, JSON.stringify(findings)).toBeGreaterThan(1);
  });
});
