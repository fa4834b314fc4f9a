import { exactValue, fractionOf } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { sumValue } from '../../agreement/steps/values.js';
import { type CurrencyCode, minorUnitDigits } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';

/**
 * An exact number of major units as an amount, rounded once: to the minor unit, or to the step of the terms.
 *
 * @internal
 */
export function chargeRounding(record: Recording, number: Operand, amount: Money, rounding: Rounding): Operand {
  const { n, d } = fractionOf(number);
  const scale = 10n ** BigInt(minorUnitDigits(amount.currency as CurrencyCode));
  const value = exactValue({ n: n * scale, d, currency: amount.currency });
  const exact = record.add('asSum', 'tariff.asSum', { number, currency: record.need('currency') }, value);
  const step = record.operand('step');
  return step === undefined
    ? record.add('round', 'tariff.rounded', { exact }, sumValue(amount), { rounding })
    : record.add('roundToStep', 'tariff.roundedToStep', { exact, step }, sumValue(amount), { rounding });
}
