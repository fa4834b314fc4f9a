import { refundEligibilityKind } from '../agreement/kinds/refundEligibilityKind.js';
import { closingRefundKind, refundableCreditsKind, repriceAtBaseKind } from '../agreement/kinds/refundKinds.js';
import { refuse } from '../errors/agreementError.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { closingRefund } from '../refund/closingRefund.js';
import { refundableCredits } from '../refund/refundableCredits.js';
import { refundEligibility } from '../refund/refundEligibility.js';
import { repriceAtBase } from '../refund/repriceAtBase.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';

/** Refunds: `refundEligibility`, `closingRefund`, `repriceAtBase`, `refundableCredits`. */
export const refundPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(refundEligibility, refundEligibilityKind),
  /* @__PURE__ */ explainedPrimitive(closingRefund, closingRefundKind),
  /* @__PURE__ */ explainedPrimitive(repriceAtBase, repriceAtBaseKind),
  /* @__PURE__ */ explainedPrimitive(refundableCredits, refundableCreditsKind, {
    argument: renamed({ none: 'credits' }),
    given: (terms) => {
      const credits = terms['credits'] as readonly { readonly amount: Money }[];
      const [first] = credits;
      if (first === undefined) refuse('argument-invalid', 'credits', credits, 'at least one top-up');
      return { ...terms, none: moneyOfUnits(0, (first as { readonly amount: Money }).amount.currency) };
    },
  }),
];
