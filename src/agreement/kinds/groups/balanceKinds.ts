import { debitBalanceKind } from '../debitBalanceKind.js';
import type { Kind } from '../kind.js';
import { tariffOnKind } from '../tariffOnKind.js';
import { unitChargeKind, wholeUnitsKind } from '../unitKinds.js';

/** Kinds of prices and of taking them from a balance. @internal */
export const balanceKinds = [
  debitBalanceKind,
  tariffOnKind,
  unitChargeKind,
  wholeUnitsKind,
] as unknown as readonly Kind[];
