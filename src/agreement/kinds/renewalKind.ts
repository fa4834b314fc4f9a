import { type Renewal, type RenewalClause, renewal, type TermEnd } from '../../lifecycle/renewal.js';
import { backwardRollOf } from '../../time/countingRules.js';
import { latestDayBefore } from '../../time/latestDayBefore.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { countValue, dayValue } from '../steps/values.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Given {
  readonly startedOn: string;
  readonly ends: 'calendarYear' | 'anniversary';
  readonly every: RenewalClause['every'];
  readonly noticeLimit: DayLimit;
  readonly termEnd?: TermEnd;
  readonly noticeGivenOn?: string;
  readonly asOf: string;
}

/** When an agreement that renews automatically ends, and the last day for a notice that ends it then. */
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
  answer(given, defaults) {
    const { endsOn, latestNoticeDay, renewals } = renewalOf(given, defaults);
    return { endsOn: endsOn.toString(), latestNoticeDay: latestNoticeDay.toString(), renewals };
  },
  steps(record, given, answer, defaults) {
    const startedOn = record.need('startedOn');
    const times = termSteps(record, given, answer, defaults);
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
            'yearEnd',
            'renewal.yearEnd',
            { startedOn, limit: record.need('every'), times },
            { type: 'day', value: answer.endsOn },
          );
    const notice = latestDayBefore({
      target: answer.endsOn,
      limit: given.noticeLimit,
      rules: defaults.rules,
      clearDays: false,
      monthsBack: 'subtract',
      ...calendarFor(defaults, given.noticeLimit.unit),
    });
    const { basis } = notice;
    const latest = record.add(
      'subtractLimit',
      'renewal.notice',
      { target: endsOn, limit: record.need('noticeLimit') },
      { type: 'day', value: basis.nominalLastDay.toString() },
      {
        notes: { skipped: basis.skipped.map(String), ...(defaults.rules.countTriggerDay && { countTriggerDay: true }) },
      },
    );
    if (basis.rolledOver.length === 0) return { endsOn, latestNoticeDay: latest };
    const rolled = record.add('roll', 'limit.roll', { day: latest }, dayValue(notice.lastDay), {
      notes: { rolledOver: basis.rolledOver.map(String), convention: backwardRollOf(defaults.rules, 'rules') },
    });
    // A notice day rolled past the end of the term would fall into the next one.
    const byEnd = record.add('earlier', 'renewal.noticeByEnd', { rolled, endsOn }, dayValue(answer.latestNoticeDay));
    return { endsOn, latestNoticeDay: byEnd };
  },
};

/** The number of terms: those through the day, and one more for each whose notice came too late. */
function termSteps(
  record: Recording,
  given: Given,
  answer: { renewals: number },
  defaults: AgreementDefaults,
): Operand {
  const termEnd = record.operand('termEnd');
  const noticed = record.operand('noticeGivenOn');
  const operands = {
    startedOn: record.need('startedOn'),
    limit: record.need('every'),
    ends: record.need('ends'),
    ...(termEnd && { termEnd }),
    through: noticed ?? record.need('asOf'),
  };
  // The agreement without the notice, on the day of the notice: the end of the term it falls into.
  const { noticeGivenOn, ...unnoticed } = given;
  const begun = renewalOf({ ...unnoticed, asOf: noticeGivenOn ?? given.asOf }, defaults).renewals + 1;
  let times = record.add('termsThrough', 'renewal.terms', operands, countValue(begun, 'terms'), {
    notes: { monthEnd: 'clamp' },
  });
  for (let terms = begun + 1; terms <= answer.renewals + 1; terms += 1)
    times = record.add('oneMore', 'renewal.noticeLate', { count: times }, countValue(terms, 'terms'));
  return times;
}

function renewalOf(given: Given, defaults: AgreementDefaults): Renewal {
  const { startedOn, ends, every, noticeLimit, termEnd, noticeGivenOn, asOf } = given;
  return renewal({
    startedOn,
    asOf,
    terms: { ends, every, noticeLimit, ...(termEnd && { termEnd }) },
    ...(noticeGivenOn !== undefined && { noticeGivenOn }),
    rules: defaults.rules,
    ...calendarFor(defaults, noticeLimit.unit),
  });
}
