import { paymentToStop } from '../penalty/paymentToStop.js';
import { smallestTopUp } from '../proration/smallestTopUp.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { paymentToStopSteps } from './penalty/paymentToStopSteps.js';
import { requiredPaymentSentences } from './penalty/requiredPaymentSentences.js';
import { smallestTopUpSteps } from './proration/smallestTopUpSteps.js';

const wording = { sentences: requiredPaymentSentences };

/** What has to be paid for something to be so: `paymentToStop`, `smallestTopUp`. */
export const requiredPaymentPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(paymentToStop, paymentToStopSteps, wording),
  /* @__PURE__ */ explainedPrimitive(smallestTopUp, smallestTopUpSteps, wording),
];
