// What is payable of a loss: at most 5 % of what was paid in the twelve months before the event, over twelve payments.
import { liabilityBase, limitLiability, money, paymentLedger } from 'oferta';
import { amountText, drawing, each, few, isoText, monthsOn, nearest, plainDate, size } from '../cases.mjs';
import { capRoom, shiftMonths } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';
import { monthStarts, monthsShifted } from './monthsShifted.mjs';

const months = 12;

export function liabilityCapWork({ stacks }) {
  const draw = drawing(4);
  const eventOn = Int32Array.from(each(() => draw(20_089, 21_183)));
  // About a month apart over some fourteen months, so that one or two lie outside the window.
  const paidOn = each((at) => each((nth) => eventOn[at] - 425 + nth * 36 + draw(0, 35), months));
  const paid = each(() => each(() => draw(100_000, 20_000_000), months));
  const losses = Float64Array.from(each(() => draw(100_000, 20_000_000)));
  const expected = Float64Array.from(losses, (loss, at) => {
    const first = monthsOn(eventOn[at], -months);
    const base = paid[at].reduce(
      (sum, amount, nth) => (paidOn[at][nth] >= first && paidOn[at][nth] < eventOn[at] ? sum + amount : sum),
      0,
    );
    return Math.min(loss, Number(nearest(BigInt(base) * 5n, 100n)));
  });

  const flatDays = Int32Array.from(paidOn.flat());
  const flatPaid = Float64Array.from(paid.flat());
  // Terms are data for the limit too: how many months and payments, at which rate.
  const starts = Int32Array.from({ length: size + 1 }, (_, at) => months * at);
  const window = new Int32Array(size).fill(months);
  const rate = [new Int32Array(size).fill(5), new Int32Array(size).fill(100)];
  const columns = [losses, eventOn, starts, flatDays, flatPaid, window, ...rate];
  const texts = {
    eventOn: Array.from(eventOn, isoText),
    losses: Array.from(losses, amountText),
    paidOn: paidOn.map((list) => list.map(isoText)),
    paid: paid.map((list) => list.map(amountText)),
  };
  const sums = texts.losses.map((text) => money(text, 'KZT'));
  const used = money('0.00', 'KZT');
  const paymentsOf = (day) =>
    texts.paid.map((list, at) =>
      list.map((text, nth) => ({ paidOn: day(texts.paidOn[at][nth]), amount: money(text, 'KZT') })),
    );
  const payments = paymentsOf((iso) => iso);
  const plainPayments = paymentsOf(plainDate);
  const plainEventOn = texts.eventOn.map(plainDate);
  const ledgers = payments.map((list) => paymentLedger(list, 'KZT'));
  const limited = (loss, payments, before) =>
    limitLiability({
      loss,
      requires: [],
      caps: [
        {
          clause: '7.6',
          rate: '0.05',
          base: liabilityBase({ payments, window: { months: 12, before }, counts: 'paid' }),
          used,
        },
      ],
      rounding: 'halfExpand',
    });
  const made = each((at) => limited(sums[at], payments[at], texts.eventOn[at]), few);
  const payable = (result) => Number(result.payable.minorUnits);
  const bigPaid = paid.map((list) => list.map(BigInt));
  const bigLosses = Array.from(losses, BigInt);

  return {
    id: 'liabilityCap',
    title: 'Liability cap over twelve payments',
    does: 'A loss, at most 5 % of what was paid in the twelve months before the event, of twelve payments.',
    expected,
    c: { kernel: 'liability_cap', columns: [...columns, monthStarts] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(monthsShifted, monthStarts, ...columns) },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) => {
          const first = shiftMonths(eventOn[at], -months, 'clamp');
          // The sum in the window is the loop of the limit: what is compared is how the window and the cap are found.
          const span = eventOn[at] - first;
          const stop = starts[at + 1];
          let base = 0;
          for (let nth = starts[at]; nth < stop; nth += 1)
            if ((flatDays[nth] - first) >>> 0 < span) base += flatPaid[nth];
          return Math.min(losses[at], capRoom(base, 0, 5, 100, 'halfExpand'));
        },
      },
      {
        name: 'oferta, Money and ISO text',
        group: 'oferta',
        operation: (at) => limited(sums[at], payments[at], texts.eventOn[at]),
        answer: payable,
      },
      {
        name: 'oferta, Money and PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) => limited(sums[at], plainPayments[at], plainEventOn[at]),
        answer: payable,
      },
      {
        name: 'oferta, payments read before',
        group: 'oferta',
        operation: (at) => limited(sums[at], ledgers[at], texts.eventOn[at]),
        answer: payable,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      {
        name: 'BigInt',
        group: 'peer',
        operation: (at) => {
          const first = monthsShifted(monthStarts, eventOn[at], -months);
          let base = 0n;
          for (let nth = 0; nth < months; nth += 1)
            if (paidOn[at][nth] >= first && paidOn[at][nth] < eventOn[at]) base += bigPaid[at][nth];
          const cap = (base * 10n + 100n) / 200n;
          return cap < bigLosses[at] ? cap : bigLosses[at];
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

/** Answers what is payable and keeps base and cap, as answers of ours do. NaN where a product leaves the safe integers. */
function limit(shifted, months, losses, eventOn, starts, paidOn, paid, window, rate, per) {
  const bases = new Float64Array(losses.length);
  const caps = new Float64Array(losses.length);
  return (at) => {
    const end = eventOn[at];
    const first = shifted(months, end, -window[at]);
    const span = end - first;
    const stop = starts[at + 1];
    let base = 0;
    for (let nth = starts[at]; nth < stop; nth += 1) if ((paidOn[nth] - first) >>> 0 < span) base += paid[nth];
    bases[at] = base;
    const ofCap = base * rate[at];
    if (ofCap > 2 ** 51) return Number.NaN;
    const whole = per[at];
    caps[at] = Math.floor((2 * ofCap + whole) / (2 * whole));
    return Math.min(losses[at], caps[at]);
  };
}

function peer(amounts, days, texts) {
  const eventOn = texts.eventOn.map(days.of);
  const losses = texts.losses.map(amounts.of);
  const payments = texts.paid.map((list, at) =>
    list.map((text, nth) => ({ paidOn: days.of(texts.paidOn[at][nth]), amount: amounts.of(text) })),
  );
  const rate = amounts.rate('0.05');
  const nothing = amounts.of('0.00');
  return (at) => {
    const first = days.plusMonths(eventOn[at], -12);
    let base = nothing;
    for (const { paidOn, amount } of payments[at])
      if (!days.isAfter(first, paidOn) && days.isAfter(eventOn[at], paidOn)) base = amounts.plus(base, amount);
    return amounts.least(losses[at], amounts.round(amounts.timesRate(base, rate)));
  };
}
