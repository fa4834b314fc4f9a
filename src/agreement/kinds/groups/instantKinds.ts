import { dayInKind } from '../dayInKind.js';
import { deadlineAtKind } from '../deadlineAtKind.js';
import { downtimeKind } from '../downtimeKind.js';
import { hasLastedKind, mayRepeatKind, suspensionEndKind } from '../elapsedKinds.js';
import type { Kind } from '../kind.js';
import { latestInstantBeforeKind } from '../latestInstantBeforeKind.js';

/** Kinds that compute with moments of the day. @internal */
export const instantKinds = [
  dayInKind,
  deadlineAtKind,
  downtimeKind,
  hasLastedKind,
  latestInstantBeforeKind,
  mayRepeatKind,
  suspensionEndKind,
] as unknown as readonly Kind[];
