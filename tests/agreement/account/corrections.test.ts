import fc from 'fast-check';
import { addMoney, attempt, money } from 'oferta';
import { type AccountEvent, type Correction, corrections, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { autocall, autocallEvents } from '../autocall.js';

const on = '2026-06-30';
const all = replay(autocall, autocallEvents, on);
const without = (...ids: string[]): readonly AccountEvent[] => autocallEvents.filter(({ id }) => !ids.includes(id));
const brief = (list: readonly Correction[]): string[] =>
  list.map(
    ({ key, was, is, difference }) =>
      `${key}: ${was?.amount.amount ?? '-'} -> ${is?.amount.amount ?? '-'} (${difference.amount})`,
  );

describe('corrections', () => {
  it('there are none where nothing changed', () => {
    expect(corrections(all, all)).toEqual([]);
    expect(corrections(JSON.parse(JSON.stringify(all)), all)).toEqual([]);
  });

  it('a day that passes corrects nothing', () => {
    expect(corrections(replay(autocall, autocallEvents, '2026-03-31'), all)).toEqual([]);
  });

  it('a fine that comes to light late is entered late, and the fine after it becomes a repeat', () => {
    // Issued: the breach of 15 June is the first and costs 100,000. The one of 19 March makes it the second, which costs 1,000,000.
    const issued = replay(autocall, without('e09'), on);
    expect(brief(corrections(issued, all))).toEqual([
      'balance/fine-6.8/e13: -100000.00 -> -1000000.00 (-900000.00)',
      'balance/fine-6.8/e09: - -> -100000.00 (-100000.00)',
    ]);
  });

  it('an event that is withdrawn takes its entry back', () => {
    expect(brief(corrections(all, replay(autocall, without('e11'), on)))).toEqual([
      'balance/top-up/e11: 60000.00 -> - (-60000.00)',
    ]);
  });

  it('another reading corrects the sums it changes and leaves the keys', () => {
    const other = withReadings(autocall, { '6.8-repeat': 'first-and-repeat' });
    expect(brief(corrections(all, replay(other, autocallEvents, on)))).toEqual([
      'balance/fine-6.8/e13: -1000000.00 -> -1100000.00 (-100000.00)',
    ]);
  });

  it('an entry whose day moved is a correction though the sum is the same', () => {
    const moved = autocallEvents.map((event) => (event.id === 'e11' ? { ...event, on: '2026-06-13' } : event));
    expect(brief(corrections(all, replay(autocall, moved, on)))).toEqual([
      'balance/top-up/e11: 60000.00 -> 60000.00 (0.00)',
    ]);
  });

  it('entries and differences together make what holds now', () => {
    const total = (entries: readonly { readonly amount: { amount: string } }[]) =>
      entries.reduce((sum, { amount }) => addMoney(sum, money(amount.amount, 'KZT')), money('0.00', 'KZT'));
    fc.assert(
      fc.property(fc.subarray([...autocallEvents].filter(({ kind }) => kind !== 'registered')), (left) => {
        const some = [autocallEvents[0] as AccountEvent, ...left];
        const issued = attempt(() => replay(autocall, some, on));
        fc.pre(issued.ok);
        if (!issued.ok) return;
        const differences = corrections(issued.value, all).map(({ difference }) => ({ amount: difference }));
        const later = all.entries.filter((entry) => entry.on > issued.value.asOf);
        expect(addMoney(addMoney(total(issued.value.entries), total(differences)), total(later))).toEqual(
          total(all.entries),
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    { issued: undefined, because: 'nothing' },
    { issued: { asOf: on }, because: 'no entries' },
    { issued: { asOf: on, entries: [all.entries[0], all.entries[0]] }, because: 'an entry twice' },
  ])('refuses $because', ({ issued }) => {
    expect(codeOf(() => corrections(issued as never, all))).toBe('argument-invalid');
  });
});
