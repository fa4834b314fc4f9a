import { oneCurrency, share, shown, sum } from '../amounts.mjs';
import { drawCurrency, drawOther, drawRate, drawRounding, drawSignedSum, drawUnits, sumOf } from '../draws.mjs';
import { atLeast, divide, fraction, fractionOf, minus, plus, round, zero } from '../fractions.mjs';
import { refuse } from '../refusal.mjs';

const twoSums = (random) => {
  const currency = drawCurrency(random);
  return [drawSignedSum(random, currency), drawSignedSum(random, drawOther(random, currency))];
};

/** Two sums, at times the same one twice. */
const maybeEqual = (random) => {
  const [a, b] = twoSums(random);
  return random.onceIn(4) ? [a, { ...a }] : [a, b];
};

const picking = (pick) => (a, b) => {
  const [one, other] = [sum(a), sum(b)];
  return shown(pick(one.units, other.units), oneCurrency([one, other]));
};

export const money = {
  multiplyMoney: {
    draw(random) {
      const currency = drawCurrency(random);
      // Half a unit is where the nine modes part.
      const factor = random.onceIn(3) ? random.oneOf(['0.5', '1.5', '0.25', '0.05', '2.5']) : drawRate(random);
      return [
        drawSignedSum(random, currency),
        random.onceIn(4) && factor !== '0' ? `-${factor}` : factor,
        drawRounding(random),
      ];
    },
    answer(m, factor, rounding) {
      const { units, currency } = sum(m);
      return shown(share(units, fractionOf(factor), rounding), currency);
    },
  },
  addMoney: { draw: twoSums, answer: picking((a, b) => a + b) },
  subtractMoney: { draw: twoSums, answer: picking((a, b) => a - b) },
  minMoney: { draw: maybeEqual, answer: picking((a, b) => (a < b ? a : b)) },
  maxMoney: { draw: maybeEqual, answer: picking((a, b) => (a > b ? a : b)) },
  compareMoney: {
    draw: maybeEqual,
    answer(a, b) {
      const [one, other] = [sum(a), sum(b)];
      oneCurrency([one, other]);
      return one.units === other.units ? 0 : one.units < other.units ? -1 : 1;
    },
  },
  negateMoney: {
    draw: (random) => [drawSignedSum(random, drawCurrency(random))],
    answer(m) {
      const { units, currency } = sum(m);
      return shown(-units, currency);
    },
  },
  sumMoney: {
    draw(random) {
      const currency = drawCurrency(random);
      return [random.list(5, () => drawSignedSum(random, drawOther(random, currency))), currency];
    },
    answer(list, currency) {
      const sums = list.map(sum);
      oneCurrency([...sums, { currency }]);
      return shown(
        sums.reduce((total, { units }) => total + units, 0n),
        currency,
      );
    },
  },
  percent: {
    draw: (random) => [random.onceIn(3) ? String(random.below(300)) : drawRate(random)],
    answer(text) {
      // One hundredth, written without zeros at the end.
      const { top, bottom } = divide(fractionOf(text), fraction(100n));
      let places = 0;
      while ((top * 10n ** BigInt(places)) % bottom !== 0n) places += 1;
      const digits = String((top * 10n ** BigInt(places)) / bottom).padStart(places + 1, '0');
      return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    },
  },
  allocate: {
    draw(random) {
      const currency = drawCurrency(random);
      const ratio = () => {
        switch (random.below(5)) {
          case 0:
            return 0;
          case 1:
            return String(drawRate(random));
          case 2:
            return 1;
          default:
            return random.below(100);
        }
      };
      return {
        total: sumOf(drawUnits(random) * (random.onceIn(3) ? -1n : 1n), currency),
        ratios: Array.from({ length: random.between(1, 6) }, ratio),
        remainder: random.oneOf(['largestRemainder', 'firstShare', 'lastShare']),
      };
    },
    answer({ total, ratios, remainder }) {
      const { units, currency } = sum(total);
      const sign = units < 0n ? -1n : 1n;
      const size = units * sign;
      const parts = ratios.map(fractionOf);
      const whole = parts.reduce(plus, zero);
      if (whole.top === 0n) refuse();
      const exact = parts.map((part) => divide(fraction(size * part.top, part.bottom), whole));
      const shares = exact.map((each) => round(each, 'floor'));
      let rest = size - shares.reduce((all, each) => all + each, 0n);
      const takers = exact.map((each, index) => ({ index, over: minus(each, fraction(shares[index])) }));
      if (remainder === 'largestRemainder') {
        // Unit by unit to the largest fraction that has had none, the earlier of two that are equal.
        for (; rest > 0n; rest -= 1n) {
          const most = takers.reduce((best, each) => (atLeast(best.over, each.over) ? best : each));
          shares[most.index] += 1n;
          most.over = fraction(-1n);
        }
      } else {
        const named = parts.map((part, index) => (part.top > 0n ? index : -1)).filter((index) => index >= 0);
        shares[remainder === 'firstShare' ? named[0] : named.at(-1)] += rest;
      }
      return shares.map((each) => shown(sign * each, currency));
    },
  },
};
