import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/cli/decodeText.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('decodeText', () => {
  it.each(['', '{}', '[1]', '{"a": "ҚАЗ 😀"}', '\ufeff{}'])('reads UTF-8: %j', (text) => {
    expect(decodeText(utf8(text))).toBe(text);
  });

  it.each([
    { bytes: utf16('\ufeff{}', false), because: 'with its mark, little end first' },
    { bytes: utf16('\ufeff{}', true), because: 'with its mark, big end first' },
    { bytes: utf16('{}', false), because: 'without its mark' },
    { bytes: utf16('[]', true), because: 'without its mark, big end first' },
  ])('names UTF-16: $because', ({ bytes }) => {
    expect(() => decodeText(bytes)).toThrow('it is in UTF-16: save it in UTF-8');
  });

  it.each([
    { bytes: [0x22, 0xe9, 0x22], because: 'a letter of Latin-1' },
    { bytes: [0x22, 0xc3], because: 'it ends inside a letter' },
    { bytes: [0x22, 0xed, 0xa0, 0x80, 0x22], because: 'half a pair' },
  ])('refuses what is no UTF-8: $because', ({ bytes }) => {
    expect(() => decodeText(new Uint8Array(bytes))).toThrow('it is not in UTF-8: save it in UTF-8');
  });
});
