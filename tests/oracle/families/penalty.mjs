import { oneCurrency, shown, sum } from '../amounts.mjs';
import { place, textOf } from '../days.mjs';
import {
  drawCurrency,
  drawOther,
  drawPlace,
  drawRounding,
  drawSmallSum,
  drawSmallUnits,
  drawSum,
  sumOf,
} from '../draws.mjs';
import { atLeast, fraction, fractionOf, plus, round, times, zero } from '../fractions.mjs';
import { refuse } from '../refusal.mjs';

/** Days over which a cap is searched for; cases are drawn so that it is reached within them or never. */
const horizon = 9000;

const dailyRates = ['0.001', '0.001', '0.0005', '0.002', '0.0033', '0.01', '0.1', '0', '0.0010', '0.00333333'];
const capRates = ['0.05', '0.05', '0.1', '0.01', '0.5', '1', '0', '0.333333'];

export const penalty = {
  latePaymentPenalty: {
    draw(random) {
      const due = drawPlace(random);
      const currency = drawCurrency(random);
      const overdue = random.onceIn(4) ? drawSum(random, currency) : drawSmallSum(random, currency);
      const late = random.onceIn(10) ? random.between(-2, 1) : random.below(random.onceIn(4) ? 400 : 60);
      const owed = sum(overdue).units;
      // Where the first rate comes late, sums are of one currency: two faults in one case could be named in either order.
      const lateRate = random.onceIn(24);
      const other = () => (lateRate ? currency : drawOther(random, currency));
      const payment = () => ({
        paidOn: textOf(due + random.between(-2, 70)),
        // A third, all of it, a unit more, nothing, or any sum.
        amount: sumOf(random.oneOf([owed / 3n, owed / 2n, owed, owed + 1n, 0n, 1n, drawSmallUnits(random)]), other()),
      });
      const rates = [
        {
          ...(lateRate || random.onceIn(2)
            ? { effectiveOn: textOf(due + (lateRate ? random.between(2, 6) : 1 - random.below(30))) }
            : {}),
          dailyRate: random.oneOf(dailyRates),
        },
      ];
      let from = due + 1;
      for (let more = random.below(3); more > 0; more -= 1) {
        from += random.between(1, 30);
        rates.push({ effectiveOn: textOf(from), dailyRate: random.oneOf(dailyRates) });
      }
      if (
        rates[0].effectiveOn !== undefined &&
        rates.slice(1).some(({ effectiveOn }) => effectiveOn === rates[0].effectiveOn)
      )
        rates.length = 1;
      if (random.onceIn(3)) rates.reverse();
      const cap = random.onceIn(3)
        ? undefined
        : {
            rate: random.oneOf(capRates),
            base: random.onceIn(2) ? overdue : sumOf(owed + (drawSmallUnits(random) % (owed + 1n)), other()),
          };
      return {
        overdue,
        dueOn: textOf(due),
        asOf: textOf(due + late),
        rates,
        cap,
        payments: random.onceIn(2) ? undefined : random.list(4, payment),
        countPaymentDay: random.onceIn(2),
        rounding: drawRounding(random),
        ...(random.onceIn(2) ? { capRounding: drawRounding(random) } : {}),
      };
    },
    answer({ overdue, dueOn, asOf, rates, cap, payments = [], countPaymentDay, rounding, capRounding = rounding }) {
      const owed = sum(overdue);
      const currency = oneCurrency([
        owed,
        ...payments.map(({ amount }) => sum(amount)),
        ...(cap === undefined ? [] : [sum(cap.base)]),
      ]);
      const [due, last] = [place(dueOn), place(asOf)];
      const lowering = payments.map(({ paidOn, amount }) => ({
        from: place(paidOn) + (countPaymentDay && place(paidOn) > due ? 1 : 0),
        units: sum(amount).units,
      }));
      const steps = rates
        .map(({ effectiveOn, dailyRate }) => ({
          from: effectiveOn === undefined ? Number.NEGATIVE_INFINITY : place(effectiveOn),
          dailyRate,
        }))
        .sort((a, b) => a.from - b.from);
      const limit = cap === undefined ? undefined : times(fraction(sum(cap.base).units), fractionOf(cap.rate));

      /** What is outstanding on a day, and the rate in force on it. */
      const stateOn = (day) => {
        let outstanding = owed.units;
        for (const { from, units } of lowering) if (from <= day) outstanding -= units;
        let rate;
        for (const step of steps) if (step.from <= day) rate = step.dailyRate;
        return { outstanding: outstanding < 0n ? 0n : outstanding, rate };
      };
      let accrued = zero;
      let daysLate = 0;
      const segments = [];
      for (let day = due + 1; day <= last; day += 1) {
        const { outstanding, rate } = stateOn(day);
        if (rate === undefined) refuse('term-not-in-force');
        if (outstanding === 0n) continue;
        accrued = plus(accrued, times(fraction(outstanding), fractionOf(rate)));
        daysLate += 1;
        const before = segments.at(-1);
        const goesOn =
          before?.last === day - 1 &&
          before.outstanding === outstanding &&
          fractionOf(before.rate).top * fractionOf(rate).bottom ===
            fractionOf(rate).top * fractionOf(before.rate).bottom;
        if (goesOn) before.last = day;
        else segments.push({ first: day, last: day, outstanding, rate });
      }

      const [whole, most] = [round(accrued, rounding), limit === undefined ? undefined : round(limit, capRounding)];
      const capped = most !== undefined && most < whole;
      return {
        penalty: shown(capped ? most : whole, currency),
        accrued: shown(whole, currency),
        cap: most === undefined ? null : shown(most, currency),
        capped,
        daysLate,
        segments: segments.map(({ first, last: end, outstanding }) => ({
          firstDay: textOf(first),
          lastDay: textOf(end),
          days: end - first + 1,
          outstanding: shown(outstanding, currency),
        })),
        ...reached(),
      };

      /** The first day on which the exact accrual reaches the exact cap, looked for past the day asked. */
      function reached() {
        if (limit === undefined) return { capReachedOn: null };
        const settled = Math.max(
          due + 1,
          ...lowering.map(({ from }) => from),
          ...steps.map(({ from }) => from).filter(Number.isFinite),
        );
        let all = zero;
        for (let day = due + 1; day <= due + horizon; day += 1) {
          const { outstanding, rate } = stateOn(day);
          if (outstanding > 0n) {
            if (rate === undefined) refuse('term-not-in-force');
            all = plus(all, times(fraction(outstanding), fractionOf(rate)));
            if (atLeast(all, limit)) return { capReachedOn: textOf(day) };
          }
          // From here on nothing changes any more, and nothing is added.
          if (day >= settled && (outstanding === 0n || fractionOf(rate).top === 0n)) return { capReachedOn: null };
        }
        return {};
      }
    },
  },
  escalatingFine: {
    draw(random) {
      const currency = drawCurrency(random);
      return {
        first: drawSum(random, currency),
        repeat: drawSum(random, drawOther(random, currency)),
        count: random.below(7),
        mode: random.oneOf(['repeatAlone', 'firstPlusRepeat']),
      };
    },
    answer({ first, repeat, count, mode }) {
      const [one, again] = [sum(first), sum(repeat)];
      const currency = oneCurrency([one, again]);
      const each = [];
      let total = 0n;
      for (let breach = 1; breach <= count; breach += 1) {
        const units = breach === 1 ? one.units : again.units + (mode === 'firstPlusRepeat' ? one.units : 0n);
        each.push(shown(units, currency));
        total += units;
      }
      return { total: shown(total, currency), each };
    },
  },
};
