import { eligibilityOf, type RefundIneligibility } from '../../refund/refundEligibility.js';
import { epochDayOf } from '../../time/dayInput.js';
import { deadline } from '../../time/deadline.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { limitSteps } from './deadlineKind.js';
import type { Kind } from './kind.js';
import { type AgreementDefaults, calendarFor } from './kind.js';

interface Given {
  readonly purchasedOn: string;
  readonly creditedOn: string;
  readonly requestedOn: string;
  readonly used: boolean;
  readonly unusedWithin: DayLimit;
  readonly creditedWithin: DayLimit;
}

type Eligibility = {
  eligible: boolean;
  because: readonly RefundIneligibility[];
  unusedUntil: string;
  creditedUntil: string;
  until: string;
};

/** Whether an unused purchase can be returned, and until when. */
export const refundEligibilityKind: Kind<Given, Eligibility> = {
  kind: 'refundEligibility',
  takes: {
    type: 'record',
    fields: {
      purchasedOn: { type: 'day' },
      creditedOn: { type: 'day' },
      requestedOn: { type: 'day' },
      used: { type: 'flag' },
      unusedWithin: { type: 'limit' },
      creditedWithin: { type: 'limit' },
    },
  },
  gives: {
    eligible: { type: 'flag' },
    because: { type: 'list', of: { type: 'text' } },
    unusedUntil: { type: 'day' },
    creditedUntil: { type: 'day' },
    until: { type: 'day' },
  },
  countsLimit: true,
  answer(given, defaults) {
    // Each window uses the calendar of its own limit: only one of them may count banking days.
    const until = (trigger: string, limit: DayLimit, field: string): number =>
      epochDayOf(windowOf(trigger, limit, defaults).lastDay, field);
    const found = eligibilityOf(
      epochDayOf(given.purchasedOn, 'purchasedOn'),
      epochDayOf(given.requestedOn, 'requestedOn'),
      given.used,
      until(given.purchasedOn, given.unusedWithin, 'unusedWithin'),
      until(given.creditedOn, given.creditedWithin, 'creditedWithin'),
    );
    return {
      eligible: found.eligible,
      because: found.because,
      unusedUntil: found.unusedUntil.toString(),
      creditedUntil: found.creditedUntil.toString(),
      until: found.until.toString(),
    };
  },
  steps(record, given, answer, defaults) {
    const unusedUntil = limitSteps(
      record,
      'purchasedOn',
      'unusedWithin',
      windowOf(given.purchasedOn, given.unusedWithin, defaults),
      defaults,
    ).lastDay;
    const creditedUntil = limitSteps(
      record,
      'creditedOn',
      'creditedWithin',
      windowOf(given.creditedOn, given.creditedWithin, defaults),
      defaults,
    ).lastDay;
    const requestedOn = record.need('requestedOn');
    const until = record.add(
      'earlier',
      'refund.until',
      { unusedUntil, creditedUntil },
      { type: 'day', value: answer.until },
    );
    const inTime = record.add(
      'compare',
      'refund.inTime',
      { left: requestedOn, right: until },
      { type: 'flag', value: epochDayOf(given.requestedOn, 'requestedOn') <= epochDayOf(answer.until, 'until') },
      { notes: { relation: 'atMost' } },
    );
    const unused = record.add(
      'not',
      'refund.unused',
      { value: record.need('used') },
      { type: 'flag', value: !given.used },
    );
    const eligible = record.add(
      'match',
      'refund.eligible',
      { inTime, unused },
      { type: 'flag', value: answer.eligible },
    );
    return { eligible, unusedUntil, creditedUntil, until };
  },
};

function windowOf(trigger: string, limit: DayLimit, defaults: AgreementDefaults): ReturnType<typeof deadline> {
  return deadline({ trigger, limit, rules: defaults.rules, ...calendarFor(defaults, limit.unit) });
}
