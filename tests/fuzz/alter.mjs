// Arguments that were right, with a few of their nodes deleted, moved, retyped or replaced.
import { hostileText, hostileValue } from './hostileValues.mjs';

/** A copy of lists and plain records; what has a class of its own stays what it is. */
export function copyOf(value) {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value)) return value;
  const copy = {};
  for (const key of Object.keys(value)) define(copy, key, copyOf(value[key]));
  // `backwardRoll` of named counting rules is there and not listed.
  for (const key of Object.getOwnPropertyNames(value))
    if (!Object.hasOwn(copy, key)) Object.defineProperty(copy, key, Object.getOwnPropertyDescriptor(value, key));
  return copy;
}

/** Lists and records of a value with the key of each node: `[container, key]`. */
export function nodesOf(value, nodes = []) {
  if (!Array.isArray(value) && !isRecord(value)) return nodes;
  for (const key of Object.keys(value)) {
    nodes.push([value, key]);
    nodesOf(value[key], nodes);
  }
  return nodes;
}

/**
 * Changes one to three nodes of a list of arguments, which is the caller's own copy, and says what was done. Now and then lists and records are
 * frozen after that: a caller may hand over what cannot be written to.
 */
export function alter(random, values) {
  const done = [];
  // Those of the right arguments: what was put in on the way is not looked into, it may be a circle or a proxy.
  const nodes = nodesOf(values);
  for (let left = random.oneOf([1, 1, 1, 2, 3]); left > 0; left -= 1) {
    if (nodes.length === 0) break;
    const [container, key] = random.oneOf(nodes);
    const change = random.oneOf(changes);
    try {
      change(random, container, key, nodes);
      done.push(`${change.name} ${String(key)}`);
    } catch (error) {
      // What was put in before may throw when it is read.
      if (!/thrown by the caller|revoked/.test(error?.message)) throw error;
    }
  }
  if (random.onceIn(2)) for (const [container] of nodes) Object.freeze(container);
  return done;
}

const changes = [
  function remove(_random, container, key) {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  },
  function replace(random, container, key) {
    define(container, key, hostileValue(random));
  },
  function replaceAgain(random, container, key) {
    define(container, key, hostileValue(random));
  },
  function retype(random, container, key) {
    const value = container[key];
    const others = [
      () => [value],
      () => ({ value }),
      () => (typeof value === 'string' ? Number(value) : text(value)),
      () => (Array.isArray(value) ? { ...value } : isRecord(value) ? Object.values(value) : !value),
      () => (typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : null),
    ];
    define(container, key, random.oneOf(others)());
  },
  function shift(random, container, key) {
    const value = container[key];
    if (typeof value === 'number') define(container, key, value + random.oneOf([1, -1, 0.5, 1e6, -value, 2 ** 40]));
    else if (typeof value === 'string') define(container, key, hostileText(random, value));
    else if (typeof value === 'boolean') define(container, key, !value);
    else define(container, key, hostileValue(random));
  },
  function swap(random, container, key, nodes) {
    const [other, place] = random.oneOf(nodes);
    const [one, two] = [container[key], other[place]];
    define(container, key, two);
    define(other, place, one);
  },
  function repeat(random, container, key) {
    if (!Array.isArray(container)) define(container, `${key}2`, container[key]);
    else for (let times = random.oneOf([1, 2, 50]); times > 0; times -= 1) container.push(container[key]);
  },
  function rename(random, container, key) {
    if (Array.isArray(container)) return;
    const value = container[key];
    delete container[key];
    define(container, random.oneOf(['__proto__', 'constructor', 'toString', '', `${key}s`, key.toUpperCase()]), value);
  },
  function hole(_random, container, key) {
    delete container[key];
  },
  function enclose(_random, container, key) {
    define(container, key, container);
  },
  function withoutPrototype(_random, container, key) {
    if (isRecord(container[key]))
      define(container, key, Object.create(null, Object.getOwnPropertyDescriptors(container[key])));
  },
  function behindProxy(_random, container, key) {
    if (typeof container[key] === 'object' && container[key] !== null)
      define(container, key, new Proxy(container[key], {}));
  },
];

/** Whether a value is a plain record. */
function isRecord(value) {
  if (typeof value !== 'object' || value === null) return false;
  try {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  } catch {
    return false;
  }
}

function define(container, key, value) {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

function text(value) {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return 'unprintable';
  }
}
