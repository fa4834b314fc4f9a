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
      const overdrawn = random.onceIn(3);
      let [day, balance] = [from, 0n];
      for (let step = random.below(8); step > 0; step -= 1) {
        if (random.onceIn(2) || (balance <= 0n && !overdrawn)) {
          const units = drawSmallUnits(random);
          balance += units;
          credits.push({
            creditedOn: textOf(day),
            amount: sumOf(units, currency),
            ...(random.onceIn(4) ? { promotional: true } : {}),
            ...(random.onceIn(4) ? { within: { count: random.between(1, 40), unit: 'calendarDays' } } : {}),
          });
        } else {
          const units = overdrawn ? drawSmallUnits(random) : random.oneOf([balance, balance / 2n, 1n]);
          balance -= units;
          debits.push({ debitedOn: textOf(day), amount: sumOf(units, drawOther(random, currency)) });
        }
        day += random.onceIn(3) ? 0 : random.below(25);
      }
      if (random.onceIn(3)) debits.reverse();
      return {
        credits,
        debits,
        asOf: textOf(day + random.between(-20, 40)),
        within,
        ...(random.onceIn(4) ? {} : { atEnd: random.oneOf(['notRefundable', 'lapses']) }),
        ...(random.onceIn(2) ? {} : { order: random.oneOf(Object.keys(spending)) }),
        rules,
        calendar,
      };
    },
    answer({ credits, debits, asOf, within, atEnd = 'notRefundable', order = 'oldestFirst', rules, calendar }) {
      const sums = [...credits, ...debits].map(({ amount }) => sum(amount));
      if (sums.length > 0) oneCurrency(sums);
      const last = place(asOf);
      const heaps = credits
        .map((credit, number) => ({ ...credit, number, on: place(credit.creditedOn) }))
        .filter(({ on }) => on <= last)
        .map((credit) => ({
          ...credit,
          ...sum(credit.amount),
          until: untilOf(credit.creditedOn, credit.within ?? within, { rules, calendar }),
        }));
      const spends = debits.map(({ debitedOn, amount }) => ({ on: place(debitedOn), ...sum(amount) }));
      const days = [...heaps, ...spends].map(({ on }) => on).filter((day) => day <= last);
      let owed = 0n;
      // Day by day: what lapsed before it is gone, top-ups come before debits.
      for (let day = Math.min(...days); day <= last && days.length > 0; day += 1) {
        for (const heap of heaps) {
          // Rolled back, a limit may end before the money came: then it was never there to spend.
          if (heap.on !== day || (atEnd === 'lapses' && day > heap.until)) continue;
          const taken = heap.units < owed ? heap.units : owed;
          heap.units -= taken;
          owed -= taken;
        }
        for (const { on, units } of spends) {
          if (on !== day) continue;
          let left = units;
          const there = heaps.filter((heap) => heap.on <= day && (atEnd !== 'lapses' || day <= heap.until));
          for (const heap of there.sort(spending[order])) {
            const taken = heap.units < left ? heap.units : left;
            heap.units -= taken;
            left -= taken;
          }
          owed += left;
        }
      }
      return {
        credits: heaps.map(({ creditedOn, units, currency, until }) => {
          const gone = last > until;
          return {
            creditedOn,
            left: shown(gone && atEnd === 'lapses' ? 0n : units, currency),
            ...(atEnd === 'lapses' ? { lapsed: shown(gone ? units : 0n, currency) } : {}),
            until: textOf(until),
            refundable: shown(gone ? 0n : units, currency),
          };
        }),
      };
    },
  },
};

const oldest = (a, b) => a.on - b.on || a.number - b.number;
const earliest = (a, b) => a.until - b.until || oldest(a, b);
const promotional = (a, b) => Number(b.promotional ?? false) - Number(a.promotional ?? false);

/** What a debit takes first. */
const spending = {
  oldestFirst: oldest,
  earliestExpiryFirst: earliest,
  promotionalThenOldest: (a, b) => promotional(a, b) || oldest(a, b),
  promotionalThenEarliestExpiry: (a, b) => promotional(a, b) || earliest(a, b),
};
