/** The parts of a source of the agreement: nested sums and formulas, and the conditions in them. */
import { fieldAt, isRecord, type Json, listOf } from './json.js';

/** The parts of a sum or of a formula. */
function partsOf(source: Json): readonly Json[] {
  return [...listOf(fieldAt(source, 'sum')), ...listOf(fieldAt(source, 'of'))];
}

/** A source and everything in it: its parts, its conditions and what they compare. */
function sourcesIn(source: Json): readonly Json[] {
  if (!isRecord(source)) return [];
  return [source, ...partsOf(source).flatMap(sourcesIn), ...comparedIn(fieldAt(source, 'when')).flatMap(sourcesIn)];
}

/** The sums of a source. */
export function sumsIn(source: Json): readonly Json[] {
  return sourcesIn(source).filter((part) => fieldAt(part, 'sum') !== undefined);
}

/** The formulas of a source. */
export function formulasIn(source: Json): readonly Json[] {
  return sourcesIn(source).filter((part) => fieldAt(part, 'compute') !== undefined);
}

/** The conditions of a source, including the parts of each. */
export function conditionsIn(source: Json): readonly Json[] {
  return formulasIn(source).flatMap((formula) => groupsIn(fieldAt(formula, 'when')));
}

/** What a source states itself: literals, and what its conditions compare with. */
export function literalsIn(source: Json): readonly Json[] {
  const stated = conditionsIn(source).flatMap((when) => {
    if (!isRecord(when)) return [true];
    const { literal: _own, ...sides } = when;
    return Object.values(sides).flatMap((side) => (Array.isArray(side) ? side : [side]));
  });
  const own = sourcesIn(source).map((part) => fieldAt(part, 'literal'));
  return [...own.filter((literal) => literal !== undefined), ...stated];
}

/** The facts that a source reads in every case: of a condition, those of its first comparison. */
export function factsReadBy(source: Json): readonly string[] {
  const fact = fieldAt(source, 'fact');
  if (typeof fact === 'string') return [fact];
  const compute = fieldAt(source, 'compute');
  if (compute === 'choose' || compute === 'holds') return factsReadBy(firstIn(fieldAt(source, 'when')));
  return partsOf(source).flatMap(factsReadBy);
}

/** The first comparison of a condition. */
function firstIn(when: Json): Json {
  const inner = listOf(fieldAt(when, 'all'))[0] ?? listOf(fieldAt(when, 'any'))[0] ?? fieldAt(when, 'not');
  return inner === undefined ? when : firstIn(inner);
}

/** The facts of a source. */
export function factsIn(source: Json): readonly string[] {
  return sourcesIn(source).flatMap((part) => {
    const fact = fieldAt(part, 'fact');
    return typeof fact === 'string' ? [fact] : [];
  });
}

/** A condition and its parts. */
function groupsIn(when: Json): readonly Json[] {
  if (!isRecord(when)) return [];
  const parts = [...listOf(when['all']), ...listOf(when['any']), when['not']];
  return [when, ...parts.flatMap(groupsIn)];
}

/** What a condition compares: both sides of each comparison. */
function comparedIn(when: Json): readonly Json[] {
  return groupsIn(when).flatMap((part) => {
    // A comparison is a source itself; one of a formula names what is compared with it beside its own condition.
    const { when: own, ...sides } = part as Readonly<Record<string, Json>>;
    return 'all' in sides || 'any' in sides || 'not' in sides ? [] : [part, ...Object.values(sides).filter(isRecord)];
  });
}
