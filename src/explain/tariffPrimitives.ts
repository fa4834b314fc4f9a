import { tariffOnKind } from '../agreement/kinds/tariffOnKind.js';
import { type PriceProtection, tariffOn } from '../tariff/tariffOn.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';

/** Prices of a day: `tariffOn`. */
export const tariffPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(tariffOn, tariffOnKind, {
    names: { topUps: 'protection.untilTopUp', paidThrough: 'protection.paidThrough' },
    given: ({ protection, ...terms }) => ({ ...terms, ...protectionOf(protection as PriceProtection) }),
  }),
];

function protectionOf(protection: PriceProtection): Readonly<Record<string, unknown>> {
  if (protection === 'none') return { protection };
  if ('untilTopUp' in protection) return { protection: 'untilTopUp', topUps: protection.untilTopUp };
  return { protection: 'paidThrough', paidThrough: protection.paidThrough };
}
