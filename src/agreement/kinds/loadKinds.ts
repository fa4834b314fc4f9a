import { refuse } from '../../errors/agreementError.js';
import type { Kind } from './kind.js';

/** A group of kinds, and how its code is loaded. */
interface KindGroup {
  readonly kinds: readonly string[];
  load(): Promise<readonly Kind[]>;
}

// Kinds that agreements tend to use together share a group, so that a page loads a handful of files rather than one for each kind.
const groups: readonly KindGroup[] = [
  {
    kinds: [
      'allOf',
      'anyOf',
      'choice',
      'digits',
      'earliest',
      'formula',
      'latest',
      'passThrough',
      'selectSum',
      'threshold',
    ],
    load: async () => (await import('./groups/generalKinds.js')).generalKinds,
  },
  {
    kinds: ['deadline'],
    load: async () => (await import('./groups/deadlineKinds.js')).deadlineKinds,
  },
  {
    kinds: ['dayWithin', 'hasExceeded', 'latestDayBefore', 'noticeEffect', 'noticeGivenOn', 'workingDay'],
    load: async () => (await import('./groups/limitKinds.js')).limitKinds,
  },
  {
    kinds: ['dayIn', 'deadlineAt', 'downtime', 'hasLasted', 'latestInstantBefore', 'mayRepeat', 'suspensionEnd'],
    load: async () => (await import('./groups/instantKinds.js')).instantKinds,
  },
  {
    kinds: ['deemedAcceptance'],
    load: async () => (await import('./groups/consentKinds.js')).consentKinds,
  },
  {
    kinds: ['amendmentInForce', 'forceMajeure', 'retention'],
    load: async () => (await import('./groups/lifecycleKinds.js')).lifecycleKinds,
  },
  {
    kinds: ['debitBalance', 'tariffOn', 'unitCharge', 'wholeUnits'],
    load: async () => (await import('./groups/balanceKinds.js')).balanceKinds,
  },
  {
    kinds: ['applyPayment', 'coveredOn'],
    load: async () => (await import('./groups/paymentKinds.js')).paymentKinds,
  },
  {
    kinds: [
      'balanceLastsUntil',
      'calendarMonth',
      'dailyCharge',
      'dailyCharges',
      'equalShare',
      'firstChargeDay',
      'isWithinDailyWindow',
    ],
    load: async () => (await import('./groups/chargeKinds.js')).chargeKinds,
  },
  {
    kinds: ['calendarPeriod', 'prorateChange', 'prorateCharge'],
    load: async () => (await import('./groups/prorationKinds.js')).prorationKinds,
  },
  {
    kinds: ['escalatingFine', 'latePaymentPenalty'],
    load: async () => (await import('./groups/penaltyKinds.js')).penaltyKinds,
  },
  {
    kinds: ['lastPaidTariff', 'liabilityBase', 'limitLiability'],
    load: async () => (await import('./groups/liabilityKinds.js')).liabilityKinds,
  },
  {
    kinds: ['closingRefund', 'refundableCredits', 'refundEligibility', 'repriceAtBase'],
    load: async () => (await import('./groups/refundKinds.js')).refundKinds,
  },
  {
    kinds: ['renewal'],
    load: async () => (await import('./groups/renewalKinds.js')).renewalKinds,
  },
  {
    kinds: ['bounds', 'smsSegments'],
    load: async () => (await import('./groups/messageKinds.js')).messageKinds,
  },
];

/**
 * The kinds of these names. Only the code of the groups that have them is loaded.
 *
 * @throws {@link AgreementError} `argument-invalid` for a name that no kind has.
 * @internal
 */
export async function loadKinds(names: Iterable<string>): Promise<ReadonlyMap<string, Kind>> {
  const wanted = new Set(names);
  for (const name of wanted)
    if (!groups.some(({ kinds }) => kinds.includes(name)))
      refuse('argument-invalid', 'kind', name, 'a kind of computation');
  const needed = groups.filter(({ kinds }) => kinds.some((name) => wanted.has(name)));
  const loaded = await Promise.all(needed.map(({ load }) => load()));
  return new Map(loaded.flat().map((kind) => [kind.kind, kind]));
}
