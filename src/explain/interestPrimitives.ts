import { compoundInterest } from '../interest/compoundInterest.js';
import { dayCountFraction } from '../interest/dayCountFraction.js';
import { rateThatGives } from '../interest/rateThatGives.js';
import { simpleInterest } from '../interest/simpleInterest.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { compoundInterestSteps } from './interest/compoundInterestSteps.js';
import { dayCountFractionSteps } from './interest/dayCountFractionSteps.js';
import { interestSentences } from './interest/interestSentences.js';
import { rateThatGivesSteps } from './interest/rateThatGivesSteps.js';
import { simpleInterestSteps } from './interest/simpleInterestSteps.js';

const wording = { sentences: interestSentences };

/** Interest: `simpleInterest`, `compoundInterest`, `dayCountFraction`, `rateThatGives`. */
export const interestPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(simpleInterest, simpleInterestSteps, wording),
  /* @__PURE__ */ explainedPrimitive(compoundInterest, compoundInterestSteps, wording),
  /* @__PURE__ */ explainedPrimitive(dayCountFraction, dayCountFractionSteps, wording),
  /* @__PURE__ */ explainedPrimitive(rateThatGives, rateThatGivesSteps, wording),
];
