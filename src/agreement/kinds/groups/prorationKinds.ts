import { calendarPeriodKind } from '../calendarPeriodKind.js';
import { prorateChargeKind } from '../chargeKinds.js';
import type { Kind } from '../kind.js';
import { prorateChangeKind } from '../prorateChangeKind.js';

/** Kinds of a price for a part of a period. @internal */
export const prorationKinds = [calendarPeriodKind, prorateChangeKind, prorateChargeKind] as unknown as readonly Kind[];
