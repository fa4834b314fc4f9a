// One day of a monthly price under cumulative rounding: round(P·k/n) − round(P·(k−1)/n), a tie away from zero.
import { dailyCharge, money } from 'oferta';
import { amountText, civil, drawing, each, few, isoText, monthLength, nearest, plainDate } from '../cases.mjs';
import { cumulativeRunUnits } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';

export function dailyChargeWork({ stacks }) {
  const draw = drawing(1);
  const prices = Float64Array.from(each(() => draw(100_000, 50_000_000)));
  const dayNumbers = each(() => draw(19_723, 21_183));
  const days = Int32Array.from(dayNumbers, (day) => civil(day).day);
  const lengths = Int32Array.from(dayNumbers, (day) => monthLength(civil(day).year, civil(day).month));
  const expected = Float64Array.from(prices, (price, at) => {
    const through = (day) => nearest(BigInt(price) * BigInt(day), BigInt(lengths[at]));
    return Number(through(days[at]) - through(days[at] - 1));
  });

  const isoDays = dayNumbers.map(isoText);
  const texts = Array.from(prices, amountText);
  const sums = texts.map((text) => money(text, 'KZT'));
  const plainDates = isoDays.map(plainDate);
  const today = plainDate('2026-01-16');
  const terms = { spread: 'cumulative', rounding: 'halfExpand' };
  const made = each((at) => dailyCharge({ monthlyPrice: sums[at], day: isoDays[at], ...terms }), few);
  const bigPrices = Array.from(prices, BigInt);
  const minorUnits = (result) => Number(result.amount.minorUnits);

  return {
    id: 'dailyCharge',
    title: 'Daily charge',
    does: 'What one day of a monthly price costs, the month summing to the price.',
    expected,
    c: { kernel: 'daily_charge', columns: [prices, days, lengths] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(prices, days, lengths) },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) => cumulativeRunUnits(prices[at], days[at], days[at], lengths[at], 'halfExpand'),
      },
      {
        name: 'oferta, Money and ISO text',
        group: 'oferta',
        operation: (at) =>
          dailyCharge({ monthlyPrice: sums[at], day: isoDays[at], spread: 'cumulative', rounding: 'halfExpand' }),
        answer: minorUnits,
      },
      {
        name: 'oferta, Money and PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) =>
          dailyCharge({ monthlyPrice: sums[at], day: plainDates[at], spread: 'cumulative', rounding: 'halfExpand' }),
        answer: minorUnits,
      },
      {
        name: 'oferta, Money and one PlainDate for all',
        group: 'part',
        apart: true,
        operation: (at) =>
          dailyCharge({ monthlyPrice: sums[at], day: today, spread: 'cumulative', rounding: 'halfExpand' }),
      },
      {
        name: 'oferta, from amount text and ISO text',
        group: 'oferta',
        operation: (at) =>
          dailyCharge({
            monthlyPrice: money(texts[at], 'KZT'),
            day: isoDays[at],
            spread: 'cumulative',
            rounding: 'halfExpand',
          }),
        answer: minorUnits,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      {
        name: 'BigInt',
        group: 'peer',
        operation: (at) => {
          const length = BigInt(lengths[at]);
          const day = BigInt(days[at]);
          const price = bigPrices[at];
          const through = (2n * price * day + length) / (2n * length);
          return through - (2n * price * (day - 1n) + length) / (2n * length);
        },
        answer: Number,
      },
      ...stacks.flatMap((stack, at) => {
        const [amounts, stackDays] = [stack.amounts(), stack.days()];
        const built = {
          name: stack.name,
          group: 'peer',
          operation: own(peer, amounts, stackDays, fresh(texts), fresh(isoDays)),
        };
        const parsed = {
          name: `${stack.name}, from texts`,
          group: 'peer',
          operation: own(peerFromTexts, stack.amounts(), stack.days(), fresh(texts), fresh(isoDays)),
        };
        return (at === 0 ? [built, parsed] : [built]).map((one) => ({ ...one, answer: amounts.units }));
      }),
    ],
  };
}

/** `P = q·n + r`: both roundings share `q·k`, so the day costs `q` or `q + 1`; which, is one bit for each `r`, kept by month length and day. */
function limit(prices, days, lengths) {
  const bits = new Int32Array(32 * 32);
  for (let length = 28; length <= 31; length += 1)
    for (let day = 1; day <= length; day += 1)
      for (let rest = 0; rest < length; rest += 1) {
        const through = Math.floor((2 * rest * day + length) / (2 * length));
        const before = Math.floor((2 * rest * (day - 1) + length) / (2 * length));
        bits[length * 32 + day] |= (through - before) << rest;
      }
  return (at) => {
    const price = prices[at];
    const length = lengths[at];
    const size = Math.abs(price);
    const whole = Math.floor(size / length);
    const charge = whole + ((bits[length * 32 + days[at]] >>> (size - whole * length)) & 1);
    return price < 0 ? 0 - charge : charge;
  };
}

function peer(amounts, days, texts, isoDays) {
  const prices = texts.map(amounts.of);
  const on = isoDays.map(days.of);
  return (at) => {
    const price = prices[at];
    const day = days.dayOfMonth(on[at]);
    const length = days.monthLength(on[at]);
    return amounts.minus(
      amounts.round(amounts.share(price, day, length)),
      amounts.round(amounts.share(price, day - 1, length)),
    );
  };
}

function peerFromTexts(amounts, days, texts, isoDays) {
  return (at) => {
    const price = amounts.of(texts[at]);
    const on = days.of(isoDays[at]);
    const day = days.dayOfMonth(on);
    const length = days.monthLength(on);
    return amounts.minus(
      amounts.round(amounts.share(price, day, length)),
      amounts.round(amounts.share(price, day - 1, length)),
    );
  };
}
