import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/**
 * The day on which a notice is given: the day of sending, of receipt, of the other side's confirmation, or of posting.
 */
export type NoticeCount = 'sent' | 'received' | 'confirmed' | 'deposited';

/** Why a notice does not count. */
export type NoticeDefect = 'channel-not-listed' | 'not-proven' | 'no-date';

/** A channel named in the agreement, and the day that counts for it. */
export interface NoticeChannel {
  /** The name of the channel, which must match exactly. */
  readonly channel: string;
  readonly counts: NoticeCount;
}

/** Terms of a notice through listed channels, and the facts of a notice. */
export interface NoticeGivenOnTerms {
  /** The channel that was used. */
  readonly channel: string;
  /** The channels named in the agreement, without duplicates. */
  readonly channels: readonly NoticeChannel[];
  /** The day it was sent; omit it if it was not, or the day is unknown. */
  readonly sentOn?: DayInput;
  /** The day it was received; omit it if it was not, or the day is unknown. */
  readonly receivedOn?: DayInput;
  /** The day the other side confirmed it; omit it if it did not. */
  readonly confirmedOn?: DayInput;
  /** The day on the postal receipt; omit it if it was not posted. */
  readonly depositedOn?: DayInput;
  /**
   * Whether the notice is proven, if the agreement requires proof; otherwise true. An unproven notice counts as not
   * sent.
   */
  readonly proven: boolean;
}

/** The facts behind a {@link NoticeGiven} or {@link NoticeNotGiven}. */
export interface NoticeGivenBasis {
  readonly channel: string;
  /** The day that counts for the channel; absent if the channel is not listed. */
  readonly counts?: NoticeCount;
  readonly proven: boolean;
}

/** A notice that counts, and its day. */
export class NoticeGiven {
  readonly given: true = true;
  /** The day that counts for the channel. */
  readonly on: Temporal.PlainDate;
  /** @internal */
  readonly channel: string;
  /** @internal */
  readonly counts: NoticeCount;

  /** @internal */
  constructor(day: number, channel: string, counts: NoticeCount) {
    this.on = plainDay(day);
    this.channel = channel;
    this.counts = counts;
  }

  /** The figures needed to check the decision. */
  get basis(): NoticeGivenBasis {
    return { channel: this.channel, counts: this.counts, proven: true };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly given: true; readonly on: Temporal.PlainDate; readonly basis: NoticeGivenBasis } {
    return { given: true, on: this.on, basis: this.basis };
  }
}

/** A notice that does not count, and why. */
export class NoticeNotGiven {
  readonly given: false = false;
  /** The first ground against it: channel, then proof, then date. */
  readonly because: NoticeDefect;
  /** @internal */
  readonly channel: string;
  /** @internal */
  readonly counts: NoticeCount | undefined;
  /** @internal */
  readonly proven: boolean;

  /** @internal */
  constructor(because: NoticeDefect, channel: string, counts: NoticeCount | undefined, proven: boolean) {
    this.because = because;
    this.channel = channel;
    this.counts = counts;
    this.proven = proven;
  }

  /** The figures needed to check the decision. */
  get basis(): NoticeGivenBasis {
    const { channel, counts, proven } = this;
    return counts === undefined ? { channel, proven } : { channel, counts, proven };
  }

  /** The JSON representation. */
  toJSON(): { readonly given: false; readonly because: NoticeDefect; readonly basis: NoticeGivenBasis } {
    return { given: false, because: this.because, basis: this.basis };
  }
}

/**
 * The day on which a notice was given, by the day that counts for its channel; or why it does not count: the channel is
 * not listed, it is not proven, or the day that counts is unknown, in this order.
 *
 * Only the day that counts matters. The other days may be in any order, because the date can differ between two places
 * at the same time.
 *
 * @clause "Notices are sent by post (effective from the date of the postal receipt) or by e-mail (from its
 * confirmation); an unproven notice is deemed not sent."
 * @throws {@link AgreementError} `argument-invalid` for an empty channel, a duplicate channel, an unknown `counts` or a
 * `proven` that is not a boolean; `day-invalid` for an invalid day.
 * @example By post the date of the receipt counts, by e-mail the confirmation
 * ```ts
 * const channels = [{ channel: 'post', counts: 'deposited' }, { channel: 'e-mail', counts: 'confirmed' }] as const;
 * const sent = noticeGivenOn({ channel: 'post', channels, depositedOn: '2026-05-06', receivedOn: '2026-05-20', proven: true });
 * sent.given ? sent.on : sent.because // => '2026-05-06'
 * const silent = noticeGivenOn({ channel: 'e-mail', channels, sentOn: '2026-05-06', proven: true });
 * silent.given ? silent.on : silent.because // => 'no-date'
 * ```
 * @example Not proven, and not listed
 * ```ts
 * const channels = [{ channel: 'post', counts: 'sent' }] as const;
 * const unproved = noticeGivenOn({ channel: 'post', channels, sentOn: '2026-05-06', proven: false });
 * unproved.given ? unproved.on : unproved.because // => 'not-proven'
 * const spoken = noticeGivenOn({ channel: 'phone', channels, sentOn: '2026-05-06', proven: true });
 * spoken.given ? spoken.on : spoken.because // => 'channel-not-listed'
 * ```
 * @example A channel listed twice is ambiguous
 * ```ts
 * const channels = [{ channel: 'post', counts: 'sent' }, { channel: 'post', counts: 'received' }] as const;
 * noticeGivenOn({ channel: 'post', channels, sentOn: '2026-05-06', proven: true }) // throws 'argument-invalid'
 * ```
 */
export function noticeGivenOn(terms: NoticeGivenOnTerms): NoticeGiven | NoticeNotGiven {
  requireTerms(terms);
  const { proven } = terms;
  const channel = requireChannel(terms.channel, 'channel');
  if (typeof proven !== 'boolean') refuse('argument-invalid', 'proven', proven, 'true or false');
  const counts = readChannels(terms.channels).get(channel);
  // Validate all four, so that an invalid day throws whether or not it counts.
  const days: Record<NoticeCount, number | undefined> = {
    sent: dayIfGiven(terms.sentOn, 'sentOn'),
    received: dayIfGiven(terms.receivedOn, 'receivedOn'),
    confirmed: dayIfGiven(terms.confirmedOn, 'confirmedOn'),
    deposited: dayIfGiven(terms.depositedOn, 'depositedOn'),
  };
  if (counts === undefined) return new NoticeNotGiven('channel-not-listed', channel, undefined, proven);
  if (!proven) return new NoticeNotGiven('not-proven', channel, counts, proven);
  const day = days[counts];
  if (day === undefined) return new NoticeNotGiven('no-date', channel, counts, proven);
  return new NoticeGiven(day, channel, counts);
}

function readChannels(channels: readonly NoticeChannel[]): ReadonlyMap<string, NoticeCount> {
  if (!isList(channels)) refuse('argument-invalid', 'channels', channels, 'a list of { channel, counts }');
  const read = new Map<string, NoticeCount>();
  for (let at = 0; at < channels.length; at += 1) {
    const entry = channels[at];
    if (typeof entry !== 'object' || entry === null)
      refuse('argument-invalid', `channels.${at}`, entry, '{ channel, counts }');
    const channel = requireChannel(entry.channel, `channels.${at}.channel`);
    if (read.has(channel)) refuse('argument-invalid', `channels.${at}.channel`, channel, 'a channel listed once');
    if (!noticeCounts.includes(entry.counts))
      refuse('argument-invalid', `channels.${at}.counts`, entry.counts, `one of ${noticeCounts.join(', ')}`);
    read.set(channel, entry.counts);
  }
  return read;
}

const noticeCounts: readonly NoticeCount[] = ['sent', 'received', 'confirmed', 'deposited'];

function requireChannel(channel: string, field: string): string {
  if (typeof channel !== 'string' || channel === '')
    refuse('argument-invalid', field, channel, 'the name of a channel');
  return channel;
}

function dayIfGiven(day: DayInput | undefined, field: string): number | undefined {
  return day === undefined ? undefined : epochDayOf(day, field);
}
