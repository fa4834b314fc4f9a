import { escalatingFineKind } from '../escalatingFineKind.js';
import type { Kind } from '../kind.js';
import { latePaymentPenaltyKind } from '../latePaymentPenaltyKind.js';

/** Kinds of penalties. @internal */
export const penaltyKinds = [escalatingFineKind, latePaymentPenaltyKind] as unknown as readonly Kind[];
