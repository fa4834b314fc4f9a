import { oneCurrency, share, shown, sum } from '../amounts.mjs';
import { place, textOf } from '../days.mjs';
import {
  drawCalendar,
  drawCurrency,
  drawLimit,
  drawOther,
  drawPlace,
  drawPlaceIn,
  drawRate,
  drawRounding,
  drawRules,
  drawSmallUnits,
  drawUnits,
  needsCalendar,
  sumOf,
} from '../draws.mjs';
import { fractionOf } from '../fractions.mjs';
import { calendarOf, deadline, rulesOf } from '../limits.mjs';

const untilOf = (day, limit, { rules, calendar }) =>
  deadline(place(day), limit, rulesOf(rules), calendarOf(calendar)).lastDay;

export const refund = {
  refundEligibility: {
    draw(random) {
      const [unusedWithin, creditedWithin] = [drawLimit(random), drawLimit(random)];
      const rules = drawRules(random);
      const calendar =
        needsCalendar(rules, unusedWithin) || needsCalendar(rules, creditedWithin) ? drawCalendar(random) : undefined;
      const purchased = calendar === undefined ? drawPlace(random) : drawPlaceIn(random, calendar);
      const credited = purchased - (random.onceIn(2) ? 0 : random.below(400));
      const nearEnd = () => {
        try {
          const [day, limit] = random.onceIn(2) ? [purchased, unusedWithin] : [credited, creditedWithin];
          return untilOf(textOf(day), limit, { rules, calendar }) + random.between(-1, 2);
        } catch {
          return purchased;
        }
      };
      return {
        purchasedOn: textOf(purchased),
        creditedOn: textOf(credited),
        requestedOn: textOf(Math.max(purchased, random.onceIn(4) ? purchased + random.below(30) : nearEnd())),
        used: random.onceIn(3),
        unusedWithin,
        creditedWithin,
        rules,
        calendar,
      };
    },
    answer(terms) {
      const unusedUntil = untilOf(terms.purchasedOn, terms.unusedWithin, terms);
      const creditedUntil = untilOf(terms.creditedOn, terms.creditedWithin, terms);
      const requested = place(terms.requestedOn);
      const because = [];
      if (terms.used) because.push('used');
      if (requested > unusedUntil) because.push('unused-window-closed');
      if (requested > creditedUntil) because.push('credit-window-closed');
      return {
        eligible: because.length === 0,
        because,
        unusedUntil: textOf(unusedUntil),
        creditedUntil: textOf(creditedUntil),
        until: textOf(unusedUntil < creditedUntil ? unusedUntil : creditedUntil),
      };
    },
  },
  closingRefund: {
    draw(random) {
      const currency = drawCurrency(random);
      const balance = drawUnits(random) * (random.onceIn(5) ? -1n : 1n);
      const size = balance < 0n ? 0n : balance;
      const deposits = random.oneOf([size, size + 1n, size - 1n, size / 2n, drawUnits(random)]);
      return {
        balance: sumOf(balance, currency),
        setOff: sumOf(
          random.onceIn(2) ? 0n : random.oneOf([size, size + 1n, size / 3n, drawSmallUnits(random)]),
          drawOther(random, currency),
        ),
        ...(random.onceIn(3) ? {} : { deposits: sumOf(deposits < 0n ? 0n : deposits, currency) }),
        ...(random.onceIn(2)
          ? {}
          : { refunded: sumOf(random.oneOf([0n, 1n, size / 4n, drawSmallUnits(random)]), currency) }),
      };
    },
    answer({ balance, setOff, deposits, refunded }) {
      const currency = oneCurrency([balance, setOff, deposits, refunded].filter(Boolean).map(sum));
      const net = sum(balance).units - sum(setOff).units;
      if (net < 0n) return { refund: shown(0n, currency), debt: shown(-net, currency), retained: shown(0n, currency) };
      let most = net;
      if (deposits !== undefined) most = sum(deposits).units - (refunded === undefined ? 0n : sum(refunded).units);
      if (most < 0n) most = 0n;
      const back = net < most ? net : most;
      return { refund: shown(back, currency), debt: shown(0n, currency), retained: shown(net - back, currency) };
    },
  },
  repriceAtBase: {
    draw(random) {
      const currency = drawCurrency(random);
      const units = random.onceIn(3) ? drawRate(random) : random.below(20_000);
      const price = drawSmallUnits(random) % 5000n;
      const exact = share(price, fractionOf(String(units)), 'halfExpand');
      const paid = random.oneOf([exact, exact + 1n, exact - 1n, drawUnits(random)]);
      return {
        units,
        baseUnitPrice: sumOf(price, currency),
        paid: sumOf(paid < 0n ? 0n : paid, drawOther(random, currency)),
        rounding: drawRounding(random),
      };
    },
    answer({ units, baseUnitPrice, paid, rounding }) {
      const [price, had] = [sum(baseUnitPrice), sum(paid)];
      const currency = oneCurrency([price, had]);
      const cost = share(price.units, fractionOf(String(units)), rounding);
      const left = had.units - cost;
      return {
        cost: shown(cost, currency),
        remaining: shown(left > 0n ? left : 0n, currency),
        shortfall: shown(left < 0n ? -left : 0n, currency),
      };
    },
  },
  refundableCredits: {
    draw(random) {
      const within = drawLimit(random);
      const rules = drawRules(random);
      const calendar = needsCalendar(rules, within) ? drawCalendar(random) : undefined;
      const from = calendar === undefined ? drawPlace(random) : drawPlaceIn(random, calendar);
      const currency = drawCurrency(random);
      const credits = [];
      const debits = [];
      let [day, balance] = [from, 0n];
      // What is spent is at most what is there: an account paid in advance has no overdraft.
      for (let step = random.below(7); step > 0; step -= 1) {
        if (random.onceIn(2) || balance === 0n) {
          const units = drawSmallUnits(random);
          balance += units;
          credits.push({ creditedOn: textOf(day), amount: sumOf(units, currency) });
        } else {
          const units = random.oneOf([balance, balance / 2n, 1n]);
          balance -= units;
          debits.push({ debitedOn: textOf(day), amount: sumOf(units, drawOther(random, currency)) });
        }
        day += random.onceIn(3) ? 0 : random.below(25);
      }
      return {
        credits,
        debits,
        asOf: textOf(day + random.between(-20, 40)),
        within,
        atEnd: 'notRefundable',
        rules,
        calendar,
      };
    },
    answer({ credits, debits, asOf, within, rules, calendar }) {
      oneCurrency([
        { currency: (credits[0] ?? debits[0])?.amount.currency },
        ...credits.map(({ amount }) => sum(amount)),
        ...debits.map(({ amount }) => sum(amount)),
      ]);
      const last = place(asOf);
      const heaps = credits
        .filter(({ creditedOn }) => place(creditedOn) <= last)
        .map(({ creditedOn, amount }) => ({
          creditedOn,
          ...sum(amount),
          until: untilOf(creditedOn, within, { rules, calendar }),
        }));
      for (const { debitedOn, amount } of debits) {
        if (place(debitedOn) > last) continue;
        let { units } = sum(amount);
        for (const heap of heaps) {
          if (place(heap.creditedOn) > place(debitedOn)) continue;
          const taken = heap.units < units ? heap.units : units;
          heap.units -= taken;
          units -= taken;
        }
      }
      return {
        credits: heaps.map(({ creditedOn, units, currency, until }) => ({
          creditedOn,
          left: shown(units, currency),
          until: textOf(until),
          refundable: shown(last <= until ? units : 0n, currency),
        })),
      };
    },
  },
};
