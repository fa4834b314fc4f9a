import { epochDayOf } from '../../time/dayInput.js';
import type { Temporal } from '../../time/temporal.js';
import type { Derivation } from '../derivation.js';
import { rollSteps } from './rollSteps.js';

interface Given {
  readonly convention: string;
}

/** The working day that a day is moved to. */
export const rollDaySteps: Derivation<Given, Temporal.PlainDate> = {
  takes: { type: 'record', fields: { day: { type: 'day' }, convention: { type: 'text' } } },
  steps(record, { convention }, answer, { working }) {
    return { day: rollSteps(record, record.need('day'), epochDayOf(answer, 'day'), convention, working) };
  },
};
