import { oneCurrency, shown, sum } from '../amounts.mjs';
import { addMonths, place, textOf } from '../days.mjs';
import {
  drawCurrency,
  drawOther,
  drawPlace,
  drawRate,
  drawRounding,
  drawSmallSum,
  drawSmallUnits,
  drawSum,
  sumOf,
} from '../draws.mjs';
import { fraction, fractionOf, round, times } from '../fractions.mjs';
import { refuse } from '../refusal.mjs';

function drawCap(random, currency, loss) {
  const base = random.onceIn(3) ? drawSum(random, currency) : drawSmallSum(random, currency);
  const rate = random.onceIn(3) ? drawRate(random) : random.oneOf(['0.05', '0.1', '1', '0']);
  const room = round(times(fraction(sum(base).units), fractionOf(rate)), 'halfExpand');
  // At times used up to a unit of the cap, or so that the room is the loss to the unit.
  const used = random.oneOf([
    0n,
    room,
    room + 1n,
    room - loss,
    room - loss + 1n,
    room - loss - 1n,
    drawSmallUnits(random),
  ]);
  return {
    clause: `${random.between(1, 9)}.${random.between(1, 9)}`,
    rate,
    base,
    used: sumOf(used < 0n ? 0n : used, drawOther(random, currency)),
  };
}

export const liability = {
  limitLiability: {
    draw(random) {
      const currency = drawCurrency(random);
      const loss = random.onceIn(4) ? drawSum(random, currency) : drawSmallSum(random, currency);
      const caps = (most) => random.list(most, () => drawCap(random, currency, sum(loss).units));
      const heads = random.onceIn(2)
        ? undefined
        : ['data', 'profit', 'disclosure'].map((head) => {
            const treatment = random.oneOf(['excluded', 'capped', 'uncapped']);
            return { head, treatment, ...(treatment === 'capped' && random.onceIn(2) ? { caps: caps(2) } : {}) };
          });
      return {
        loss,
        excludedBy: random.onceIn(8) ? 'force-majeure' : undefined,
        requires: random.list(2, () => ({ what: 'documented', met: !random.onceIn(6) })),
        caps: caps(3),
        ...(heads === undefined
          ? {}
          : { heads, head: random.onceIn(40) ? 'reputation' : random.oneOf(['data', 'profit', 'disclosure']) }),
        rounding: drawRounding(random),
        ...(random.onceIn(2) ? { capRounding: drawRounding(random) } : {}),
      };
    },
    answer({ loss, excludedBy, requires, caps, heads, head, rounding, capRounding = rounding }) {
      const { units } = sum(loss);
      const every = [...caps, ...(heads ?? []).flatMap((each) => each.caps ?? [])];
      const currency = oneCurrency([sum(loss), ...every.flatMap(({ base, used }) => [sum(base), sum(used)])]);
      const treated = heads?.find((each) => each.head === head);
      if (heads !== undefined && treated === undefined) refuse('term-not-in-force');
      // A head that is capped by nothing says two things at once.
      if (treated?.treatment === 'capped' && caps.length + (treated.caps ?? []).length === 0) refuse();
      const applied = treated?.treatment === 'uncapped' ? [] : [...(treated?.caps ?? []), ...caps];
      const rooms = applied.map(({ clause, rate, base, used }) => {
        const cap = round(times(fraction(sum(base).units), fractionOf(rate)), capRounding);
        const left = cap - sum(used).units;
        return { clause, room: left < 0n ? 0n : left };
      });
      const least = rooms.reduce(
        (best, each) => (best === undefined || each.room < best.room ? each : best),
        undefined,
      );
      const room = least === undefined ? null : shown(least.room, currency);
      const nothing = (because) => ({ payable: shown(0n, currency), bindingCap: null, room, because });
      if (excludedBy !== undefined || treated?.treatment === 'excluded') return nothing('excluded');
      if (requires.some(({ met }) => !met)) return nothing('condition-not-met');
      const binds = least !== undefined && least.room < units;
      return {
        payable: shown(binds ? least.room : units, currency),
        bindingCap: binds ? least.clause : null,
        room,
        because: null,
      };
    },
  },
  lastPaidTariff: {
    draw(random) {
      const on = drawPlace(random);
      const currency = drawCurrency(random);
      let paidOn = on + random.between(-40, 1);
      return {
        purchases: random.list(5, () => {
          paidOn += random.between(1, 12);
          return {
            paidOn: textOf(paidOn),
            paid: random.onceIn(3) ? sumOf(0n, currency) : drawSum(random, currency),
            price: drawSum(random, currency),
          };
        }),
        on: textOf(on),
      };
    },
    answer({ purchases, on }) {
      const paid = purchases.filter((each) => place(each.paidOn) <= place(on) && sum(each.paid).units > 0n);
      const last = paid.reduce(
        (best, each) => (best === undefined || place(each.paidOn) > place(best.paidOn) ? each : best),
        undefined,
      );
      if (last === undefined) return null;
      const { currency } = last.paid;
      return {
        paidOn: last.paidOn,
        paid: shown(sum(last.paid).units, currency),
        price: shown(sum(last.price).units, currency),
      };
    },
  },
  liabilityBase: {
    draw(random) {
      const event = drawPlace(random);
      const currency = drawCurrency(random);
      const months = random.between(1, 14);
      const edge = random.oneOf([event, addMonths(event, -months), event - 31]);
      const payment = () => ({
        paidOn: textOf(edge + random.between(-3, 3)),
        ...(random.onceIn(2) ? { dueOn: textOf(random.oneOf([edge, event]) + random.between(-3, 3)) } : {}),
        amount: drawSum(random, drawOther(random, currency)),
        ...(random.onceIn(2) ? { for: random.oneOf(['2026-04', 'older-debt']) } : {}),
      });
      const first = edge - random.below(3);
      return {
        payments: random.list(6, payment),
        window: random.onceIn(2)
          ? { months, before: textOf(event) }
          : { firstDay: textOf(first), lastDay: textOf(Math.max(first, event - random.below(3))) },
        counts: random.oneOf(['paid', 'paidOrPayable']),
        ...(random.onceIn(3) ? { onlyFor: ['2026-04'] } : {}),
        currency,
      };
    },
    answer({ payments, window, counts, onlyFor, currency }) {
      oneCurrency([{ currency }, ...payments.map(({ amount }) => sum(amount))]);
      const [first, last] =
        window.months === undefined
          ? [place(window.firstDay), place(window.lastDay)]
          : [addMonths(place(window.before), -window.months), place(window.before) - 1];
      const within = (day) => day !== undefined && place(day) >= first && place(day) <= last;
      let total = 0n;
      for (const { paidOn, dueOn, amount, for: what } of payments) {
        if (onlyFor !== undefined && !onlyFor.includes(what)) continue;
        if (within(paidOn) || (counts === 'paidOrPayable' && within(dueOn))) total += sum(amount).units;
      }
      return shown(total, currency);
    },
  },
};
