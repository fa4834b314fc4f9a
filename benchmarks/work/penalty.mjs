// A penalty of 0.1 % a day on what is overdue, three part payments, at most 5 % of the debt.
import { latePaymentPenalty, money, paymentLedger } from 'oferta';
import { amountText, drawing, each, few, isoText, nearest, plainDate, size } from '../cases.mjs';
import { accrual, divideRounded } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';

const rates = Object.freeze([Object.freeze({ dailyRate: '0.001' })]);

export function penaltyWork({ stacks }) {
  const draw = drawing(3);
  const overdue = Float64Array.from(each(() => draw(1_000_000, 100_000_000)));
  const dueOn = Int32Array.from(each(() => draw(19_723, 20_818)));
  const late = each(() => draw(5, 90));
  const asOf = Int32Array.from(dueOn, (day, at) => day + late[at]);
  // Three payments in the order of their days, some after the last day asked about, some of more than is left.
  const paidOn = each((at) => [1, 2, 3].map(() => dueOn[at] + draw(1, late[at] + 5)).sort((a, b) => a - b));
  const paid = each((at) => [1, 2, 3].map(() => draw(1, Math.floor(overdue[at] * 0.4))));
  // Terms are data for the limit too: how many payments, at which rates.
  const starts = Int32Array.from({ length: size + 1 }, (_, at) => 3 * at);
  const flatPaidOn = Int32Array.from(paidOn.flat());
  const flatPaid = Float64Array.from(paid.flat());
  const terms = [new Int32Array(size).fill(1), new Int32Array(size).fill(1000)];
  const capTerms = [new Int32Array(size).fill(5), new Int32Array(size).fill(100)];
  const columns = [overdue, dueOn, asOf, starts, flatPaidOn, flatPaid, ...terms, ...capTerms];
  const expected = Float64Array.from(overdue, (debt, at) => {
    // Day by day, as the clause reads.
    let accrued = 0n;
    for (let day = dueOn[at] + 1; day <= asOf[at]; day += 1) {
      const made = paid[at].reduce((sum, amount, nth) => (paidOn[at][nth] <= day ? sum + amount : sum), 0);
      accrued += BigInt(Math.max(debt - made, 0));
    }
    const penalty = nearest(accrued, 1000n);
    const cap = nearest(BigInt(debt) * 5n, 100n);
    return Number(penalty < cap ? penalty : cap);
  });

  const texts = {
    overdue: Array.from(overdue, amountText),
    dueOn: Array.from(dueOn, isoText),
    asOf: Array.from(asOf, isoText),
    paidOn: paidOn.map((three) => three.map(isoText)),
    paid: paid.map((three) => three.map(amountText)),
  };
  const sums = texts.overdue.map((text) => money(text, 'KZT'));
  const paymentsOf = (day) =>
    texts.paid.map((three, at) =>
      three.map((text, nth) => ({ paidOn: day(texts.paidOn[at][nth]), amount: money(text, 'KZT') })),
    );
  const payments = paymentsOf((iso) => iso);
  const plainPayments = paymentsOf(plainDate);
  const plainDueOn = texts.dueOn.map(plainDate);
  const plainAsOf = texts.asOf.map(plainDate);
  const ledgers = payments.map((three) => paymentLedger(three, 'KZT'));
  const penaltyOf = (overdue, dueOn, asOf, payments) =>
    latePaymentPenalty({
      overdue,
      dueOn,
      asOf,
      rates,
      cap: { rate: '0.05', base: overdue },
      payments,
      countPaymentDay: false,
      rounding: 'halfExpand',
    });
  const made = each((at) => penaltyOf(sums[at], texts.dueOn[at], texts.asOf[at], payments[at]), few);
  const penalty = (result) => Number(result.penalty.minorUnits);
  const big = {
    overdue: Array.from(overdue, BigInt),
    paid: paid.map((three) => three.map(BigInt)),
  };
  // Doubles, as the library keeps them.
  const parts = each((at) => {
    const list = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    for (let nth = 0; nth < 3; nth += 1) {
      list[2 * nth] = paidOn[at][nth];
      list[2 * nth + 1] = paid[at][nth];
    }
    return list;
  });
  const rateSteps = { days: [], units: [1] };

  return {
    id: 'penalty',
    title: 'Penalty with three payments',
    does: '0.1 % a day on what is overdue, three part payments, at most 5 % of the debt, rounded once.',
    expected,
    c: {
      kernel: 'penalty',
      columns,
    },
    contenders: [
      {
        name: 'JS integers',
        group: 'limit',
        operation: limit(...columns),
      },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) =>
          Math.min(
            divideRounded(accrual(overdue[at], dueOn[at] + 1, asOf[at], parts[at], rateSteps), 1000, 'halfExpand'),
            divideRounded(overdue[at] * 5, 100, 'halfExpand'),
          ),
      },
      {
        name: 'oferta, Money and ISO text',
        group: 'oferta',
        operation: (at) => penaltyOf(sums[at], texts.dueOn[at], texts.asOf[at], payments[at]),
        answer: penalty,
      },
      {
        name: 'oferta, Money and PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) => penaltyOf(sums[at], plainDueOn[at], plainAsOf[at], plainPayments[at]),
        answer: penalty,
      },
      {
        name: 'oferta, payments read before',
        group: 'oferta',
        operation: (at) => penaltyOf(sums[at], texts.dueOn[at], texts.asOf[at], ledgers[at]),
        answer: penalty,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      { name: 'reading `segments`', group: 'part', operation: (at) => made[at % few].segments },
      {
        name: 'BigInt',
        group: 'peer',
        operation: (at) => {
          let outstanding = big.overdue[at];
          let accrued = 0n;
          let day = dueOn[at] + 1;
          const end = asOf[at] + 1;
          for (let nth = 0; nth < 3; nth += 1) {
            const paidOnDay = Math.min(paidOn[at][nth], end);
            accrued += outstanding * BigInt(paidOnDay - day);
            day = paidOnDay;
            outstanding -= big.paid[at][nth];
            if (outstanding < 0n) outstanding = 0n;
          }
          accrued += outstanding * BigInt(end - day);
          const rounded = (2n * accrued + 1000n) / 2000n;
          const cap = (big.overdue[at] * 10n + 100n) / 200n;
          return rounded < cap ? rounded : cap;
        },
        answer: Number,
      },
      ...stacks.map((stack) => {
        const amounts = stack.amounts();
        return {
          name: stack.name,
          group: 'peer',
          operation: own(peer, amounts, stack.days(), fresh(texts)),
          answer: amounts.units,
        };
      }),
    ],
  };
}

/** Answers the penalty and keeps what accrued and the cap, as an answer of ours does. NaN where a product leaves the safe integers. */
function limit(overdue, dueOn, asOf, starts, paidOn, paid, rate, ratePer, capRate, capPer) {
  const accruals = new Float64Array(overdue.length);
  const caps = new Float64Array(overdue.length);
  return (at) => {
    const debt = overdue[at];
    const end = asOf[at] + 1;
    let outstanding = debt;
    let day = Math.min(dueOn[at] + 1, end);
    let accrued = 0;
    const stop = starts[at + 1];
    for (let nth = starts[at]; nth < stop; nth += 1) {
      const on = Math.max(Math.min(paidOn[nth], end), day);
      accrued += outstanding * (on - day);
      outstanding = Math.max(outstanding - paid[nth], 0);
      day = on;
    }
    accrued = (accrued + outstanding * (end - day)) * rate[at];
    const ofCap = debt * capRate[at];
    if (accrued + ofCap > 2 ** 51) return Number.NaN;
    const per = ratePer[at];
    const cap = capPer[at];
    accruals[at] = Math.floor((2 * accrued + per) / (2 * per));
    caps[at] = Math.floor((2 * ofCap + cap) / (2 * cap));
    return Math.min(accruals[at], caps[at]);
  };
}

function peer(amounts, days, texts) {
  const overdue = texts.overdue.map(amounts.of);
  const dueOn = texts.dueOn.map(days.of);
  const asOf = texts.asOf.map(days.of);
  const payments = texts.paid.map((three, at) =>
    three.map((text, nth) => ({ paidOn: days.of(texts.paidOn[at][nth]), amount: amounts.of(text) })),
  );
  const dailyRate = amounts.rate('0.001');
  const capRate = amounts.rate('0.05');
  const nothing = amounts.of('0.00');
  return (at) => {
    let outstanding = overdue[at];
    let accrued = nothing;
    // The sum before a payment counts through the day before it; the last day asked about counts.
    let counted = 1;
    for (const { paidOn, amount } of payments[at]) {
      if (days.isAfter(paidOn, asOf[at])) break;
      const through = days.between(dueOn[at], paidOn);
      accrued = amounts.plus(accrued, amounts.times(outstanding, through - counted));
      counted = through;
      outstanding = amounts.notBelowZero(amounts.minus(outstanding, amount));
    }
    accrued = amounts.plus(accrued, amounts.times(outstanding, days.between(dueOn[at], asOf[at]) + 1 - counted));
    return amounts.least(
      amounts.round(amounts.timesRate(accrued, dailyRate)),
      amounts.round(amounts.timesRate(overdue[at], capRate)),
    );
  };
}
