/** What there may be several of in the five agreements: a second one neither closes nor overwrites the first. Worked by hand. */
import { type AccountEvent, replay, type Statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt, rub, usd } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';

type Told = readonly [kind: string, on: string, more?: Readonly<Record<string, unknown>>, id?: string];
const eventsOf = (told: readonly Told[]): readonly AccountEvent[] =>
  told.map(([kind, on, more = {}, id], at) => ({ id: id ?? `e${at + 1}`, seq: at, kind, on, ...more }));
const accountOf =
  (id: string, ...begun: readonly Told[]) =>
  (asOf: string, ...told: readonly Told[]): Statement =>
    replay(exampleAgreement(id), eventsOf([...begun, ...told]), asOf);
const daysOf = ({ deadlines }: Statement, name: string): readonly string[] =>
  deadlines.filter((one) => one.name === name).map(({ lastDay }) => lastDay);
const rowsOf = ({ entries, remarks }: Statement, question: string): readonly unknown[] =>
  [...entries, ...remarks].flatMap(({ decision }) => (decision?.question === question ? [decision.row] : []));

describe('AutoCall', () => {
  const account = accountOf(
    'autocall',
    ['registered', '2026-01-12'],
    ['toppedUp', '2026-01-12', { amount: kzt('100.00') }],
  );
  const broke: Told = ['providerBreachFound', '2026-02-02', { breach: 'B' }];
  const leaves = (on: string, exitNamedOn?: string): Told => [
    'exitNoticeGiven',
    on,
    { exitChannel: 'telegram', ...(exitNamedOn !== undefined && { exitNamedOn }) },
  ];

  it('2.4.1: a second notice may end the agreement earlier, and none puts the end off', () => {
    // Thirty days from 2 February end on 4 March, from 10 February on 12 March.
    expect(account('2026-03-04', broke, leaves('2026-02-02')).status).toBe('active');
    expect(account('2026-03-05', broke, leaves('2026-02-02')).status).toBe('terminated');
    expect(account('2026-03-05', broke, leaves('2026-02-02'), leaves('2026-02-10')).status).toBe('terminated');
    const named = leaves('2026-02-02', '2026-12-31');
    expect(account('2026-03-13', broke, named).status).toBe('active');
    expect(account('2026-03-12', broke, named, leaves('2026-02-10')).status).toBe('active');
    expect(account('2026-03-13', broke, named, leaves('2026-02-10')).status).toBe('terminated');
  });

  it('8.3: of two events the end of the second is not the end of the first', () => {
    const began = (on: string, id: string): Told => [
      'forceMajeureBegan',
      on,
      { startedAt: `${on}T09:00:00+05:00` },
      id,
    ];
    const over = (on: string, forceMajeure: string): Told => [
      'forceMajeureEnded',
      on,
      { forceMajeure, endedAt: `${on}T09:00:00+05:00` },
    ];
    const asked = (on: string, ...told: readonly Told[]) =>
      rowsOf(account(on, ...told, ['standingAsked', on]), 'termination').at(-1);
    const both = [began('2026-02-02', 'A'), began('2026-03-02', 'B')];
    // Three months from 2 February are over after 2 May, from 2 March after 2 June: row 4 ends it by agreement, row 7 lets it run on.
    expect(asked('2026-05-04', ...both), 'the first lasts').toBe(4);
    expect(asked('2026-05-04', ...both, over('2026-03-10', 'B')), 'the second is over').toBe(4);
    expect(asked('2026-05-04', ...both, over('2026-03-10', 'A')), 'the first is over').not.toBe(4);
    expect(asked('2026-06-03', ...both, over('2026-03-10', 'A')), 'the second has lasted').toBe(4);
    expect(asked('2026-06-03', ...both, over('2026-03-10', 'A'), over('2026-03-11', 'B'))).not.toBe(4);
  });

  it('a registration while the agreement runs changes nothing', () => {
    const demanded = account('2026-02-10', ['penaltyPaid', '2026-02-02', { amount: kzt('5.00') }]);
    const again = account(
      '2026-02-10',
      ['penaltyPaid', '2026-02-02', { amount: kzt('5.00') }],
      ['registered', '2026-02-03'],
    );
    const renewalOf = (one: Statement) => [daysOf(one, 'termEnds'), one.balance.amount, one.status];
    expect(renewalOf(again)).toEqual(renewalOf(demanded));
  });
});

describe('Center Pro', () => {
  const account = accountOf(
    'center-pro',
    ['registered', '2026-01-05', { residency: 'KZ' }],
    ['consented', '2026-01-05'],
  );

  it('6.4: a top-up of one receipt leaves the 72 hours of another', () => {
    const received = (on: string, id: string): Told => [
      'moneyReceived',
      on,
      { at: `${on}T10:00:00+05:00`, channel: 'bank-transfer' },
      id,
    ];
    const topped = (on: string, more = {}): Told => ['balanceToppedUp', on, { amount: kzt('1.00'), ...more }];
    const both = [received('2026-02-02', 'A'), received('2026-02-03', 'B')];
    expect(daysOf(account('2026-02-03', ...both), 'topUpBalance')).toEqual(['2026-02-05', '2026-02-06']);
    const first = account('2026-02-04', ...both, topped('2026-02-04', { receipt: 'A' }));
    expect(daysOf(first, 'topUpBalance')).toEqual(['2026-02-06']);
    expect(daysOf(account('2026-02-04', ...both, topped('2026-02-04')), 'topUpBalance'), 'none is named').toEqual([]);
  });

  it('5.3.7: what was suspended for one breach is not lifted by the cure of another', () => {
    const found = (on: string, id: string): Told => ['breachFound', on, { clause: '4.3.1' }, id];
    const both = [found('2026-02-02', 'A'), found('2026-02-03', 'B')];
    const suspended = (breach?: string): Told => [
      'accessSuspended',
      '2026-02-04',
      breach === undefined ? {} : { breach },
    ];
    const cured = (on: string, breach: string): Told => ['breachCured', on, { breach }];
    const status = (...told: readonly Told[]) => account('2026-02-06', ...both, ...told).status;
    expect(status(suspended('A'), cured('2026-02-05', 'B'))).toBe('suspended');
    expect(status(suspended('A'), cured('2026-02-05', 'A'))).toBe('active');
    expect(status(suspended(), cured('2026-02-05', 'A')), 'no breach is named: for both').toBe('suspended');
    expect(status(suspended(), cured('2026-02-05', 'A'), cured('2026-02-06', 'B'))).toBe('active');
  });
});

describe('ChatKeeper', () => {
  const registered = (on: string): Told => [
    'registered',
    on,
    { endedForBreachBefore: false, administersSameChat: false },
  ];
  const account = accountOf(
    'chatkeeper',
    registered('2026-04-01'),
    [
      'tariffPublished',
      '2026-04-01',
      { tariff: 'start', price: rub('1000.00'), periodLength: { count: 1, unit: 'months' } },
    ],
    ['ordered', '2026-04-01', { tariff: 'start', optionsPrice: rub('0.00') }],
    [
      'paymentConfirmed',
      '2026-04-03',
      {
        payment: 'P1',
        amount: rub('1000.00'),
        creditedSum: rub('1000.00'),
        needsPurpose: false,
        bankConfirmedOn: '2026-04-03',
      },
    ],
  );

  it('7.1: an authorisation in a paid period takes nothing of it', () => {
    expect(account('2026-04-10', registered('2026-04-10'))).toMatchObject({ status: 'active', balance: rub('0.00') });
    expect(account('2026-05-03', registered('2026-04-10')).status, 'the month of 3 April').toBe('active');
    expect(account('2026-05-04', registered('2026-04-10')).status).toBe('period-over');
  });
});

describe('Streaming.Center', () => {
  it('6.1: a registration while the agreement runs takes no notice back', () => {
    const account = accountOf('streaming-center', ['registered', '2026-06-01']);
    const usd = { amount: '1.00', currency: 'USD' };
    const paid: Told = ['deposited', '2026-06-01', { amount: usd, paidAutomatically: true, proofGiven: false }];
    const notice: Told = ['userNoticeGiven', '2026-06-02'];
    const again: Told = ['registered', '2026-06-03'];
    expect(account('2026-07-01', paid, notice, again).status).toBe('active');
    expect(account('2026-07-02', paid, notice, again).status).toBe('ended');
  });
});

describe('Streaming.Center, an end before the end of the year', () => {
  it('6.1: an agreement that ends on 2 July has no term to renew, one that continues has', () => {
    const usd = { amount: '1.00', currency: 'USD' };
    const account = accountOf(
      'streaming-center',
      ['registered', '2026-06-01'],
      ['deposited', '2026-06-01', { amount: usd, paidAutomatically: true, proofGiven: false }],
    );
    const names = (told: Statement) => told.deadlines.map(({ name }) => name);
    expect(names(account('2026-06-02'))).toEqual(['termEnds', 'giveNonRenewalNotice']);
    expect(names(account('2026-06-02', ['userNoticeGiven', '2026-06-02']))).toEqual(['agreementEnds']);
  });
});

describe('Introvert', () => {
  it('9.1: what is paid after the end stands on the account, and pays nothing', () => {
    const card = (on: string, amount: string, status = 'success'): Told => [
      'paidByCard',
      on,
      { amount: usd(amount), instrument: 'card', status },
    ];
    const account = accountOf(
      'introvert',
      ['registered', '2026-04-01'],
      ['ordered', '2026-04-01', { price: usd('100.00'), months: 1 }],
      card('2026-04-01', '100.00'),
      ['terminated', '2026-04-10', { by: 'both' }],
    );
    expect(account('2026-04-12', card('2026-04-11', '50.00'))).toMatchObject({
      status: 'ended',
      balance: usd('50.00'),
    });
    expect(account('2026-04-12', card('2026-04-11', '50.00', 'failed')).balance.amount).toBe('0.00');
    const transfer: Told = ['paidByTransfer', '2026-04-11', { amount: usd('30.00'), instrument: 'account' }];
    expect(account('2026-04-12', transfer).balance.amount).toBe('30.00');
  });
});
