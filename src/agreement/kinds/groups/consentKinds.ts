import { deemedAcceptanceKind } from '../deemedAcceptanceKind.js';
import type { Kind } from '../kind.js';

/** Kinds of silence as acceptance. @internal */
export const consentKinds = [deemedAcceptanceKind] as unknown as readonly Kind[];
