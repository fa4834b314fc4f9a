/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'serviceLevel/downtime.ts': [
    {
      code: "this.minutes = lowestTerms(nanoseconds, nanosecondsOfMinute, 'outages');",
      becomes: ['""'],
      because: 'a minute is not zero, so nothing is refused',
    },
    {
      code: "this.periodMinutes = lowestTerms(period.to - period.from, nanosecondsOfMinute, 'period');",
      becomes: ['""'],
      because: 'a minute is not zero, so nothing is refused',
    },
    {
      code: 'if (interval.to === undefined && period !== undefined) return { from, to: from > period.to ? from : period.to };',
      becomes: ['false', 'from >= period.to'],
      because: 'an interval that begins after the period is cut to nothing in any case',
    },
    {
      code: 'return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };',
      becomes: ['from <= period.from', 'to >= period.to'],
      because: 'of two equal moments either may be taken',
    },
    {
      code: 'for (const { from, to } of runs.filter((run) => run.to > run.from).sort((a, b) => (a.from < b.from ? -1 : 1))) {',
      becomes: ['a.from <= b.from'],
      because: 'intervals with one beginning are united in any order',
    },
    {
      code: 'else if (to > last.to) last.to = to;',
      becomes: ['to >= last.to'],
      because: 'of two equal moments either may be taken',
    },
    {
      code: 'left.push({ from: since, to: window.from < to ? window.from : to });',
      becomes: ['window.from <= to'],
      because: 'of two equal moments either may be taken',
    },
    {
      code: 'if (window.to > since) since = window.to;',
      becomes: ['window.to >= since'],
      because: 'of two equal moments either may be taken',
    },
  ],
  'serviceLevel/exactFraction.ts': [
    {
      code: 'let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];',
      becomes: ['numerator <= 0n', 'denominator <= 0n'],
      because: 'zero has no sign, and is no denominator',
    },
    {
      code: 'const by = denominator < 0n ? -a : a;',
      becomes: ['denominator <= 0n'],
      because: 'zero is no denominator',
    },
  ],
  'serviceLevel/meanOf.ts': [
    {
      code: "return lowestTerms(numerator, denominator * count, 'entries');",
      becomes: ['""'],
      because: 'neither the denominator nor the count is zero',
    },
  ],
  'serviceLevel/serviceCredit.ts': [
    {
      code: 'if (cap !== undefined) this.cap = cap;',
      becomes: ['true'],
      because: 'a field that is undefined is one that is not there',
    },
    {
      code: "const uncapped = timesDecimal(base, parseRate(creditRate, 'tiers'), rounding);",
      becomes: ['""'],
      because: 'the rate has been parsed before and is not refused',
    },
  ],
  'serviceLevel/share.ts': [
    {
      code: "return lowestTerms(a.numerator * b.denominator, a.denominator * b.numerator, 'whole');",
      becomes: ['""'],
      because: 'a denominator of zero is refused before',
    },
    {
      code: "return [fractionOf(part.minorUnits, 'part'), fractionOf(whole.minorUnits, 'whole')];",
      becomes: ['""'],
      because: 'a bigint is never refused',
    },
  ],
};
