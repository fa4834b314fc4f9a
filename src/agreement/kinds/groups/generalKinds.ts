import { allOfKind, anyOfKind } from '../conditionKinds.js';
import { formulaKind } from '../formulaKind.js';
import { choiceKind, digitsKind, earliestKind, latestKind } from '../generalKinds.js';
import type { Kind } from '../kind.js';
import { passThroughKind } from '../passThroughKind.js';
import { selectSumKind } from '../selectSumKind.js';
import { thresholdKind } from '../thresholdKind.js';

/** Kinds that nearly every agreement uses: formulas, choices, comparisons. @internal */
export const generalKinds = [
  allOfKind,
  anyOfKind,
  choiceKind,
  digitsKind,
  earliestKind,
  formulaKind,
  latestKind,
  passThroughKind,
  selectSumKind,
  thresholdKind,
] as unknown as readonly Kind[];
