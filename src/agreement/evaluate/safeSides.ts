/**
 * Which of several days is safe. Of days by which someone must act, or through which something applies, the earliest:
 * whatever is done by it is in time under every reading. Of days from which something applies, the latest: from then on
 * it applies under every reading. A day that is not listed, such as the end of a term, has no safe side.
 *
 * @internal
 */
export type SafeSide = 'earliest' | 'latest';

const sides: Readonly<Record<string, Readonly<Record<string, SafeSide>>>> = {
  amendmentInForce: { effectiveOn: 'latest', lastDayToObject: 'earliest', boundOn: 'latest' },
  balanceLastsUntil: { lastPaidDay: 'earliest' },
  deadlineAt: { lastInstant: 'earliest' },
  deemedAcceptance: { lastDay: 'earliest', deemedOn: 'latest' },
  forceMajeure: { suspendedThrough: 'earliest', beyondOn: 'latest', movedDueOn: 'earliest' },
  hasExceeded: { from: 'latest' },
  hasLasted: { from: 'latest' },
  latestDayBefore: { lastDay: 'earliest' },
  latestInstantBefore: { lastInstant: 'earliest' },
  mayRepeat: { from: 'latest' },
  noticeEffect: { effectiveOn: 'latest' },
  noticeGivenOn: { on: 'latest' },
  refundEligibility: { unusedUntil: 'earliest', creditedUntil: 'earliest', until: 'earliest' },
  renewal: { latestNoticeDay: 'earliest' },
  retention: { keepUntil: 'latest' },
  suspensionEnd: { from: 'latest' },
};

/**
 * The safe sides of the days in the answer of a kind; a deadline is either a day to act by or a day after which a state
 * changes by itself. @internal
 */
export function safeSidesOf(kind: string, counts: 'act' | 'state' | undefined): Readonly<Record<string, SafeSide>> {
  if (kind === 'deadline') return { lastDay: counts === 'state' ? 'latest' : 'earliest' };
  return Object.hasOwn(sides, kind) ? (sides[kind] as Readonly<Record<string, SafeSide>>) : {};
}
