/**
 * What the primitives have to reach: ratios within one run, and bytes. `most` is an upper bound on the time of `row` in times that of `to`,
 * `ahead` a lower bound on the time of `to` in times that of `row`, `bytes` an upper bound on what one operation allocates.
 *
 * @typedef {{ work: string, row: string, to?: string, most?: number, ahead?: number, bytes?: number, short?: boolean }} Goal
 */
import { idiomatic } from './peers.mjs';

const limit = 'JS integers';
const money = 'oferta, Money and ISO text';
const moneyPlain = 'oferta, Money and PlainDate';
const prepared = 'oferta, payments read before';
const iso = 'oferta, ISO text';
const plain = 'oferta, PlainDate';
const days = 'temporal-polyfill';
const dayByDay = 'temporal-polyfill, day by day';

const toLimit = (work, row, most, short = false) => ({ work, row, to: limit, most, short });
const aheadOf = (work, row, to, ahead, short = false) => ({ work, row, to, ahead, short });
const bytes = (work, row, most) => ({ work, row, bytes: most });

/** @type {Goal[]} */
export const goals = [
  ...['dailyCharge', 'planChange', 'penalty', 'liabilityCap', 'refundWindow', 'workingDays', 'months'].map((work) =>
    toLimit(work, 'kernel', 1.2),
  ),

  toLimit('dailyCharge', money, 10, true),
  toLimit('planChange', money, 7),
  toLimit('penalty', money, 25, true),
  toLimit('liabilityCap', money, 35),
  toLimit('refundWindow', iso, 10),
  toLimit('workingDays', iso, 30),
  toLimit('workingDays', 'oferta, deadline', 45, true),
  toLimit('months', iso, 20),
  toLimit('penalty', prepared, 9),
  toLimit('liabilityCap', prepared, 4),

  aheadOf('dailyCharge', money, idiomatic, 40, true),
  aheadOf('penalty', money, idiomatic, 40, true),
  aheadOf('workingDays', 'oferta, deadline', dayByDay, 1000, true),

  { work: 'workingDays', row: plain, to: '@js-joda/core, day by day', most: 1 },
  { work: 'months', row: plain, to: '@js-joda/core', most: 1 },
  { work: 'penalty', row: moneyPlain, to: 'decimal.js + @js-joda/core', most: 1 },
  { work: 'refundWindow', row: plain, to: '@js-joda/core', most: 3 },

  aheadOf('dailyCharge', moneyPlain, idiomatic, 5),
  aheadOf('dailyCharge', 'oferta, from amount text and ISO text', idiomatic, 5),
  aheadOf('planChange', money, idiomatic, 5),
  aheadOf('planChange', moneyPlain, idiomatic, 5),
  aheadOf('penalty', moneyPlain, idiomatic, 5),
  aheadOf('penalty', prepared, idiomatic, 5),
  aheadOf('liabilityCap', money, idiomatic, 5),
  aheadOf('liabilityCap', moneyPlain, idiomatic, 5),
  aheadOf('liabilityCap', prepared, idiomatic, 5),
  aheadOf('refundWindow', iso, days, 5),
  aheadOf('refundWindow', plain, days, 5),
  aheadOf('workingDays', iso, dayByDay, 5),
  aheadOf('workingDays', plain, dayByDay, 5),
  aheadOf('months', iso, days, 5),
  aheadOf('months', plain, days, 5),

  { work: 'int32Column', row: 'oferta, dailyChargeColumn', to: 'C', most: 2 },
  { work: 'float64Column', row: 'oferta, dailyChargeColumn', to: 'C', most: 3 },
  aheadOf('int32Column', 'oferta, dailyChargeColumn', `${idiomatic}, rows from texts`, 700),
  aheadOf('float64Column', 'oferta, dailyChargeColumn', `${idiomatic}, rows from texts`, 700),

  bytes('dailyCharge', money, 128),
  bytes('planChange', money, 128),
  bytes('penalty', money, 128),
  bytes('refundWindow', iso, 128),
  bytes('workingDays', 'oferta, deadline', 128),
  bytes('workingDays', iso, 0),
  bytes('workingDays', plain, 0),
  bytes('months', iso, 128),
  bytes('int32Column', 'oferta, dailyChargeColumn', 0),
  bytes('float64Column', 'oferta, dailyChargeColumn', 0),
];
