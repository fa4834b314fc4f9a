import { calendarMonthKind } from '../calendarMonthKind.js';
import { balanceLastsUntilKind, dailyChargesKind } from '../chargeKinds.js';
import { dailyChargeKind } from '../dailyChargeKind.js';
import { dailyWindowKind, firstChargeDayKind } from '../dailyWindowKinds.js';
import { equalShareKind } from '../equalShareKind.js';
import type { Kind } from '../kind.js';

/** Kinds of charges by the day and by the month. @internal */
export const chargeKinds = [
  balanceLastsUntilKind,
  calendarMonthKind,
  dailyChargeKind,
  dailyChargesKind,
  dailyWindowKind,
  equalShareKind,
  firstChargeDayKind,
] as unknown as readonly Kind[];
