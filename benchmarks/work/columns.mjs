// One day of a million accounts: the daily charge over a typed array, beside the same loop in C and beside rows of objects.
import { dailyCharge, money } from 'oferta';
import { dailyChargeColumn } from 'oferta/batch';
import { amountText, drawing } from '../cases.mjs';
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
