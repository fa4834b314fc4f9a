import type { ValueShape } from '../model/value.js';
import { type Finder, type Path, show } from './finder.js';
import { readShape } from './shapeText.js';

/** The declaration of a fact or a field: `["day", "day of the purchase", "absent: …"]`, or only a shape. */
export function readDeclaration(
  written: unknown,
  path: Path,
  finder: Finder,
): { readonly shape: ValueShape; readonly absent?: string } {
  if (typeof written === 'string') return { shape: readShape(written, path, finder) };
  const [first, words, absent, ...more] = written as readonly unknown[];
  if (words !== undefined && typeof words !== 'string')
    finder.add([...path, 1], 'type', show(words), 'the words for it');
  if (more.length > 0) finder.add([...path, 3], 'unknown', show(more[0]), 'a shape, the words for it, and "absent: …"');
  const shape = readShape(first, [...path, 0], finder);
  if (absent === undefined) return { shape };
  if (typeof absent === 'string' && absent.startsWith('absent: ')) return { shape, absent: absent.slice(8) };
  finder.add([...path, 2], 'type', show(absent), 'what leaving it out means, such as "absent: none"');
  return { shape };
}
