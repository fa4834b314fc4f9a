import { dayWithinKind } from '../dayWithinKind.js';
import { hasExceededKind } from '../elapsedKinds.js';
import type { Kind } from '../kind.js';
import { latestDayBeforeKind } from '../latestDayBeforeKind.js';
import { noticeEffectKind } from '../noticeEffectKind.js';
import { noticeGivenOnKind } from '../noticeGivenOnKind.js';
import { workingDayKind } from '../workingDayKind.js';

/** Kinds that count limits in days. @internal */
export const limitKinds = [
  dayWithinKind,
  hasExceededKind,
  latestDayBeforeKind,
  noticeEffectKind,
  noticeGivenOnKind,
  workingDayKind,
] as unknown as readonly Kind[];
