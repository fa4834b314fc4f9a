/**
 * Kinds: the closed list of ways in which a clause can be computed.
 *
 * @packageDocumentation
 */
import { balanceKinds } from './groups/balanceKinds.js';
import { chargeKinds } from './groups/chargeKinds.js';
import { consentKinds } from './groups/consentKinds.js';
import { deadlineKinds } from './groups/deadlineKinds.js';
import { generalKinds } from './groups/generalKinds.js';
import { instantKinds } from './groups/instantKinds.js';
import { liabilityKinds } from './groups/liabilityKinds.js';
import { lifecycleKinds } from './groups/lifecycleKinds.js';
import { limitKinds } from './groups/limitKinds.js';
import { messageKinds } from './groups/messageKinds.js';
import { paymentKinds } from './groups/paymentKinds.js';
import { penaltyKinds } from './groups/penaltyKinds.js';
import { prorationKinds } from './groups/prorationKinds.js';
import { refundKinds } from './groups/refundKinds.js';
import { renewalKinds } from './groups/renewalKinds.js';
import type { Kind } from './kind.js';

// Each kind reads its own arguments, which the evaluator has parsed by the kind's shape, so the types are erased in the groups.
const list: readonly Kind[] = [
  ...balanceKinds,
  ...chargeKinds,
  ...consentKinds,
  ...deadlineKinds,
  ...generalKinds,
  ...instantKinds,
  ...liabilityKinds,
  ...lifecycleKinds,
  ...limitKinds,
  ...messageKinds,
  ...paymentKinds,
  ...penaltyKinds,
  ...prorationKinds,
  ...refundKinds,
  ...renewalKinds,
];

/** Every kind by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  list.map((kind) => [kind.kind, kind] as const).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
);
