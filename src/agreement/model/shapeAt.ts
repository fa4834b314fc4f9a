import type { ValueShape } from './value.js';

/** The shape of an argument by its path; list indices are numbers. @internal */
export function shapeAt(shape: ValueShape, path: string): ValueShape | undefined {
  let at: ValueShape | undefined = shape;
  for (const name of path.split('.')) {
    if (at?.type === 'record') at = Object.hasOwn(at.fields, name) ? at.fields[name] : undefined;
    else if (at?.type === 'list' && /^\d+$/.test(name)) at = at.of;
    else return undefined;
  }
  return at;
}
