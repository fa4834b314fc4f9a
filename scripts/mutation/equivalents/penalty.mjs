/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'penalty/paymentToStop.ts': [
    {
      code: 'const left = overdue.minorUnits > paid ? overdue.minorUnits - paid : 0n;',
      becomes: ['overdue.minorUnits >= paid'],
      because: 'the difference of two equal sums is nothing',
    },
  ],
  'penalty/latePaymentPenaltyAnswer.ts': [
    {
      code: 'return this.capUnits !== undefined && this.capUnits < this.accruedUnits;',
      becomes: ['true'],
      because: 'nothing is not less than a number',
    },
    {
      code: '...(capRate !== undefined && capBase !== undefined && { exactCap: exactCapText(capRate, capBase) }),',
      becomes: ['capRate !== undefined || capBase !== undefined', 'true'],
      because: 'a cap has both or neither',
    },
    {
      code: "const number = parseRate(rate, 'cap.rate');",
      becomes: ['""'],
      because: 'the rate has been parsed before and is not refused',
    },
  ],
  'penalty/penaltyFacts.ts': [
    {
      code: 'let inOrder = true;',
      becomes: ['false'],
      because: 'what is in order is sorted to the same',
    },
    {
      code: 'if (at > 0 && day < paymentDay(paid, at - 1)) inOrder = false;',
      becomes: ['true', 'at > 0 || day < paymentDay(paid, at - 1)'],
      because: 'what is in order is sorted to the same',
    },
    {
      code: 'if (amount.bigUnits !== null) {',
      becomes: ['true'],
      because: 'the way for one case gives the same as the way for all',
    },
    {
      code: 'return rates.length === 1 && only?.effectiveOn === undefined',
      becomes: ['false'],
      because: 'the way for one case gives the same as the way for all',
    },
    {
      code: 'if (read.some(({ number }) => number.over !== undefined)) return overOne(days, texts, read);',
      becomes: ['true'],
      because: 'the way for one case gives the same as the way for all',
    },
  ],
  'penalty/penaltyTimeline.ts': [
    {
      code: 'for (; payment < paymentDays.length && (paymentDays[payment] as number) <= day; payment += 1)',
      becomes: ['payment <= paymentDays.length'],
      because: 'beyond the end there is no day',
    },
    {
      code: 'while (rate < rateDays.length && (rateDays[rate] as number) <= day) rate += 1;',
      becomes: ['true'],
      because: 'beyond the end there is no day',
    },
  ],
};
