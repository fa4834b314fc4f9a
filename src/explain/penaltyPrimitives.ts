import { escalatingFineKind } from '../agreement/kinds/escalatingFineKind.js';
import { latePaymentPenaltyKind } from '../agreement/kinds/latePaymentPenaltyKind.js';
import { escalatingFine } from '../penalty/escalatingFine.js';
import { latePaymentPenalty } from '../penalty/latePaymentPenalty.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';

/** Penalties: `latePaymentPenalty`, `escalatingFine`. */
export const penaltyPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(latePaymentPenalty, latePaymentPenaltyKind),
  /* @__PURE__ */ explainedPrimitive(escalatingFine, escalatingFineKind),
];
