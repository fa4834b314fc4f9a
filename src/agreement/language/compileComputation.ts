import { countingRules } from '../../time/countingRules.js';
import { kinds } from '../kinds/index.js';
import type { Computation } from '../model/agreement.js';
import type { ClauseNumber } from '../model/source.js';
import type { WordsByPlace } from './catalogue.js';
import { compileArguments } from './compileArguments.js';
import { nearest, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { lowerValue } from './lower.js';
import { parsed, type Scope } from './scope.js';
import { shortKinds } from './shortKinds.js';
import { computationFields, kindFields } from './writtenFields.js';

/** Compiles a computation, as written or as changed by a reading. */
export function compileComputation(
  names: Scope,
  words: WordsByPlace,
  ref: ClauseNumber,
  name: string,
  written: Readonly<Record<string, unknown>>,
): Computation {
  const path = ['clauses', ref, name];
  const scope: Scope = { ...names, clause: ref };
  const { finder } = scope;
  const { formula, counts, note } = written as { formula?: string; counts?: Computation['counts']; note?: string };
  const label = words.at('clauses', `${ref}/${name}`);
  const about = { ...(label && { label }), ...(note !== undefined && { note }) };
  if (!isRecord(written)) {
    finder.add(path, 'type', show(written), 'a computation: a kind and its arguments, or a formula', ref);
    return { id: name, kind: '' };
  }
  const named = kindFields(written);
  if (formula !== undefined) {
    for (const other of named)
      finder.add([...path, other], 'unknown', show(written[other]), 'a formula alone, or a kind', ref);
    return { ...compileFormula(scope, name, formula, [...path, 'formula']), ...about };
  }
  const [writtenKind, ...others] = named;
  if (writtenKind === undefined || others.length > 0) {
    const near = named.flatMap((field) => nearest(field, computationFields));
    const found = named.length === 0 ? 'undefined' : named.join(', ');
    finder.add(
      path,
      'choice',
      found,
      `one kind with its arguments${near.length > 0 ? `, or ${near.join(', ')}` : ''}`,
      ref,
    );
    return { id: name, kind: '' };
  }
  const list = Object.hasOwn(shortKinds, writtenKind) ? shortKinds[writtenKind] : undefined;
  const kind = kinds.get(writtenKind);
  if (kind === undefined) {
    const near = nearest(writtenKind, [...kinds.keys()]);
    finder.add(
      [...path, writtenKind],
      'unknown',
      show(writtenKind),
      near.length > 0 ? near.join(', ') : 'a kind of computation',
      ref,
    );
    return { id: name, kind: '' };
  }
  const writtenArguments = list === undefined ? written[writtenKind] : { [list]: written[writtenKind] };
  const { terms, from } = compileArguments(scope, kind, writtenArguments, [...path, writtenKind]);
  return {
    id: name,
    kind: kind.kind,
    ...(counts !== undefined && { counts: countedBy(scope, counts, [...path, 'counts']) }),
    ...(Object.keys(terms).length > 0 && { terms }),
    ...(Object.keys(from).length > 0 && { from }),
    ...about,
  };
}

/** The rules by which a limit is counted: those of an act, of a state, or others. */
function countedBy({ finder, clause }: Scope, counts: unknown, path: Path): NonNullable<Computation['counts']> {
  if (counts === 'act' || counts === 'state' || isRecord(counts)) return counts as never;
  const known = ['act', 'state', ...Object.keys(countingRules)];
  if (typeof counts !== 'string' || !known.includes(counts))
    finder.add(path, 'choice', show(counts), `one of ${known.join(', ')}, or the rules in full`, clause);
  return counts as never;
}

/** Compiles a formula; one that does not end with a final amount is reported. */
export function compileFormula(scope: Scope, name: string, written: string, path: Path): Computation {
  const none: Computation = { id: name, kind: 'formula' };
  const expression = parsed(scope, written.startsWith('=') ? written.slice(1) : written, path);
  const before = scope.finder.findings.length;
  const value = expression && lowerValue(scope, expression, path);
  if (value === undefined) {
    // Every other failure has reported a finding, so this one is a circular reference.
    if (expression !== undefined && scope.finder.findings.length === before)
      scope.finder.add(path, 'circle', show(written), 'a formula that does not depend on itself', scope.clause);
    return none;
  }
  if (value.shape.type === 'exact')
    scope.finder.add(path, 'type', 'an unrounded amount', 'a rounding: round(…), or round(…, floor)', scope.clause);
  return { id: name, kind: 'formula', gives: { value: value.shape }, from: { value: value.source } };
}
