/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'balance/debitBalance.ts': [
    {
      code: 'const covered = compareMoney(balance, nothing) > 0 ? minMoney(balance, charge) : nothing;',
      becomes: ['compareMoney(balance, nothing) >= 0'],
      because: 'the smaller of nothing and a charge is nothing',
    },
  ],
};
