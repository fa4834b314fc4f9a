import { AgreementError } from 'oferta';
import { expect } from 'vitest';

/** What `expression // => value` in an example means: both say the same once days are ISO strings and results their wire form. */
export function same(actual: unknown, expected: unknown, where: string): void {
  expect(plain(actual), where).toEqual(plain(expected));
}

/** What `expression // throws 'code'` in an example means. */
export async function refuses(run: () => unknown, code: string, where: string): Promise<void> {
  let answer: unknown;
  try {
    answer = await run();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    expect(error.code, where).toBe(code);
    return;
  }
  expect.fail(`${where}: nothing was thrown, the answer is ${JSON.stringify(plain(answer))}`);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (String((value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]).startsWith('Temporal.'))
    return String(value);
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function')
    return plain((value as { toJSON(): unknown }).toJSON());
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
