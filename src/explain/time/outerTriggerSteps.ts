import { calendarFor } from '../../agreement/kinds/kind.js';
import type { RecordShape } from '../../agreement/model/value.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Temporal } from '../../time/temporal.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { latestTriggerBy } from '../../time/triggersOf.js';
import type { Derivation } from '../derivation.js';
import { triggerSteps } from './triggerSteps.js';

interface Given {
  readonly lastDay: string;
  readonly limit: DayLimit;
}

const takes: RecordShape = { type: 'record', fields: { lastDay: { type: 'day' }, limit: { type: 'limit' } } };

/** The first, or the last, day of an event that ends a limit on a day. */
function outerTriggerSteps(side: 'earliest' | 'latest'): Derivation<Given, Temporal.PlainDate | undefined> {
  return {
    takes,
    steps(record, { lastDay, limit }, answer, defaults) {
      const target = record.need('lastDay');
      if (answer !== undefined) {
        const found = epochDayOf(answer, 'trigger');
        return { trigger: triggerSteps(record, target, limit, found, side, defaults, 'on') };
      }
      // No event ends it on the day: one day is too early, and the next too late.
      const counting = { limit, rules: defaults.rules, calendar: calendarFor(defaults, limit.unit).calendar };
      const before = latestTriggerBy(epochDayOf(lastDay, 'lastDay'), counting);
      triggerSteps(record, target, limit, before, 'latest', defaults, 'before');
      return {};
    },
  };
}

/** The first day of an event that ends a limit on a day. */
export const earliestTriggerSteps = /* @__PURE__ */ outerTriggerSteps('earliest');

/** The last day of an event that ends a limit on a day. */
export const latestTriggerSteps = /* @__PURE__ */ outerTriggerSteps('latest');
