/**
 * Notices: `noticeEffect` computes when a notice takes effect, `noticeGivenOn` on which day it was given, if at all,
 * and
 * `deemedAcceptance` whether silence has become acceptance.
 *
 * @packageDocumentation
 */
export {
  type AcceptanceStatus,
  type DeemedAcceptance,
  type DeemedAcceptanceBasis,
  type DeemedAcceptanceCommonTerms,
  type DeemedAcceptanceDayTerms,
  type DeemedAcceptanceLimitTerms,
  type DeemedAcceptanceTerms,
  deemedAcceptance,
} from './deemedAcceptance.js';
export { type NoticeEffect, type NoticeEffectBasis, type NoticeEffectTerms, noticeEffect } from './noticeEffect.js';
export {
  type NoticeChannel,
  type NoticeCount,
  type NoticeDefect,
  type NoticeGiven,
  type NoticeGivenBasis,
  type NoticeGivenOnTerms,
  type NoticeNotGiven,
  noticeGivenOn,
} from './noticeGivenOn.js';
