import { allocate } from '../money/allocate.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { allocateSteps } from './money/allocateSteps.js';
import { moneySentences } from './money/moneySentences.js';

/** Shares of an amount: `allocate`. */
export const moneyPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(allocate, allocateSteps, { sentences: moneySentences }),
];
