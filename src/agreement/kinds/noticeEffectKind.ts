import { noticeEffect } from '../../notice/noticeEffect.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { limitSteps } from './deadlineKind.js';
import { calendarFor, type Kind } from './kind.js';

interface Given {
  readonly givenOn: string;
  readonly limit: DayLimit;
}

/** The day on which a notice takes effect. */
export const noticeEffectKind: Kind<Given, { effectiveOn: string }> = {
  kind: 'noticeEffect',
  takes: { type: 'record', fields: { givenOn: { type: 'day' }, limit: { type: 'limit' } } },
  gives: { effectiveOn: { type: 'day' } },
  countsLimit: true,
  answer(given, house) {
    const { effectiveOn } = noticeEffect({ ...given, rules: house.rules, ...calendarFor(house, given.limit.unit) });
    return { effectiveOn: effectiveOn.toString() };
  },
  steps(record, given, _answer, house) {
    const { deadline } = noticeEffect({ ...given, rules: house.rules, ...calendarFor(house, given.limit.unit) });
    return { effectiveOn: limitSteps(record, 'givenOn', 'limit', deadline, house).lastDay };
  },
};
