import { applyPaymentKind } from '../applyPaymentKind.js';
import { coveredOnKind } from '../coveredOnKind.js';
import type { Kind } from '../kind.js';

/** Kinds of what a payment covers. @internal */
export const paymentKinds = [applyPaymentKind, coveredOnKind] as unknown as readonly Kind[];
