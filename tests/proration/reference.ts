/** The reference of the proration tests: integers of any size, day by day, with none of the methods of the code under test. */
import type { Rounding } from 'oferta';

/** `numerator / denominator` to a whole number: of the two whole numbers around the quotient, the one the mode names. */
export function rounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const remainder = ((numerator % denominator) + denominator) % denominator;
  const below = (numerator - remainder) / denominator;
  if (remainder === 0n) return below;
  const above = below + 1n;
  const away = numerator < 0n ? below : above;
  const toward = numerator < 0n ? above : below;
  const plain = new Map<Rounding, bigint>([
    ['ceil', above],
    ['floor', below],
    ['expand', away],
    ['trunc', toward],
  ]).get(rounding);
  if (plain !== undefined) return plain;
  if (remainder * 2n < denominator) return below;
  if (remainder * 2n > denominator) return above;
  if (rounding === 'halfEven') return below % 2n === 0n ? below : above;
  return { halfCeil: above, halfFloor: below, halfExpand: away, halfTrunc: toward }[
    rounding as 'halfCeil' | 'halfFloor' | 'halfExpand' | 'halfTrunc'
  ];
}

/** Year, month and day of an ISO text. */
function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, day: date };
}

/** Days of the month a day lies in, from the table one learns at school. */
export function monthLength(day: string): number {
  const { year, month } = partsOf(day);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
}

/** The day after. */
export function nextDay(day: string): string {
  const { year, month, day: date } = partsOf(day);
  if (date < monthLength(day)) return iso(year, month, date + 1);
  return month < 12 ? iso(year, month + 1, 1) : iso(year + 1, 1, 1);
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** What a day costs, in minor units, as the contract defines it. */
export function dayCost(price: bigint, day: string, spread: 'cumulative' | 'eachDay', rounding: Rounding): bigint {
  const days = BigInt(monthLength(day));
  const k = BigInt(partsOf(day).day);
  if (spread === 'eachDay') return rounded(price, days, rounding);
  return rounded(price * k, days, rounding) - rounded(price * (k - 1n), days, rounding);
}
