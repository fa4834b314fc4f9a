import { dayInKind } from '../agreement/kinds/dayInKind.js';
import { deadlineAtKind } from '../agreement/kinds/deadlineAtKind.js';
import { deadlineKind } from '../agreement/kinds/deadlineKind.js';
import { hasExceededKind, hasLastedKind } from '../agreement/kinds/elapsedKinds.js';
import { latestDayBeforeKind } from '../agreement/kinds/latestDayBeforeKind.js';
import { dayIn } from '../time/dayIn.js';
import { deadline } from '../time/deadline.js';
import { deadlineAt } from '../time/deadlineAt.js';
import { hasExceeded } from '../time/hasExceeded.js';
import { hasLasted } from '../time/hasLasted.js';
import type { InstantInput } from '../time/instant.js';
import { latestDayBefore } from '../time/latestDayBefore.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';

/** Limits and days: `deadline`, `deadlineAt`, `latestDayBefore`, `hasExceeded`, `hasLasted`, `dayIn`. */
export const timePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(deadline, deadlineKind),
  /* @__PURE__ */ explainedPrimitive(deadlineAt, deadlineAtKind),
  /* @__PURE__ */ explainedPrimitive(latestDayBefore, latestDayBeforeKind),
  /* @__PURE__ */ explainedPrimitive(hasExceeded, hasExceededKind),
  /* @__PURE__ */ explainedPrimitive(hasLasted, hasLastedKind),
  /* @__PURE__ */ explainedPrimitive(dayIn, dayInKind, {
    argument: renamed({ at: 'instant' }),
    given: ({ instant, timeZone, ...rest }) => ({ at: instant, timeZone, ...rest }),
    call: ({ instant, timeZone }) => dayIn(instant as InstantInput, timeZone as string),
  }),
];
