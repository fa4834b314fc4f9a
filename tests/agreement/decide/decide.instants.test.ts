import { decide } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { agreement } from '../kinds/daysAgreement.js';

describe('decide: instants compare as moments', () => {
  it.each([
    { at: '2026-04-19T21:29:59Z', state: 'open', because: 'a second before' },
    { at: '2026-04-19T21:29:59.999999999Z', state: 'open', because: 'a nanosecond before' },
    { at: '2026-04-19T21:30:00Z', state: 'closed', because: 'the same moment, written in another zone' },
    { at: '2026-04-19T21:30:00.000000001Z', state: 'closed', because: 'a nanosecond after' },
    { at: '2026-04-20T00:30:01+03:00', state: 'closed', because: 'a second after' },
  ])('$at: $because', ({ at, state }) => {
    const decision = decide(agreement, 'access', { at, closedAt: '2026-04-20T00:30:00+03:00' });
    expect(decision.outcome).toEqual({ is: 'state', state });
  });
});
