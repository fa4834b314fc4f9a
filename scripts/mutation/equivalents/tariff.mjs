/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'tariff/tariffOn.ts': [
    {
      code: 'if (paidThrough !== undefined && day <= paidThrough) {',
      becomes: ['true'],
      because: 'no day is up to none',
    },
    {
      code: 'else if (paidOn <= day) kept = inForceOn(schedule, paidOn);',
      becomes: ['paidOn < day'],
      because: 'on the day of the payment the price of that day is in force already',
    },
    {
      code: 'if (found <= day && found > last) last = found;',
      becomes: ['found >= last'],
      because: 'the same day is the last one already',
    },
  ],
  'tariff/vatOn.ts': [
    {
      code: "const { above, below } = ratioOf(parseRate(rate, 'rates'));",
      becomes: ['""'],
      because: 'the rate has been parsed before and is not refused',
    },
  ],
};
