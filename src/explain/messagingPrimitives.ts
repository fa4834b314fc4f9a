import { mayRepeatKind } from '../agreement/kinds/elapsedKinds.js';
import { boundsKind, smsSegmentsKind } from '../agreement/kinds/messagingKinds.js';
import { mayRepeat } from '../messaging/mayRepeat.js';
import { sendingTime } from '../messaging/sendingTime.js';
import { type PartHeader, smsSegments } from '../messaging/smsSegments.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';

/** Messages: `smsSegments`, `sendingTime`, `mayRepeat`. */
export const messagingPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(smsSegments, smsSegmentsKind, {
    call: ({ text, partHeader }) => smsSegments(text as string, { partHeader: partHeader as PartHeader }),
  }),
  /* @__PURE__ */ explainedPrimitive(sendingTime, boundsKind),
  /* @__PURE__ */ explainedPrimitive(mayRepeat, mayRepeatKind, {
    argument: renamed({ since: 'lastOn', asOf: 'on' }),
    given: ({ lastOn, on, ...terms }) => ({ since: lastOn, asOf: on, ...terms }),
  }),
];
