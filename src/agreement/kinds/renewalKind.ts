import { type Renewal, type RenewalClause, renewal, type TermEnd } from '../../lifecycle/renewal.js';
import { backwardRollOf } from '../../time/countingRules.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Operand } from '../steps/step.js';
import { calendarFor, type House, type Kind } from './kind.js';

interface Given {
  readonly startedOn: string;
  readonly ends: 'calendarYear' | 'anniversary';
  readonly every: RenewalClause['every'];
  readonly noticeLimit: DayLimit;
  readonly termEnd?: TermEnd;
  readonly noticeGivenOn?: string;
  readonly asOf: string;
}

/** When an agreement that renews itself ends, and by which day a notice ends it then. */
export const renewalKind: Kind<Given, { endsOn: string; latestNoticeDay: string; renewals: number }> = {
  kind: 'renewal',
  takes: {
    type: 'record',
    fields: {
      startedOn: { type: 'day' },
      ends: { type: 'text', oneOf: ['calendarYear', 'anniversary'] },
      every: { type: 'limit' },
      noticeLimit: { type: 'limit' },
      termEnd: { type: 'text', oneOf: ['sameNumber', 'dayBefore'] },
      noticeGivenOn: { type: 'day' },
      asOf: { type: 'day' },
    },
    optional: ['termEnd', 'noticeGivenOn'],
  },
  gives: { endsOn: { type: 'day' }, latestNoticeDay: { type: 'day' }, renewals: { type: 'count', unit: 'terms' } },
  countsLimit: true,
  answer(given, house) {
    const { endsOn, latestNoticeDay, renewals } = renewalOf(given, house);
    return { endsOn: endsOn.toString(), latestNoticeDay: latestNoticeDay.toString(), renewals };
  },
  steps(record, given, answer, house) {
    const { basis } = renewalOf(given, house).notice;
    const times: Operand = { type: 'count', value: answer.renewals + 1, unit: 'terms', house: 'countingRules' };
    const startedOn = record.need('startedOn');
    const endsOn =
      given.ends === 'anniversary'
        ? record.add(
            'addLimit',
            'renewal.end',
            { trigger: startedOn, limit: record.need('every'), times },
            { type: 'day', value: answer.endsOn },
            { notes: { countTriggerDay: given.termEnd === 'dayBefore', monthEnd: 'clamp' } },
          )
        : record.add(
            'select',
            'renewal.yearEnd',
            { startedOn, times, yearEnd: { type: 'day', value: answer.endsOn, house: 'countingRules' } },
            { type: 'day', value: answer.endsOn },
          );
    const latest = record.add(
      'subtractLimit',
      'renewal.notice',
      { target: endsOn, limit: record.need('noticeLimit') },
      { type: 'day', value: basis.nominalLastDay.toString() },
      { notes: { skipped: basis.skipped.map(String) } },
    );
    if (basis.rolledOver.length === 0) return { endsOn, latestNoticeDay: latest };
    const rolled = record.add(
      'roll',
      'limit.roll',
      { day: latest },
      { type: 'day', value: answer.latestNoticeDay },
      {
        notes: { rolledOver: basis.rolledOver.map(String), convention: backwardRollOf(house.rules, 'rules') },
      },
    );
    return { endsOn, latestNoticeDay: rolled };
  },
};

function renewalOf(given: Given, house: House): Renewal {
  const { startedOn, ends, every, noticeLimit, termEnd, noticeGivenOn, asOf } = given;
  return renewal({
    startedOn,
    asOf,
    terms: { ends, every, noticeLimit, ...(termEnd && { termEnd }) },
    ...(noticeGivenOn !== undefined && { noticeGivenOn }),
    rules: house.rules,
    ...calendarFor(house, noticeLimit.unit),
  });
}
