import { refuse } from '../errors/agreementError.js';

/** The encoding of a message: the 7-bit alphabet of GSM 03.38, or UTF-16 code units. */
export type SmsEncoding = 'GSM-7' | 'UCS-2';

/** Whether each part of a long text has a header of six octets that joins the parts (`udh`), or none. */
export type PartHeader = 'udh' | 'none';

/** How a long text is split. */
export interface SmsSegmentsOptions {
  /** `udh`: parts of 153 septets or 67 units. `none`: 160 or 70, for contracts that count full messages. */
  readonly partHeader: PartHeader;
}

/** The figures behind {@link SmsSegments}. */
export interface SmsSegmentsBasis {
  /** The maximum number of septets or units in a segment. */
  readonly capacity: number;
  /** The number of septets or units in each segment, in order. */
  readonly parts: readonly number[];
  /** The first character outside the 7-bit alphabet, because of which the text is UCS-2; absent under GSM-7. */
  readonly outsideAlphabet?: string;
}

/** The number of messages in a text. */
export class SmsSegments {
  readonly encoding: SmsEncoding;
  /** Septets under GSM-7, UTF-16 units under UCS-2. */
  readonly units: number;
  /** The number of messages charged; one for an empty text. */
  readonly segments: number;
  /** @internal */
  readonly text: string;
  /** @internal */
  readonly capacity: number;

  /** @internal */
  constructor(text: string, encoding: SmsEncoding, units: number, segments: number, capacity: number) {
    this.encoding = encoding;
    this.units = units;
    this.segments = segments;
    this.text = text;
    this.capacity = capacity;
  }

  /** The figures needed to check the result by hand. */
  get basis(): SmsSegmentsBasis {
    const { text, encoding, capacity } = this;
    const outside = firstOutsideAlphabet(text);
    return {
      capacity,
      parts: Object.freeze(partsOf(text, encoding, capacity)),
      ...(outside >= 0 && { outsideAlphabet: String.fromCodePoint(text.codePointAt(outside) as number) }),
    };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly encoding: SmsEncoding;
    readonly units: number;
    readonly segments: number;
    readonly basis: SmsSegmentsBasis;
  } {
    const { encoding, units, segments, basis } = this;
    return { encoding, units, segments, basis };
  }
}

/**
 * Counts the messages a text is charged as: one for up to 160 septets or 70 units; a longer text is split into parts of
 * 153 or 67 (`udh`), or of 160 or 70 (`none`).
 *
 * A single character outside the 7-bit alphabet (Cyrillic, `₸`, `№`, a curly quote, a non-breaking space) turns the
 * whole text into UCS-2. The ten characters of the extension table (`^ { } \ [ ~ ] | €` and form feed) take two
 * septets. The two septets of such a character, and the two units of a surrogate pair, are never split, so a part may
 * be one short. What looks like one emoji may be several surrogate pairs, which can be split. National language tables
 * are not used.
 *
 * @clause "An SMS is a text of up to 160 Latin or 70 other characters; each part of a longer text is an SMS of its own."
 * @see 3GPP TS 23.038 (GSM 03.38), 6.2.1: alphabet and extension table; 3GPP TS 23.040, 9.2.3.24: header of
 * concatenated messages.
 * @throws {@link AgreementError} `argument-invalid` if the text is not a string or `partHeader` is unknown.
 * @example One message, one septet more, and a text outside the alphabet
 * ```ts
 * smsSegments('a'.repeat(160), { partHeader: 'udh' }).segments // => 1
 * smsSegments('a'.repeat(161), { partHeader: 'udh' }).segments // => 2
 * smsSegments('Төлем 5000 ₸', { partHeader: 'udh' }).encoding // => 'UCS-2'
 * ```
 * @example A euro sign at the boundary is not split
 * ```ts
 * const long = smsSegments(`${'a'.repeat(152)}€${'a'.repeat(152)}`, { partHeader: 'udh' });
 * long.units // => 306
 * long.basis.parts // => [152, 153, 1]
 * ```
 * @example Without a header, and without the required option
 * ```ts
 * smsSegments('я'.repeat(140), { partHeader: 'none' }).segments // => 2
 * smsSegments('я'.repeat(140), { partHeader: 'udh' }).segments // => 3
 * smsSegments('text', {} as { partHeader: 'udh' }) // throws 'argument-invalid'
 * ```
 */
export function smsSegments(text: string, options: SmsSegmentsOptions): SmsSegments {
  if (typeof text !== 'string') refuse('argument-invalid', 'text', text, 'a string');
  const partHeader = options?.partHeader;
  if (partHeader !== 'udh' && partHeader !== 'none')
    refuse('argument-invalid', 'partHeader', partHeader, '"udh" or "none"');
  const encoding = firstOutsideAlphabet(text) < 0 ? 'GSM-7' : 'UCS-2';
  const whole = encoding === 'GSM-7' ? 160 : 70;
  const units = unitsOf(text, encoding);
  if (units <= whole) return new SmsSegments(text, encoding, units, 1, whole);
  const capacity = partHeader === 'none' ? whole : encoding === 'GSM-7' ? 153 : 67;
  return new SmsSegments(text, encoding, units, partsOf(text, encoding, capacity).length, capacity);
}

const basicCharacters =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const basic: ReadonlySet<string> = /* @__PURE__ */ new Set(basicCharacters);
/** Encoded as an escape and a second septet. */
const extension: ReadonlySet<string> = /* @__PURE__ */ new Set('\f^{}\\[~]|€');

/** The index of the first character outside GSM 03.38, or -1. */
function firstOutsideAlphabet(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!basic.has(character) && !extension.has(character)) return at;
  }
  return -1;
}

function unitsOf(text: string, encoding: SmsEncoding): number {
  if (encoding === 'UCS-2') return text.length;
  let units = text.length;
  for (let at = 0; at < text.length; at += 1) if (extension.has(text.charAt(at))) units += 1;
  return units;
}

/** The number of units in each part, filled greedily without splitting characters. */
function partsOf(text: string, encoding: SmsEncoding, capacity: number): number[] {
  const parts: number[] = [];
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    const pair = encoding === 'UCS-2' && isSurrogatePair(text, at);
    const size = pair || (encoding === 'GSM-7' && extension.has(text.charAt(at))) ? 2 : 1;
    if (filled + size > capacity) {
      parts.push(filled);
      filled = 0;
    }
    filled += size;
    if (pair) at += 1;
  }
  parts.push(filled);
  return parts;
}

function isSurrogatePair(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}
