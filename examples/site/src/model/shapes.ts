import type { ValueShape } from '../library.js';

/** What a person typed, by the place of the value: `payments.0.amount`. */
export type Typed = Readonly<Record<string, string>>;

/** Facts as what a person would type for them. */
export function typedOf(facts: Readonly<Record<string, unknown>>): Typed {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) write(name, value, typed);
  return typed;
}

function write(place: string, value: unknown, typed: Record<string, string>): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') {
    typed[place] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    return;
  }
  const { amount, currency, count, unit } = value as Readonly<Record<string, unknown>>;
  if (typeof amount === 'string' && typeof currency === 'string' && Object.keys(value).length === 2)
    typed[place] = `${amount} ${currency}`;
  else if (typeof count === 'number' && typeof unit === 'string') typed[place] = `${count} ${unit}`;
  else for (const [name, part] of Object.entries(value)) write(`${place}.${name}`, part, typed);
}

/** How many entries of a list were typed, including empty ones in between. */
export function entriesTyped(typed: Typed, place: string): number {
  const begins = `${place}.`;
  let count = 0;
  for (const key of Object.keys(typed))
    if (key.startsWith(begins)) {
      const index = Number(key.slice(begins.length).split('.')[0]);
      if (Number.isInteger(index) && index >= 0 && index < 200) count = Math.max(count, index + 1);
    }
  return count;
}

/** The same without one entry of a list; the following entries move up. */
export function withoutEntry(typed: Typed, place: string, entry: number): Typed {
  const begins = `${place}.`;
  return Object.fromEntries(
    Object.entries(typed).flatMap(([key, text]): [string, string][] => {
      if (!key.startsWith(begins)) return [[key, text]];
      const [first = '', ...rest] = key.slice(begins.length).split('.');
      const index = Number(first);
      if (index === entry) return [];
      return [[[place, index > entry ? index - 1 : index, ...rest].join('.'), text]];
    }),
  );
}

/** Places of the single values of a shape, with the shape of each. */
export function leavesOf(place: string, shape: ValueShape): readonly (readonly [string, ValueShape])[] {
  if (shape.type !== 'record') return [[place, shape]];
  return Object.entries(shape.fields).flatMap(([name, field]) => leavesOf(`${place}.${name}`, field));
}
