import type { Kind } from '../kind.js';
import { renewalKind } from '../renewalKind.js';

/** Kinds of renewal. @internal */
export const renewalKinds = [renewalKind] as unknown as readonly Kind[];
