import { earliestTrigger } from '../time/earliestTrigger.js';
import { lastSafeNoticeDay } from '../time/lastSafeNoticeDay.js';
import { latestTrigger } from '../time/latestTrigger.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { lastSafeNoticeDaySteps } from './time/lastSafeNoticeDaySteps.js';
import { earliestTriggerSteps, latestTriggerSteps } from './time/outerTriggerSteps.js';
import { triggerSentences } from './time/triggerSentences.js';

const wording = { sentences: triggerSentences };

/** Days to act, found backwards from a last day: `lastSafeNoticeDay`, `earliestTrigger`, `latestTrigger`. */
export const triggerPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(lastSafeNoticeDay, lastSafeNoticeDaySteps, wording),
  /* @__PURE__ */ explainedPrimitive(earliestTrigger, earliestTriggerSteps, wording),
  /* @__PURE__ */ explainedPrimitive(latestTrigger, latestTriggerSteps, wording),
];
