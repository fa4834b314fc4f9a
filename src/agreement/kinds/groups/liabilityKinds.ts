import type { Kind } from '../kind.js';
import { lastPaidTariffKind, liabilityBaseKind, limitLiabilityKind } from '../liabilityKinds.js';

/** Kinds of liability and its caps. @internal */
export const liabilityKinds = [lastPaidTariffKind, liabilityBaseKind, limitLiabilityKind] as unknown as readonly Kind[];
