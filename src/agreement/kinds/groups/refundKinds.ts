import type { Kind } from '../kind.js';
import { refundEligibilityKind } from '../refundEligibilityKind.js';
import { closingRefundKind, refundableCreditsKind, repriceAtBaseKind } from '../refundKinds.js';

/** Kinds of refunds. @internal */
export const refundKinds = [
  closingRefundKind,
  refundEligibilityKind,
  refundableCreditsKind,
  repriceAtBaseKind,
] as unknown as readonly Kind[];
