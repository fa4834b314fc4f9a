/** Whether a value is an answer of the library: a class with `toJSON()` and a `basis` getter, which is not run. @internal */
export function isResult(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null) return false;
  const basis = Object.getOwnPropertyDescriptor(prototype, 'basis');
  return basis?.get !== undefined && typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
