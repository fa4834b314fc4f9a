/** A blind lawyer's round on Streaming.Center: a claim that was reported in time, and the clause of a passed day. Worked by hand. */
import { type AccountEvent, explainStatement, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { errorOf } from '../support/refusal.js';
import { rowsOf } from '../support/statementLines.js';

const agreement = exampleAgreement('streaming-center');
type Told = readonly [kind: string, on: string, more?: Readonly<Record<string, unknown>>];
const eventsOf = (...told: readonly Told[]): readonly AccountEvent[] =>
  told.map(([kind, on, more = {}], at) => ({ id: `e${at + 1}`, kind, on, ...more }));
const activated: Told = [
  'serviceActivated',
  '2026-12-02',
  { at: '2026-12-02T10:00:00Z', service: 'radio', monthlyPrice: usd('31.00') },
];

describe('8.3: deletion follows a failure to notify within 24 hours', () => {
  const asked = (told: readonly Told[], under = agreement) => {
    const events = eventsOf(
      ['registered', '2026-12-01'],
      activated,
      ['ipClaimNotified', '2026-12-04', { at: '2026-12-04T23:00:00+05:00', service: 'radio', claim: 'T' }],
      ...told,
      ['serviceDeletedForClaim', '2026-12-06', { at: '2026-12-06T09:00:00+05:00', claim: 'T' }],
    );
    return rowsOf(replay(under, events, '2026-12-06')).filter((row) => row.startsWith('serviceDeletion'));
  };
  const reported = (at: string): Told => ['ipClaimReported', '2026-12-05', { at, claim: 'T' }];
  const cured: Told = ['ipClaimCured', '2026-12-05', { at: '2026-12-05T12:00:00+05:00', claim: 'T' }];
  it.each([
    {
      told: [reported('2026-12-05T22:59:59+05:00')],
      row: 4,
      because: 'reported a second before the 24 hours are over',
    },
    { told: [reported('2026-12-05T23:00:00+05:00')], row: 4, because: 'with their last moment' },
    { told: [reported('2026-12-05T23:00:01+05:00')], row: 1, because: 'a second late' },
    { told: [cured], row: 1, because: 'resolved, and not reported' },
    { told: [], row: 1, because: 'neither' },
  ] as readonly { told: readonly Told[]; row: number; because: string }[])('$because', ({ told, row }) => {
    expect(asked(told)).toEqual([`serviceDeletion#${row}`]);
  });

  it('under the other reading the claim is to be resolved in time as well', () => {
    const under = withReadings(agreement, { '8.3-report': 'cure-too' });
    expect(asked([reported('2026-12-05T20:00:00+05:00')], under)).toEqual(['serviceDeletion#1']);
    expect(asked([cured, reported('2026-12-05T20:00:00+05:00')], under)).toEqual(['serviceDeletion#4']);
  });
});

it('a day that has passed is cited from the clause that gives it', () => {
  // 4.9: the fifth day of December is a Saturday, so Monday the 7th. 3.4.15: five days from the 6th, the 11th.
  const events = eventsOf(
    ['registered', '2026-11-01'],
    ['issueReported', '2026-12-08', { discoveredOn: '2026-12-06', servedOn: '2026-11-30', channel: 'email' }],
  );
  const statement = replay(agreement, events, '2026-12-08');
  const text = explainStatement(statement, { agreement, events, language: 'en', detail: 'brief' })
    .flatMap(({ lines }) => lines)
    .join('\n')
    .replaceAll('\u00a0', ' ');
  expect(text).toContain('7 December was the last day (4.9)');
  expect(text).not.toContain('(3.1.3, 3.4.15)');
});

it('what precedes the registration of its day is told so, by its day', () => {
  // The activation has a moment and the registration has none, so the activation comes first (decision 0030).
  const events = eventsOf(['registered', '2026-12-02'], activated);
  expect(errorOf(() => replay(agreement, events, '2026-12-03')).details).toEqual({
    field: 'e2.on',
    value: '"2026-12-02"',
    expected: 'a place after an event that enters account; of the events of a day, those with "at" come first',
  });
  const atNine = eventsOf(['registered', '2026-12-02', { at: '2026-12-02T09:00:00Z' }], activated);
  expect(replay(agreement, atNine, '2026-12-02').status).toBe('active');
});
