import type { AnswerSteps } from './answerSteps.js';
import { dayNumber } from './day.js';
import { executeStep } from './executeStep.js';
import { fractionOf } from './fraction.js';
import { type Json, listOf, textAt } from './json.js';
import { penaltyTerms } from './penaltyTerms.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { plainOf } from './stepValue.js';

/**
 * Whether a field of an answer must come from a step, as the arguments and the other steps determine it; undefined for a
 * field that always does or never does, or where they do not determine it.
 *
 * @internal
 */
export function fieldHasStep(placed: Placed, field: string, places: AnswerSteps): boolean | undefined {
  const last = (role: string): ResultStep | undefined =>
    places.order.findLast((step) => step.role.startsWith(role) && places.fits.get(step.id)?.has(placed));
  const has = (path: string): boolean => places.hasArgument(placed, path);
  // A price of nothing is covered without a payment, and so on no day.
  const isCovered = (): boolean => last('covered.inFull') !== undefined && last('covered.received') !== undefined;
  switch (`${placed.kind}.${field}`) {
    case 'amendmentInForce.boundOn':
      return last('amendment.objected') === undefined && last('amendment.notUsed') === undefined;
    case 'amendmentInForce.lastDayToObject':
      return isObjectable(last('amendment.effective'), last('amendment.used'), places.argument(placed, 'binds'));
    case 'applyPayment.activates':
      return has('price');
    case 'applyPayment.repaid':
    case 'applyPayment.stillOwed':
    case 'applyPayment.left':
      return listOf(places.argument(placed, 'debts')).length > 0;
    case 'balanceLastsUntil.lastPaidDay': {
      const unpaid = last('balance.firstUnpaidDay');
      return unpaid && dayOf(unpaid.out) > dayOf(unpaid.in['firstDay']);
    }
    case 'closingRefund.debt':
      return last('closing.net') === undefined;
    case 'closingRefund.refund':
      return last('closing.debt') === undefined;
    case 'closingRefund.retained':
      return last('closing.debt') === undefined && has('deposits');
    case 'coveredOn.on':
      return isCovered();
    case 'coveredOn.short':
      return !isCovered();
    case 'debitBalance.debited':
    case 'debitBalance.balance':
      return (
        last('debit.covered') !== undefined || isPart(last('debit.notCovered'), places.argument(placed, 'partial'))
      );
    case 'debitBalance.short':
      return isPart(last('debit.notCovered'), places.argument(placed, 'partial'));
    case 'deadlineAt.inTime':
    case 'latestInstantBefore.inTime':
      return has('actedAt');
    case 'deemedAcceptance.lastDay':
      return last('acceptance.notStarted') === undefined;
    case 'earliest.day':
    case 'latest.day':
      return last('several.none') === undefined;
    case 'forceMajeure.suspendedThrough':
      return has('limit');
    case 'forceMajeure.movedDueOn':
      return has('dueOn');
    case 'latePaymentPenalty.cap':
      return has('cap');
    case 'latePaymentPenalty.capReachedOn':
      return isReached(placed, places, last('penalty.exactCap'));
    case 'noticeGivenOn.on':
      return last('notice.given') !== undefined;
    default:
      return undefined;
  }
}

/** Whether a computation has an answer in this case, although a fact that it can depend on was left out. @internal */
export function isAnswered(placed: Placed, places: AnswerSteps): boolean {
  switch (placed.kind) {
    case 'earliest':
    case 'latest':
      return true;
    case 'deadlineAt':
      return ['triggeredAt', 'limit'].every((path) => places.hasArgument(placed, path));
    case 'latestInstantBefore':
      return ['targetAt', 'limit'].every((path) => places.hasArgument(placed, path));
    default:
      return false;
  }
}

/** Whether a debit that the balance does not cover takes what there is. */
function isPart(compared: ResultStep | undefined, partial: Json): boolean {
  const { left, right } = compared?.in ?? {};
  return partial === true && [left, right].every((sum) => sum !== undefined && fractionOf(sum).n >= 0n);
}

/** Whether a penalty reaches its cap at some time, if nothing else is paid. */
function isReached(placed: Placed, places: AnswerSteps, cap: ResultStep | undefined): boolean | undefined {
  if (cap === undefined) return false;
  const terms = penaltyTerms(placed, places);
  if (terms === undefined) return undefined;
  try {
    executeStep({ ...cap, op: 'dayReached', in: { ...terms, exact: cap.out as StepOperand } });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whether there is a day left to object on or after the publication. */
function isObjectable(effective: ResultStep | undefined, used: ResultStep | undefined, binds: Json): boolean {
  if (effective === undefined) return false;
  const [published, from] = [dayOf(effective.in['publishedOn']), dayOf((used ?? effective).out)];
  return (binds === 'byLaterUse' && used === undefined ? from : from - 1) >= published;
}

function dayOf(value: StepValue | undefined): number {
  return value?.type === 'day' ? dayNumber(textAt(plainOf(value))) : Number.NaN;
}
