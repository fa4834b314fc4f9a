import { suspensionEndKind } from '../agreement/kinds/elapsedKinds.js';
import { amendmentInForceKind, forceMajeureKind, retentionKind } from '../agreement/kinds/lifecycleKinds.js';
import { renewalKind } from '../agreement/kinds/renewalKind.js';
import { refuse } from '../errors/agreementError.js';
import { amendmentInForce } from '../lifecycle/amendmentInForce.js';
import { forceMajeure } from '../lifecycle/forceMajeure.js';
import { type RenewalClause, renewal } from '../lifecycle/renewal.js';
import { retention } from '../lifecycle/retention.js';
import { suspensionEnd } from '../lifecycle/suspensionEnd.js';
import type { CountingRules } from '../time/countingRules.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';
import { renamed } from './renamed.js';

/** The life of an agreement: `renewal`, `amendmentInForce`, `forceMajeure`, `retention`, `suspensionEnd`. */
export const lifecyclePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(renewal, renewalKind, {
    argument: renamed({
      ends: 'terms.ends',
      every: 'terms.every',
      noticeLimit: 'terms.noticeLimit',
      termEnd: 'terms.termEnd',
    }),
    given: ({ terms, ...rest }) => ({ ...rest, ...(terms as RenewalClause) }),
  }),
  /* @__PURE__ */ explainedPrimitive(amendmentInForce, amendmentInForceKind),
  /* @__PURE__ */ explainedPrimitive(forceMajeure, forceMajeureKind, {
    given: ({ count, ...terms }) => {
      // The limit and the extension are counted from the same day, so the steps have a single rule for both.
      const counted = (terms['rules'] as CountingRules).countTriggerDay ? 'bothEnds' : 'fromNextDay';
      if (count !== counted)
        refuse('argument-invalid', 'count', count, `"${counted}", as the rules count the first day`);
      return terms;
    },
  }),
  /* @__PURE__ */ explainedPrimitive(retention, retentionKind),
  /* @__PURE__ */ explainedPrimitive(suspensionEnd, suspensionEndKind, {
    argument: renamed({ since: 'suspendedOn' }),
    given: ({ suspendedOn, ...terms }) => ({ since: suspendedOn, ...terms }),
  }),
];
