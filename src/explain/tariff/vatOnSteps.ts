import { fractionOf } from '../../agreement/steps/exact.js';
import { entryOperands, sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import { fractionText } from '../../money/fraction.js';
import type { VatOn } from '../../tariff/vatOn.js';
import { productStep, quotientStep, roundStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly sumIs: 'net' | 'gross';
  readonly rates: readonly { readonly effectiveOn?: string }[];
}

/** The tax added to an amount, or included in it. */
export const vatOnSteps: Derivation<Given, VatOn<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      sum: { type: 'money' },
      sumIs: { type: 'text' },
      on: { type: 'day' },
      rates: {
        type: 'list',
        of: {
          type: 'record',
          fields: { effectiveOn: { type: 'day' }, rate: { type: 'rate' } },
          optional: ['effectiveOn'],
        },
      },
    },
  },
  steps(record, { sumIs, rates }, { net, vat: tax, gross, rate: found }, { rounding }) {
    const dated = entryOperands(record, 'rates', rates.length, { from: 'effectiveOn', value: 'rate' });
    const out = { type: 'rate', value: found } as const;
    const rate = record.add('inForce', 'vat.rate', { day: record.need('on'), ...dated }, out);
    const sum = record.need('sum');
    if (sumIs === 'net') {
      const vat = roundStep(record, 'vat.tax', productStep(record, 'vat.product', { sum, rate }), tax, rounding);
      return { net: sum, vat, gross: record.add('sum', 'vat.gross', { sum, vat }, sumValue(gross)), rate };
    }
    const { n, d } = fractionOf(rate);
    const whole = record.add('onePlus', 'vat.whole', { rate }, { type: 'decimal', value: fractionText(n + d, d) });
    const exact = quotientStep(record, 'vat.part', { part: productStep(record, 'vat.product', { sum, rate }), whole });
    const vat = roundStep(record, 'vat.tax', exact, tax, rounding);
    return { net: record.add('difference', 'vat.net', { sum, vat }, sumValue(net)), vat, gross: sum, rate };
  },
};
