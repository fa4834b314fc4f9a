/**
 * Changes of the sources that no test can notice, because the answer stays the same: `npm run mutation` does not count them. `code` is the line
 * they are in, `becomes` what Stryker makes of the part it changes; without `becomes`, every change of that line.
 *
 * @type {readonly { file: string, code: string, becomes?: string, because: string }[]}
 */
export const equivalents = [
  {
    file: 'src/money/money.ts',
    code: "if (typeof amount === 'number' && Number.isSafeInteger(amount)) return moneyOfScaled(amount, null, digits, currency);",
    becomes: 'true',
    because: 'nothing but a number is a safe integer; the type is asked for the compiler',
  },
  ...['false', '""'].map((becomes) => ({
    file: 'src/money/money.ts',
    code: "return typeof units === 'number' ? moneyOfUnits(units, currency) : moneyOfBig(units, currency);",
    becomes,
    because: 'a safe number read as if it were a bigint is the same amount',
  })),
  {
    file: 'src/money/money.ts',
    code: 'if (value.units < 0 || (value.bigUnits !== null && value.bigUnits < 0n))',
    becomes: 'true',
    because: 'null is not below zero',
  },
  {
    file: 'src/money/money.ts',
    code: 'if (value.units < 0 || (value.bigUnits !== null && value.bigUnits < 0n))',
    becomes: 'value.bigUnits <= 0n',
    because: 'only an amount beyond the safe integers is kept in a bigint, and zero is none',
  },
  {
    file: 'src/money/money.ts',
    code: 'if (Number.isSafeInteger(shifted)) return new Money(shifted + 0, currency, null);',
    becomes: 'false',
    because: 'the amount is then worked out by bigints, and is the same',
  },
  {
    file: 'src/money/sumMoney.ts',
    code: 'if (Number.isSafeInteger(next)) units = next;',
    becomes: 'false',
    because: 'the sum is then kept in a bigint from the first amount on, and is the same',
  },
  {
    file: 'src/money/sumMoney.ts',
    code: 'return big === 0n ? moneyOfUnits(units, currency) : moneyOfBig(big + BigInt(units), currency);',
    becomes: 'false',
    because: 'a bigint that fits becomes a number again',
  },
  ...['amount.units', 'more'].flatMap((units) =>
    ['false', `units + ${units} < Number.MAX_SAFE_INTEGER`, `units + ${units} > Number.MAX_SAFE_INTEGER`].map(
      (becomes) => ({
        file: 'src/liability/liabilityBase.ts',
        code: `if (big === undefined && units + ${units} <= Number.MAX_SAFE_INTEGER) units += ${units};`,
        becomes,
        because: 'the sum is kept in a bigint earlier, and is the same',
      }),
    ),
  ),
  {
    file: 'src/liability/liabilityBase.ts',
    code: 'for (let at = 0; at < paid.length; at += 2) {',
    becomes: 'at <= paid.length',
    because: 'a payment more, without a day, is in no window',
  },
];
