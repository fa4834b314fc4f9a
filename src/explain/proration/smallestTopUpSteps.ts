import { dailyChargesKind } from '../../agreement/kinds/chargeKinds.js';
import type { ValueShape } from '../../agreement/model/value.js';
import type { Operand } from '../../agreement/steps/step.js';
import { sumValue } from '../../agreement/steps/values.js';
import type { Money } from '../../money/money.js';
import { differenceStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { renamedArguments } from '../renamedArguments.js';

type ChargesGiven = Parameters<typeof dailyChargesKind.answer>[0];
type Given = Pick<ChargesGiven, 'prices' | 'spread'> & { readonly firstDay: string; readonly lastDay: string };

const { days: _days, ...chargeFields } = dailyChargesKind.takes.fields;
const day: ValueShape = { type: 'day' };

/** The amount to add to a balance so that it covers every day up to a given one. */
export const smallestTopUpSteps: Derivation<Given, Money> = {
  takes: { type: 'record', fields: { balance: { type: 'money' }, ...chargeFields, firstDay: day, lastDay: day } },
  steps(record, { prices, spread, firstDay, lastDay }, answer, defaults) {
    const charges = { prices, spread, days: { firstDay, lastDay } };
    const { total } = dailyChargesKind.steps(
      renamedArguments(record, (path) => path.replace(/^days\./, '')),
      charges,
      dailyChargesKind.answer(charges, defaults),
      defaults,
    );
    const short = differenceStep(record, 'topUp.short', { total: total as Operand, balance: record.need('balance') });
    return { topUp: record.add('notBelowZero', 'topUp.needed', { short }, sumValue(answer)) };
  },
};
