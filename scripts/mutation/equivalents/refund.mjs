/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'refund/closingRefund.ts': [
    {
      code: 'if (rest !== undefined) this.rest = rest;',
      becomes: ['true'],
      because: 'a field that is undefined is one that is not there',
    },
    {
      code: 'return { refund, debt, retained, ...(rest !== undefined && { rest }), basis };',
      becomes: ['true'],
      because: 'JSON leaves out what is undefined',
    },
  ],
  'refund/refundableCredits.ts': [
    {
      code: 'if (spent.uncovered !== undefined) this.uncovered = spent.uncovered;',
      becomes: ['true'],
      because: 'a field that is undefined is one that is not there',
    },
    {
      code: 'return { credits, ...(uncovered !== undefined && { uncovered }), basis };',
      becomes: ['true'],
      because: 'JSON leaves out what is undefined',
    },
    {
      code: 'day === topUps.days[at - 1] && own === topUps.limits[at - 1]',
      becomes: ['false'],
      because: 'the end is then computed again, and is the same',
    },
    {
      code: "atEnd === 'lapses' || (order !== undefined && order !== 'oldestFirst')",
      becomes: ['true', "order !== undefined || order !== 'oldestFirst'", '""'],
      because: 'day by day the oldest are spent first as well; the total is only quicker',
    },
    {
      code: "? spendDayByDay(topUps, untilDays, spent, asOf, atEnd === 'lapses', order ?? 'oldestFirst')",
      becomes: ['""'],
      because: 'an order that is none of the others is the oldest first',
    },
    {
      code: 'if (rest === 0n) return amount;',
      becomes: ['false'],
      because: 'nothing is then taken from the amount',
    },
    {
      code: 'const taken = units < rest ? units : rest;',
      becomes: ['units <= rest'],
      because: 'of two equal amounts either may be taken',
    },
  ],
  'refund/repriceAtBase.ts': [
    {
      code: "const text = typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : given;",
      becomes: ['true'],
      because: 'a text is no safe integer',
    },
    {
      code: 'if (units.units < 0 || (units.bigUnits !== null && units.bigUnits < 0n))',
      becomes: ['true', 'units.bigUnits <= 0n'],
      because: 'null is not below zero, and zero has no bigUnits',
    },
  ],
  'refund/spendDayByDay.ts': [
    {
      code: 'for (; credit < left.length && (credits.days[credit] as number) <= day; credit += 1) {',
      becomes: ['true', 'credit <= left.length'],
      because: 'beyond the end there is no day',
    },
    {
      code: 'if (units <= rest) open.pop();',
      becomes: ['units < rest'],
      because: 'what is used up is removed when it is met again',
    },
    {
      code: 'const taken = units < rest ? units : rest;',
      becomes: ['units <= rest'],
      because: 'of two equal amounts either may be taken',
    },
    {
      code: 'const ranks = new Array<number>(sorted.length);',
      becomes: ['new Array()'],
      because: 'the length only spares the engine from growing the list',
    },
    {
      code: 'if (this.rankAt(above) <= this.rankAt(at)) break;',
      becomes: ['this.rankAt(above) < this.rankAt(at)'],
      because: 'no two have one rank',
    },
    {
      code: 'if (this.rankAt(next) >= this.rankAt(at)) return;',
      becomes: ['this.rankAt(next) > this.rankAt(at)'],
      because: 'no two have one rank',
    },
    {
      code: 'return this.rankAt(b) < this.rankAt(a) ? b : a;',
      becomes: ['this.rankAt(b) <= this.rankAt(a)'],
      because: 'no two have one rank',
    },
  ],
};
