/**
 * Shapes in the notation of agreements: `"day"`, `"count of units"`, `"base | preferential"`, `["money"]`,
 * `{ "paidOn": "day", "for?": "text" }`.
 */
import type { ValueShape } from '../model/value.js';
import type { Finder, Path } from './finder.js';
import { show } from './finder.js';

const plain = ['money', 'day', 'instant', 'rate', 'decimal', 'flag', 'limit', 'text', 'count'] as const;

const expected = `a shape: ${plain.join(', ')}, "count of units", "one | another", [a shape] for a list, or a record of shapes`;

/** Parses a shape; an invalid one is reported as a finding and replaced by a text, so that checking can continue. */
export function readShape(written: unknown, path: Path, finder: Finder): ValueShape {
  if (typeof written === 'string') {
    const shape = shapeOfText(written.trim());
    if (shape !== undefined) return shape;
  } else if (Array.isArray(written) && written.length === 1)
    return { type: 'list', of: readShape(written[0], [...path, 0], finder) };
  else if (typeof written === 'object' && written !== null && !Array.isArray(written)) {
    const fields: Record<string, ValueShape> = {};
    const optional: string[] = [];
    for (const [name, field] of Object.entries(written)) {
      const bare = name.endsWith('?') ? name.slice(0, -1) : name;
      if (bare !== name) optional.push(bare);
      fields[bare] = readShape(field, [...path, name], finder);
    }
    return { type: 'record', fields, ...(optional.length > 0 && { optional }) };
  }
  finder.add(path, 'type', show(written), expected);
  return { type: 'text' };
}

function shapeOfText(text: string): ValueShape | undefined {
  const unit = /^count of (\S.*)$/.exec(text)?.[1];
  if (unit !== undefined) return { type: 'count', unit };
  if (text.includes('|')) {
    const oneOf = text.split('|').map((word) => word.trim());
    // A trailing bar makes a choice of a single word: "ru |".
    if (oneOf[oneOf.length - 1] === '') oneOf.pop();
    return oneOf.length > 0 && oneOf.every((word) => word !== '') && new Set(oneOf).size === oneOf.length
      ? { type: 'text', oneOf }
      : undefined;
  }
  const type = plain.find((name) => name === text);
  return type === undefined ? undefined : ({ type } as ValueShape);
}
