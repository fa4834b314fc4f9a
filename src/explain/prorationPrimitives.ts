import { balanceLastsUntilKind, dailyChargesKind, prorateChargeKind } from '../agreement/kinds/chargeKinds.js';
import { dailyChargeKind } from '../agreement/kinds/dailyChargeKind.js';
import { dailyWindowKind, firstChargeDayKind } from '../agreement/kinds/dailyWindowKinds.js';
import { prorateChangeKind } from '../agreement/kinds/prorateChangeKind.js';
import { balanceLastsUntil } from '../proration/balanceLastsUntil.js';
import { dailyCharge } from '../proration/dailyCharge.js';
import { dailyCharges } from '../proration/dailyCharges.js';
import type { DailyWindow } from '../proration/dailyWindow.js';
import { firstChargeDay } from '../proration/firstChargeDay.js';
import { isWithinDailyWindow } from '../proration/isWithinDailyWindow.js';
import { prorateChange } from '../proration/prorateChange.js';
import { prorateCharge } from '../proration/prorateCharge.js';
import type { InstantInput } from '../time/instant.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { nameOfConvention } from './nameOfConvention.js';
import { renamed } from './renamed.js';

/**
 * Prices over days: `prorateCharge`, `dailyCharge`, `dailyCharges`, `prorateChange` under a named convention, `balanceLastsUntil`, `firstChargeDay`,
 * `isWithinDailyWindow`.
 */
export const prorationPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(prorateCharge, prorateChargeKind),
  /* @__PURE__ */ explainedPrimitive(dailyCharge, dailyChargeKind),
  /* @__PURE__ */ explainedPrimitive(dailyCharges, dailyChargesKind),
  /* @__PURE__ */ explainedPrimitive(prorateChange, prorateChangeKind, {
    given: ({ convention, ...terms }) => ({ ...terms, convention: nameOfConvention(convention) }),
  }),
  /* @__PURE__ */ explainedPrimitive(balanceLastsUntil, balanceLastsUntilKind),
  /* @__PURE__ */ explainedPrimitive(firstChargeDay, firstChargeDayKind),
  /* @__PURE__ */ explainedPrimitive(isWithinDailyWindow, dailyWindowKind, {
    argument: renamed({ at: 'instant' }),
    given: ({ instant, ...terms }) => ({ at: instant, ...terms }),
    call: ({ instant, window }) => isWithinDailyWindow(instant as InstantInput, window as DailyWindow),
  }),
];
