import type { Kind } from '../kind.js';
import { boundsKind, smsSegmentsKind } from '../messagingKinds.js';

/** Kinds of messages and of how fast they go. @internal */
export const messageKinds = [boundsKind, smsSegmentsKind] as unknown as readonly Kind[];
