import type { Operand } from '../../agreement/steps/step.js';
import { textValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { ComparedConventions } from '../../proration/compareConventions.js';
import type { prorationConventions } from '../../proration/prorationConventions.js';
import type { Derivation } from '../derivation.js';
import { changeFields, changeSteps } from './changeSteps.js';

interface Given {
  readonly from: Money;
  readonly to: Money;
  readonly billingPeriod: { readonly firstDay: string; readonly lastDay: string };
  readonly changeOn: string;
  readonly roundLegs: boolean;
  /** For each convention by its name, the one of the library that it is. */
  readonly conventions: readonly { readonly name: string; readonly is: keyof typeof prorationConventions }[];
}

const { convention: _convention, ...fields } = changeFields;

/** The result of a change of price under each convention that has one. */
export const compareConventionsSteps: Derivation<Given, ComparedConventions<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      ...fields,
      conventions: {
        type: 'list',
        of: { type: 'record', fields: { name: { type: 'text' }, is: { type: 'text' } } },
      },
    },
  },
  steps(record, { conventions, ...change }, { refused }, defaults) {
    const nets: Record<string, Operand> = {};
    const day = record.need('changeOn');
    for (const { name, is } of conventions) {
      if (refused.some((other) => other.name === name)) continue;
      const convention = record.add('suppose', 'changes.convention', { day }, textValue(is));
      const given = { ...change, convention: is };
      const find = (path: string): Operand | string => (path === 'convention' ? convention : path);
      nets[name] = changeSteps(record, given, find, defaults).net;
    }
    return nets;
  },
};
