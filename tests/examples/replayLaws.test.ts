import fc from 'fast-check';
import { type AccountEvent, applyEvents, openAccount, replay, statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { exampleAgreement, exampleEvents, exampleFile, exampleNames } from '../support/exampleAgreements.js';

describe.each(exampleNames.flatMap((name) => exampleEvents(name).map((file) => ({ name, file }))))(
  'laws of replay: $file',
  ({ name, file }) => {
    const agreement = exampleAgreement(name);
    const events = exampleFile(file) as readonly AccountEvent[];
    const days = [...new Set(events.map(({ on }) => on))].sort();
    const last = days.at(-1) as string;
    const whole = replay(agreement, events, last);
    const wholeText = JSON.stringify(whole);

    it('the order of arrival does not matter', () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
          expect(JSON.stringify(replay(agreement, shuffled, last))).toBe(wholeText);
        }),
        { numRuns: 10 },
      );
    });

    it('the same event twice counts once', () => {
      fc.assert(
        fc.property(fc.subarray([...events]), (twice) => {
          expect(JSON.stringify(replay(agreement, [...events, ...twice], last))).toBe(wholeText);
        }),
        { numRuns: 10 },
      );
    });

    it('cut by day, applied in parts and taken up from JSON, it comes out the same', () => {
      fc.assert(
        fc.property(fc.subarray(days), (cuts) => {
          let account = openAccount(agreement, { currency: whole.balance.currency });
          let applied = '';
          for (const cut of [...cuts, last]) {
            const part = events.filter(({ on }) => on > applied && on <= cut);
            account = openAccount(agreement, { state: JSON.parse(JSON.stringify(applyEvents(account, part))) });
            applied = cut;
          }
          expect(JSON.stringify(statement(account, last))).toBe(wholeText);
        }),
        { numRuns: 10 },
      );
    });

    it('what was entered by a day stays when more happens later', () => {
      fc.assert(
        fc.property(fc.constantFrom(...days), (day) => {
          const early = replay(agreement, events, day, { currency: whole.balance.currency }).entries;
          expect(JSON.stringify(whole.entries.slice(0, early.length))).toBe(JSON.stringify(early));
        }),
        { numRuns: 10 },
      );
    });
  },
);
