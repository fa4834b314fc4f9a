import type { Source } from './source.js';

/** The name of a source in errors and in failed conditions. @internal */
export function sourceName(source: Source): string {
  if ('fact' in source) return source.fact;
  if ('result' in source) return `${source.result}#${source.field}`;
  if ('compute' in source) return source.compute;
  return 'sum' in source ? 'sum' : 'literal';
}
