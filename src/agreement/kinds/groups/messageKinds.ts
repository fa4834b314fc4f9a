import type { Kind } from '../kind.js';
import { smsSegmentsKind } from '../messagingKinds.js';

/** Kinds of messages. @internal */
export const messageKinds = [smsSegmentsKind] as unknown as readonly Kind[];
