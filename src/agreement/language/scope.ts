import type { FactDeclaration } from '../model/agreement.js';
import type { Source } from '../model/source.js';
import type { ValueShape } from '../model/value.js';
import { type Expression, parseExpression } from './expression.js';
import { type Finder, type Path, show } from './finder.js';

/** The names available to an expression. */
export interface Scope {
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  /** The fields of the answer of a computation, the main one first; undefined for an unknown address. */
  gives(address: string): Readonly<Record<string, ValueShape>> | undefined;
  /** The addresses of the computations of a clause, or of all of them. */
  addresses(clause?: string): readonly string[];
  readonly finder: Finder;
  /** The clause for findings. */
  readonly clause?: string;
}

/** The value of an expression: its source and its shape. */
export interface Lowered {
  readonly source: Source;
  readonly shape: ValueShape;
}

/** Parses an expression; a syntax error is reported as a finding. */
export function parsed(scope: Scope, text: string, path: Path): Expression | undefined {
  const read = parseExpression(text);
  if ('expression' in read) return read.expression;
  const { at, found, expected } = read.error;
  return scope.finder.add(
    path,
    'syntax',
    show(found),
    `${expected}, at character ${at + 1} of the expression`,
    scope.clause,
  );
}
