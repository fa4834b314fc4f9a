// Compares every column of oferta/batch with its scalar function, row by row, on random rows. Needs a build.
//
//   npm run batch-equality      OFERTA_ROWS: rows for each column (default 10,000,000), OFERTA_SEED: seed (by default random, and printed)
import process from 'node:process';
import {
  attempt,
  bankingDays,
  calendarDays,
  countingRules,
  dailyCharge,
  dateRange,
  deadline,
  fromMinorUnits,
  latePaymentPenalty,
  limitLiability,
  months,
  prorateCharge,
  roundings,
  weeks,
  workingDays,
  years,
} from 'oferta';
import {
  dailyChargeColumn,
  deadlineColumn,
  latePenaltyColumn,
  limitLiabilityColumn,
  prorateColumn,
} from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

const rows = Number(process.env.OFERTA_ROWS ?? 10_000_000);
const seed = Number(process.env.OFERTA_SEED ?? Math.trunc(Math.random() * 2 ** 32));
/** The number of rows with the same terms; each lot draws its own terms. */
const lot = 20_000;

let state = seed >>> 0;
/** A random 32-bit integer; Mulberry32. */
function draw32() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
const below = (count) => draw32() % count;
const oneOf = (list) => list[below(list.length)];

/** A non-negative amount: of a few units, of a usual size, of 31 bits, of any safe size, or near the largest. */
function drawSum() {
  switch (below(5)) {
    case 0:
      return below(200);
    case 1:
      return below(100_000_000);
    case 2:
      return draw32() >>> 1;
    case 3:
      return (draw32() & 0x1fffff) * 2 ** 32 + draw32();
    default:
      return Number.MAX_SAFE_INTEGER - below(400);
  }
}
const drawSigned = () => (below(2) === 0 ? drawSum() : 0 - drawSum());
const drawInt = () => draw32() | 0;

const isoDays = new Map();
function iso(day) {
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  isoDays.set(day, text);
  return text;
}
const firstOfPeriod = 20_454;
const ranges = Array.from({ length: 401 }, (_, length) =>
  length === 0 ? undefined : dateRange(iso(firstOfPeriod), iso(firstOfPeriod + length - 1)),
);
const sumOf = (units) => fromMinorUnits(units, 'KZT');
const rates = ['0', '0.001', '0.0005', '0.05', '0.1', '1', '1.5', '0.000273972602739726', '0.1234567890123456789'];

/** A column of random numbers of either type. */
function column(count, drawFloat, drawWhole) {
  return below(2) === 0
    ? Float64Array.from({ length: count }, drawFloat)
    : Int32Array.from({ length: count }, drawWhole);
}
const sums = (count) => column(count, drawSum, () => draw32() >>> 1);
const floatSums = (count) => Float64Array.from({ length: count }, drawSum);

const columns = {
  dailyChargeColumn(count) {
    const monthlyPrices = column(count, drawSigned, drawInt);
    const terms = { day: iso(below(40_000)), spread: oneOf(['cumulative', 'eachDay']), rounding: oneOf(roundings) };
    const outcome = dailyChargeColumn({ ...terms, monthlyPrices });
    return {
      outcome,
      answer: (row) => dailyCharge({ ...terms, monthlyPrice: sumOf(monthlyPrices[row]) }).amount.minorUnits,
    };
  },
  prorateColumn(count) {
    const charges = column(count, drawSigned, drawInt);
    const daysInPeriod = Int32Array.from({ length: count }, () => 1 + below(400));
    const daysServed = daysInPeriod.map((days) => below(days + 1));
    const rounding = oneOf(roundings);
    const outcome = prorateColumn({ charges, daysServed, daysInPeriod, rounding, exactly: true });
    return {
      outcome,
      // A range has at least one day, so for zero days served there is no scalar function to call.
      answer: (row) =>
        daysServed[row] === 0
          ? 0n
          : prorateCharge({
              charge: sumOf(charges[row]),
              billingPeriod: ranges[daysInPeriod[row]],
              servedDays: ranges[daysServed[row]],
              rounding,
            }).amount.minorUnits,
    };
  },
  latePenaltyColumn(count) {
    const overdue = sums(count);
    const dueOn = Int32Array.from({ length: count }, () => 19_000 + below(2000));
    const bases = floatSums(count);
    const [dailyRate, rate, rounding, capped] = [oneOf(rates), oneOf(rates), oneOf(roundings), below(2) === 0];
    const asOf = iso(19_000 + below(2500));
    const terms = { asOf, rounding };
    const cap = capped ? { cap: { rate, bases } } : {};
    const outcome = latePenaltyColumn({ ...terms, ...cap, dailyRate, overdue, dueOn, exactly: true });
    return {
      outcome,
      answer: (row) =>
        latePaymentPenalty({
          ...terms,
          overdue: sumOf(overdue[row]),
          dueOn: iso(dueOn[row]),
          rates: [{ dailyRate }],
          ...(capped && { cap: { rate, base: sumOf(bases[row]) } }),
          countPaymentDay: false,
        }).penalty.minorUnits,
    };
  },
  limitLiabilityColumn(count) {
    const losses = sums(count);
    const rounding = oneOf(roundings);
    const caps = Array.from({ length: below(4) }, () => ({
      rate: oneOf(rates),
      bases: sums(count),
      used: sums(count),
    }));
    const outcome = limitLiabilityColumn({ losses, caps, rounding, exactly: true });
    return {
      outcome,
      answer: (row) =>
        limitLiability({
          loss: sumOf(losses[row]),
          requires: [],
          caps: caps.map(({ rate, bases, used }) => ({
            clause: '7',
            rate,
            base: sumOf(bases[row]),
            used: sumOf(used[row]),
          })),
          rounding,
        }).payable.minorUnits,
    };
  },
  deadlineColumn(count) {
    const units = [calendarDays, workingDays, bankingDays, weeks, months, years];
    const limit = oneOf(units)(1 + below(oneOf([5, 40])));
    const rules = oneOf([
      ...Object.values(countingRules),
      {
        countTriggerDay: below(2) === 0,
        monthEnd: oneOf(['clamp', 'nextMonth', 'reject']),
        roll: oneOf(['none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding']),
        minimumWorkingDays: below(4),
      },
    ]);
    const calendar = oneOf([kz, ru]);
    // The calendars cover 2019 to 2027: some limits start before and some end after.
    const triggers = Int32Array.from({ length: count }, () => 17_897 - 30 + below(3287));
    const { out, refused } = deadlineColumn({ triggers, limit, rules, calendar });
    // The scalar function throws for a refused row, which is slow: there are few days, so each lot calls it once per
    // day.
    const known = new Map();
    const answer = (row) => {
      const trigger = triggers[row];
      if (!known.has(trigger)) {
        const asked = attempt(() => deadline({ trigger: iso(trigger), limit, rules, calendar }));
        known.set(trigger, asked.ok ? BigInt(Date.parse(asked.value.lastDay.toString()) / 86_400_000) : undefined);
      }
      return known.get(trigger);
    };
    return { outcome: { out, refused, overflowed: [], overflowedAnswers: [] }, answer };
  },
};

process.stdout.write(`seed ${seed}, ${rows} rows for each column, Node ${process.version}\n`);
let wrong = 0;
for (const [name, drawLot] of Object.entries(columns)) {
  const began = performance.now();
  const tally = { different: 0, refused: 0, beside: 0 };
  for (let done = 0; done < rows; done += lot) compare(name, drawLot(Math.min(lot, rows - done)), tally);
  wrong += tally.different;
  process.stdout.write(
    `${name.padEnd(21)} ${tally.different} of ${rows} rows differ; ${tally.refused} refused by both, ${tally.beside} held beside the column; ` +
      `${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  );
}
process.exitCode = wrong === 0 ? 0 : 1;

function compare(name, { outcome, answer }, tally) {
  const { out, overflowed, overflowedAnswers, refused } = outcome;
  let total = 0n;
  let nextOverflowed = 0;
  let nextRefused = 0;
  for (let row = 0; row < out.length; row += 1) {
    const expected = answer(row);
    let found;
    if (refused[nextRefused] === row) nextRefused += 1;
    else if (overflowed[nextOverflowed] === row) found = overflowedAnswers[nextOverflowed++];
    else if (Object.is(out[row], -0)) found = '-0';
    else found = BigInt(out[row]);
    if (found !== expected) {
      tally.different += 1;
      if (tally.different <= 3)
        process.stdout.write(`${name}, row ${row} of a lot: ${found}, the primitive says ${expected}\n`);
    }
    total += expected ?? 0n;
  }
  if (outcome.total !== undefined && outcome.total !== total) {
    tally.different += 1;
    process.stdout.write(`${name}: the total is ${outcome.total}, that of the primitive ${total}\n`);
  }
  tally.refused += nextRefused;
  tally.beside += nextOverflowed;
}
