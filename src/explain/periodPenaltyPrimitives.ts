import { isMoney } from '../money/money.js';
import { penaltyPerPeriod } from '../penalty/penaltyPerPeriod.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { penaltyPerPeriodSteps } from './penalty/penaltyPerPeriodSteps.js';
import { periodPenaltySentences } from './penalty/periodPenaltySentences.js';

/** Penalties by the week, the month, the working day: `penaltyPerPeriod`. */
export const periodPenaltyPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(penaltyPerPeriod, penaltyPerPeriodSteps, {
    sentences: periodPenaltySentences,
    names: { eachSum: 'each' },
    given: ({ each, ...terms }) => ({ ...terms, ...(isMoney(each) ? { eachSum: each } : { each }) }),
  }),
];
