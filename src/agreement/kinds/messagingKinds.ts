/** Kinds of messages: the number of segments of a text, and the shortest and longest sending time. */
import { sendingTime } from '../../messaging/sendingTime.js';
import { type PartHeader, smsSegments } from '../../messaging/smsSegments.js';
import { countValue } from '../steps/values.js';
import type { Kind } from './kind.js';

/** The encoding and the segments of a text. */
export const smsSegmentsKind: Kind<
  { readonly text: string; readonly partHeader: PartHeader },
  { encoding: string; units: number; segments: number }
> = {
  kind: 'smsSegments',
  takes: { type: 'record', fields: { text: { type: 'text' }, partHeader: { type: 'text', oneOf: ['udh', 'none'] } } },
  gives: {
    encoding: { type: 'text', oneOf: ['GSM-7', 'UCS-2'] },
    units: { type: 'count', unit: 'characters' },
    segments: { type: 'count', unit: 'segments' },
  },
  countsLimit: false,
  answer({ text, partHeader }) {
    const { encoding, units, segments } = smsSegments(text, { partHeader });
    return { encoding, units, segments };
  },
  steps(record, _given, answer) {
    const text = record.need('text');
    const units = record.add('characters', `sms.${answer.encoding}`, { text }, countValue(answer.units, 'characters'));
    const operands = { text, partHeader: record.need('partHeader') };
    return {
      units,
      segments: record.add('segments', 'sms.segments', operands, countValue(answer.segments, 'segments')),
    };
  },
};

interface Speed {
  readonly count: number;
  readonly perMinute: { readonly least: number; readonly most: number };
}

/** The minutes at the highest and at the lowest rate. */
export const boundsKind: Kind<Speed, { best: number; worst: number }> = {
  kind: 'bounds',
  takes: {
    type: 'record',
    fields: {
      count: { type: 'count' },
      perMinute: { type: 'record', fields: { least: { type: 'count' }, most: { type: 'count' } } },
    },
  },
  gives: { best: { type: 'count', unit: 'minutes' }, worst: { type: 'count', unit: 'minutes' } },
  countsLimit: false,
  answer(given) {
    const { best, worst } = sendingTime(given);
    return { best, worst };
  },
  steps(record, _given, answer) {
    const minutes = (speed: 'least' | 'most', value: number, role: string) => {
      const operands = {
        count: record.need('count'),
        speed: record.need(`perMinute.${speed}`),
      };
      return record.add('minutesFor', role, operands, countValue(value, 'minutes'));
    };
    return { best: minutes('most', answer.best, 'bounds.best'), worst: minutes('least', answer.worst, 'bounds.worst') };
  },
};
