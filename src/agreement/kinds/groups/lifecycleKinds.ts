import type { Kind } from '../kind.js';
import { forceMajeureKind } from '../lifecycleKinds.js';
import { renewalKind } from '../renewalKind.js';

/** Kinds of renewal and of force majeure. @internal */
export const lifecycleKinds = [forceMajeureKind, renewalKind] as unknown as readonly Kind[];
