/** Published cases of penalties, credits, instalments, refunds, interest and rounding. Each adapter translates the record into calls of public functions. */
import { daysFrom, inCents, scaled, textOf } from './shares.mjs';

const usd = (text, library) =>
  library.money(text.includes('.') ? text.replace(/\.(\d)$/, '.$10') : `${text}.00`, 'USD');

/** How many times 24 hours have passed from one instant to another. */
function wholeDays(since, until, library) {
  const end = library.deadlineAt({ triggeredAt: until, limit: library.hours(0) });
  const after = (days) => library.deadlineAt({ triggeredAt: since, limit: library.hours(24 * days) });
  let days = 0;
  while (after(days + 1).epochMilliseconds <= end.epochMilliseconds) days += 1;
  return days;
}

/** A percentage for so many days as a rate of one, with a cap, after so many days. */
function latePenalty({ value, rate_percent, per_days, cap_percent }, days, library) {
  const overdue = usd(value, library);
  const dueOn = library.dateRange('2019-01-01', '2019-01-01').firstDay;
  return library.latePaymentPenalty({
    overdue,
    dueOn,
    asOf: dueOn.add({ days }),
    rates: [{ dailyRate: `${library.percent(rate_percent)}/${per_days}` }],
    cap: { rate: library.percent(cap_percent), base: overdue },
    countPaymentDay: false,
    rounding: 'halfExpand',
  });
}

const dayCounts = { A365: 'actual/365Fixed', A360: 'actual/360', AA: 'actual/actualISDA', '30E360': '30E/360' };

export const claimKinds = {
  'penalty.late_delivery'({ inputs, expected }, { library }) {
    const { now, due, termination_after_days } = inputs;
    if (expected.error !== undefined)
      return { skipped: 'nothing is late yet: a penalty of zero is the answer here, and a refusal there' };
    const days = wholeDays(due, now, library);
    const since = library.dateRange('2019-01-01', '2019-01-01').firstDay;
    return {
      expected: { ...expected, ...inCents({ penalty: expected.penalty }) },
      json: {
        ...textOf({ penalty: latePenalty(inputs, days, library).penalty }),
        may_terminate: library.hasExceeded({
          since,
          limit: library.calendarDays(termination_after_days),
          asOf: since.add({ days }),
          rules: library.countingRules.asWritten,
        }),
      },
    };
  },

  'penalty.late_delivery.fx'({ inputs, expected }, { library }) {
    const { penalty } = latePenalty(inputs, inputs.days_late, library);
    const converted = library.multiplyMoney(penalty, inputs.fx_rate, 'halfExpand');
    return { expected: inCents({ expected }).expected, json: converted.amount.toFixed(2) };
  },

  'penalty.measured_breach'({ inputs, expected }, { library }) {
    const { units, unit_price, breaches, factor } = inputs;
    const charge = (pricePerUnit) =>
      library.unitCharge({ units, pricePerUnit, currency: 'USD', rounding: 'halfExpand' });
    const penalties = breaches.map((breach) => library.multiplyMoney(charge(breach), factor, 'halfExpand'));
    const penalty = library.sumMoney(penalties, 'USD');
    return {
      expected: inCents(expected),
      json: textOf({ penalty, total: library.subtractMoney(charge(unit_price), penalty) }),
    };
  },

  'penalty.daily_percent_capped': dailyPercent,
  'penalty.daily_percent': dailyPercent,

  'liability.sla_credit'({ inputs, expected }, { library }) {
    const { availability, monthly_charge, tiers = [] } = inputs;
    const base = usd(monthly_charge, library);
    // The scale as its edges name it, from the lowest tier up; what no tier names has no credit.
    const edges = tiers
      .map(({ below, percent }) => ({ below: library.percent(below), creditRate: library.percent(percent) }))
      .sort((a, b) => Number(a.below) - Number(b.below));
    const scale = edges.map((edge, at) => ({ atLeast: edges[at - 1]?.below ?? '0', ...edge }));
    const credit = () =>
      library.serviceCredit({
        base,
        tiers: [...scale, { atLeast: edges.at(-1)?.below ?? '0', atMost: '1', creditRate: '0' }],
        form: 'nextInvoice',
        rounding: 'halfExpand',
        measured: availability.startsWith('-')
          ? `-${library.percent(availability.slice(1))}`
          : library.percent(availability),
      }).credit;
    if (expected.error !== undefined) {
      const told = library.attempt(credit);
      return { expected: { refused: true }, json: { refused: !told.ok } };
    }
    const { last11_credit, last11_charge, monthly_cap_percent, rolling12m_cap_percent } = inputs;
    const year = library.addMoney(base, usd(last11_charge, library));
    const { payable } = library.limitLiability({
      loss: credit(),
      requires: [],
      caps: [
        { clause: 'month', rate: library.percent(monthly_cap_percent), base, used: usd('0', library) },
        {
          clause: 'year',
          rate: library.percent(rolling12m_cap_percent),
          base: year,
          used: usd(last11_credit, library),
        },
      ],
      rounding: 'halfExpand',
    });
    return { expected: inCents({ expected }).expected, json: payable.amount.toFixed(2) };
  },

  'balance.installment'({ inputs, expected }, { library }) {
    const { balance, payment, interest_percent } = inputs;
    const left = library.subtractMoney(usd(balance, library), usd(payment, library));
    const { balance: grown } = library.compoundInterest({
      principal: left,
      from: '2025-01-01',
      to: '2025-02-01',
      rates: [{ rate: { rate: library.percent(interest_percent), per: 'month', partPeriods: 'completed' } }],
      every: 'month',
      roundEach: true,
      rounding: 'halfExpand',
    });
    return { expected: inCents({ expected }).expected, json: grown.amount.toFixed(2) };
  },

  'balance.installment_close'({ inputs, expected }, { library }) {
    const { balance, payment, due_at_closing, total_paid } = inputs;
    const debts = [usd(balance, library), usd(due_at_closing, library)];
    const { toDebts } = library.applyPayment({ payment: usd(payment, library), debts });
    const open = library.subtractMoney(library.sumMoney(debts, 'USD'), library.sumMoney(toDebts, 'USD'));
    const sums = { balance: open, total_paid: library.addMoney(usd(total_paid, library), usd(payment, library)) };
    return { expected: inCents(expected), json: textOf(sums) };
  },

  'refund.cap'({ inputs, expected }, { library }) {
    const { potential_credit, original_amount_paid, previous_credits } = inputs;
    const { refund } = library.closingRefund({
      balance: usd(potential_credit, library),
      setOff: usd('0', library),
      deposits: usd(original_amount_paid, library),
      refunded: usd(previous_credits, library),
    });
    return { expected: inCents({ expected }).expected, json: refund.amount.toFixed(2) };
  },

  /** What is unused is credited with its tax; of that goes back what was paid beyond what was used. */
  'refund.termination'({ inputs, expected }, { library }) {
    const {
      plan_amount,
      period_days,
      unused_days,
      used_days,
      tax_percent,
      paid,
      share_of_invoice,
      previous_credit_notes,
    } = inputs;
    const charge = library.money(plan_amount, 'EUR');
    const part = (days) =>
      library.prorateCharge({
        charge,
        billingPeriod: daysFrom('2022-10-01', period_days, library),
        servedDays: daysFrom('2022-10-01', days, library),
        rounding: 'halfExpand',
      }).amount;
    const taxed = (amount) =>
      library.vatOn({
        amount,
        amountIs: 'net',
        on: '2022-10-15',
        rates: [{ rate: library.percent(String(tax_percent)) }],
        rounding: 'halfExpand',
      });
    const item = part(unused_days);
    const { vat, gross } = taxed(item);
    const refund =
      paid === null
        ? library.fromMinorUnits(0, 'EUR')
        : library.closingRefund({
            balance: library.multiplyMoney(
              library.money(paid.includes('.') ? paid : `${paid}.00`, 'EUR'),
              share_of_invoice,
              'halfExpand',
            ),
            setOff: taxed(part(used_days)).gross,
            deposits: gross,
            refunded: library.money(`${previous_credit_notes}.00`, 'EUR'),
          }).refund;
    return {
      expected: inCents(expected),
      json: textOf({ item, tax: vat, total: gross, credit: library.subtractMoney(gross, refund), refund }),
    };
  },

  'refund.epsilon'({ inputs }, { library }) {
    const { captured, refund_requested } = inputs;
    // Held in minor units from the beginning, so that both are sums of two places.
    const held = library.multiplyMoney(library.money('1.00', 'EUR'), captured, 'halfExpand');
    return { json: { allowed: library.compareMoney(library.money(refund_requested, 'EUR'), held) <= 0 } };
  },

  /** Refunds one after another, each the part of all so far less what went before. */
  'refund.stacked_minor'({ inputs, expected }, { library }) {
    const { net, tax, refunds } = inputs;
    let [total, holds] = [library.fromMinorUnits(0, 'EUR'), true];
    for (const refund of refunds) {
      total = library.addMoney(total, library.fromMinorUnits(refund, 'EUR'));
      const [ofNet, ofTax] = library.allocate({ total, ratios: [net, tax], remainder: 'largestRemainder' });
      holds &&= ofNet.minorUnits <= BigInt(net) && ofTax.minorUnits <= BigInt(tax);
      holds &&= library.equalMoney(library.addMoney(ofNet, ofTax), total);
    }
    return { json: { sum_refunded: Number(total.minorUnits), invariant: holds ? expected.invariant : 'broken' } };
  },

  'interest.simple'({ inputs, expected }, { library }) {
    const { principal, rate_percent_pa, days } = inputs;
    const sum = usd(principal, library);
    const from = library.dateRange('2025-01-01', '2025-01-01').firstDay;
    const { interest } = library.simpleInterest({
      principal: sum,
      from,
      to: from.add({ days }),
      rates: [{ rate: { perYear: library.percent(rate_percent_pa), dayCount: 'actual/365Fixed' } }],
      countPaymentDay: false,
      rounding: 'halfExpand',
    });
    return { expected, json: library.addMoney(sum, interest).amount.toFixed(2) };
  },

  /** Published unrounded, with up to thirteen places. */
  'interest.accrual'({ inputs, expected }, { library }) {
    const { principal, rate_pa, from_, to, day_count } = inputs;
    const { interest } = library.simpleInterest({
      principal: scaled(principal, 13, library),
      from: from_,
      to,
      rates: [{ rate: { perYear: rate_pa, dayCount: dayCounts[day_count] } }],
      countPaymentDay: false,
      rounding: 'halfExpand',
    });
    return { expected: String(scaled(expected, 13, library).minorUnits), json: String(interest.minorUnits) };
  },

  'rounding.allocate_minor'({ inputs }, { library }) {
    const total = library.fromMinorUnits(inputs.amount_minor, 'USD');
    const shares = library.allocate({ total, ratios: inputs.ratios, remainder: 'largestRemainder' });
    return { json: shares.map(({ minorUnits }) => Number(minorUnits)) };
  },

  'rounding.mode'({ inputs }, { library }) {
    const rounded = (mode) => library.multiplyMoney(library.money('1.00', 'USD'), inputs.amount, mode);
    return { json: textOf({ raise_: rounded('expand'), round_: rounded('halfExpand'), cut_off: rounded('trunc') }) };
  },

  'rounding.split_documents'({ inputs }, { library }) {
    const { items_minor, tax_percent } = inputs;
    const taxed = (amount) => {
      const rates = [{ rate: library.percent(String(tax_percent)) }];
      return library.vatOn({ amount, amountIs: 'net', on: '2025-01-01', rates, rounding: 'halfExpand' }).gross;
    };
    const items = items_minor.map((units) => library.fromMinorUnits(units, 'EUR'));
    return {
      json: {
        invoice_total_minor: Number(taxed(library.sumMoney(items, 'EUR')).minorUnits),
        naive_sum_of_separate_credit_notes_minor: Number(library.sumMoney(items.map(taxed), 'EUR').minorUnits),
      },
    };
  },

  'rounding.prorate_then_tax'({ inputs }, { library }) {
    const { price, days, period_days, tax_percent } = inputs;
    const part = (charge) =>
      library.prorateCharge({
        charge,
        billingPeriod: daysFrom('2025-06-01', period_days, library),
        servedDays: daysFrom('2025-06-01', days, library),
        rounding: 'halfExpand',
      }).amount;
    const taxed = (amount) => {
      const rates = [{ rate: library.percent(String(tax_percent)) }];
      return library.vatOn({ amount, amountIs: 'net', on: '2025-06-01', rates, rounding: 'halfExpand' }).gross;
    };
    const whole = usd(price, library);
    return { json: textOf({ total: part(taxed(whole)), wrong_when_tax_rounded_first: taxed(part(whole)) }) };
  },
};

function dailyPercent({ inputs, expected }, { library }) {
  const { debt, currency, rate_percent_per_day, days, cap_percent } = inputs;
  const overdue = library.money(debt.includes('.') ? debt : `${debt}.00`, currency);
  const dueOn = library.dateRange('2025-01-01', '2025-01-01').firstDay;
  const { penalty, cap, capped } = library.latePaymentPenalty({
    overdue,
    dueOn,
    asOf: dueOn.add({ days }),
    rates: [{ dailyRate: library.percent(rate_percent_per_day) }],
    ...(cap_percent !== undefined && { cap: { rate: library.percent(cap_percent), base: overdue } }),
    countPaymentDay: false,
    rounding: 'halfExpand',
  });
  return { expected, json: { ...textOf({ penalty }), ...(cap !== undefined && { ...textOf({ cap }), capped }) } };
}
