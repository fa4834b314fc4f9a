import { balancePrimitives } from './balancePrimitives.js';
import type { ExplainedPrimitive } from './explainedPrimitive.js';
import { liabilityPrimitives } from './liabilityPrimitives.js';
import { lifecyclePrimitives } from './lifecyclePrimitives.js';
import { messagingPrimitives } from './messagingPrimitives.js';
import { noticePrimitives } from './noticePrimitives.js';
import { penaltyPrimitives } from './penaltyPrimitives.js';
import { prorationPrimitives } from './prorationPrimitives.js';
import { refundPrimitives } from './refundPrimitives.js';
import { tariffPrimitives } from './tariffPrimitives.js';
import { timePrimitives } from './timePrimitives.js';

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
];
