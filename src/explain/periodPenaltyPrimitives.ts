import { isMoney } from '../money/money.js';
import { penaltyPerPeriod } from '../penalty/penaltyPerPeriod.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { penaltyPerPeriodSteps } from './penalty/penaltyPerPeriodSteps.js';
import { periodPenaltySentences } from './penalty/periodPenaltySentences.js';
import { renamed } from './renamed.js';

/** Penalties by the week, the month, the working day: `penaltyPerPeriod`. */
export const periodPenaltyPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(penaltyPerPeriod, penaltyPerPeriodSteps, {
    sentences: periodPenaltySentences,
    argument: renamed({ eachSum: 'each' }),
    given: ({ each, ...terms }) => ({ ...terms, ...(isMoney(each) ? { eachSum: each } : { each }) }),
  }),
];
