import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, moneyOfUnits } from '../money/money.js';
import { divideRoundedBig, type Rounding } from '../money/rounding.js';
import { cumulativeRunUnits, cumulativeRunUnitsBig, eachDayChargeUnits } from './dailyChargeUnits.js';
import type { DailySpread } from './dailySpread.js';

/** The charge for the days `first` through `last` of a month of `days` days at one price. @internal */
export function runCharge<C extends CurrencyCode>(
  monthlyPrice: Money<C>,
  first: number,
  last: number,
  days: number,
  spread: DailySpread,
  rounding: Rounding,
): Money<C> {
  const { units, bigUnits, currency } = monthlyPrice;
  if (bigUnits === null) {
    const charge =
      spread === 'cumulative'
        ? cumulativeRunUnits(units, first, last, days, rounding)
        : eachDayChargeUnits(units, days, rounding) * (last - first + 1);
    if (Number.isSafeInteger(charge)) return moneyOfUnits(charge, currency);
  }
  const { minorUnits } = monthlyPrice;
  return moneyOfBig(
    spread === 'cumulative'
      ? cumulativeRunUnitsBig(minorUnits, first, last, days, rounding)
      : divideRoundedBig(minorUnits, BigInt(days), rounding) * BigInt(last - first + 1),
    currency,
  );
}
