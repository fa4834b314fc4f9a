/** Node's inspect function, with the depth and the colours of the caller. */
type Inspect = (value: unknown, options: object) => string;
type Printed = (this: unknown, depth: number, options: object, inspect: Inspect) => string;

/** The method that `console.log` and `util.inspect` of Node look for. */
const inspected = Symbol.for('nodejs.util.inspect.custom');

/** A class whose instances are printed. @internal */
export interface Printable {
  readonly name: string;
  readonly prototype: { toJSON(): unknown };
}

/**
 * Makes Node print the JSON of an answer, under the name of its class, instead of its internal fields.
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
  // Configurable, because each entry point defines it again, in any order.
  Object.defineProperty(prototype, inspected, { value: printed, configurable: true });
}

/** Replaces days and instants by their text: a polyfilled one would print as an empty object. */
function withTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  if (String((value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]).startsWith('Temporal.'))
    return String(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withTexts(part)]));
}
