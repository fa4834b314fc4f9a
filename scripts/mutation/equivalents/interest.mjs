/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'interest/compoundInterest.ts': [
    {
      code: 'const part = partOfRuns(rateRuns(rates, undefined, [], start, end));',
      becomes: ['["Stryker was here"]'],
      because: 'a text is no day inside the run',
    },
  ],
  'interest/dayCountParts.ts': [
    {
      code: 'monthOfCivil(civil) === 2 && dayOfCivil(civil) === daysInMonth(monthNumberOf(civil));',
      becomes: ['true'],
      because: 'the last day of any other month counts as the 30th in any case',
    },
  ],
  'interest/interestRates.ts': [
    {
      code: 'while (at > 0 && (rates[at] as ReadRate).from > day) at -= 1;',
      becomes: ['true', 'at >= 0'],
      because: 'the first rate is in force on every day that is asked for',
    },
    {
      code: 'const starts = [...rates, ...(ceiling ?? [])].map((rate) => rate.from);',
      becomes: ['["Stryker was here"]'],
      because: 'a text has no first day inside the run',
    },
    {
      code: 'const inside = [...starts, ...cuts].filter((day) => day > from && day < to);',
      becomes: ['day >= from', 'day <= to'],
      because: 'the two ends of the run are among its days already',
    },
  ],
  'interest/simpleInterest.ts': [
    {
      code: 'const paid = payments === undefined ? [] : readPayments<C>(payments, principal.currency, countPaymentDay ? 1 : 0);',
      becomes: ['["Stryker was here"]'],
      because: 'a text has no day, so it is never paid',
    },
  ],
};
