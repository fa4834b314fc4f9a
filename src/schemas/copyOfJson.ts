/**
 * A copy of what was found to be JSON: a structured clone refuses a proxy, which is what a framework hands over for a document it watches. A value
 * that stands where anything may, and says itself what its JSON is, is copied as that.
 *
 * @internal
 */
export function copyOfJson<T>(json: T): T {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return Array.from(json, copyOfJson) as T;
  const { toJSON } = json as { readonly toJSON?: unknown };
  const said = typeof toJSON === 'function' ? (toJSON.call(json) as T) : json;
  if (said !== json) return copyOfJson(said);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, copyOfJson(value)])) as T;
}
