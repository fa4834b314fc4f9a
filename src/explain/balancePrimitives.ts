import { applyPaymentKind } from '../agreement/kinds/applyPaymentKind.js';
import { debitBalanceKind } from '../agreement/kinds/debitBalanceKind.js';
import { applyPayment } from '../balance/applyPayment.js';
import { debitBalance } from '../balance/debitBalance.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';

/** Balances: `applyPayment`, `debitBalance`. */
export const balancePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(applyPayment, applyPaymentKind),
  /* @__PURE__ */ explainedPrimitive(debitBalance, debitBalanceKind),
];
