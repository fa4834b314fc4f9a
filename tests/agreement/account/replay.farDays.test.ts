import { type AccountEvent, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { exampleAgreement, exampleFile, exampleNames } from '../../support/exampleAgreements.js';
import { refusal } from '../../support/refusal.js';

// A mistyped year: an account with daily postings would run through millions of days. The error says what is wrong, and where; an account
// without daily postings has an answer.

describe.each(exampleNames)('%s', (name) => {
  const agreement = exampleAgreement(name);
  const events = exampleFile(`${name}/events.json`) as readonly AccountEvent[];
  const isDaily = agreement.data.postings.some(({ each }) => each === 'day' || each === 'dayEnd');

  it.each([
    { because: 'the day of the statement', more: [], asOf: '9999-12-31', field: 'asOf' },
    {
      because: 'an event',
      more: [{ ...events[0], id: 'late', on: '9202-03-01', at: undefined }],
      asOf: '9999-12-31',
      field: 'late.on',
    },
  ])('$because in a far year is a finding, or has an answer at once', ({ more, asOf, field }) => {
    expect(refusal(() => replay(agreement, [...events, ...(more as unknown as AccountEvent[])], asOf))).toBe(
      isDaily ? `day-out-of-range ${field}` : 'answered',
    );
  });

  it('twenty years after the last event there is an answer', () => {
    const last = events.reduce((latest, { on }) => (on > latest ? on : latest), '');
    const asOf = `${Number(last.slice(0, 4)) + 20}-01-01`;
    expect(replay(agreement, events, asOf).asOf).toBe(asOf);
  });
});
