import type { AnswerSteps } from './answerSteps.js';
import { listOf } from './json.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand } from './result.js';

/**
 * The arguments of a late payment penalty as the operands of its accrual; undefined where terms and facts do not
 * determine one of them.
 *
 * @internal
 */
export function penaltyTerms(placed: Placed, places: AnswerSteps): ResultStep['in'] | undefined {
  const operands: Record<string, StepOperand> = {};
  const put = (name: string, type: string, path: string): boolean => {
    const json = places.argument(placed, path);
    if (json !== undefined)
      operands[name] = { type, ...(typeof json === 'object' ? json : { value: json }) } as StepOperand;
    return json !== undefined;
  };
  const isKnown = [
    put('dueOn', 'day', 'dueOn'),
    put('overdue', 'money', 'overdue'),
    put('countPaymentDay', 'flag', 'countPaymentDay'),
  ];
  if (isKnown.includes(false)) return undefined;
  listOf(places.argument(placed, 'rates')).forEach((_, at) => {
    put(`from${at + 1}`, 'day', `rates.${at}.effectiveOn`);
    put(`rate${at + 1}`, 'rate', `rates.${at}.dailyRate`);
  });
  listOf(places.argument(placed, 'payments')).forEach((_, at) => {
    put(`paidOn${at + 1}`, 'day', `payments.${at}.paidOn`);
    put(`paid${at + 1}`, 'money', `payments.${at}.amount`);
  });
  return operands;
}
