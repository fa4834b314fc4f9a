/** Compiles a row of a table: its condition, its outcome, and the clauses it is based on. */
import type { Outcome, Row } from '../model/agreement.js';
import type { Source } from '../model/source.js';
import type { AgreementDocument } from './document.js';
import { type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { sumOf } from './literal.js';
import { lowerCondition, lowerValue } from './lower.js';
import { parsed, type Scope } from './scope.js';

export type WrittenRow = AgreementDocument['tables'][string]['rows'][number];

/** Compiles a row; one without a name is numbered among the unnamed rows. */
export function compileRow(scope: Scope, written: WrittenRow, number: number, path: Path): Row {
  const [clause] = written.by;
  const here: Scope = { ...scope, ...(clause !== undefined && { clause }) };
  return {
    n: written.row ?? number,
    when: written.if === undefined ? 'otherwise' : (condition(here, written.if, [...path, 'if']) ?? 'otherwise'),
    outcome: compileOutcome(here, written.then, [...path, 'then']),
    clauses: written.by,
    ...(written.over !== undefined && { prevailsOver: written.over as readonly (string | number)[] }),
    ...(written.note !== undefined && { note: written.note }),
  };
}

/** Compiles a condition, which is always an expression: the leading `=` is optional. */
export function condition(scope: Scope, text: string, path: Path): Row['when'] | undefined {
  const expression = parsed(scope, text.startsWith('=') ? text.slice(1) : text, path);
  return expression && lowerCondition(scope, expression, path);
}

function compileOutcome(scope: Scope, written: unknown, path: Path): Outcome {
  if (typeof written === 'string') {
    if (written === 'none') return { is: 'none' };
    const open = /^open: (law|parties)$/.exec(written)?.[1];
    if (open !== undefined) return { is: 'open', decidedBy: open as 'law' | 'parties' };
    if (written.startsWith('=') || written.startsWith('open:'))
      scope.finder.add(
        path,
        'choice',
        show(written),
        '"none", "open: law", "open: parties", a state, or a record with amounts',
        scope.clause,
      );
    return { is: 'state', state: written };
  }
  const outcome = (isRecord(written) ? written : {}) as Readonly<Record<string, unknown>>;
  const ways = ['open', 'discretion', 'state'].filter((name) => Object.hasOwn(outcome, name));
  const hasAmount = ['cash', 'toBalance', 'owed'].some((name) => Object.hasOwn(outcome, name));
  if (ways.length + (hasAmount ? 1 : 0) !== 1) {
    scope.finder.add(
      path,
      'choice',
      show(written),
      'sums (cash, toBalance, owed), or one of open, discretion and state',
      scope.clause,
    );
    return { is: 'none' };
  }
  const sum = (name: string): Source | undefined =>
    Object.hasOwn(outcome, name) ? sumSource(scope, outcome[name], [...path, name]) : undefined;
  if (hasAmount) {
    const owed = sum('owed');
    return { is: 'amount', cash: sum('cash') ?? 0, toBalance: sum('toBalance') ?? 0, ...(owed && { owed }) };
  }
  if (ways[0] === 'state') return { is: 'state', state: String(outcome['state']) };
  if (ways[0] === 'open') {
    const open = sum('sum');
    return { is: 'open', decidedBy: outcome['open'] as 'law' | 'parties', ...(open && { sum: open }) };
  }
  const ceiling = sum('ceiling');
  if (ceiling === undefined && !Object.hasOwn(outcome, 'ceiling'))
    scope.finder.add([...path, 'ceiling'], 'missing', 'undefined', 'the most that may be granted', scope.clause);
  if (!Object.hasOwn(outcome, 'ifRefused'))
    scope.finder.add([...path, 'ifRefused'], 'missing', 'undefined', 'the outcome if it is not granted', scope.clause);
  return {
    is: 'discretion',
    of: 'provider',
    ceiling: ceiling ?? { literal: 0 },
    ifRefused: compileOutcome(scope, outcome['ifRefused'] ?? 'none', [...path, 'ifRefused']),
  };
}

/** An amount of an outcome: an expression or a literal; 0 means none. */
function sumSource(scope: Scope, written: unknown, path: Path): Source | undefined {
  if (written === 0) return undefined;
  if (typeof written === 'string' && written.startsWith('=')) {
    const expression = parsed(scope, written.slice(1), path);
    const lowered = expression && lowerValue(scope, expression, path, { type: 'money' });
    if (lowered === undefined) return undefined;
    if (lowered.shape.type === 'money') return lowered.source;
    const found = lowered.shape.type === 'exact' ? 'an unrounded amount' : lowered.shape.type;
    return scope.finder.add(path, 'type', found, 'an amount; an unrounded one as round(…)', scope.clause);
  }
  const literal = typeof written === 'string' ? sumOf(written) : undefined;
  if (literal !== undefined) return { literal };
  return scope.finder.add(
    path,
    'type',
    show(written),
    'an expression that gives an amount, or an amount such as "100.00 KZT"',
    scope.clause,
  );
}
