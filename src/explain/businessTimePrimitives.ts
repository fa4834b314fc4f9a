import { businessDeadlineAt } from '../time/businessDeadlineAt.js';
import type { BusinessHoursLimit } from '../time/businessHours.js';
import { cutOffDay } from '../time/cutOffDay.js';
import { hoursDeadline } from '../time/hoursDeadline.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';
import { businessDeadlineAtSteps } from './time/businessDeadlineAtSteps.js';
import { businessTimeSentences } from './time/businessTimeSentences.js';
import { cutOffDaySteps } from './time/cutOffDaySteps.js';
import { hoursDeadlineSteps } from './time/hoursDeadlineSteps.js';

const sentences = businessTimeSentences;

/** Moments and days by the clock: `cutOffDay`, `hoursDeadline`, `businessDeadlineAt`. */
export const businessTimePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(cutOffDay, cutOffDaySteps, { sentences }),
  /* @__PURE__ */ explainedPrimitive(hoursDeadline, hoursDeadlineSteps, { sentences }),
  /* @__PURE__ */ explainedPrimitive(businessDeadlineAt, businessDeadlineAtSteps, {
    sentences,
    argument: renamed({ limitHours: 'limit.count', limitMinutes: 'limit.count' }),
    given: ({ limit, ...terms }) => {
      const { count, unit } = limit as BusinessHoursLimit;
      return { ...terms, [unit === 'businessHours' ? 'limitHours' : 'limitMinutes']: count };
    },
  }),
];
