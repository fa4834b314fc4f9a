import { balancePrimitives } from './balancePrimitives.js';
import { businessTimePrimitives } from './businessTimePrimitives.js';
import type { ExplainedPrimitive } from './explainedPrimitive.js';
import { interestPrimitives } from './interestPrimitives.js';
import { liabilityPrimitives } from './liabilityPrimitives.js';
import { lifecyclePrimitives } from './lifecyclePrimitives.js';
import { messagingPrimitives } from './messagingPrimitives.js';
import { moneyPrimitives } from './moneyPrimitives.js';
import { noticePrimitives } from './noticePrimitives.js';
import { penaltyPrimitives } from './penaltyPrimitives.js';
import { periodPenaltyPrimitives } from './periodPenaltyPrimitives.js';
import { priceChangePrimitives } from './priceChangePrimitives.js';
import { prorationPrimitives } from './prorationPrimitives.js';
import { refundPrimitives } from './refundPrimitives.js';
import { requiredPaymentPrimitives } from './requiredPaymentPrimitives.js';
import { serviceLevelPrimitives } from './serviceLevelPrimitives.js';
import { tariffPrimitives } from './tariffPrimitives.js';
import { timePrimitives } from './timePrimitives.js';
import { triggerPrimitives } from './triggerPrimitives.js';
import { workingDayPrimitives } from './workingDayPrimitives.js';

/** Every primitive that can be explained. */
export const allPrimitives: readonly ExplainedPrimitive[] = [
  ...timePrimitives,
  ...prorationPrimitives,
  ...penaltyPrimitives,
  ...liabilityPrimitives,
  ...refundPrimitives,
  ...noticePrimitives,
  ...lifecyclePrimitives,
  ...tariffPrimitives,
  ...balancePrimitives,
  ...messagingPrimitives,
  ...interestPrimitives,
  ...serviceLevelPrimitives,
  ...periodPenaltyPrimitives,
  ...requiredPaymentPrimitives,
  ...moneyPrimitives,
  ...workingDayPrimitives,
  ...triggerPrimitives,
  ...businessTimePrimitives,
  ...priceChangePrimitives,
];
