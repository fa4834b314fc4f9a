import { compareFractions, fractionOf } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { flagValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { TieredCharge } from '../../tariff/tieredCharge.js';
import { differenceStep, productStep, sumStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { chargeRounding } from './chargeRounding.js';

interface Given {
  readonly tiers: readonly { readonly upTo?: string }[];
  readonly mode: 'graduated' | 'volume';
}

/** The price of units by tiers. */
export const tieredChargeSteps: Derivation<Given, TieredCharge<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      units: { type: 'decimal' },
      tiers: {
        type: 'list',
        of: {
          type: 'record',
          fields: { upTo: { type: 'decimal' }, pricePerUnit: { type: 'decimal' } },
          optional: ['upTo'],
        },
      },
      mode: { type: 'text' },
      currency: { type: 'text' },
      step: { type: 'money' },
    },
    optional: ['step'],
  },
  steps(record, { tiers, mode }, { amount }, { rounding }) {
    const units = record.need('units');
    const prices: Record<string, Operand> = {};
    let done: Operand | undefined;
    for (let at = 0; at < tiers.length; at += 1) {
      const upTo = record.operand(`tiers.${at}.upTo`);
      const isLast = upTo === undefined || reaches(record, units, upTo);
      const price = record.need(`tiers.${at}.pricePerUnit`);
      if (mode === 'graduated' || isLast) {
        const here = mode === 'volume' ? units : unitsBetween(record, isLast ? units : upTo, done);
        prices[`tier${at + 1}`] = productStep(record, 'tariff.price', { here, price });
      }
      if (isLast) break;
      done = upTo;
    }
    return { amount: chargeRounding(record, sumStep(record, 'sum', prices), amount, rounding) };
  },
};

/** Whether the units end within a tier. */
function reaches(record: Recording, left: Operand, right: Operand): boolean {
  const within = compareFractions(fractionOf(left), fractionOf(right)) <= 0;
  const role = within ? 'tariff.within' : 'tariff.beyond';
  record.add('compare', role, { left, right }, flagValue(within), { notes: { relation: 'atMost' } });
  return within;
}

function unitsBetween(record: Recording, end: Operand, done: Operand | undefined): Operand {
  return done === undefined ? end : differenceStep(record, 'tariff.units', { end, done });
}
