import type { Money } from '../../money/money.js';
import { productStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { chargeRounding } from './chargeRounding.js';

/** The price of units at a single price. */
export const unitChargeSteps: Derivation<unknown, Money> = {
  takes: {
    type: 'record',
    fields: {
      units: { type: 'decimal' },
      pricePerUnit: { type: 'decimal' },
      currency: { type: 'text' },
      step: { type: 'money' },
    },
    optional: ['step'],
  },
  steps(record, _given, answer, { rounding }) {
    const operands = { units: record.need('units'), price: record.need('pricePerUnit') };
    return { amount: chargeRounding(record, productStep(record, 'tariff.price', operands), answer, rounding) };
  },
};
