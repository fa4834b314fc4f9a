import { type NoticeChannel, noticeGivenOn } from '../../notice/noticeGivenOn.js';
import { dayValue, entryOperands, flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly channel: string;
  readonly channels: readonly NoticeChannel[];
  readonly sentOn?: string;
  readonly receivedOn?: string;
  readonly confirmedOn?: string;
  readonly depositedOn?: string;
  readonly proven: boolean;
}

type Notice = { given: boolean; on?: string; because?: string };

/** Whether a notice counts, and on which day it was given. */
export const noticeGivenOnKind: Kind<Given, Notice> = {
  kind: 'noticeGivenOn',
  takes: {
    type: 'record',
    fields: {
      channel: { type: 'text' },
      channels: {
        type: 'list',
        of: {
          type: 'record',
          fields: {
            channel: { type: 'text' },
            counts: { type: 'text', oneOf: ['sent', 'received', 'confirmed', 'deposited'] },
          },
        },
      },
      sentOn: { type: 'day' },
      receivedOn: { type: 'day' },
      confirmedOn: { type: 'day' },
      depositedOn: { type: 'day' },
      proven: { type: 'flag' },
    },
    optional: ['sentOn', 'receivedOn', 'confirmedOn', 'depositedOn'],
  },
  gives: { given: { type: 'flag' }, on: { type: 'day' }, because: { type: 'text' } },
  oneAmong: { value: 'channel', lists: ['channels.*.channel'] },
  countsLimit: false,
  answer(given) {
    const found = noticeGivenOn(given);
    return found.given ? { given: true, on: found.on.toString() } : { given: false, because: found.because };
  },
  steps(record, given, answer) {
    const channel = record.need('channel');
    const proven = record.need('proven');
    const { because } = answer;
    if (because === 'channel-not-listed') {
      const operands = {
        value: channel,
        ...entryOperands(record, 'channels', given.channels.length, { channel: 'channel' }),
      };
      return { given: record.add('isAmong', 'notice.channel-not-listed', operands, flagValue(false)) };
    }
    if (because === 'not-proven')
      return { given: record.add('select', 'notice.not-proven', { channel, proven }, flagValue(false)) };
    if (answer.on === undefined)
      return { given: record.add('unknown', 'notice.no-date', { channel, proven }, flagValue(false)) };
    const counts = given.channels.find((entry) => entry.channel === given.channel)?.counts ?? 'received';
    const day = record.need(`${counts}On`);
    return { on: record.add('select', 'notice.given', { channel, day }, dayValue(answer.on)) };
  },
};
