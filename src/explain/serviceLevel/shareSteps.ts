import { fractionText } from '../../money/fraction.js';
import type { ExactFraction } from '../../serviceLevel/exactFraction.js';
import type { Derivation } from '../derivation.js';

/** A part divided by its whole: two amounts, or two counts. */
export const shareSteps: Derivation<unknown, ExactFraction> = {
  takes: {
    type: 'record',
    fields: {
      part: { type: 'decimal' },
      whole: { type: 'decimal' },
      partSum: { type: 'money' },
      wholeSum: { type: 'money' },
    },
    optional: ['part', 'whole', 'partSum', 'wholeSum'],
  },
  steps(record, _given, { numerator, denominator }) {
    const part = record.operand('partSum') ?? record.need('part');
    const whole = record.operand('wholeSum') ?? record.need('whole');
    const out = { type: 'decimal', value: fractionText(numerator, denominator) } as const;
    return { share: record.add('ratio', 'service.share', { part, whole }, out) };
  },
};
