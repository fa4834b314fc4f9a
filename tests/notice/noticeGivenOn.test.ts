import fc from 'fast-check';
import { type NoticeChannel, type NoticeGivenOnTerms, noticeGivenOn } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const channels: readonly NoticeChannel[] = [
  { channel: 'courier', counts: 'received' },
  { channel: 'registered post', counts: 'deposited' },
  { channel: 'e-mail', counts: 'confirmed' },
  { channel: 'messenger', counts: 'sent' },
];
const days = { sentOn: '2026-05-04', receivedOn: '2026-05-06', confirmedOn: '2026-05-08', depositedOn: '2026-05-05' };
const base: NoticeGivenOnTerms = { channel: 'courier', channels, ...days, proven: true };

/** The day, or the ground against it. */
function outcome(change: Partial<NoticeGivenOnTerms>): string {
  const answer = noticeGivenOn({ ...base, ...change });
  return answer.given ? String(answer.on) : answer.because;
}

describe('noticeGivenOn', () => {
  it.each([
    { channel: 'courier', on: '2026-05-06', because: 'a courier counts from receipt' },
    { channel: 'registered post', on: '2026-05-05', because: 'the post counts from its slip' },
    { channel: 'e-mail', on: '2026-05-08', because: 'e-mail counts from the confirmation' },
    { channel: 'messenger', on: '2026-05-04', because: 'a messenger counts from sending here' },
    { channel: 'phone', on: 'channel-not-listed', because: 'the agreement does not name the phone' },
    { channel: 'E-mail', on: 'channel-not-listed', because: 'names are compared letter by letter' },
    { channel: 'toString', on: 'channel-not-listed', because: 'no name comes from the prototype' },
    { channel: '__proto__', on: 'channel-not-listed', because: 'nor this one' },
  ])('$because', ({ channel, on }) => {
    expect(outcome({ channel })).toBe(on);
  });

  it('asks for the channel first, then for the proof, then for the day', () => {
    const unlisted = { channel: 'phone', channels, proven: false };
    const answers = [unlisted, { ...unlisted, channel: 'courier' }, { ...unlisted, channel: 'courier', proven: true }];
    expect(answers.map((terms) => noticeGivenOn(terms))).toMatchObject([
      { given: false, because: 'channel-not-listed' },
      { given: false, because: 'not-proven' },
      { given: false, because: 'no-date' },
    ]);
  });

  it('goes over the wire with what decided it', () => {
    expect(JSON.parse(JSON.stringify([noticeGivenOn(base), noticeGivenOn({ ...base, channel: 'phone' })]))).toEqual([
      { given: true, on: '2026-05-06', basis: { channel: 'courier', counts: 'received', proven: true } },
      { given: false, because: 'channel-not-listed', basis: { channel: 'phone', proven: true } },
    ]);
    expect(JSON.parse(JSON.stringify(noticeGivenOn({ ...base, proven: false }))).basis).toEqual({
      channel: 'courier',
      counts: 'received',
      proven: false,
    });
  });

  it('term: channel', () => {
    expect([outcome({}), outcome({ channel: 'e-mail' })]).toEqual(['2026-05-06', '2026-05-08']);
  });

  it('term: channels', () => {
    expect(outcome({ channels: [{ channel: 'courier', counts: 'sent' }] })).toBe('2026-05-04');
    expect(outcome({ channels: [] })).toBe('channel-not-listed');
  });

  it('term: sentOn', () => {
    expect(outcome({ channel: 'messenger', sentOn: '2026-05-03' })).toBe('2026-05-03');
  });

  it('term: receivedOn', () => {
    expect(outcome({ receivedOn: '2026-05-07' })).toBe('2026-05-07');
  });

  it('term: confirmedOn', () => {
    expect(outcome({ channel: 'e-mail', confirmedOn: '2026-05-09' })).toBe('2026-05-09');
  });

  it('term: depositedOn', () => {
    expect(outcome({ channel: 'registered post', depositedOn: '2026-05-01' })).toBe('2026-05-01');
  });

  it('term: proven', () => {
    expect([outcome({}), outcome({ proven: false })]).toEqual(['2026-05-06', 'not-proven']);
  });

  it('looks at the one day that counts', () => {
    const names = ['sentOn', 'receivedOn', 'confirmedOn', 'depositedOn'] as const;
    const day = fc.integer({ min: 0, max: 40_000 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
    const counts = fc.constantFrom('sent', 'received', 'confirmed', 'deposited');
    fc.assert(
      fc.property(
        counts,
        fc.record(Object.fromEntries(names.map((name) => [name, fc.option(day, { nil: undefined })]))),
        (counts, facts) => {
          const answer = noticeGivenOn({
            channel: 'x',
            channels: [{ channel: 'x', counts }],
            ...(facts as object),
            proven: true,
          });
          const expected = (facts as Record<string, string | undefined>)[`${counts}On`];
          expect(answer.given ? String(answer.on) : answer.because).toBe(expected ?? 'no-date');
        },
      ),
    );
  });

  it('does not depend on the order of the channels', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...channels], { minLength: channels.length }), (shuffled) => {
        expect(outcome({ channels: shuffled })).toBe('2026-05-06');
      }),
    );
  });

  it('reads a hundred thousand channels', () => {
    const many = Array.from({ length: 100_000 }, (_, at): NoticeChannel => ({ channel: `c${at}`, counts: 'sent' }));
    expect(outcome({ channel: 'c99999', channels: many })).toBe('2026-05-04');
  });

  it.each([
    { change: { channel: '' }, refused: 'argument-invalid channel' },
    { change: { channel: 7 }, refused: 'argument-invalid channel' },
    { change: { channels: undefined }, refused: 'argument-invalid channels' },
    { change: { channels: { length: 1, 0: channels[0] } }, refused: 'argument-invalid channels' },
    { change: { channels: [null] }, refused: 'argument-invalid channels.0' },
    { change: { channels: [{ counts: 'sent' }] }, refused: 'argument-invalid channels.0.channel' },
    { change: { channels: [channels[0], channels[0]] }, refused: 'argument-invalid channels.1.channel' },
    { change: { channels: [{ channel: 'x', counts: 'read' }] }, refused: 'argument-invalid channels.0.counts' },
    { change: { channels: [{ channel: 'x', counts: 'constructor' }] }, refused: 'argument-invalid channels.0.counts' },
    { change: { proven: 'yes' }, refused: 'argument-invalid proven' },
    { change: { proven: undefined }, refused: 'argument-invalid proven' },
    { change: { sentOn: 'yesterday' }, refused: 'day-invalid sentOn' },
    { change: { receivedOn: '2026-02-30' }, refused: 'day-invalid receivedOn' },
    { change: { confirmedOn: null }, refused: 'day-invalid confirmedOn' },
    { change: { depositedOn: 20_260_505 }, refused: 'day-invalid depositedOn' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => noticeGivenOn({ ...base, ...change } as never))).toBe(refused);
  });
});
