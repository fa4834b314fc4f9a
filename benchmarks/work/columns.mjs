// One day of a million accounts: the daily charge over a typed array, compared with the same loop in C and with rows of objects.
import { dailyCharge, money } from 'oferta';
import { defineAgreement } from 'oferta/agreement';
import { columnsOf, dailyChargeColumn, latePenaltyColumn } from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { amountText, drawing, nearest } from '../cases.mjs';
import { fresh, own } from '../measure.mjs';

const rows = 1_000_000;
/** Rows of the contenders that need microseconds for one. */
const fewRows = 2000;
const on = { iso: '2026-01-16', day: 16, length: 31 };

export function int32ColumnWork(peers) {
  return columnWork(peers, Int32Array, {
    id: 'int32Column',
    title: 'A million accounts, Int32',
    kernel: 'int32_column',
  });
}

export function float64ColumnWork(peers) {
  return columnWork(peers, Float64Array, {
    id: 'float64Column',
    title: 'A million accounts, Float64',
    kernel: 'float64_column',
  });
}

function columnWork({ stacks }, Column, { id, title, kernel }) {
  const draw = drawing(10);
  const prices = Column.from({ length: rows }, () => draw(100_000, 50_000_000));
  const { day, length } = on;
  const charges = Float64Array.from(prices, (price) => {
    // Doubles are exact here: no product reaches 2^53.
    const through = (k) => Math.floor((2 * price * k + length) / (2 * length));
    return through(day) - through(day - 1);
  });
  const totalOf = (count) => charges.subarray(0, count).reduce((sum, charge) => sum + charge, 0);
  const total = totalOf(rows);
  const fewTotal = Float64Array.of(totalOf(fewRows));
  const texts = Array.from(prices.subarray(0, fewRows), amountText);
  const sums = texts.map((text) => money(text, 'KZT'));
  const compiled = columnsOf(agreement(), '1/charge');
  const out = new Column(rows);
  const limitOut = new Column(rows);
  const allEqual = (column) => column.every((charge, row) => charge === charges[row]);

  return {
    id,
    title,
    does: 'What one day costs on each of a million accounts, and the total; per account.',
    expected: Float64Array.of(total),
    unit: rows,
    c: { kernel, columns: [prices, [day], [length]], expected: total },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limitOf(Column)(prices, limitOut, day, length) },
      {
        name: 'oferta, dailyChargeColumn',
        group: 'oferta',
        operation: () =>
          dailyChargeColumn({ monthlyPrices: prices, day: on.iso, spread: 'cumulative', rounding: 'halfExpand', out }),
        answer: (outcome) => (allEqual(outcome.out) ? Number(outcome.total) : Number.NaN),
      },
      {
        name: 'oferta, columnsOf an agreement',
        group: 'oferta',
        operation: () =>
          compiled.run({ facts: { monthlyPrice: prices, day: on.iso }, fields: ['amount'], out: { amount: out } }),
        answer: ({ fields: { amount } }) => (allEqual(amount.out) ? Number(amount.total) : Number.NaN),
      },
      {
        name: 'oferta, rows of Money',
        group: 'oferta',
        unit: fewRows,
        expected: fewTotal,
        operation: () => {
          let sum = 0n;
          for (let row = 0; row < fewRows; row += 1)
            sum += dailyCharge({
              monthlyPrice: sums[row],
              day: '2026-01-16',
              spread: 'cumulative',
              rounding: 'halfExpand',
            }).amount.minorUnits;
          return sum;
        },
        answer: Number,
      },
      ...stacks.map((stack) => {
        const amounts = stack.amounts();
        return {
          name: `${stack.name}, rows from texts`,
          group: 'peer',
          unit: fewRows,
          expected: fewTotal,
          operation: own(peer, amounts, stack.days(), fresh(texts)),
          answer: (charged) => charged.reduce((sum, charge) => sum + amounts.units(charge), 0),
        };
      }),
    ],
  };
}

/** `P = q·n + r`: the charge is `q` or `q + 1`, by one bit for each `r`; the month is divided once. */
function limitOf(Column) {
  const bitsOf = (day, length) => {
    let bits = 0;
    for (let rest = 0; rest < length; rest += 1) {
      const through = (k) => Math.floor((2 * rest * k + length) / (2 * length));
      bits |= (through(day) - through(day - 1)) << rest;
    }
    return bits;
  };
  const ints = (prices, out, day, length) => {
    const bits = bitsOf(day, length);
    return () => {
      let total = 0;
      for (let row = 0; row < prices.length; row += 1) {
        const price = prices[row];
        const whole = (price / length) | 0;
        const charge = whole + ((bits >>> (price - Math.imul(whole, length))) & 1);
        out[row] = charge;
        total += charge;
      }
      return total;
    };
  };
  const floats = (prices, out, day, length) => {
    const bits = bitsOf(day, length);
    return () => {
      let total = 0;
      for (let row = 0; row < prices.length; row += 1) {
        const price = prices[row];
        const whole = Math.floor(price / length);
        const charge = whole + ((bits >>> ((price - whole * length) | 0)) & 1);
        out[row] = charge;
        total += charge;
      }
      return total;
    };
  };
  return Column === Int32Array ? ints : floats;
}

function peer(amounts, days, texts) {
  return () => {
    const on = days.of('2026-01-16');
    const day = days.dayOfMonth(on);
    const length = days.monthLength(on);
    return texts.map((text) => {
      const price = amounts.of(text);
      return amounts.minus(
        amounts.round(amounts.share(price, day, length)),
        amounts.round(amounts.share(price, day - 1, length)),
      );
    });
  };
}

/** A penalty on each of a million debts, under a cap: by its terms, and as an agreement computes it from its clauses. */
export function penaltyColumnWork() {
  const draw = drawing(11);
  const dueFrom = Date.UTC(2026, 0, 1) / 86_400_000;
  const asOf = dueFrom + 364;
  const overdue = Float64Array.from({ length: rows }, () => draw(0, 50_000_000));
  const dueOn = Int32Array.from({ length: rows }, () => dueFrom + draw(0, 364));
  const penalties = overdue.map((sum, row) => {
    const accrued = nearest(BigInt(sum) * BigInt(asOf - dueOn[row]), 1000n);
    const cap = nearest(BigInt(sum) * 5n, 100n);
    return Number(accrued < cap ? accrued : cap);
  });
  const total = penalties.reduce((sum, units) => sum + units, 0);
  const compiled = columnsOf(agreement(), '2/penalty');
  const out = new Float64Array(rows);
  const allEqual = (column) => column.every((units, row) => units === penalties[row]);
  return {
    id: 'penaltyColumn',
    title: 'Penalties on a million debts',
    does: '0.1 % a day of what is overdue, at most 5 % of it, as of one day; per debt.',
    expected: Float64Array.of(total),
    unit: rows,
    contenders: [
      {
        name: 'JS integers',
        group: 'limit',
        operation: () => {
          let sum = 0;
          for (let row = 0; row < rows; row += 1) {
            const units = overdue[row];
            const accrued = Math.floor((2 * units * (asOf - dueOn[row]) + 1000) / 2000);
            const penalty = Math.min(accrued, Math.floor((10 * units + 100) / 200));
            out[row] = penalty;
            sum += penalty;
          }
          return sum;
        },
      },
      {
        name: 'oferta, latePenaltyColumn',
        group: 'oferta',
        operation: () =>
          latePenaltyColumn({
            dailyRate: '0.001',
            cap: { rate: '0.05', bases: overdue },
            rounding: 'halfExpand',
            overdue,
            dueOn,
            asOf: '2026-12-31',
            exactly: true,
            out,
          }),
        answer: (outcome) => (allEqual(outcome.out) ? Number(outcome.total) : Number.NaN),
      },
      {
        name: 'oferta, columnsOf an agreement',
        group: 'oferta',
        operation: () =>
          compiled.run({ facts: { overdue, dueOn, asOf: '2026-12-31' }, fields: ['penalty'], out: { penalty: out } }),
        answer: ({ fields: { penalty } }) => (allEqual(penalty.out) ? Number(penalty.total) : Number.NaN),
      },
    ],
  };
}

/** An agreement with the two computations of this file. */
function agreement() {
  const document = {
    format: 2,
    id: 'columns',
    edition: '2026-01-01',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'asWritten', state: 'asWritten' },
    rounding: 'halfExpand',
    facts: {
      monthlyPrice: ['money', 'monthly price'],
      day: ['day', 'the day that is charged'],
      overdue: ['money', 'what is overdue'],
      dueOn: ['day', 'the last day to pay'],
      asOf: ['day', 'the last day that accrues'],
    },
    clauses: {
      1: {
        says: 'The monthly price is charged by the day',
        charge: { dailyCharge: { monthlyPrice: '=monthlyPrice', day: '=day', spread: 'cumulative' } },
      },
      2: {
        says: '0.1 % a day, at most 5 %',
        penalty: {
          latePaymentPenalty: {
            overdue: '=overdue',
            dueOn: '=dueOn',
            asOf: '=asOf',
            rates: '0.1 %',
            cap: { rate: '5 %', base: '=overdue' },
            countPaymentDay: false,
          },
        },
      },
    },
    tables: {},
    readings: {},
    events: {},
    postings: {},
  };
  return defineAgreement(document, { calendars: [kz] });
}
