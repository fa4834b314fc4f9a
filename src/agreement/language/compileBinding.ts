import type { Binding } from '../model/posting.js';
import type { ValueShape } from '../model/value.js';
import type { Path } from './finder.js';
import { limitOf, rateOf, sumOf } from './literal.js';
import { lowerBinding } from './lowerBinding.js';
import { parsed, type Scope } from './scope.js';

/** A binding of a posting: an expression, or a literal in the shape of its place. */
export function bindingOf(scope: Scope, written: unknown, path: Path, wanted?: ValueShape): Binding | undefined {
  if (typeof written === 'string' && written.startsWith('=')) {
    const expression = parsed(scope, written.slice(1), path);
    return expression && lowerBinding(scope, expression, path);
  }
  return { literal: literalOf(written, wanted) };
}

/** A literal in the shape of its place; if that is unknown, a text that looks like an amount is one. */
function literalOf(written: unknown, wanted?: ValueShape): unknown {
  if (typeof written !== 'string') return written;
  if (written.startsWith("'=")) return written.slice(1);
  switch (wanted?.type) {
    case 'limit':
      return limitOf(written) ?? written;
    case 'rate':
      return rateOf(written) ?? written;
    case undefined:
    case 'money':
      return sumOf(written) ?? written;
    default:
      return written;
  }
}
