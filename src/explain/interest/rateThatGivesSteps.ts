import type { Rate } from '../../money/rate.js';
import { productStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { type DayCountGiven, dayCountFields, yearSteps } from './yearSteps.js';

/** The yearly rate at which a principal bears a given amount of interest. */
export const rateThatGivesSteps: Derivation<DayCountGiven, Rate> = {
  takes: {
    type: 'record',
    fields: {
      principal: { type: 'money' },
      interest: { type: 'money' },
      from: { type: 'day' },
      to: { type: 'day' },
      ...dayCountFields,
    },
    optional: ['couponPeriods', 'maturesOn'],
  },
  steps(record, given, answer) {
    const { years } = yearSteps(record, '', given, record.need('from'), record.need('to'));
    const whole = productStep(record, 'interest.atOne', { principal: record.need('principal'), years });
    const operands = { interest: record.need('interest'), whole };
    return { rate: record.add('ratio', 'interest.rateFound', operands, { type: 'rate', value: answer }) };
  },
};
