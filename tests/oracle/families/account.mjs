// Tariff, balance and messaging: what an account does from day to day.
import { oneCurrency, shown, sum } from '../amounts.mjs';
import { place, textOf } from '../days.mjs';
import {
  drawCounting,
  drawCurrency,
  drawOther,
  drawPlace,
  drawSignedSum,
  drawSmallUnits,
  drawSum,
  drawUnits,
  sumOf,
} from '../draws.mjs';
import { calendarOf, deadline, rulesOf } from '../limits.mjs';
import { refuse } from '../refusal.mjs';

// 3GPP TS 23.038: the default alphabet, and the ten that take two septets.
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('^{}\\[~]|€\f');

const letters = ['a', 'Z', '0', ' ', '@', '\n', 'à', 'Δ', '€', '{', '\f'];
const otherLetters = ['я', 'Қ', '₸', '№', '«', 'ç', '`', '\t', '\u00a0', '😀', '’'];

const feesFrom = (changes) =>
  changes
    .map(({ effectiveOn, price }) => ({
      from: effectiveOn === undefined ? Number.NEGATIVE_INFINITY : place(effectiveOn),
      price: sum(price),
    }))
    .sort((a, b) => a.from - b.from);

export const account = {
  tariffOn: {
    draw(random) {
      const day = drawPlace(random);
      const currency = drawCurrency(random);
      let from = day + random.between(-30, 2);
      const changes = Array.from({ length: random.between(1, 4) }, (_, index) => {
        from += random.between(1, 15);
        return {
          ...(index === 0 && random.onceIn(2) ? {} : { effectiveOn: textOf(from) }),
          price: drawSum(random, currency),
        };
      });
      if (random.onceIn(3)) changes.reverse();
      const near = () => textOf(day + random.between(-20, 3));
      const protection = random.oneOf([
        'none',
        { untilTopUp: random.list(3, near) },
        { paidThrough: textOf(day + random.between(-2, 2)) },
        { paidThrough: textOf(day + random.between(-2, 4)), paidOn: textOf(day + random.between(-20, 4)) },
      ]);
      return { day: textOf(day), changes, protection };
    },
    answer({ day, changes, protection }) {
      const today = place(day);
      // A payment after the last day it pays for says two things at once.
      if (protection.paidOn !== undefined && place(protection.paidOn) > place(protection.paidThrough)) refuse();
      const prices = feesFrom(changes);
      const inForce = (at) => {
        let found;
        for (const { from, price } of prices) if (from <= at) found = price;
        return found ?? refuse('term-not-in-force');
      };
      const priced = () => {
        const now = inForce(today);
        if (protection === 'none') return now;
        if (protection.untilTopUp !== undefined) {
          const topUps = protection.untilTopUp.map(place).filter((at) => at <= today);
          return topUps.length === 0 ? prices[0].price : inForce(Math.max(...topUps));
        }
        if (today > place(protection.paidThrough)) return now;
        if (protection.paidOn === undefined) return prices[0].price;
        // What is not yet paid protects nothing.
        return today < place(protection.paidOn) ? now : inForce(place(protection.paidOn));
      };
      const { units, currency } = priced();
      return { price: shown(units, currency) };
    },
  },
  applyPayment: {
    draw(random) {
      const currency = drawCurrency(random);
      const debts = random.list(4, () => drawSmallUnits(random));
      const price = random.onceIn(3) ? undefined : drawSmallUnits(random);
      const owed = debts.reduce((all, each) => all + each, 0n);
      const payment = random.oneOf([
        owed,
        owed + (price ?? 0n),
        owed + (price ?? 0n) - 1n,
        owed + (price ?? 0n) + 1n,
        owed - 1n,
        drawUnits(random),
        drawSmallUnits(random),
      ]);
      return {
        payment: sumOf(payment < 0n ? 0n : payment, currency),
        debts: debts.map((units) => sumOf(units, drawOther(random, currency))),
        ...(price === undefined ? {} : { price: sumOf(price, currency) }),
      };
    },
    answer({ payment, debts, price }) {
      const currency = oneCurrency([payment, ...debts, ...(price === undefined ? [] : [price])].map(sum));
      let left = sum(payment).units;
      const toDebts = debts.map((debt) => {
        const { units } = sum(debt);
        const paid = units < left ? units : left;
        left -= paid;
        return shown(paid, currency);
      });
      const activates = price === undefined ? null : left >= sum(price).units;
      return {
        toDebts,
        left: shown(left, currency),
        activates,
        carried: shown(activates === true ? left - sum(price).units : left, currency),
      };
    },
  },
  debitBalance: {
    draw(random) {
      const currency = drawCurrency(random);
      const charge = drawSum(random, drawOther(random, currency));
      const { units } = sum(charge);
      return {
        balance: random.onceIn(2)
          ? sumOf(units + BigInt(random.between(-1, 1)), currency)
          : drawSignedSum(random, currency),
        charge,
        partial: random.onceIn(2),
      };
    },
    answer({ balance, charge, partial }) {
      const [had, due] = [sum(balance), sum(charge)];
      const currency = oneCurrency([had, due]);
      const there = had.units < 0n ? 0n : had.units;
      const covered = there < due.units ? there : due.units;
      const debited = covered === due.units || partial ? covered : 0n;
      return {
        debited: shown(debited, currency),
        balance: shown(had.units - debited, currency),
        short: shown(due.units - covered, currency),
      };
    },
  },
  smsSegments: {
    draw(random) {
      const from = random.onceIn(2) ? letters : [...letters, ...otherLetters];
      const around = random.oneOf([0, 1, 67, 70, 134, 140, 153, 160, 201, 306, 320]);
      const size = Math.max(0, around + random.between(-3, 3));
      // Mostly one letter, with others here and there, so that pairs meet the seams.
      const usual = random.oneOf(from);
      let text = '';
      for (let index = 0; index < size; index += 1) text += random.onceIn(12) ? random.oneOf(from) : usual;
      return [text, { partHeader: random.oneOf(['udh', 'none']) }];
    },
    answer(text, { partHeader }) {
      const characters = [...text];
      const latin = characters.every((each) => alphabet.has(each) || escaped.has(each));
      const width = (each) => (latin ? (escaped.has(each) ? 2 : 1) : each.length);
      const units = characters.reduce((all, each) => all + width(each), 0);
      const [alone, part] = latin ? [160, partHeader === 'udh' ? 153 : 160] : [70, partHeader === 'udh' ? 67 : 70];
      let segments = 1;
      if (units > alone) {
        let filled = 0;
        for (const each of characters) {
          if (filled + width(each) > part) {
            segments += 1;
            filled = 0;
          }
          filled += width(each);
        }
      }
      return { encoding: latin ? 'GSM-7' : 'UCS-2', units, segments };
    },
  },
  mayRepeat: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      let near = day;
      try {
        near = deadline(day, limit, rulesOf(rules), calendarOf(calendar)).lastDay;
      } catch {
        // The case has no answer, whatever the day is.
      }
      return { lastOn: textOf(day), limit, on: textOf(Math.max(day, near + random.between(-2, 2))), rules, calendar };
    },
    answer: ({ lastOn, limit, on, rules, calendar }) =>
      place(on) >= deadline(place(lastOn), limit, rulesOf(rules), calendarOf(calendar)).lastDay,
  },
  sendingTime: {
    draw(random) {
      const least = random.between(1, 5000);
      const most = least + (random.onceIn(4) ? 0 : random.below(5000));
      const times = random.below(40);
      const count = random.onceIn(4)
        ? random.below(1_000_000)
        : Math.max(0, random.oneOf([least, most]) * times + random.between(-1, 1));
      return { count, perMinute: { least, most } };
    },
    answer({ count, perMinute: { least, most } }) {
      const minutes = (speed) => {
        let [left, begun] = [count, 0];
        for (; left > 0; left -= speed) begun += 1;
        return begun;
      };
      return { best: minutes(most), worst: minutes(least) };
    },
  },
};
