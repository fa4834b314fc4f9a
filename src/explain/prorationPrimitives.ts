import { balanceLastsUntilKind, dailyChargesKind, prorateChargeKind } from '../agreement/kinds/chargeKinds.js';
import { dailyChargeKind } from '../agreement/kinds/dailyChargeKind.js';
import { dailyWindowKind, firstChargeDayKind } from '../agreement/kinds/dailyWindowKinds.js';
import { prorateChangeKind } from '../agreement/kinds/prorateChangeKind.js';
import { refuse } from '../errors/agreementError.js';
import { balanceLastsUntil } from '../proration/balanceLastsUntil.js';
import { dailyCharge } from '../proration/dailyCharge.js';
import { dailyCharges } from '../proration/dailyCharges.js';
import type { DailyWindow } from '../proration/dailyWindow.js';
import { firstChargeDay } from '../proration/firstChargeDay.js';
import { isWithinDailyWindow } from '../proration/isWithinDailyWindow.js';
import { prorateChange } from '../proration/prorateChange.js';
import { prorateCharge } from '../proration/prorateCharge.js';
import { prorationConventions } from '../proration/prorationConventions.js';
import type { InstantInput } from '../time/instant.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';

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
    names: { at: 'instant' },
    given: ({ instant, ...terms }) => ({ at: instant, ...terms }),
    call: ({ instant, window }) => isWithinDailyWindow(instant as InstantInput, window as DailyWindow),
  }),
];

/** The name of the convention, so that the step can be recomputed by looking it up. */
function nameOfConvention(convention: unknown): string {
  const written = JSON.stringify(convention);
  const named = Object.entries(prorationConventions).find(([, known]) => JSON.stringify(known) === written);
  return named?.[0] ?? refuse('argument-invalid', 'convention', convention, 'one of prorationConventions');
}
