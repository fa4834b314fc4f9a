/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'payments/isCurrencyInUse.ts': [
    {
      code: "return end === undefined || asked < epochDayOf(end.withdrawnOn, 'withdrawnOn');",
      becomes: ['""'],
      because: 'the day stands in our own table and is never refused',
    },
  ],
  'payments/packedPayments.ts': [
    {
      code: 'const packed = new Array<number>(2 * count);',
      becomes: ['new Array()'],
      because: 'the length only spares the engine from growing the list',
    },
    {
      code: 'if (count > 0) packed[0] = 0.5;',
      becomes: ['true', 'false', 'count >= 0', 'count <= 0'],
      because: 'the number is overwritten; half an entry counts as none',
    },
  ],
  'payments/paymentLedger.ts': [
    {
      code: 'this.amounts = read.some(({ amount }) => amount.bigUnits !== null) ? read.map(({ amount }) => amount) : undefined;',
      becomes: ['true', '() => true'],
      because: 'a column that is not needed gives the same entries',
    },
    {
      code: 'this.dueDays = read.some(({ dueDay }) => dueDay !== noDay) ? read.map(({ dueDay }) => dueDay) : undefined;',
      becomes: ['true'],
      because: 'a column without any day gives the same entries',
    },
    {
      code: 'this.names = read.some(({ name }) => name !== undefined) ? read.map(({ name }) => name) : undefined;',
      becomes: ['true'],
      because: 'a column without any name gives the same entries',
    },
  ],
  'payments/recordedPayment.ts': [
    {
      code: 'if (isPlainAmount(amount, currency)) return amount;',
      becomes: ['false'],
      because: 'what passes it passes the full check as well',
    },
    {
      code: `return epochDay === noDay ? epochDayOf(day, \`payments.\${at}.\${field}\`) : epochDay;`,
      becomes: ['true'],
      because: 'the full reader gives the same day',
    },
  ],
};
