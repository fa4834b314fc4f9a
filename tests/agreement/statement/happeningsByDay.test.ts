import { type AccountEvent, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { daysAlike, happeningsByDay } from '../../../src/agreement/statement/happeningsByDay.js';
import { usd } from '../../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../../support/exampleAgreements.js';
import { statementText } from './statementText.js';

const agreement = exampleAgreement('streaming-center');
const paid = (id: string, more: object) => ({
  id,
  kind: 'deposited',
  on: '2026-01-03',
  amount: usd('5.00'),
  paidAutomatically: true,
  proofGiven: false,
  ...more,
});
const events: readonly AccountEvent[] = [
  ...(exampleFile('streaming-center/events.json') as readonly AccountEvent[]).slice(0, 3),
  paid('early', { at: '2026-01-03T02:59:59Z' }),
  paid('late', { at: '2026-01-03T03:00:01Z' }),
  paid('some-time', {}),
];
const statement = replay(agreement, events, '2026-02-03');
const days = happeningsByDay(statement, events, agreement);

describe('what happened, day by day', () => {
  it('puts the charge of a window between the events before and after its opening', () => {
    const third = days.find(({ on }) => on === '2026-01-03');
    expect(third?.happenings.map(({ event, causes }) => event?.id ?? causes[0]?.posting)).toEqual([
      'early',
      'charge',
      'late',
      'some-time',
    ]);
    const balances = third?.happenings.flatMap(({ causes }) =>
      causes.flatMap((cause) => ('account' in cause ? [cause.balanceAfter.amount] : [])),
    );
    expect(balances, '49.03 and 5.00; less 0.96; and 5.00 twice').toEqual(['54.03', '53.07', '58.07', '63.07']);
  });

  it('what a day ends with comes after its events', () => {
    const story = exampleFile('streaming-center/scenarios/bonus.json') as readonly AccountEvent[];
    const last = happeningsByDay(replay(agreement, story, '2026-06-30'), story, agreement).at(-1);
    expect(last?.happenings.map(({ event, causes }) => event?.id ?? causes[0]?.posting)).toEqual([
      'charge',
      'g06',
      'closing',
      'closed-services',
      'agreement-end',
    ]);
  });

  it('days are alike while the sums differ by no more than a cent: January, and not February', () => {
    const fourth = days.findIndex(({ on }) => on === '2026-01-04');
    const alike = daysAlike(days, fourth);
    expect([alike.length, alike.at(-1)?.on]).toEqual([27, '2026-01-31']);
    expect(daysAlike(days, fourth - 1), 'a day with events is like no other').toEqual([]);
  });

  it.each([
    { language: 'en', line: '27 days more through 31 January 2026 likewise: -26.13 $ · balance: 35.97 $' },
    { language: 'ru', line: 'так же ещё 27 дней, по 31 января 2026' },
  ] as const)('reports them in one line in $language', ({ language, line }) => {
    // 30.00 less 0.97 × 2 + 0.96 for the first three days and 0.97 for the fourth: 26.13.
    const text = statementText(statement, { agreement, events, language }).replaceAll('\u00a0', ' ');
    expect(text).toContain(line);
  });
});
