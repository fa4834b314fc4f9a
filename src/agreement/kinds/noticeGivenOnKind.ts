import { type NoticeChannel, noticeGivenOn } from '../../notice/noticeGivenOn.js';
import { dayValue, flagValue } from '../steps/values.js';
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
    if (answer.on === undefined) {
      const notGiven = record.add(
        'compare',
        `notice.${answer.because ?? 'no-date'}`,
        {
          channel,
          proven,
          left: { ...flagValue(false), house: 'countingRules' },
          right: { ...flagValue(true), house: 'countingRules' },
        },
        flagValue(false),
        { notes: { relation: 'is' } },
      );
      return { given: notGiven };
    }
    const counts = given.channels.find((entry) => entry.channel === given.channel)?.counts ?? 'received';
    const day = record.need(`${counts}On`);
    return { on: record.add('select', 'notice.given', { channel, day }, dayValue(answer.on)) };
  },
};
