// What a value says, as one text: to see whether a function changed what it was given.

/**
 * A text of lists, records and leaves, circles included; getters are not run. An object of a class is itself and no more: the tables of a calendar,
 * which are made when they are first asked for, are no change.
 */
export function fingerprint(value) {
  const seen = new Map();
  const parts = [];
  // Without a stack of calls: a list may be 20,000 deep.
  const left = [value];
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each !== 'object' || each === null) {
      parts.push(leaf(each));
      continue;
    }
    const before = seen.get(each);
    if (before !== undefined) {
      parts.push(`#${before}`);
      continue;
    }
    seen.set(each, seen.size);
    try {
      if (ArrayBuffer.isView(each)) parts.push(`${each.constructor.name} ${each}`);
      else if (isPlain(each))
        for (const key of Reflect.ownKeys(each)) {
          parts.push(String(key), Object.isExtensible(each) ? '' : 'fixed');
          const { value: held, get } = Object.getOwnPropertyDescriptor(each, key);
          left.push(get === undefined ? held : 'a getter');
        }
    } catch {
      parts.push('unreadable');
    }
  }
  return parts.join('|');
}

function leaf(value) {
  if (typeof value === 'symbol') return 'symbol';
  return `${typeof value} ${Object.is(value, -0) ? '-0' : String(value).slice(0, 60)}`;
}

function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
