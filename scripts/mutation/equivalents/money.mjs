/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'money/money.ts': [
    {
      code: "if (typeof amount === 'number' && Number.isSafeInteger(amount)) return moneyOfScaled(amount, null, digits, currency);",
      becomes: 'true',
      because: 'nothing but a number is a safe integer; the type is asked for the compiler',
    },
    {
      code: "return typeof units === 'number' ? moneyOfUnits(units, currency) : moneyOfBig(units, currency);",
      becomes: ['false', '""'],
      because: 'a safe number read as if it were a bigint is the same amount',
    },
    {
      code: 'if (value.units < 0 || (value.bigUnits !== null && value.bigUnits < 0n))',
      becomes: 'true',
      because: 'null is not below zero',
    },
    {
      code: 'if (value.units < 0 || (value.bigUnits !== null && value.bigUnits < 0n))',
      becomes: 'value.bigUnits <= 0n',
      because: 'only an amount beyond the safe integers is kept in a bigint, and zero is none',
    },
    {
      code: 'if (Number.isSafeInteger(shifted)) return new Money(shifted + 0, currency, null);',
      becomes: 'false',
      because: 'the amount is then worked out by bigints, and is the same',
    },
  ],
  'money/sumMoney.ts': [
    {
      code: 'if (Number.isSafeInteger(next)) units = next;',
      becomes: 'false',
      because: 'the sum is then kept in a bigint from the first amount on, and is the same',
    },
    {
      code: 'return big === 0n ? moneyOfUnits(units, currency) : moneyOfBig(big + BigInt(units), currency);',
      becomes: 'false',
      because: 'a bigint that fits becomes a number again',
    },
  ],
};
