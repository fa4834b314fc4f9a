import { money } from 'oferta';
import { type DecidedOutcome, decide, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf, refusal } from '../../support/refusal.js';
import { autocall, autocallData } from '../autocall.js';

const base = {
  terminatedForBreach: false,
  tariffKind: 'base',
  usedUnits: 0,
  paid: kzt('50000.00'),
  unpaidFines: kzt('0.00'),
};

function cashOf(outcome: DecidedOutcome): string {
  return outcome.is === 'amount' ? outcome.cash.toString() : outcome.is;
}

describe('decide: refund under AutoCall', () => {
  it.each([
    {
      credited: '2026-02-16',
      purchased: '2026-02-16',
      asked: '2026-03-01',
      row: 8,
      cash: '50000.00 KZT',
      because: 'day 13',
    },
    {
      credited: '2026-02-16',
      purchased: '2026-02-16',
      asked: '2026-03-02',
      row: 8,
      cash: '50000.00 KZT',
      because: 'day 14',
    },
    { credited: '2026-02-16', purchased: '2026-02-16', asked: '2026-03-03', row: 9, cash: 'none', because: 'day 15' },
    {
      credited: '2024-02-15',
      purchased: '2024-02-15',
      asked: '2024-02-29',
      row: 8,
      cash: '50000.00 KZT',
      because: 'day 14 of a leap February',
    },
    {
      credited: '2024-02-15',
      purchased: '2024-02-15',
      asked: '2024-03-01',
      row: 9,
      cash: 'none',
      because: 'the day after it',
    },
    {
      credited: '2026-02-15',
      purchased: '2026-02-15',
      asked: '2026-03-02',
      row: 8,
      cash: '50000.00 KZT',
      because: 'day 14 is a Sunday and rolls',
    },
    {
      credited: '2026-02-15',
      purchased: '2026-02-15',
      asked: '2026-03-03',
      row: 9,
      cash: 'none',
      because: 'after the roll',
    },
    {
      credited: '2024-02-29',
      purchased: '2025-02-20',
      asked: '2025-02-28',
      row: 8,
      cash: '50000.00 KZT',
      because: 'the last of twelve months',
    },
    {
      credited: '2024-02-29',
      purchased: '2025-02-20',
      asked: '2025-03-01',
      row: 7,
      cash: 'discretion',
      because: 'the money is older than twelve months',
    },
  ])('asked on $asked: $because', ({ credited, purchased, asked, row, cash }) => {
    const decision = decide(autocall, 'refund', {
      ...base,
      creditedOn: credited,
      purchasedOn: purchased,
      requestedOn: asked,
    });
    expect(decision.row).toBe(row);
    expect(cashOf(decision.outcome)).toBe(cash);
  });

  const facts = { ...base, creditedOn: '2026-02-15', purchasedOn: '2026-02-15', requestedOn: '2026-03-03' };

  it('says what each row passed over wanted, what the case has and what would have changed it', () => {
    const { passedOver } = decide(autocall, 'refund', facts);
    expect(passedOver.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(passedOver[7]?.failed).toEqual([
      {
        operand: 'requestedOn',
        relation: 'onOrBefore',
        own: '2026-03-03',
        threshold: '2026-03-02',
        needed: '2026-03-02',
      },
    ]);
    expect(passedOver[0]?.failed).toEqual([
      { operand: 'terminatedForBreach', relation: 'is', own: false, threshold: true, needed: true },
    ]);
  });

  it('leaves what the provider may refuse to the provider, with its ceiling', () => {
    const { outcome } = decide(autocall, 'refund', { ...facts, requestedOn: '2026-03-02', creditedOn: '2025-02-15' });
    expect(outcome).toMatchObject({ is: 'discretion', of: 'provider', ifRefused: { is: 'none' } });
    if (outcome.is === 'discretion') expect(outcome.ceiling).toEqual(money('50000.00', 'KZT'));
  });

  it('asks only for the facts of rows it reaches', () => {
    expect(decide(autocall, 'refund', { terminatedForBreach: true }).row).toBe(1);
    expect(decide(autocall, 'refund', { terminatedForBreach: false, tariffKind: 'preferential' }).row).toBe(6);
    expect(codeOf(() => decide(autocall, 'refund', { terminatedForBreach: false, tariffKind: 'base' }))).toBe(
      'fact-missing',
    );
  });

  it.each([
    { unpaid: '0.00', reading: 'unpaid-fines-first', cash: '50000.00', toBalance: '0.00' },
    { unpaid: '49999.99', reading: 'unpaid-fines-first', cash: '0.01', toBalance: '49999.99' },
    { unpaid: '50000.00', reading: 'unpaid-fines-first', cash: '0.00', toBalance: '50000.00' },
    { unpaid: '50000.01', reading: 'unpaid-fines-first', cash: '0.00', toBalance: '50000.00' },
    { unpaid: '50000.01', reading: 'in-full', cash: '50000.00', toBalance: '0.00' },
  ])('sets $unpaid of fines off under $reading', ({ unpaid, reading, cash, toBalance }) => {
    const agreement = withReadings(autocall, { '3.3-set-off': reading });
    const { outcome } = decide(agreement, 'refund', { ...facts, requestedOn: '2026-03-02', unpaidFines: kzt(unpaid) });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual({ is: 'amount', cash: kzt(cash), toBalance: kzt(toBalance) });
  });

  it.each([undefined, null, {}, autocallData])('refuses what is not an agreement', (agreement) => {
    expect(refusal(() => decide(agreement as never, 'refund', {}))).toBe('argument-invalid agreement');
  });

  it('refuses a question the agreement has no table for', () => {
    expect(codeOf(() => decide(autocall, 'constructor', {}))).toBe('table-unknown');
  });
});
