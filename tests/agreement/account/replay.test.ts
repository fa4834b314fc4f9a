import fc from 'fast-check';
import {
  type AccountEvent,
  applyEvents,
  openAccount,
  replay,
  type Statement,
  statement,
  withReadings,
} from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { asJson } from '../../support/asJson.js';
import { codeOf } from '../../support/refusal.js';
import { autocall, autocallEvents } from '../autocall.js';

function movements(told: Statement): string[] {
  return told.entries.map(
    ({ on, key, amount, balanceAfter }) => `${on} ${key} ${amount.amount} ${balanceAfter.amount}`,
  );
}

describe('replay: a year of an AutoCall account', () => {
  const year = replay(autocall, autocallEvents, '2026-12-31');

  it('enters what happened, with the running balance', () => {
    expect(movements(year)).toEqual([
      '2026-01-13 balance/top-up/e02 110018.00 110018.00',
      '2026-01-15 balance/tariff/e03 -50000.00 60018.00',
      '2026-01-29 payout/refund/e04 50000.00 60018.00',
      '2026-02-02 balance/tariff/e05 -60000.00 18.00',
      '2026-02-24 balance/fine-6.7/e08 -18.00 0.00',
      '2026-03-19 balance/fine-6.8/e09 -100000.00 -100000.00',
      '2026-04-20 balance/top-up/e10 40000.00 -60000.00',
      '2026-06-12 balance/top-up/e11 60000.00 0.00',
      '2026-06-15 balance/fine-6.8/e13 -1000000.00 -1000000.00',
      '2026-07-01 balance/top-up/e14 1000000.00 0.00',
      '2026-08-03 balance/fine-6.8/e16 -1000000.00 -1000000.00',
      '2026-09-01 balance/top-up/e17 500000.00 -500000.00',
    ]);
    // Audit A11: a breach opens a right to suspend, and nobody exercised it.
    expect(year.status).toBe('active');
  });

  it('returns the tariff asked for on day 14 and not the one asked for on day 15', () => {
    const decided = year.remarks.flatMap(({ decision, event }) => (decision ? [[event, decision.row]] : []));
    expect(decided).toEqual([
      ['e04', 8],
      ['e06', 9],
      // 6.13: a breach of copyright leaves a claim to the law in addition to its fine.
      ['e16', 1],
    ]);
  });

  it.each([
    {
      key: 'accrual/penalty/e09',
      amount: '5000.00',
      because: '20 days of 100.00 and 53 of 60.00 make 5,180.00; the cap holds 5,000.00',
    },
    {
      key: 'accrual/penalty/e13',
      amount: '9000.00',
      because: '23 June to 1 July, nine days of 1,000.00, the payment day counted',
    },
    {
      key: 'accrual/penalty/e16',
      amount: '50000.00',
      because: '22 days of 1,000.00 and 121 of 500.00 make 82,500.00; the cap holds 50,000.00',
    },
  ])('$key is $amount: $because', ({ key, amount }) => {
    expect(year.accruals.find((accrual) => accrual.key === key)?.amount).toEqual(kzt(amount));
  });

  it('closes a deadline when its debt is paid and keeps the open one', () => {
    const told = (of: Statement['deadlines']): readonly unknown[] =>
      of.filter(({ name }) => name === 'payNegativeBalance').map(({ lastDay, event }) => [lastDay, event]);
    expect(told(year.deadlines)).toEqual([]);
    // 10 August is behind, and 500,000.00 are still owed.
    expect(told(year.passedDeadlines)).toEqual([['2026-08-10', 'e16']]);
    expect(told(replay(autocall, autocallEvents, '2026-08-10').deadlines)).toEqual([['2026-08-10', 'e16']]);
    expect(year.metDeadlines.map(({ event, closedOn }) => [event, closedOn])).toEqual([
      ['e09', '2026-06-12'],
      ['e13', '2026-07-01'],
    ]);
  });

  it('an accrual grows with the day and is not an entry', () => {
    const june = replay(autocall, autocallEvents, '2026-06-08');
    expect(june.accruals.map(({ amount }) => amount)).toEqual([kzt('4940.00')]);
    expect(replay(autocall, autocallEvents, '2026-06-09').accruals[0]?.amount).toEqual(kzt('5000.00'));
    expect(june.entries.some(({ key }) => key.startsWith('accrual'))).toBe(false);
  });

  it('a later fine does not reach back into the cap of a debt that was paid', () => {
    expect(year.accruals.find(({ event }) => event === 'e09')?.value['cap']).toEqual(
      replay(autocall, autocallEvents, '2026-06-12').accruals[0]?.value['cap'],
    );
  });

  it('a reading can keep the penalty off fines', () => {
    const other = withReadings(autocall, { '6.10-on-fines': 'never-on-fines' });
    expect(replay(other, autocallEvents, '2026-12-31').accruals).toEqual([]);
  });

  it('a tariff that was returned is not returned again', () => {
    const again: AccountEvent = { id: 'again', kind: 'refundRequested', on: '2026-01-29', purchase: 'A', seq: 1 };
    const { entries } = replay(autocall, [...autocallEvents, again], '2026-12-31');
    expect(entries.filter(({ account }) => account === 'payout')).toHaveLength(1);
  });
});

describe('laws of replay', () => {
  const whole = asJson(replay(autocall, autocallEvents, '2026-12-31'));

  it('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...autocallEvents], { minLength: autocallEvents.length }), (shuffled) => {
        expect(asJson(replay(autocall, shuffled, '2026-12-31'))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('the same event twice counts once', () => {
    fc.assert(
      fc.property(fc.subarray([...autocallEvents]), (twice) => {
        expect(asJson(replay(autocall, [...autocallEvents, ...twice], '2026-12-31'))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('cut by day, applied in parts and taken up from JSON, it comes out the same', () => {
    const days = [...new Set(autocallEvents.map(({ on }) => on))];
    fc.assert(
      fc.property(fc.subarray(days), (cuts) => {
        let account = openAccount(autocall);
        for (const cut of [...cuts, '9999-12-31']) {
          const part = autocallEvents.filter(
            ({ on, id }) => on <= cut && account.state.appliedEvents[id] === undefined,
          );
          account = openAccount(autocall, { state: JSON.parse(JSON.stringify(applyEvents(account, part))) });
        }
        expect(asJson(statement(account, '2026-12-31'))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('what was entered by a day stays when more happens later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...autocallEvents), ({ on }) => {
        const early = movements(replay(autocall, autocallEvents, on));
        expect(movements(replay(autocall, autocallEvents, '2026-12-31')).slice(0, early.length)).toEqual(early);
      }),
      { numRuns: 30 },
    );
  });

  it('same id, other content: refused, and nothing is applied', () => {
    const other = { ...(autocallEvents[1] as AccountEvent), amount: kzt('1.00') };
    expect(codeOf(() => replay(autocall, [...autocallEvents, other], '2026-12-31'))).toBe('event-id-reused');
  });
});
