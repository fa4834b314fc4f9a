import type { Operand } from '../../agreement/steps/step.js';
import { sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import type { ProratedChanges } from '../../proration/prorateChanges.js';
import type { prorationConventions } from '../../proration/prorationConventions.js';
import { roundStep, sumStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { changeFields, changeSteps } from './changeSteps.js';

interface Given {
  readonly price: Money;
  readonly billingPeriod: { readonly firstDay: string; readonly lastDay: string };
  readonly changes: readonly { readonly changeOn: string; readonly price: Money }[];
  readonly convention: keyof typeof prorationConventions;
  readonly roundLegs: boolean;
}

const { from: _from, to: _to, changeOn: _changeOn, ...periodFields } = changeFields;

/** Several changes of price within a period: the legs of each, and the total. */
export const prorateChangesSteps: Derivation<Given, ProratedChanges<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      price: { type: 'money' },
      ...periodFields,
      changes: {
        type: 'list',
        of: { type: 'record', fields: { changeOn: { type: 'day' }, price: { type: 'money' } } },
      },
    },
  },
  steps(record, given, answer, defaults) {
    const { price, changes, ...period } = given;
    const own = record.need('price');
    const nets: Record<string, Operand> = {};
    changes.forEach(({ changeOn, price: to }, at) => {
      const from = at === 0 ? 'price' : `changes.${at - 1}.price`;
      const names: Readonly<Record<string, string>> = {
        from,
        to: `changes.${at}.price`,
        changeOn: `changes.${at}.changeOn`,
      };
      const terms = { ...period, changeOn, from: at === 0 ? price : (changes[at - 1]?.price as Money), to };
      const { net, exact } = changeSteps(record, terms, (path) => names[path] ?? path, defaults);
      nets[`change${at + 1}`] = given.roundLegs ? net : exact;
    });
    const all =
      changes.length === 0
        ? record.add('nothing', 'changes.none', { price: own }, sumValue(moneyOfUnits(0, price.currency)))
        : sumStep(record, 'changes.net', nets);
    const net =
      given.roundLegs || changes.length === 0
        ? all
        : roundStep(record, 'change.round', all, answer.net, defaults.rounding);
    return { net, total: record.add('sum', 'changes.total', { price: own, net }, sumValue(answer.total)) };
  },
};
