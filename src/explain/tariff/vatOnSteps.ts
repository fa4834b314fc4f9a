import { fractionOf } from '../../agreement/steps/exact.js';
import { entryOperands, sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import { fractionText } from '../../money/fraction.js';
import type { VatOn } from '../../tariff/vatOn.js';
import { productStep, quotientStep, roundStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly amountIs: 'net' | 'gross';
  readonly rates: readonly { readonly effectiveOn?: string }[];
}

/** The tax added to an amount, or included in it. */
export const vatOnSteps: Derivation<Given, VatOn<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      amount: { type: 'money' },
      amountIs: { type: 'text' },
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
  steps(record, { amountIs, rates }, { net, vat: tax, gross, rate: found }, { rounding }) {
    const dated = entryOperands(record, 'rates', rates.length, { from: 'effectiveOn', value: 'rate' });
    const out = { type: 'rate', value: found } as const;
    const rate = record.add('inForce', 'vat.rate', { day: record.need('on'), ...dated }, out);
    const amount = record.need('amount');
    if (amountIs === 'net') {
      const vat = roundStep(record, 'vat.tax', productStep(record, 'vat.product', { amount, rate }), tax, rounding);
      return { net: amount, vat, gross: record.add('sum', 'vat.gross', { amount, vat }, sumValue(gross)), rate };
    }
    const { n, d } = fractionOf(rate);
    const whole = record.add('onePlus', 'vat.whole', { rate }, { type: 'decimal', value: fractionText(n + d, d) });
    const exact = quotientStep(record, 'vat.part', {
      part: productStep(record, 'vat.product', { amount, rate }),
      whole,
    });
    const vat = roundStep(record, 'vat.tax', exact, tax, rounding);
    return { net: record.add('difference', 'vat.net', { amount, vat }, sumValue(net)), vat, gross: amount, rate };
  },
};
