import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** Which day makes a notice given: of sending, of receipt, of the other side's confirmation, or of handing in at the post. */
export type NoticeCount = 'sent' | 'received' | 'confirmed' | 'deposited';

/** Why a notice does not count. */
export type NoticeFault = 'channel-not-listed' | 'not-proven' | 'no-date';

/** A channel the agreement names, and the day that counts for it. */
export interface NoticeChannel {
  /** Name of the channel, compared letter by letter. */
  readonly channel: string;
  readonly counts: NoticeCount;
}

/** Terms of a notice by listed channels, and the facts of one notice. */
export interface NoticeGivenOnTerms {
  /** The channel that was used. */
  readonly channel: string;
  /** The channels the agreement names, each once. */
  readonly channels: readonly NoticeChannel[];
  /** The day it was sent; absent if it was not, or nobody knows. */
  readonly sentOn?: DayInput;
  /** The day it was received; absent if it was not, or nobody knows. */
  readonly receivedOn?: DayInput;
  /** The day the other side confirmed it; absent if it did not. */
  readonly confirmedOn?: DayInput;
  /** The day on the slip of the post; absent if it was not posted. */
  readonly depositedOn?: DayInput;
  /** Whether the notice is proved, where the agreement asks for it; else true. An unproved notice counts as not sent. */
  readonly proven: boolean;
}

/** The facts behind a {@link NoticeGiven} or {@link NoticeNotGiven}. */
export interface NoticeGivenBasis {
  readonly channel: string;
  /** The day that counts for the channel; absent if the channel is not listed. */
  readonly counts?: NoticeCount;
  readonly proven: boolean;
}

/** A notice that counts, and from which day. */
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

  /** What a reader needs to decide it again. */
  get basis(): NoticeGivenBasis {
    return { channel: this.channel, counts: this.counts, proven: true };
  }

  /** The wire form: days as ISO strings. */
  toJSON(): { readonly given: true; readonly on: Temporal.PlainDate; readonly basis: NoticeGivenBasis } {
    return { given: true, on: this.on, basis: this.basis };
  }
}

/** A notice that does not count, and why. */
export class NoticeNotGiven {
  readonly given: false = false;
  /** The first ground against it: channel, then proof, then date. */
  readonly because: NoticeFault;
  /** @internal */
  readonly channel: string;
  /** @internal */
  readonly counts: NoticeCount | undefined;
  /** @internal */
  readonly proven: boolean;

  /** @internal */
  constructor(because: NoticeFault, channel: string, counts: NoticeCount | undefined, proven: boolean) {
    this.because = because;
    this.channel = channel;
    this.counts = counts;
    this.proven = proven;
  }

  /** What a reader needs to decide it again. */
  get basis(): NoticeGivenBasis {
    const { channel, counts, proven } = this;
    return counts === undefined ? { channel, proven } : { channel, counts, proven };
  }

  /** The wire form. */
  toJSON(): { readonly given: false; readonly because: NoticeFault; readonly basis: NoticeGivenBasis } {
    return { given: false, because: this.because, basis: this.basis };
  }
}

/**
 * The day on which a notice was given, by the day that counts for its channel; or why it does not count: the channel is not listed, it is
 * not proved, or the day that counts is not known, in this order.
 *
 * Only the day that counts is looked at. The days may stand in any order: two places can write different dates at one moment.
 *
 * @clause "Notices are sent by post (they count from the slip of the post) or by e-mail (from its confirmation); what is not proved is not sent."
 * @throws {@link AgreementError} `argument-invalid` for an empty channel, a channel listed twice, an unknown `counts` or a `proven` that is
 * no boolean; `day-invalid` for what is no day.
 * @example By post the slip counts, by e-mail the confirmation
 * ```ts
 * const channels = [{ channel: 'post', counts: 'deposited' }, { channel: 'e-mail', counts: 'confirmed' }] as const;
 * const sent = noticeGivenOn({ channel: 'post', channels, depositedOn: '2026-05-06', receivedOn: '2026-05-20', proven: true });
 * sent.given ? sent.on : sent.because // => '2026-05-06'
 * const silent = noticeGivenOn({ channel: 'e-mail', channels, sentOn: '2026-05-06', proven: true });
 * silent.given ? silent.on : silent.because // => 'no-date'
 * ```
 * @example Not proved, not listed
 * ```ts
 * const channels = [{ channel: 'post', counts: 'sent' }] as const;
 * const unproved = noticeGivenOn({ channel: 'post', channels, sentOn: '2026-05-06', proven: false });
 * unproved.given ? unproved.on : unproved.because // => 'not-proven'
 * const spoken = noticeGivenOn({ channel: 'phone', channels, sentOn: '2026-05-06', proven: true });
 * spoken.given ? spoken.on : spoken.because // => 'channel-not-listed'
 * ```
 * @example A channel listed twice has two answers
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
  // All four are read, so that a day that is none is refused whether or not it counts.
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
