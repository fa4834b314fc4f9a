import type { Kind } from '../kind.js';
import { amendmentInForceKind, forceMajeureKind, retentionKind } from '../lifecycleKinds.js';

/** Kinds of amendments, force majeure and what is kept for how long. @internal */
export const lifecycleKinds = [amendmentInForceKind, forceMajeureKind, retentionKind] as unknown as readonly Kind[];
