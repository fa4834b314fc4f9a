/**
 * Messaging: `smsSegments` counts the messages a text is charged as; `mayRepeat` says whether a message may be sent
 * again; `sendingTime` how many minutes a mailing takes.
 *
 * @packageDocumentation
 */
export { type MayRepeatTerms, mayRepeat } from './mayRepeat.js';
export { type SendingTime, type SendingTimeBasis, type SendingTimeTerms, sendingTime } from './sendingTime.js';
export {
  type PartHeader,
  type SmsEncoding,
  type SmsSegments,
  type SmsSegmentsBasis,
  type SmsSegmentsOptions,
  smsSegments,
} from './smsSegments.js';
