import fc from 'fast-check';
import { type PartHeader, smsSegments } from 'oferta';
import * as splitSms from 'split-sms';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const count = (text: string, partHeader: PartHeader = 'udh') => smsSegments(text, { partHeader }).segments;
const a = (times: number) => 'a'.repeat(times);
const ya = (times: number) => 'я'.repeat(times);

/** The table of 3GPP TS 23.038, 6.2.1, in rows of sixteen; 0x1B is the escape. */
const table = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
];

describe('alphabet', () => {
  const letters = [...table.join('')].filter((letter) => letter !== '\u001b');

  it('127 characters take one septet each', () => {
    expect(letters).toHaveLength(127);
    for (const letter of letters) {
      const { encoding, units } = smsSegments(letter, { partHeader: 'udh' });
      expect([letter, encoding, units]).toEqual([letter, 'GSM-7', 1]);
    }
  });

  it('ten take an escape and a septet', () => {
    const extended = ['\f', '^', '{', '}', '\\', '[', '~', ']', '|', '€'];
    for (const letter of extended) {
      const { encoding, units } = smsSegments(letter, { partHeader: 'udh' });
      expect([letter, encoding, units]).toEqual([letter, 'GSM-7', 2]);
    }
  });

  it('every other UTF-16 unit turns the text into UCS-2', () => {
    const known = new Set([...letters, '\f', '^', '{', '}', '\\', '[', '~', ']', '|', '€']);
    for (let code = 0; code <= 0xffff; code += 1) {
      const letter = String.fromCharCode(code);
      if (smsSegments(letter, { partHeader: 'udh' }).encoding === (known.has(letter) ? 'UCS-2' : 'GSM-7'))
        expect.fail(`U+${code.toString(16)}`);
    }
  });

  it.each([
    ['Cyrillic', 'я'],
    ['Kazakh', 'ә'],
    ['the tenge sign', '₸'],
    ['the numero sign', '№'],
    ['a guillemet', '«'],
    ['a curly quote', '’'],
    ['a dash', '—'],
    ['a non-breaking space', '\u00a0'],
    ['a tab', '\t'],
    ['a backtick', '`'],
    ['c with cedilla, small', 'ç'],
    ['the escape itself', '\u001b'],
    ['an emoji', '😀'],
  ])('%s is outside, and named', (_, letter) => {
    const result = smsSegments(`Invoice ${letter} 12 ₸`, { partHeader: 'udh' });
    expect(result.encoding).toBe('UCS-2');
    expect(result.basis.outsideAlphabet).toBe(letter);
  });
});

describe('hand-worked', () => {
  it.each<{ text: string; partHeader: PartHeader; units: number; parts: number[]; because: string }>([
    { text: '', partHeader: 'udh', units: 0, parts: [0], because: 'an empty text is a message' },
    { text: '', partHeader: 'none', units: 0, parts: [0], because: 'without a header too' },
    { text: a(159), partHeader: 'udh', units: 159, parts: [159], because: '7-bit: one below a message' },
    { text: a(160), partHeader: 'udh', units: 160, parts: [160], because: '7-bit: a message' },
    { text: a(161), partHeader: 'udh', units: 161, parts: [153, 8], because: '7-bit: one above' },
    { text: a(305), partHeader: 'udh', units: 305, parts: [153, 152], because: '7-bit: one below two parts' },
    { text: a(306), partHeader: 'udh', units: 306, parts: [153, 153], because: '7-bit: two parts' },
    { text: a(307), partHeader: 'udh', units: 307, parts: [153, 153, 1], because: '7-bit: one above' },
    { text: a(160), partHeader: 'none', units: 160, parts: [160], because: '7-bit, no header: a message' },
    { text: a(161), partHeader: 'none', units: 161, parts: [160, 1], because: '7-bit, no header: one above' },
    { text: a(320), partHeader: 'none', units: 320, parts: [160, 160], because: '7-bit, no header: two' },
    { text: a(321), partHeader: 'none', units: 321, parts: [160, 160, 1], because: '7-bit, no header: one above two' },
    { text: ya(69), partHeader: 'udh', units: 69, parts: [69], because: 'UCS-2: one below a message' },
    { text: ya(70), partHeader: 'udh', units: 70, parts: [70], because: 'UCS-2: a message' },
    { text: ya(71), partHeader: 'udh', units: 71, parts: [67, 4], because: 'UCS-2: one above' },
    { text: ya(133), partHeader: 'udh', units: 133, parts: [67, 66], because: 'UCS-2: one below two parts' },
    { text: ya(134), partHeader: 'udh', units: 134, parts: [67, 67], because: 'UCS-2: two parts' },
    { text: ya(135), partHeader: 'udh', units: 135, parts: [67, 67, 1], because: 'UCS-2: one above' },
    { text: ya(140), partHeader: 'none', units: 140, parts: [70, 70], because: 'UCS-2, no header: two' },
    { text: ya(141), partHeader: 'none', units: 141, parts: [70, 70, 1], because: 'UCS-2, no header: one above two' },
    { text: '€'.repeat(80), partHeader: 'udh', units: 160, parts: [160], because: 'eighty euro signs are a message' },
    {
      text: '€'.repeat(81),
      partHeader: 'udh',
      units: 162,
      parts: [152, 10],
      because: 'one more: parts of 76 signs, since 153 is odd',
    },
    {
      text: `${a(152)}€${a(152)}`,
      partHeader: 'udh',
      units: 306,
      parts: [152, 153, 1],
      because: 'a euro sign on the seam of 153 goes to the next part',
    },
    {
      text: `${a(151)}€${a(153)}`,
      partHeader: 'udh',
      units: 306,
      parts: [153, 153],
      because: 'one before the seam it fits',
    },
    {
      text: `${a(159)}€`,
      partHeader: 'none',
      units: 161,
      parts: [159, 2],
      because: 'the same at 160 without a header',
    },
    {
      text: `${ya(66)}😀${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [66, 67, 1],
      because: 'an emoji on the seam of 67 is not parted',
    },
    {
      text: `${ya(65)}😀${ya(67)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'one before the seam it fits',
    },
    { text: '😀'.repeat(35), partHeader: 'udh', units: 70, parts: [70], because: 'thirty-five emoji are a message' },
    {
      text: '😀'.repeat(36),
      partHeader: 'udh',
      units: 72,
      parts: [66, 6],
      because: 'one more: parts of 33, since 67 is odd',
    },
    {
      text: `${ya(66)}\ud83d${ya(67)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'half a pair is a unit like any other',
    },
    {
      text: `${ya(66)}\u{10000}${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [66, 67, 1],
      because: 'the first of all pairs is one',
    },
    {
      text: `${ya(66)}\u{10ffff}${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [66, 67, 1],
      because: 'and so is the last',
    },
    {
      text: `${ya(66)}\udc00\udc00${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'two second halves are no pair',
    },
    {
      text: `${ya(66)}\udbff\udbff${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'nor are two first halves',
    },
    {
      text: `${ya(66)}\ude00\ud83d${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'two halves the wrong way round are no pair',
    },
    {
      text: `${ya(67)}\udc00${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'a letter before a second half is no pair',
    },
    {
      text: `${ya(66)}\ud83d\ue000${ya(66)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'nor is a first half before the first letter that is no half',
    },
    {
      text: `${a(152)}€я`,
      partHeader: 'udh',
      units: 154,
      parts: [67, 67, 20],
      because: 'one letter outside makes a euro sign one unit',
    },
    {
      text: `${ya(62)}👨‍👩‍👧‍👦${ya(61)}`,
      partHeader: 'udh',
      units: 134,
      parts: [67, 67],
      because: 'a family emoji is eleven units in four pairs and may be parted between them',
    },
  ])('$because', ({ text, partHeader, units, parts }) => {
    const result = smsSegments(text, { partHeader });
    expect(result.units).toBe(units);
    expect(result.segments).toBe(parts.length);
    expect(result.basis.parts).toEqual(parts);
  });

  it('goes over the wire without the text', () => {
    expect(JSON.parse(JSON.stringify(smsSegments('Төлем', { partHeader: 'udh' })))).toEqual({
      encoding: 'UCS-2',
      units: 5,
      segments: 1,
      basis: { capacity: 70, parts: [5], outsideAlphabet: 'Т' },
    });
    expect(smsSegments(a(161), { partHeader: 'udh' }).basis).toStrictEqual({ capacity: 153, parts: [153, 8] });
    expect(Object.isFrozen(smsSegments('', { partHeader: 'udh' }).basis.parts)).toBe(true);
  });

  it('term: partHeader', () => {
    expect(count(a(320), 'none')).toBe(2);
    expect(count(a(320), 'udh')).toBe(3);
  });
});

describe('laws', () => {
  const sevenBit = fc.string({ unit: fc.constantFrom('a', 'Z', '@', '\n', '€', '[', '\f'), maxLength: 500 });
  const anyText = fc.oneof(
    sevenBit,
    fc.string({ unit: fc.constantFrom('a', 'я', 'ө', '₸', '€', '😀', '👍🏽'), maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  const header = fc.constantFrom<PartHeader>('udh', 'none');

  it('counts with split-sms wherever surrogates stand in pairs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const theirs = splitSms.split(text);
        const { encoding, units, segments, basis } = smsSegments(text, { partHeader: 'udh' });
        const octets = encoding === 'GSM-7' ? 1 : 2;
        expect(encoding).toBe(theirs.characterSet === 'GSM' ? 'GSM-7' : 'UCS-2');
        expect(segments).toBe(theirs.parts.length);
        expect(units * octets).toBe(theirs.bytes);
        expect(basis.parts.map((part) => part * octets)).toEqual(theirs.parts.map((part) => part.bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('conservation and bound: the parts make the text, each is full but for half a pair', () => {
    fc.assert(
      fc.property(anyText, header, (text, partHeader) => {
        const { units, segments, basis } = smsSegments(text, { partHeader });
        expect(basis.parts.reduce((sum, part) => sum + part, 0)).toBe(units);
        expect(basis.parts).toHaveLength(segments);
        for (const part of basis.parts) expect(part).toBeLessThanOrEqual(basis.capacity);
        for (const part of basis.parts.slice(0, -1)) expect(part).toBeGreaterThanOrEqual(basis.capacity - 1);
      }),
    );
  });

  it('monotony: a longer text, or a header, never makes fewer messages', () => {
    fc.assert(
      fc.property(anyText, anyText, header, (text, more, partHeader) => {
        expect(count(text + more, partHeader)).toBeGreaterThanOrEqual(count(text, partHeader));
        expect(count(text, 'udh')).toBeGreaterThanOrEqual(count(text, 'none'));
      }),
    );
  });
});

describe('refused', () => {
  it.each<[string, unknown, unknown, string]>([
    ['no text', undefined, { partHeader: 'udh' }, 'argument-invalid text'],
    ['a number', 12, { partHeader: 'udh' }, 'argument-invalid text'],
    ['a list of letters', ['a'], { partHeader: 'udh' }, 'argument-invalid text'],
    ['a string object', Object('a'), { partHeader: 'udh' }, 'argument-invalid text'],
    ['no options', 'a', undefined, 'argument-invalid partHeader'],
    ['no header said', 'a', {}, 'argument-invalid partHeader'],
    ['an unknown header', 'a', { partHeader: 'UDH' }, 'argument-invalid partHeader'],
    ['null', 'a', null, 'argument-invalid partHeader'],
  ])('%s', (_, text, options, expected) => {
    expect(refusal(() => smsSegments(text as string, options as { partHeader: PartHeader }))).toBe(expected);
  });
});

it('a million characters', () => {
  expect(count(a(1_000_000))).toBe(6536);
  expect(count(ya(1_000_000))).toBe(14_926);
});
