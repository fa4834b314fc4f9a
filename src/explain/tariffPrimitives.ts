import { tariffOnKind } from '../agreement/kinds/tariffOnKind.js';
import { type PriceProtection, tariffOn } from '../tariff/tariffOn.js';
import { tieredCharge } from '../tariff/tieredCharge.js';
import { unitCharge } from '../tariff/unitCharge.js';
import { vatOn } from '../tariff/vatOn.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';
import { tariffSentences } from './tariff/tariffSentences.js';
import { tieredChargeSteps } from './tariff/tieredChargeSteps.js';
import { unitChargeSteps } from './tariff/unitChargeSteps.js';
import { vatOnSteps } from './tariff/vatOnSteps.js';

const wording = { sentences: tariffSentences };

/** Prices: `tariffOn`, `vatOn`, `tieredCharge`, `unitCharge`. */
export const tariffPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(tariffOn, tariffOnKind, {
    argument: renamed({ topUps: 'protection.untilTopUp', paidThrough: 'protection.paidThrough' }),
    given: ({ protection, ...terms }) => ({ ...terms, ...protectionOf(protection as PriceProtection) }),
  }),
  /* @__PURE__ */ explainedPrimitive(vatOn, vatOnSteps, wording),
  /* @__PURE__ */ explainedPrimitive(tieredCharge, tieredChargeSteps, wording),
  /* @__PURE__ */ explainedPrimitive(unitCharge, unitChargeSteps, wording),
];

function protectionOf(protection: PriceProtection): Readonly<Record<string, unknown>> {
  if (protection === 'none') return { protection };
  if ('untilTopUp' in protection) return { protection: 'untilTopUp', topUps: protection.untilTopUp };
  return { protection: 'paidThrough', paidThrough: protection.paidThrough };
}
