// Values nobody should pass and somebody will: each is created anew, so that a function that modifies one does not affect later cases.
import { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import { Temporal as FullTemporal } from 'temporal-polyfill/full';

const longText = '9'.repeat(1_000_000);

const numbers = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0.1,
  0.5,
  -1,
  1e21,
  1e308,
  5e-324,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
  4_294_967_295,
];

const texts = [
  '',
  ' ',
  '0',
  '-0',
  '1e5',
  '0x10',
  '1/3',
  '1/0',
  'NaN',
  'Infinity',
  '1_000',
  '1,5',
  ' 1 ',
  '١٠',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '\ud800',
  '\udc00\ud800',
  'a\0b',
  '\u202e',
  '\u001b[31m',
  'KZT',
  'kzt',
  'XXX',
  '2026-02-29',
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '-000000-01-01',
  '+275760-09-13',
  '+275760-09-14',
  '-271821-04-19',
  '-271821-04-20',
  '+999999-12-31',
  '9999-12-31',
  '2026-03-01T00:00:00Z',
  '2026-03-01T12:00:00+05:00[Asia/Almaty]',
  '2026-03-01[u-ca=hebrew]',
  'halfExpand',
  'months',
  'none',
  '9'.repeat(41),
  `0.${'3'.repeat(60)}`,
  `-${'9'.repeat(400)}`,
];

const objects = [
  () => ({}),
  () => [],
  () => Object.create(null),
  () => [[]],
  () => new Array(5),
  () => [undefined, null],
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => new Date(0),
  () => new Date(Number.NaN),
  () => /x/,
  () => new Error('given'),
  () => Promise.resolve(1),
  () => new Uint8Array(4),
  () => Int32Array.of(1, 2, 3),
  () => Float64Array.of(0.5, Number.NaN, 2 ** 53),
  () => new BigInt64Array(2),
  () => Object(1),
  () => Object('text'),
  () => Object(Symbol('boxed')),
  () => new Proxy({}, {}),
  () => new Proxy([], { get: (target, name) => (name === 'length' ? 1e9 : Reflect.get(target, name)) }),
  revoked,
  () => new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing }),
  () => ({
    get lastDay() {
      return throwing();
    },
  }),
  () => ({ toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing }),
  () => ({ toJSON: throwing }),
  () => ({ length: 1e9 }),
  () => ({ [Symbol.toStringTag]: 'Money', currency: 'KZT', units: 1, bigUnits: null }),
  () => ({ [Symbol.toStringTag]: 'Temporal.PlainDate' }),
  () => ({ [Symbol.toStringTag]: { toString: throwing } }),
  () => ({ amount: '1.00', currency: 'KZT' }),
  () => ({ year: 2026, month: 2, day: 30 }),
  () => ({ year: 2026, month: 3, day: 1, calendar: 'hebrew' }),
  () => ({ count: 3, unit: 'fortnights' }),
  () => ({ count: 200_000_000, unit: 'years' }),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  circle,
  deepList,
  () => new Decimal('12.34'),
  () => new (Decimal.clone({ precision: 3 }))('1e30'),
  () => new Decimal(Number.NaN),
  () => Temporal.PlainDate.from('2026-03-02'),
  () => FullTemporal.PlainDate.from('2026-03-02'),
  () => FullTemporal.PlainDate.from('2026-03-02').withCalendar('hebrew'),
  () => FullTemporal.PlainDate.from('2026-03-02').withCalendar('buddhist'),
  () => Temporal.PlainDate.from('-271821-04-19'),
  () => Temporal.PlainDate.from('+275760-09-13'),
  () => Temporal.PlainDateTime.from('2026-03-02T10:00'),
  () => Temporal.ZonedDateTime.from('2026-03-02T10:00[Asia/Almaty]'),
  () => Temporal.PlainYearMonth.from('2026-03'),
  () => Temporal.Instant.from('2026-03-02T10:00Z'),
  () => Temporal.Duration.from('P1M'),
];

/** One of them. Long texts and functions are rarer than the rest. */
export function hostileValue(random) {
  switch (random.below(10)) {
    case 0:
      return undefined;
    case 1:
      return null;
    case 2:
    case 3:
      return random.oneOf(numbers);
    case 4:
    case 5:
      return random.oneOf(texts);
    case 6:
      return random.oneOf([
        true,
        false,
        10n ** 60n,
        -1n,
        Symbol('s'),
        Symbol.iterator,
        () => 1,
        class {},
        random.onceIn(40) ? longText : 'x'.repeat(2000),
      ]);
    default:
      return random.oneOf(objects)();
  }
}

/** A text with something in it that texts rarely have. */
export function hostileText(random, text) {
  return random.oneOf([
    () => text + random.oneOf(texts),
    () => random.oneOf(texts) + text,
    () => text.slice(1),
    () => text.slice(0, -1),
    () => text.toUpperCase(),
    () => [...text].reverse().join(''),
    () => text.repeat(random.between(2, 200)),
    () => ` ${text}`,
    () => `${text}\n`,
    () => random.oneOf(texts),
  ])();
}

function throwing() {
  throw new RangeError('thrown by the caller');
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function circle() {
  const itself = { list: [] };
  itself.itself = itself;
  itself.list.push(itself);
  return itself;
}

function deepList() {
  let deep = [];
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  return deep;
}
