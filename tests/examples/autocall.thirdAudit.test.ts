/** A blind lawyer's round on AutoCall: the rest of 5.10 and a fine, and how the hours of 8.2 are told. Worked by hand from the text. */
import { type AccountEvent, decide, explainError, explainStatement, replay, withReadings } from 'oferta/agreement';
import { verifyDecision } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { errorOf } from '../support/refusal.js';

const agreement = exampleAgreement('autocall');

describe('5.10 and 5.7: a fine of 100,000 on 1 April, of 60,000 a rest of 40,000 is left for services', () => {
  const events = exampleFile('autocall/scenarios/rest-after-repricing.json') as readonly AccountEvent[];
  const account = (asOf: string, under = agreement) => {
    const { wallets = [], toPay, accruals } = replay(under, events, asOf);
    return {
      rest: wallets.find(({ wallet }) => wallet === 'services')?.balance.amount,
      toPay: toPay.amount,
      penalty: accruals.map(({ amount }) => amount.amount),
    };
  };
  // Five banking days from 1 April end on the 8th; the penalty of 0.1 % runs from the 9th, twelve days to the 20th.
  it.each([
    { asOf: '2026-04-08', penalty: [], because: 'the last day to pay' },
    { asOf: '2026-04-09', penalty: ['60.00'], because: 'the first day of the delay: 0.1 % of 60,000' },
    { asOf: '2026-04-20', penalty: ['720.00'], because: 'twelve days' },
  ])('the fine takes the rest, $because', ({ asOf, penalty }) => {
    expect(account(asOf)).toEqual({ rest: '0.00', toPay: '60000.00', penalty });
  });
  it.each([
    { asOf: '2026-04-09', penalty: ['100.00'], because: '0.1 % of 100,000' },
    { asOf: '2026-04-20', penalty: ['1200.00'], because: 'twelve days' },
  ])('under the other reading it leaves the rest, $because', ({ asOf, penalty }) => {
    const under = withReadings(agreement, { '5.10-fines': 'not-the-rest' });
    expect(account(asOf, under)).toEqual({ rest: '40000.00', toPay: '100000.00', penalty });
  });
});

it.each([
  ['en', 'whether the beginning was told of in time, and until when: yes'],
  ['ru', 'сообщено ли о начале вовремя и до какого момента: да'],
] as const)('8.2: a yes answers a question, not the name of a moment: %s', (language, line) => {
  const events: readonly AccountEvent[] = [
    { id: 'e1', kind: 'registered', on: '2026-01-12' },
    {
      id: 'e2',
      kind: 'forceMajeureBegan',
      on: '2026-03-02',
      startedAt: '2026-03-02T09:00:00+05:00',
      startToldAt: '2026-03-02T11:00:00+05:00',
    },
  ];
  const statement = replay(agreement, events, '2026-03-02');
  const text = explainStatement(statement, { agreement, events, language, detail: 'brief' })
    .flatMap(({ lines }) => lines)
    .join('\n')
    .replaceAll('\u00a0', ' ');
  expect(text).toContain(line);
});

it.each([
  ['en', 'e6.units is 4001: more than is left'],
  ['ru', 'e6.units — 4001: больше, чем осталось'],
] as const)('an outage of more units than are left says so: %s', (language, text) => {
  // 60,000 at 12 a unit are 5,000 units; 1,000 are used.
  const outage: AccountEvent = { id: 'e6', kind: 'outageFound', on: '2026-02-03', purchase: 'P', units: 4001 };
  const events = exampleFile('autocall/scenarios/rest-after-repricing.json') as readonly AccountEvent[];
  const error = errorOf(() => replay(agreement, [...events.slice(0, 5), outage], '2026-02-03'));
  expect(explainError(error, language).map((sentence) => sentence.text)).toEqual([text]);
});

describe('2.2.13 and 2.3.20: 1,000 paid, at base prices the twelve units used cost 3,000', () => {
  const facts = {
    terminatedForBreach: false,
    unrenderedUnits: 0,
    tariffKind: 'preferential',
    customerGivesUp: true,
    usedUnits: 12,
    paid: kzt('1000.00'),
    baseCost: kzt('3000.00'),
  };
  const asked = (readings: Readonly<Record<string, string>>) => {
    const under = withReadings(agreement, readings);
    const decision = JSON.parse(JSON.stringify(decide(under, 'refund', facts)));
    expect(verifyDecision(under.data, facts, decision).ok).toBe(true);
    return { outcome: decision.outcome, fields: Object.keys(decision.fields) };
  };

  it.each([
    { readings: {}, outcome: { is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00') }, because: 'no debt arises' },
    {
      readings: { '2.2.13-below-zero': 'shortfall-owed' },
      outcome: { is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00'), owed: kzt('2000.00') },
      because: 'the difference is owed',
    },
    {
      readings: { '2.2.13-below-zero': 'shortfall-owed', '2.3.20-right': 'at-discretion' },
      outcome: { is: 'discretion', of: 'provider', ceiling: kzt('0.00'), ifRefused: { is: 'none' } },
      because: 'whether it reprices is for the provider to say, so nothing is owed by itself',
    },
  ])('$because', ({ readings, outcome }) => {
    const { outcome: found, fields } = asked(readings);
    expect(found).toEqual(outcome);
    expect(fields.filter((name) => !Object.hasOwn(outcome, name))).toEqual([]);
  });
});
