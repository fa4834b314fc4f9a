import { deadlineKind } from '../deadlineKind.js';
import type { Kind } from '../kind.js';

/** The kind that most questions about days need, and many need alone. @internal */
export const deadlineKinds = [deadlineKind] as unknown as readonly Kind[];
