/**
 * The performance goals: ratios within one run, and a few times that a user has to wait for. `fastest` is a lower bound
 * on the time of the fastest other stack with equal answers as a multiple of ours, `most` an upper bound on the time of
 * `row` as a multiple of `to`, `ns` an upper bound in nanoseconds, `perSecond` a lower bound on rows.
 *
 * The tables also contain ratios of single calls to the integer limit, kernels and bytes, for which there is no goal.
 *
 * @typedef {{ work: string, row: string, to?: string, most?: number, fastest?: number, ns?: number, perSecond?: number, short?: boolean }} Goal
 */
const limit = 'JS integers';
const money = 'oferta, Money and ISO text';
const moneyPlain = 'oferta, Money and PlainDate';
const iso = 'oferta, ISO text';
const plain = 'oferta, PlainDate';
const columns = 'oferta, columnsOf an agreement';
const replay = 'oferta, replay';

const ahead = (work, row, fastest, short = false) => ({ work, row, fastest, short });

/** @type {Goal[]} */
export const goals = [
  ahead('dailyCharge', money, 5, true),
  ahead('dailyCharge', moneyPlain, 5),
  ahead('planChange', money, 5),
  ahead('planChange', moneyPlain, 5),
  ahead('penalty', money, 5, true),
  ahead('penalty', moneyPlain, 5),
  ahead('liabilityCap', money, 5),
  ahead('liabilityCap', moneyPlain, 5),
  ahead('workingDays', iso, 5, true),
  ahead('workingDays', plain, 5),
  // Two calls that end on one or two days: parsing the days takes most of the time.
  ahead('refundWindow', iso, 2),
  ahead('refundWindow', plain, 1.5),
  ahead('months', iso, 4),
  ahead('months', plain, 2),

  { work: 'replayYear', row: replay, to: limit, most: 150 },
  ahead('replayYear', replay, 10),
  { work: 'replayYear', row: 'oferta, replay of ten years', to: replay, most: 10 },
  { work: 'replayYear', row: 'oferta, a payment and a day on an account of ten years', ns: 2000 },
  { work: 'replayYear', row: 'oferta, the state of ten years from JSON and to JSON', ns: 5_000_000 },

  { work: 'define', row: 'oferta, defineAgreement', ns: 15_000_000 },
  { work: 'decision', row: 'oferta, decide', ns: 2000 },
  ahead('decision', 'oferta, decide', 10),

  { work: 'int32Column', row: columns, perSecond: 20_000_000 },
  { work: 'float64Column', row: columns, perSecond: 20_000_000 },
  { work: 'penaltyColumn', row: columns, perSecond: 2_000_000 },
];
