import { readingEffects, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../../support/exampleAgreements.js';
import { autocall, autocallEvents } from '../autocall.js';

describe('readingEffects', () => {
  const effects = readingEffects(autocall, autocallEvents, '2026-12-31');
  const of = (option: string) => effects.find((effect) => effect.option === option);

  it('reports the difference of what can be demanded', () => {
    // 5,000 + 9,000 + 50,000 of penalties run on fines alone.
    expect(of('never-on-fines')?.notDemanded).toEqual({
      is: kzt('64000.00'),
      would: kzt('0.00'),
      difference: kzt('-64000.00'),
    });
    // Ten to 22 June, nine days to 1 July: without the day of payment eight, at 1,000 a day.
    expect(of('does-not-count')?.notDemanded?.difference).toEqual(kzt('-1000.00'));
  });

  it('reports a day that would differ', () => {
    expect(of('day-before')?.deadlines.map(({ is, would }) => [is?.lastDay, would?.lastDay])).toEqual([
      ['2027-01-12', '2027-01-11'],
    ]);
  });

  it('reports a decision that would differ, and the payout', () => {
    const effect = of('performed-on-access');
    expect(effect?.paidOut?.difference).toEqual(kzt('-50000.00'));
    expect(effect?.decisions.map(({ would }) => would?.decision?.outcome)).toContainEqual({ is: 'none' });
  });

  it('leaves out what changes nothing', () => {
    expect(of('overdue-only')).toBeUndefined();
    expect(
      readingEffects(autocall, autocallEvents.slice(0, 2), '2026-01-13').every(({ toPay }) => toPay === undefined),
    ).toBe(true);
  });

  it('each effect is what the account is under that option', () => {
    for (const { reading, option, toPay, refused } of effects) {
      if (refused !== undefined) continue;
      const other = replay(withReadings(autocall, { [reading]: option }), autocallEvents, '2026-12-31');
      expect(other.toPay).toEqual(toPay?.would ?? kzt('500000.00'));
    }
  });

  it('an option under which the account cannot be computed is reported as refused, with its code', () => {
    const agreement = exampleAgreement('introvert');
    const events = exampleFile('introvert/events.json') as typeof autocallEvents;
    const refused = readingEffects(agreement, events, '2026-07-31').filter((effect) => effect.refused !== undefined);
    expect(refused.every(({ toPay, decisions }) => toPay === undefined && decisions.length === 0)).toBe(true);
  });

  it('says how far it is', () => {
    const seen: [number, number][] = [];
    readingEffects(autocall, autocallEvents, '2026-12-31', {
      progress: (tried, options) => seen.push([tried, options]),
    });
    expect(seen[0]?.[0]).toBe(0);
    expect(seen).toHaveLength(seen[0]?.[1] as number);
  });
});
