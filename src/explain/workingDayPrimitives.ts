import { addWorkingDays } from '../time/addWorkingDays.js';
import { countDays } from '../time/countDays.js';
import type { RollConvention } from '../time/countingRules.js';
import { countWorkingDays } from '../time/countWorkingDays.js';
import type { DateRangeInput } from '../time/dateRange.js';
import type { DayInput } from '../time/dayInput.js';
import { rollDay } from '../time/rollDay.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';
import { addWorkingDaysSteps } from './time/addWorkingDaysSteps.js';
import { countDaysSteps } from './time/countDaysSteps.js';
import { countWorkingDaysSteps } from './time/countWorkingDaysSteps.js';
import { rollDaySteps } from './time/rollDaySteps.js';
import { workingDaySentences } from './time/workingDaySentences.js';

const sentences = workingDaySentences;

/** Days counted and moved: `addWorkingDays`, `countDays`, `countWorkingDays`, `rollDay`. */
export const workingDayPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(addWorkingDays, addWorkingDaysSteps, {
    sentences,
    argument: renamed({ limit: 'n' }),
    given: ({ n, ...terms }) => ({ ...terms, n, limit: { count: Math.abs(n as number), unit: 'workingDays' } }),
    call: ({ day, n, calendar }) => addWorkingDays(day as DayInput, n as number, calendar as WorkingCalendar),
  }),
  /* @__PURE__ */ explainedPrimitive(countDays, countDaysSteps, { sentences }),
  /* @__PURE__ */ explainedPrimitive(countWorkingDays, countWorkingDaysSteps, {
    sentences,
    call: ({ range, calendar }) => countWorkingDays(range as DateRangeInput, calendar as WorkingCalendar),
  }),
  /* @__PURE__ */ explainedPrimitive(rollDay, rollDaySteps, {
    sentences,
    call: ({ day, convention, calendar }) =>
      rollDay(day as DayInput, convention as RollConvention, calendar as WorkingCalendar),
  }),
];
