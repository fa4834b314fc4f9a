import type { AnswerSteps } from './answerSteps.js';
import { dayNumber, dayText } from './day.js';
import { compareFractions, fractionOf, sumOf } from './fraction.js';
import { fieldAt, type Json, sameJson, textAt } from './json.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { plainOf } from './stepValue.js';
import { withoutOrigin } from './withoutOrigin.js';

/** The possible values of a field that no step produces but that follows from the steps; undefined if it does not. */
export function derivedField(placed: Placed, field: string, places: AnswerSteps): readonly Json[] | undefined {
  const steps = places.order.filter(({ id }) => places.fits.get(id)?.has(placed));
  const last = (role: string): ResultStep | undefined => steps.findLast((step) => step.role.startsWith(role));
  const more = (name: string, step: ResultStep | undefined): readonly Json[] | undefined =>
    step && [dayText(dayNumber(textAt(plainOf(step.out))) + (name === 'before' ? -1 : 1))];
  switch (`${placed.kind}.${field}`) {
    case 'amendmentInForce.bound':
      return [last('amendment.bound') !== undefined];
    case 'coveredOn.over': {
      const { left, right } = last('covered.in')?.in ?? {};
      return difference(left, right);
    }
    case 'debitBalance.short': {
      const { left, right } = (last('debit.covered') ?? last('debit.notCovered'))?.in ?? {};
      return left && fractionOf(left).n < 0n ? right && [plain(right)] : difference(right, left);
    }
    case 'deemedAcceptance.deemedOn':
      if (!derivedField(placed, 'status', places)?.includes('accepted')) return [undefined];
      return more('after', last('limit.') ?? last('acceptance.dayOfNextMonth'));
    case 'deemedAcceptance.status': {
      const step = last('acceptance.');
      const holds = step?.out.type === 'flag' && step.out.value;
      if (step?.role === 'acceptance.inTime') return [holds ? 'objected' : 'accepted'];
      if (step?.role === 'acceptance.over') return holds ? ['accepted'] : ['open', 'not-started'];
      return ['not-started'];
    }
    case 'forceMajeure.beyondOn':
      // An event that ended within its limit is never beyond it.
      if (endedWithin(last('event.')?.in)) return [undefined];
      return more('after', last('limit.'));
    case 'allOf.failed':
    case 'anyOf.failed': {
      // In the order of the conditions, which can differ from that of the operands: integer-like keys come first in an
      // object.
      const operands = last('conditions.')?.in ?? {};
      const names = Object.keys(operands).map((_, at) => textAt(places.argument(placed, `conditions.${at}.name`)));
      return [names.filter((name) => fieldAt(operands, name, 'value') !== true)];
    }
    case 'latePaymentPenalty.capped': {
      const { accrued, cap } = last('penalty.least')?.in ?? {};
      return [accrued !== undefined && cap !== undefined && compareFractions(fractionOf(cap), fractionOf(accrued)) < 0];
    }
    case 'latePaymentPenalty.daysLate': {
      const days = steps.filter(({ role }) => role === 'penalty.days' || role === 'penalty.moreDays');
      if (last('penalty.settled') !== undefined) return [0];
      return [days.reduce((total, { out }) => total + Number(plainOf(out)), 0)];
    }
    case 'limitLiability.because':
      return last('liability.unmet') ? ['condition-not-met'] : [last('liability.excluded') && 'excluded'];
    case 'limitLiability.room':
      return leastRoom(steps)?.slice(0, 1);
    case 'limitLiability.bindingCap': {
      const [room, at] = leastRoom(steps) ?? [];
      const { loss } = last('liability.least')?.in ?? {};
      if (loss === undefined || sameJson(plain(loss), plainOf(last('liability.least')?.out as StepValue)))
        return [undefined];
      if (room === undefined) return [undefined];
      return [places.argument(placed, `caps.${at}.clause`)];
    }
    case 'noticeGivenOn.given':
      return [last('notice.given') !== undefined];
    case 'noticeGivenOn.because':
      return [last('notice.given') ? undefined : last('notice.')?.role.slice('notice.'.length)];
    case 'refundEligibility.because': {
      const used = last('refund.unused')?.in['value'];
      const { unusedUntil, creditedUntil } = last('refund.until')?.in ?? {};
      const asked = last('refund.inTime')?.in['left'];
      const late = (until: StepOperand | undefined): boolean =>
        asked !== undefined && until !== undefined && dayNumber(textAt(plain(asked))) > dayNumber(textAt(plain(until)));
      return [
        [
          ...(plain(used) === true ? ['used'] : []),
          ...(late(unusedUntil) ? ['unused-window-closed'] : []),
          ...(late(creditedUntil) ? ['credit-window-closed'] : []),
        ],
      ];
    }
    case 'renewal.renewals': {
      const times = (last('renewal.end') ?? last('renewal.yearEnd'))?.in['times'];
      return times?.type === 'count' ? [times.value - 1] : undefined;
    }
    case 'selectSum.what': {
      const step = last('sums.');
      const names = Object.entries(step?.in ?? {}).filter(([, operand]) =>
        sameJson(plain(operand), step && plainOf(step.out)),
      );
      return names.map(([name]) => name);
    }
    case 'smsSegments.encoding':
      return [(last('sms.GSM-7') ?? last('sms.UCS-2'))?.role.slice('sms.'.length)];
    default:
      return undefined;
  }
}

function endedWithin(operands: ResultStep['in'] | undefined): boolean {
  const { ended, lastDay } = operands ?? {};
  return ended?.type === 'day' && lastDay?.type === 'day' && dayNumber(ended.value) <= dayNumber(lastDay.value);
}

function plain(operand: StepOperand | undefined): Json {
  return operand && plainOf(withoutOrigin(operand));
}

/** The first amount less the second, at least zero. */
function difference(a: StepValue | undefined, b: StepValue | undefined): readonly Json[] | undefined {
  if (a?.type !== 'money' || b?.type !== 'money') return undefined;
  const units = fractionOf(a).n - fractionOf(b).n;
  return [plainOf(sumOf(units < 0n ? 0n : units, a.currency))];
}

/** The least room of the caps, and the index of the first cap with it. */
function leastRoom(steps: readonly ResultStep[]): readonly [Json, number] | undefined {
  const rooms = steps.filter(({ role }) => role === 'liability.room').map(({ out }) => out);
  const [first, ...others] = rooms;
  if (first === undefined) return undefined;
  const least = others.reduce(
    (best, next) => (compareFractions(fractionOf(next), fractionOf(best)) < 0 ? next : best),
    first,
  );
  return [plainOf(least), rooms.indexOf(least)];
}
