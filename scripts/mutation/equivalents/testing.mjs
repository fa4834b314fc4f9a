/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'testing/anyDateRange.ts': [
    {
      code: 'const { maxDays = bounds.max - bounds.min + 1 } = constraints;',
      becomes: ['bounds.max + bounds.min'],
      because: 'a longer length than the bounds allow is cut where it is used',
    },
  ],
  'testing/anyMoney.ts': [
    {
      code: 'if (low <= most && high >= least) bands.push({ min: low > least ? low : least, max: high < most ? high : most });',
      becomes: ['low >= least', 'high <= most'],
      because: 'of two equal bounds either may be taken',
    },
  ],
};
