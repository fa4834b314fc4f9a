import type { ValueShape } from '../../agreement/model/value.js';
import { dayValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { CheapestChangeDay } from '../../proration/cheapestChangeDay.js';
import type { prorationConventions } from '../../proration/prorationConventions.js';
import type { Derivation } from '../derivation.js';
import { changeFields, changeSteps } from './changeSteps.js';

interface Given {
  readonly from: Money;
  readonly to: Money;
  readonly billingPeriod: { readonly firstDay: string; readonly lastDay: string };
  readonly convention: keyof typeof prorationConventions;
  readonly roundLegs: boolean;
}

const { changeOn: _changeOn, ...fields } = changeFields;
const day: ValueShape = { type: 'day' };

/** The day on which a change of price costs least, and its cost on that day. */
export const cheapestChangeDaySteps: Derivation<Given, CheapestChangeDay<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      ...fields,
      changeDays: { type: 'record', fields: { firstDay: day, lastDay: day } },
      onTie: { type: 'text' },
    },
  },
  steps(record, { from, to, billingPeriod, convention, roundLegs }, answer, defaults) {
    const changeOn = record.add(
      'cheapestDay',
      'changes.cheapest',
      {
        from: record.need('from'),
        to: record.need('to'),
        firstDay: record.need('billingPeriod.firstDay'),
        lastDay: record.need('billingPeriod.lastDay'),
        convention: record.need('convention'),
        earliest: record.need('changeDays.firstDay'),
        latest: record.need('changeDays.lastDay'),
        onTie: record.need('onTie'),
        roundLegs: record.need('roundLegs'),
      },
      dayValue(answer.changeOn),
      { rounding: defaults.rounding },
    );
    const given = { from, to, billingPeriod, convention, roundLegs, changeOn: answer.changeOn.toString() };
    const { net } = changeSteps(record, given, (path) => (path === 'changeOn' ? changeOn : path), defaults);
    return { changeOn, net };
  },
};
