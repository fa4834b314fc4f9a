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
  answer(given, defaults) {
    const { effectiveOn } = noticeEffect({
      ...given,
      rules: defaults.rules,
      ...calendarFor(defaults, given.limit.unit),
    });
    return { effectiveOn: effectiveOn.toString() };
  },
  steps(record, given, _answer, defaults) {
    const { deadline } = noticeEffect({ ...given, rules: defaults.rules, ...calendarFor(defaults, given.limit.unit) });
    return { effectiveOn: limitSteps(record, 'givenOn', 'limit', deadline, defaults).lastDay };
  },
};
