// Exact fractions over bigint, and rounding of a fraction to a whole number under the nine modes of ECMA-402.
// Part of the second implementation; docs/quality.md says what that is.

/** A fraction with a divisor above zero, not reduced: nothing here asks for lowest terms. */
export function fraction(top, bottom = 1n) {
  if (bottom === 0n) throw new RangeError('a divisor of zero');
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

/** Both over one divisor: the greater of the two where the smaller divides it. */
function alike(a, b) {
  if (a.bottom === b.bottom) return [a.top, b.top, a.bottom];
  if (a.bottom % b.bottom === 0n) return [a.top, b.top * (a.bottom / b.bottom), a.bottom];
  if (b.bottom % a.bottom === 0n) return [a.top * (b.bottom / a.bottom), b.top, b.bottom];
  return [a.top * b.bottom, b.top * a.bottom, a.bottom * b.bottom];
}

/** A fraction from the text of a decimal ("-0.05") or of two of them ("0.11/300"). */
export function fractionOf(text) {
  const [over, under] = String(text).split('/');
  return under === undefined ? decimal(over) : divide(decimal(over), decimal(under));
}

function decimal(text) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const size = BigInt(whole + part);
  return fraction(sign === '-' ? -size : size, 10n ** BigInt(part.length));
}

export function plus(a, b) {
  const [one, other, bottom] = alike(a, b);
  return fraction(one + other, bottom);
}

export function minus(a, b) {
  const [one, other, bottom] = alike(a, b);
  return fraction(one - other, bottom);
}

export const times = (a, b) => fraction(a.top * b.top, a.bottom * b.bottom);
export const divide = (a, b) => fraction(a.top * b.bottom, a.bottom * b.top);
export const atLeast = (a, b) => a.top * b.bottom >= b.top * a.bottom;
export const zero = fraction(0n);

/** The whole number on the one side or the other of a fraction that `mode` chooses. */
export function round({ top, bottom }, mode) {
  if (top % bottom === 0n) return top / bottom;
  // The two neighbours on the number line.
  const below = top > 0n ? top / bottom : top / bottom - 1n;
  const above = below + 1n;
  const awayFromZero = top > 0n ? above : below;
  const towardZero = top > 0n ? below : above;
  // Where the fraction lies between them: twice its distance from the lower one against their distance.
  const twice = 2n * (top - below * bottom);
  const nearest = (onTie) => (twice < bottom ? below : twice > bottom ? above : onTie);
  switch (mode) {
    case 'ceil':
      return above;
    case 'floor':
      return below;
    case 'expand':
      return awayFromZero;
    case 'trunc':
      return towardZero;
    case 'halfCeil':
      return nearest(above);
    case 'halfFloor':
      return nearest(below);
    case 'halfExpand':
      return nearest(awayFromZero);
    case 'halfTrunc':
      return nearest(towardZero);
    case 'halfEven':
      return nearest(below % 2n === 0n ? below : above);
    default:
      throw new RangeError(`no rounding ${mode}`);
  }
}

export const roundings = [
  'ceil',
  'floor',
  'expand',
  'trunc',
  'halfCeil',
  'halfFloor',
  'halfExpand',
  'halfTrunc',
  'halfEven',
];
