/** Rounds a fraction to an integer, by the definition of the nine ECMA-402 modes. */
export function roundFraction(n: bigint, d: bigint, mode: string): bigint {
  const floor = n / d - (n % d < 0n ? 1n : 0n);
  const rest = n - floor * d;
  if (rest === 0n) return floor;
  const ceil = floor + 1n;
  const [towardsZero, awayFromZero] = n < 0n ? [ceil, floor] : [floor, ceil];
  const nearest = 2n * rest < d ? floor : 2n * rest > d ? ceil : undefined;
  switch (mode) {
    case 'ceil':
      return ceil;
    case 'floor':
      return floor;
    case 'expand':
      return awayFromZero;
    case 'trunc':
      return towardsZero;
    case 'halfCeil':
      return nearest ?? ceil;
    case 'halfFloor':
      return nearest ?? floor;
    case 'halfExpand':
      return nearest ?? awayFromZero;
    case 'halfTrunc':
      return nearest ?? towardsZero;
    case 'halfEven':
      return nearest ?? (floor % 2n === 0n ? floor : ceil);
    default:
      throw new TypeError('one of the nine modes of rounding');
  }
}
