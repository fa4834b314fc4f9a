/** A value as it is after it was written as JSON and read again; untyped like what `JSON.parse` gives, unless a type is given. */
// biome-ignore lint/suspicious/noExplicitAny: tests read single fields of answers
export function asJson<T = any>(value: unknown): T {
  return JSON.parse(JSON.stringify(value));
}
