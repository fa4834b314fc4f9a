import { lastPaidTariffKind, liabilityBaseKind, limitLiabilityKind } from '../agreement/kinds/liabilityKinds.js';
import { refuse } from '../errors/agreementError.js';
import { applyDeductible } from '../liability/applyDeductible.js';
import { lastPaidTariff } from '../liability/lastPaidTariff.js';
import { liabilityBase } from '../liability/liabilityBase.js';
import { limitLiability } from '../liability/limitLiability.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { applyDeductibleSteps } from './liability/applyDeductibleSteps.js';
import { liabilitySentences } from './liability/liabilitySentences.js';
import { renamed } from './renamed.js';

/** Liability: `limitLiability`, `liabilityBase` over a range of days, `lastPaidTariff`, `applyDeductible`. */
export const liabilityPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(limitLiability, limitLiabilityKind, {
    given: (terms) => {
      const { excludedBy } = terms;
      // In an agreement "none" means that there is no ground.
      if (excludedBy === 'none') refuse('argument-invalid', 'excludedBy', excludedBy, 'another name for the ground');
      return terms;
    },
  }),
  /* @__PURE__ */ explainedPrimitive(liabilityBase, liabilityBaseKind, {
    // The sum of no payments is zero, in the given currency.
    argument: renamed({ none: 'currency' }),
    given: ({ currency, ...terms }) => {
      const { payments } = terms;
      if (!Array.isArray(payments)) refuse('argument-invalid', 'payments', payments, 'a list of payments');
      const [first] = payments as readonly { readonly amount: Money }[];
      const code = (currency as Money['currency'] | undefined) ?? first?.amount.currency;
      return { ...terms, ...(code !== undefined && { none: moneyOfUnits(0, code) }) };
    },
  }),
  /* @__PURE__ */ explainedPrimitive(lastPaidTariff, lastPaidTariffKind, {
    argument: renamed({ none: 'purchases' }),
    given: (terms) => {
      const purchases = terms['purchases'] as readonly { readonly paid: Money }[];
      const [first] = purchases;
      if (first === undefined) refuse('argument-invalid', 'purchases', purchases, 'at least one purchase');
      return { ...terms, none: moneyOfUnits(0, (first as { readonly paid: Money }).paid.currency) };
    },
  }),
  /* @__PURE__ */ explainedPrimitive(applyDeductible, applyDeductibleSteps, { sentences: liabilitySentences }),
];
