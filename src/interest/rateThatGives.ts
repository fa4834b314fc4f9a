import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { fractionText } from '../money/fraction.js';
import { type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import type { Rate } from '../money/rate.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { type DayCounting, dayCountParts, readDayCount, yearsOf } from './dayCountParts.js';

/** Terms of {@link rateThatGives}. */
export interface RateThatGivesTerms<C extends CurrencyCode> extends DayCounting {
  /** The amount that bears interest; positive. */
  readonly principal: Money<C>;
  /** The interest; not negative. */
  readonly interest: Money<NoInfer<C>>;
  /** The first day that bears interest. */
  readonly from: DayInput;
  /** The first day that does not bear interest; after `from`. */
  readonly to: DayInput;
}

/**
 * The yearly rate at which an amount bears a given simple interest: `interest / (principal × fraction of the year)`,
 * exactly.
 *
 * The result can be used as a rate in any function: a decimal number if possible, otherwise a fraction.
 *
 * @throws {@link AgreementError} `amount-invalid` for a principal of zero or a negative amount; `currency-mismatch`;
 * `range-reversed` if there are no days; `argument-invalid` for an unknown convention; `day-invalid`.
 * @example The yearly rate for 1,210.00 on 300,000.00 in eleven days, and a rate that is not a decimal number
 * ```ts
 * const terms = { principal: money('300000.00', 'RUB'), from: '2016-03-21', to: '2016-04-01' } as const;
 * rateThatGives({ ...terms, interest: money('1210.00', 'RUB'), dayCount: 'actual/360' }) // => '0.132'
 * rateThatGives({ ...terms, interest: money('1000.00', 'RUB'), dayCount: 'actual/360' }) // => '6/55'
 * rateThatGives({ ...terms, to: terms.from, interest: money('1.00', 'RUB'), dayCount: 'actual/360' }) // throws 'range-reversed'
 * ```
 */
export function rateThatGives<C extends CurrencyCode>(terms: RateThatGivesTerms<C>): Rate {
  requireTerms(terms);
  const { principal, interest } = terms;
  requireNotNegative(principal, 'principal');
  if (principal.minorUnits === 0n) refuse('amount-invalid', 'principal', principal, 'an amount above zero');
  requireCurrency(interest, principal.currency, 'interest');
  requireNotNegative(interest, 'interest');
  const from = epochDayOf(terms.from, 'from');
  const to = epochDayOf(terms.to, 'to');
  const count = readDayCount(terms, '');
  const { above, below } = yearsOf(dayCountParts(count, from, to));
  if (above <= 0n)
    refuse(
      'range-reversed',
      'to',
      isoOfEpochDay(to),
      `a day after ${isoOfEpochDay(from)} that ${count.dayCount} counts`,
    );
  return fractionText(interest.minorUnits * below, principal.minorUnits * above);
}
