import type { DayCountFraction } from '../../interest/dayCountFraction.js';
import type { Derivation } from '../derivation.js';
import { type DayCountGiven, dayCountFields, yearSteps } from './yearSteps.js';

/** Some days as a fraction of a year. */
export const dayCountFractionSteps: Derivation<DayCountGiven, DayCountFraction> = {
  takes: {
    type: 'record',
    fields: { from: { type: 'day' }, to: { type: 'day' }, ...dayCountFields },
    optional: ['couponPeriods', 'maturesOn'],
  },
  steps(record, given) {
    return { ...yearSteps(record, '', given, record.need('from'), record.need('to')) };
  },
};
