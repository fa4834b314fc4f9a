import { isMoney } from '../money/money.js';
import { downtime } from '../serviceLevel/downtime.js';
import { exactFraction, type FractionInput } from '../serviceLevel/exactFraction.js';
import { serviceCredit } from '../serviceLevel/serviceCredit.js';
import { share } from '../serviceLevel/share.js';
import { tierOf } from '../serviceLevel/tierOf.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';
import { downtimeSteps } from './serviceLevel/downtimeSteps.js';
import { serviceCreditSteps } from './serviceLevel/serviceCreditSteps.js';
import { serviceLevelSentences } from './serviceLevel/serviceLevelSentences.js';
import { shareSteps } from './serviceLevel/shareSteps.js';
import { tierOfSteps } from './serviceLevel/tierOfSteps.js';

type Terms = Readonly<Record<string, unknown>>;

const sentences = serviceLevelSentences;

/** Levels of service: `share`, `tierOf`, `serviceCredit`, `downtime`. */
export const serviceLevelPrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(share, shareSteps, {
    sentences,
    argument: renamed({ partSum: 'part', wholeSum: 'whole' }),
    given: ({ part, whole }) =>
      isMoney(part) ? { partSum: part, wholeSum: whole } : { part: numberText(part), whole: numberText(whole) },
  }),
  /* @__PURE__ */ explainedPrimitive(tierOf, tierOfSteps, {
    sentences,
    given: ({ value, tiers }) => ({ value: numberText(value), tiers: (tiers as readonly Terms[]).map(edgesOf) }),
  }),
  /* @__PURE__ */ explainedPrimitive(serviceCredit, serviceCreditSteps, {
    sentences,
    argument: renamed({ rules: 'claim.rules', calendar: 'claim.calendar' }),
    given: ({ measured, tiers, claim, ...terms }) => {
      const { rules, calendar, ...window } = (claim ?? {}) as Terms;
      return {
        ...terms,
        measured: numberText(measured),
        tiers: (tiers as readonly Terms[]).map((tier) => ({ ...tier, ...edgesOf(tier) })),
        ...(claim !== undefined && { claim: window, rules, calendar }),
      };
    },
  }),
  /* @__PURE__ */ explainedPrimitive(downtime, downtimeSteps, { sentences }),
];

/** A number as it was written, or an exact fraction as text. */
function numberText(value: unknown): string {
  return typeof value === 'object' ? String(exactFraction(value as FractionInput)) : String(value);
}

/** The edges of a tier; what else a tier has is the caller's. */
function edgesOf(tier: Terms): Terms {
  const edges = ['atLeast', 'above', 'below', 'atMost'].filter((name) => tier[name] !== undefined);
  return Object.fromEntries(edges.map((name) => [name, numberText(tier[name])]));
}
