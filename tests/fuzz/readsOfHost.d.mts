/** Every fuzzed function that answers although the host has a value on `Object.prototype`, with the names that it would find there. */
export function readsOfHost(fuzzed: object): ReadonlyMap<string, readonly string[]>;
