import { deemedAcceptanceKind } from '../deemedAcceptanceKind.js';
import type { Kind } from '../kind.js';
import { amendmentInForceKind } from '../lifecycleKinds.js';

/** Kinds of silence as acceptance and of amendments. @internal */
export const consentKinds = [amendmentInForceKind, deemedAcceptanceKind] as unknown as readonly Kind[];
