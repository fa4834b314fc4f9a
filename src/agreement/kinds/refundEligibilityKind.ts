import { type RefundIneligibility, refundEligibility } from '../../refund/refundEligibility.js';
import { epochDayOf } from '../../time/dayInput.js';
import { deadline } from '../../time/deadline.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { limitSteps } from './deadlineKind.js';
import type { Kind } from './kind.js';
import { calendarFor } from './kind.js';

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
  answer(given, house) {
    const found = refundEligibility({ ...given, rules: house.rules, ...calendarFor(house, given.unusedWithin.unit) });
    return {
      eligible: found.eligible,
      because: found.because,
      unusedUntil: found.unusedUntil.toString(),
      creditedUntil: found.creditedUntil.toString(),
      until: found.until.toString(),
    };
  },
  steps(record, given, answer, house) {
    const end = (trigger: string, limit: DayLimit): ReturnType<typeof deadline> =>
      deadline({ trigger, limit, rules: house.rules, ...calendarFor(house, limit.unit) });
    const unusedUntil = limitSteps(
      record,
      'purchasedOn',
      'unusedWithin',
      end(given.purchasedOn, given.unusedWithin),
      house,
    ).lastDay;
    const creditedUntil = limitSteps(
      record,
      'creditedOn',
      'creditedWithin',
      end(given.creditedOn, given.creditedWithin),
      house,
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
      'compare',
      'refund.unused',
      { left: record.need('used'), right: { type: 'flag', value: false, house: 'countingRules' } },
      { type: 'flag', value: !given.used },
      { notes: { relation: 'is' } },
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
