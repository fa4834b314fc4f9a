import { dayNumber, dayText } from './day.js';
import { bare } from './executeStep.js';
import { bindsByLaterUse, firstLaterUse } from './firstLaterUse.js';
import { compareFractions, fractionOf, sumOf } from './fraction.js';
import { fieldAt, type Json, sameJson } from './json.js';
import type { Placed } from './placedComputations.js';
import type { Places } from './places.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { plainOf } from './stepValue.js';

/** What a field can be that is read from no step but follows from the steps; undefined where it follows from none. */
export function derivedField(placed: Placed, field: string, places: Places): readonly Json[] | undefined {
  const steps = [...places.steps.values()].filter(({ id }) => places.fits.get(id)?.has(placed));
  const last = (role: string): ResultStep | undefined => steps.findLast((step) => step.role.startsWith(role));
  const more = (name: string, step: ResultStep | undefined): readonly Json[] | undefined =>
    step && [dayText(dayNumber(String(plainOf(step.out))) + (name === 'before' ? -1 : 1))];
  switch (`${placed.kind}.${field}`) {
    case 'amendmentInForce.lastDayToObject': {
      const step = last('amendment.effective');
      if (step === undefined) return undefined;
      const effective = dayNumber(String(plainOf(step.out)));
      const after = bindsByLaterUse(placed, places) ? effective + 1 : effective;
      return [dayText((firstLaterUse(effective, placed, places) ?? after) - 1)];
    }
    case 'amendmentInForce.bound':
      return [last('amendment.bound') !== undefined];
    case 'balanceLastsUntil.lastPaidDay':
      return more('before', last('balance.shortOn'));
    case 'coveredOn.over': {
      const { left, right } = last('covered.in')?.in ?? {};
      return difference(left, right);
    }
    case 'debitBalance.short': {
      const { left, right } = last('debit.')?.in ?? {};
      return left && fractionOf(left).n < 0n ? right && [plain(right)] : difference(right, left);
    }
    case 'deemedAcceptance.deemedOn':
      return more('after', last('acceptance.dayOfNextMonth') ?? last('limit.'));
    case 'deemedAcceptance.status': {
      const step = last('acceptance.');
      const holds = step?.out.type === 'flag' && step.out.value;
      if (step?.role === 'acceptance.inTime') return [holds ? 'objected' : 'accepted'];
      if (step?.role === 'acceptance.over') return holds ? ['accepted'] : ['open', 'not-started'];
      return ['not-started'];
    }
    case 'forceMajeure.beyondOn':
      return more('after', last('limit.'));
    case 'gate.failed': {
      // Named in the order of the conditions, which the operands need not have: keys that are numbers come first.
      const operands = last('gate.')?.in ?? {};
      const names = Object.keys(operands).map((_, at) => String(places.argument(placed, `conditions.${at}.name`)));
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
      const [, at] = leastRoom(steps) ?? [];
      return [places.argument(placed, `caps.${at}.clause`)];
    }
    case 'noticeGivenOn.given':
      return [last('notice.given') !== undefined];
    case 'noticeGivenOn.because':
      return [last('notice.')?.role.slice('notice.'.length)];
    case 'refundEligibility.because': {
      const { left, right } = last('refund.unused')?.in ?? {};
      const { unusedUntil, creditedUntil } = last('refund.until')?.in ?? {};
      const asked = last('refund.inTime')?.in['left'];
      const late = (until: StepOperand | undefined): boolean =>
        asked !== undefined && until !== undefined && dayNumber(String(plain(asked))) > dayNumber(String(plain(until)));
      return [
        [
          ...(sameJson(plain(left), plain(right)) ? [] : ['used']),
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
      return [last('sms.')?.role.slice('sms.'.length)];
    case 'smsSegments.units':
      return [plain(last('sms.')?.in['units'])];
    default:
      return undefined;
  }
}

function plain(operand: StepOperand | undefined): Json {
  return operand && plainOf(bare(operand));
}

/** The first sum less the second, not below zero. */
function difference(a: StepValue | undefined, b: StepValue | undefined): readonly Json[] | undefined {
  if (a?.type !== 'money' || b?.type !== 'money') return undefined;
  const units = fractionOf(a).n - fractionOf(b).n;
  return [plainOf(sumOf(units < 0n ? 0n : units, a.currency))];
}

/** The least room of the caps, and which cap it is of: the first of several. */
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
