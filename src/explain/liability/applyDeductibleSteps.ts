import { flagValue, sumValue } from '../../agreement/steps/values.js';
import { compareMoney } from '../../money/compareMoney.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import { differenceStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly loss: Money;
  readonly deductible: Money;
  readonly kind: 'straight' | 'franchise';
}

/** The loss less a deductible. */
export const applyDeductibleSteps: Derivation<Given, Money> = {
  takes: {
    type: 'record',
    fields: { loss: { type: 'money' }, deductible: { type: 'money' }, kind: { type: 'text' } },
  },
  steps(record, given, answer) {
    const [loss, deductible] = [record.need('loss'), record.need('deductible')];
    const isMore = compareMoney(given.loss, given.deductible) > 0;
    const role = isMore ? 'deductible.more' : 'deductible.notMore';
    const compared = record.add('compare', role, { left: loss, right: deductible }, flagValue(isMore), {
      notes: { relation: 'moreThan' },
    });
    if (!isMore) {
      const zero = sumValue(moneyOfUnits(0, given.loss.currency));
      return { payable: record.add('nothing', 'deductible.nothing', { compared, loss }, zero) };
    }
    if (given.kind === 'straight') return { payable: differenceStep(record, 'deductible.rest', { loss, deductible }) };
    return { payable: record.add('select', 'deductible.inFull', { compared, loss }, sumValue(answer)) };
  },
};
