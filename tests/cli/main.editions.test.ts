import { describe, expect, it } from 'vitest';
import { minimalAgreement } from '../schemas/minimalAgreement.js';
import { run } from './environment.js';

/** A fee of 10.00 at each top-up until June, and of 25.00 from 1 July. */
function edition(fee: string, from: string): string {
  const agreement = minimalAgreement();
  agreement.name = 'Minimal';
  agreement.edition = from;
  agreement.effectiveOn = from;
  agreement.postings.fee = { on: 'toppedUp', debit: fee, short: 'below-zero' };
  return JSON.stringify(agreement);
}

const toppedUp = (id: string, on: string) => ({
  id,
  kind: 'toppedUp',
  on,
  amount: { amount: '100.00', currency: 'KZT' },
});
const files = {
  'old.json': edition('10.00 KZT', '2026-01-01'),
  'new.json': edition('25.00 KZT', '2026-07-01'),
  'events.json': JSON.stringify([toppedUp('a', '2026-06-30'), toppedUp('b', '2026-07-01')]),
};

describe('oferta statement --edition', () => {
  it.each([
    { line: '--as-of 2026-06-30', balance: '90.00', because: '100 less the fee of 10 of the first edition' },
    { line: '--as-of 2026-07-01', balance: '165.00', because: 'the second fee is 25: 200 less 35' },
  ])('each act is judged by the edition of its day: $line', ({ line, balance }) => {
    const events = line.endsWith('06-30') ? JSON.stringify([toppedUp('a', '2026-06-30')]) : files['events.json'];
    const { code, out } = run(`statement old.json events.json ${line} --edition new.json --format json`, {
      ...files,
      'events.json': events,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out).balance).toEqual({ amount: balance, currency: 'KZT' });
  });

  it('whichever edition is named first', () => {
    const line = '--as-of 2026-07-31 --format csv';
    const one = run(`statement old.json events.json ${line} --edition new.json`, files);
    expect(one.code).toBe(0);
    expect(run(`statement new.json events.json ${line} --edition old.json`, files).out).toBe(one.out);
    expect(run(`statement old.json events.json --as-of 2026-07-31 --edition new.json`, files).out).toContain('165.00');
    expect(run(`statement old.json events.json --as-of 2026-07-31 --edition new.json --format ics`, files).code).toBe(
      0,
    );
  });

  it.each([
    { edition: 'old.json', says: 'editions that come into force on different days' },
    { edition: 'none.json', says: 'none.json' },
  ])('refuses $edition', ({ edition: path, says }) => {
    const { code, out, complaints } = run(`statement old.json events.json --as-of 2026-07-31 --edition ${path}`, files);
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain(says);
  });

  it('reports an event before the first edition, of one as of several', () => {
    const early = { ...files, 'events.json': JSON.stringify([toppedUp('a', '2025-12-31')]) };
    for (const line of ['', ' --edition new.json']) {
      const { code, complaints } = run(`statement old.json events.json --as-of 2026-07-31${line}`, early);
      expect(code).toBe(2);
      expect(complaints).toContain('2025');
    }
  });
});
