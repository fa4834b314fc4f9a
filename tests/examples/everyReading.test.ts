/** Every reading of the five agreements decides something on an account, and every computation and row is walked by one. */
import { type AccountEvent, type Agreement, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { exampleAgreement, exampleEvents, exampleFile } from '../support/exampleAgreements.js';
import { textOf } from '../support/sources.js';
import { paidOut } from '../support/statementLines.js';

const ids = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'] as const;
const scenario = (path: string): readonly AccountEvent[] => exampleFile(path) as readonly AccountEvent[];
const toldBy = ({ remarks }: Statement, posting: string): readonly unknown[] =>
  remarks.flatMap(({ posting: by, computed }) => (by === posting && computed !== undefined ? [computed.value] : []));

/** The accounts of an agreement, each as of its last event and a year later. */
function accountsOf(id: string): readonly (readonly [events: readonly AccountEvent[], asOf: string])[] {
  return exampleEvents(id).flatMap((file) => {
    const events = scenario(file);
    const last = events
      .map(({ on }) => on)
      .sort()
      .at(-1) as string;
    return [last, `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`].map((asOf) => [events, asOf] as const);
  });
}

/** The account as JSON; if it cannot be computed, because a day is outside a calendar or a reading refuses an event, the error code. */
function told(agreement: Agreement, events: readonly AccountEvent[], asOf: string): string {
  try {
    const { readings, ...statement } = JSON.parse(JSON.stringify(replay(agreement, events, asOf))) as Record<
      string,
      unknown
    >;
    return JSON.stringify(statement, (key, value: unknown) =>
      key === 'readings' || key === 'reading' ? undefined : value,
    );
  } catch (error) {
    return (error as { readonly code?: string }).code ?? 'error';
  }
}

describe.each(ids)('%s', (id) => {
  const agreement = exampleAgreement(id);
  const accounts = accountsOf(id).map(([events, asOf]) => ({ events, asOf, before: told(agreement, events, asOf) }));
  // The account that the last reading changed comes first: readings of one clause often change the same one.
  const first = (at: number): void => {
    accounts.unshift(...accounts.splice(at, 1));
  };

  it('each reading changes an account', { timeout: 240_000 }, () => {
    const idle = agreement.data.readings.flatMap(({ id: reading, chosen, options }) =>
      Object.keys(options)
        .filter((option) => option !== chosen)
        .filter((option) => {
          const other = withReadings(agreement, { [reading]: option });
          const changed = accounts.findIndex(({ events, asOf, before }) => {
            const after = told(other, events, asOf);
            return after.startsWith('{') && after !== before;
          });
          if (changed > 0) first(changed);
          return changed === -1;
        })
        .map((option) => `${reading}: ${option}`),
    );
    expect(idle).toEqual([]);
  });
});

describe('docs/scenarios.md', () => {
  it('leaves no computation and no row to a test alone, or to nobody', () => {
    const counts = [...textOf('docs/scenarios.md').matchAll(/^\| [^|`]+ \|((?: \d+ \|){8})$/gm)].map(([, row = '']) =>
      row.split('|').slice(0, 8).map(Number),
    );
    expect(counts).toHaveLength(ids.length);
    for (const [, , testAlone, none, , , rowsOfTests, rowsOfNone] of counts)
      expect([testAlone, none, rowsOfTests, rowsOfNone]).toEqual([0, 0, 0, 0]);
  });
});

describe('scenarios of what is less usual, worked by hand', () => {
  it('AutoCall: three parts at the price before the top-up, the Monday after a Sunday, and a fine first', () => {
    const events = scenario('autocall/scenarios/less-usual.json');
    const agreement = exampleAgreement('autocall');
    const after = replay(agreement, events, '2026-03-03');
    const sums = (posting: string, by = after) =>
      by.entries.filter((entry) => entry.posting === posting).map(({ amount }) => amount.amount);
    expect(sums('messages'), '3 parts × 20 × 10').toEqual(['-600.00']);
    const noHeader = withReadings(agreement, { 'definitions.sms-part-header': 'no-header' });
    expect(sums('messages', replay(noHeader, events, '2026-03-03')), '2 parts').toEqual(['-400.00']);
    expect(toldBy(after, 'recording-asked'), 'three months from 8 February').toEqual(['2026-05-08']);
    expect(toldBy(after, 'repricing-asked'), '12,000 − 100 × 20').toEqual([{ amount: '10000.00', currency: 'KZT' }]);
    expect(toldBy(after, 'performance-asked'), 'access on 3 February').toEqual(['2026-02-03']);
  });

  it('Center Pro: what is asked of numbers, invoices, balances and prices', () => {
    const after = replay(
      exampleAgreement('center-pro'),
      scenario('center-pro/scenarios/less-usual.json'),
      '2026-04-06',
    );
    expect(['number-asked', 'invoice-asked', 'activation-asked'].map((posting) => toldBy(after, posting))).toEqual([
      [false],
      [false],
      [false],
    ]);
    // The tariff is paid through 31 December, so the price of 2 February does not reach it.
    expect(toldBy(after, 'price-asked')).toEqual([{ amount: '100000.00', currency: 'KZT' }]);
  });

  it('ChatKeeper: 200 taken back of an advance of 500; two losses, and a third up to the limit', () => {
    const agreement = exampleAgreement('chatkeeper');
    const events = scenario('chatkeeper/scenarios/less-usual.json');
    const at = (asOf: string, by = agreement) =>
      replay(
        by,
        events.filter(({ on }) => on <= asOf),
        asOf,
      );
    expect([at('2026-04-10').balance.amount, at('2026-04-10').rights]).toEqual(['300.00', []]);
    // A supplier's failure: nothing. 300 less the 100 of the bot: 200. Of 2,000 what is left of 1,000.
    const losses = at('2026-04-16').entries.filter(({ posting }) => posting === 'compensation');
    expect(losses.map(({ amount }) => amount.amount)).toEqual(['200.00', '800.00']);
    // 1,300 and 300 of the advance less 200: the second period was paid with 1,100; within it nothing was received.
    const second = (by = agreement) =>
      at('2026-05-10', by)
        .entries.filter(({ posting, on }) => posting === 'compensation' && on === '2026-05-10')
        .map(({ amount }) => amount.amount);
    expect(second()).toEqual(['1100.00']);
    expect(second(withReadings(agreement, { '12.4-base': 'within-the-period' }))).toEqual([]);
  });

  it('Introvert: after ten days of delay the money goes back, unless silence is acceptance of the delivery', () => {
    const agreement = exampleAgreement('introvert');
    const events = scenario('introvert/scenarios/late-by-card.json');
    const after = replay(agreement, events, '2026-04-30');
    expect([paidOut(after), after.balance.amount], 'and 50 paid after the end stand on the account').toEqual([
      ['120.00'],
      '50.00',
    ]);
    const presumed = withReadings(agreement, { '4.9-presumption': 'presumption-on-delivery' });
    expect(paidOut(replay(presumed, events, '2026-04-30'))).toEqual([]);
  });

  it('Streaming.Center: of 100 and a bonus of 40 at most 100 go back, then of 10 and 60 at most 10', () => {
    const agreement = exampleAgreement('streaming-center');
    const events = scenario('streaming-center/scenarios/less-usual.json');
    const by = (chosen: Record<string, string>) =>
      paidOut(replay(withReadings(agreement, chosen), events, '2026-04-20'));
    expect(by({})).toEqual(['100.00', '10.00']);
    expect(by({ '3.1.4-order': 'cap-first' }), 'damages of 10 after the cap').toEqual(['90.00', '20.00']);
    // Charged: 3 days of 1.00, 24 of 0.50 and 13/28 of 15.50, 22.20 in all; 140 − 22.20 − 10 − 100 = 7.80 stay, and 70 come.
    expect(by({ '4.11-deposits': 'gross' })[1], 'all deposits, 110').toBe('77.80');
    expect(by({ '7.2-cap': 'uncapped' })[1]).toBe('77.80');
    const asked = replay(agreement, events, '2026-02-11');
    // 24/31 of 49.00 less 4/31: 37.94 − 6.32; 138 from 7 January last through March (39.52 + 49 + 49).
    expect(toldBy(asked, 'charges-asked')).toEqual([{ amount: '31.62', currency: 'USD' }]);
    expect(toldBy(asked, 'lasting-asked')).toEqual(['2026-03-31']);
    expect(
      ['currency-asked', 'coverage-asked', 'charge-moment-asked', 'payment-moment-asked'].map((posting) =>
        toldBy(asked, posting),
      ),
    ).toEqual([[false], [false], [false], ['2026-01-07']]);
  });
});
