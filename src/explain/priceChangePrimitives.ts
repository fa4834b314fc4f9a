import { billingPeriods } from '../proration/billingPeriods.js';
import { cheapestChangeDay } from '../proration/cheapestChangeDay.js';
import { compareConventions } from '../proration/compareConventions.js';
import { prorateChanges } from '../proration/prorateChanges.js';
import { prorationConventions } from '../proration/prorationConventions.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { nameOfConvention } from './nameOfConvention.js';
import { billingPeriodsSteps } from './proration/billingPeriodsSteps.js';
import { cheapestChangeDaySteps } from './proration/cheapestChangeDaySteps.js';
import { compareConventionsSteps } from './proration/compareConventionsSteps.js';
import { priceChangeSentences } from './proration/priceChangeSentences.js';
import { prorateChangesSteps } from './proration/prorateChangesSteps.js';

type Terms = Readonly<Record<string, unknown>>;

const sentences = priceChangeSentences;
const given = ({ convention, ...terms }: Terms): Terms => ({ ...terms, convention: nameOfConvention(convention) });

/** Billing periods and changes of price: `billingPeriods`, `prorateChanges`, `cheapestChangeDay`, `compareConventions`. */
export const priceChangePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(billingPeriods, billingPeriodsSteps, { sentences }),
  /* @__PURE__ */ explainedPrimitive(prorateChanges, prorateChangesSteps, { sentences, given }),
  /* @__PURE__ */ explainedPrimitive(cheapestChangeDay, cheapestChangeDaySteps, { sentences, given }),
  /* @__PURE__ */ explainedPrimitive(compareConventions, compareConventionsSteps, {
    sentences,
    given: ({ conventions = prorationConventions, ...terms }) => ({
      ...terms,
      conventions: Object.entries(conventions as Terms).map(([name, convention]) => ({
        name,
        is: nameOfConvention(convention, `conventions.${name}`),
      })),
    }),
  }),
];
