// Which names a public function asks its arguments for that they do not have: under such a name, a value on `Object.prototype` would be taken for theirs.
import { randomFrom } from '../oracle/random.mjs';
import { copyOf } from './alter.mjs';
import { callsOf, excluded } from './calls.mjs';

/** Every fuzzed function that answers although the host has a value on `Object.prototype`, with the names that it would find there. */
export function readsOfHost(fuzzed) {
  const { calls } = callsOf(fuzzed);
  const reads = new Map();
  for (const [full, draw] of calls) {
    const [entry, name] = full.split(' ');
    const call = fuzzed.packages[entry][name];
    if (call === undefined || full in excluded || refusesHost(call, copyOf(draw(randomFrom(0))))) continue;
    const names = new Set();
    for (let seed = 0; seed < 5; seed += 1) {
      const args = copyOf(draw(randomFrom(seed))).map((argument) => watched(argument, names));
      try {
        call(...args);
      } catch {
        // What it asked for is noted.
      }
    }
    reads.set(full, [...names]);
  }
  return reads;
}

function refusesHost(call, args) {
  const name = 'ofTheHost';
  Object.defineProperty(Object.prototype, name, { value: 1, enumerable: true, configurable: true });
  try {
    return JSON.stringify(call(...args))?.includes(`Object.prototype.${name}`) === true;
  } catch (error) {
    return String(error?.message).includes(`Object.prototype.${name}`);
  } finally {
    delete Object.prototype[name];
  }
}

/** Plain records and lists, at any depth, that note the names they are asked for in vain. */
function watched(value, names) {
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain && !Array.isArray(value)) return value;
  return new Proxy(value, {
    get(target, key) {
      if (isPlain && typeof key === 'string' && !(key in target) && key !== 'toJSON') names.add(key);
      const entry = Reflect.get(target, key);
      // What cannot change must be handed over as it is.
      const own = Object.getOwnPropertyDescriptor(target, key);
      return own?.configurable === false && own.writable === false ? entry : watched(entry, names);
    },
  });
}
