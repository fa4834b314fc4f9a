/** An empty record: its enumerable properties are those of `Object.prototype`. */
const nothing: Readonly<Record<string, unknown>> = {};

/**
 * The name of a value that the host has put on `Object.prototype`, where every record seems to have it: a result cannot be judged then.
 * Functions, which old libraries put there, are no part of a result.
 */
export function valueOfHost(): string | undefined {
  for (const name in nothing) if (typeof nothing[name] !== 'function') return `Object.prototype.${name}`;
  return undefined;
}
