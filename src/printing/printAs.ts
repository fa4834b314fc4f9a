/** Prints a value as Node asks for it: with the depth and the colours of the caller. */
type Inspect = (value: unknown, options: object) => string;
type Printed = (this: unknown, depth: number, options: object, inspect: Inspect) => string;

/** The method that `console.log` and `util.inspect` of Node look for. */
const inspected = Symbol.for('nodejs.util.inspect.custom');

/** A class whose answers are printed. @internal */
export interface Printable {
  readonly name: string;
  readonly prototype: { toJSON(): unknown };
}

/**
 * Makes Node print what JSON shows, under the name of its kind, instead of the numbers an answer keeps inside.
 *
 * @internal
 */
export function printAsJson(kinds: readonly Printable[]): void {
  for (const { name, prototype } of kinds)
    printAs(prototype, function (depth, options, inspect) {
      const shown = withTexts((this as { toJSON(): unknown }).toJSON());
      return depth < 0 ? `[${name}]` : `${name} ${inspect(shown, { ...options, depth })}`;
    });
}

/** @internal */
export function printAs(prototype: object, printed: Printed): void {
  // Each entry point says it anew, in whatever order they are loaded.
  Object.defineProperty(prototype, inspected, { value: printed, configurable: true });
}

/** Days and instants as their texts: a polyfilled one prints as an object with nothing in it. */
function withTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  if (String((value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]).startsWith('Temporal.'))
    return String(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withTexts(part)]));
}
