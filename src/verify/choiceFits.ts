import type { AnswerSteps } from './answerSteps.js';
import { dayNumber } from './day.js';
import { compareFractions, fractionOf } from './fraction.js';
import { fieldAt, listOf, textAt } from './json.js';
import { accruedThrough } from './penaltyOperations.js';
import { penaltyTerms } from './penaltyTerms.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand } from './result.js';
import { plainOf } from './stepValue.js';

/**
 * Whether a step rests on what the arguments choose, where its shape allows several: the day of a notice by its channel,
 * the first use of an amendment, the end of an event or the day of the calculation, the segments of a penalty.
 *
 * @internal
 */
export function choiceFits(step: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  switch (step.role) {
    case 'notice.given':
    case 'notice.no-date':
      return isDayOfChannel(step, placed, places);
    case 'amendment.effective':
      return hasAllDays(step, placed, places);
    case 'amendment.bound':
    case 'amendment.lastDayToObject':
      return isFromUse(step, places) === bindsByUse(placed, places);
    case 'amendment.lastDayWhileUnused':
    case 'amendment.notUsed':
      return bindsByUse(placed, places) && isUnused(step, placed, places);
    case 'elapsed.from':
      return isFirstDay(step, placed, places);
    case 'event.days':
      return isThroughEnd(step, placed, places);
    case 'penalty.accrued':
      return isAccrued(step, placed, places);
    case 'penalty.segment':
      return isOneSegment(step, places);
    case 'liability.cap':
    case 'penalty.cap':
      return !isRoundedAlready(step, placed, places);
    default:
      return true;
  }
}

/** A notice is given on the day that counts for its channel, and is not given only for want of one. */
function isDayOfChannel({ in: operands }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const channel = places.argument(placed, 'channel');
  const entry = listOf(places.argument(placed, 'channels')).find((each) => fieldAt(each, 'channel') === channel);
  const day = `${textAt(entry, 'counts')}On`;
  if (places.argument(placed, 'proven') === false) return false;
  const { day: given } = operands;
  return given === undefined ? !places.hasArgument(placed, day) : places.isAmong(given, [day], placed);
}

/** All the days that an amendment waits for are present. */
function hasAllDays({ in: operands }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const waits = places.argument(placed, 'binds') === 'fromNextRenewal' && places.isGiven(placed, 'renewsOn');
  if (waits && !Object.hasOwn(operands, 'renewsOn')) return false;
  return !places.isGiven(placed, 'after') || Object.hasOwn(operands, 'limit');
}

function bindsByUse(placed: Placed, places: AnswerSteps): boolean {
  return places.argument(placed, 'binds') === 'byLaterUse';
}

function isFromUse({ in: operands }: ResultStep, places: AnswerSteps): boolean {
  return places.steps.get(operands['day']?.step ?? '')?.role === 'amendment.used';
}

/** No use comes after the day on which the amendment takes effect. */
function isUnused({ in: operands }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const effective = (operands['day'] ?? operands['effectiveOn']) as StepOperand;
  // A day of the list that is a fact left out is none.
  const uses = listOf(places.argument(placed, 'usedOn')).filter((day) => day !== undefined);
  return uses.every((day) => dayNumber(textAt(day)) <= dayNumber(textAt(plainOf(effective))));
}

/** What holds once more than a limit has passed holds from the day after it; what holds once it has passed, from its last day. */
function isFirstDay({ op }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const compares = (role: string): boolean =>
    places.order.some((step) => step.role === role && places.fits.get(step.id)?.has(placed));
  return compares(op === 'dayAfter' ? 'elapsed.moreThan' : 'elapsed.atLeast');
}

/** The days of an event are counted through its end if that has come, otherwise through the day of the calculation. */
function isThroughEnd({ in: operands }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const [asOf, ended] = [places.argument(placed, 'asOf'), places.argument(placed, 'endedOn')];
  // An end that is the answer of another computation without a step is not known.
  const isUnknown = ended === undefined && places.hasArgument(placed, 'endedOn');
  const { through } = operands;
  if (through === undefined || asOf === undefined || isUnknown) return true;
  const hasEnded = ended !== undefined && dayNumber(textAt(ended)) <= dayNumber(textAt(asOf));
  return places.isAmong(through, [hasEnded ? 'endedOn' : 'asOf'], placed);
}

/** The segments of a penalty begin and end where a payment or a rate says so: together they make what accrued. */
function isAccrued(step: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  const terms = penaltyTerms(placed, places);
  const asOf = places.argument(placed, 'asOf');
  const { exact } = step.in;
  if (terms === undefined || asOf === undefined || exact === undefined) return true;
  return compareFractions(fractionOf(exact), accruedThrough({ ...step, in: terms }, dayNumber(textAt(asOf)))) === 0;
}

/** What was outstanding, and the rate, are those of the day on which the days of a segment begin. */
function isOneSegment({ in: operands }: ResultStep, { steps }: AnswerSteps): boolean {
  const operandsOf = (operand: StepOperand | undefined): ResultStep['in'] => steps.get(operand?.step ?? '')?.in ?? {};
  const { outstanding, rate, days } = operands;
  const { from } = operandsOf(days);
  const { on = operandsOf(operandsOf(outstanding)['paid'])['on'] } = operandsOf(outstanding);
  return [on, operandsOf(rate)['day']].every(
    (day) =>
      day === undefined ||
      (from === undefined
        ? steps.get(day.step ?? '')?.role === 'penalty.firstDay'
        : day.step === from.step && day.fact === from.fact && day.term === from.term),
  );
}

/** Each cap is rounded once. */
function isRoundedAlready({ role, in: { exact } }: ResultStep, placed: Placed, places: AnswerSteps): boolean {
  return places.order.some(
    (step) => step.role === role && step.in['exact']?.step === exact?.step && places.fits.get(step.id)?.has(placed),
  );
}
