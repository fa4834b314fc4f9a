/**
 * Messaging: what a mailing counts as. `smsSegments` answers how many messages a text is charged as; `mayRepeat` whether a message may go out
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
