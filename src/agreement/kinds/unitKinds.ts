/** Kinds of unit prices: the cost of units, and how many whole units a payment buys. */
import { refuse } from '../../errors/agreementError.js';
import type { DecimalText } from '../../money/decimalNumber.js';
import { type Money, moneyOfBig } from '../../money/money.js';
import { multiplyMoney } from '../../money/multiplyMoney.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { countValue, flagValue, productOf, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

/** The cost of units: units × unit price, rounded once. */
export const unitChargeKind: Kind<{ readonly units: DecimalText; readonly unitPrice: Money }, { amount: Money }> = {
  kind: 'unitCharge',
  takes: { type: 'record', fields: { units: { type: 'decimal' }, unitPrice: { type: 'money' } } },
  gives: { amount: { type: 'money' } },
  countsLimit: false,
  answer({ units, unitPrice }, { rounding }) {
    if (units.startsWith('-')) refuse('argument-invalid', 'units', units, 'zero units or more');
    return { amount: multiplyMoney(unitPrice, units, rounding) };
  },
  steps(record, _given, answer, { rounding }) {
    const operands = { units: record.need('units'), price: record.need('unitPrice') };
    const exact = record.add('product', 'units.product', operands, productOf(operands));
    return { amount: record.add('round', 'units.cost', { exact }, sumValue(answer.amount), { rounding }) };
  },
};

/** The number of whole units a payment buys; the remainder stays money. */
export const wholeUnitsKind: Kind<
  { readonly paid: Money; readonly unitPrice: Money },
  { units: number; cost: Money; rest: Money }
> = {
  kind: 'wholeUnits',
  takes: { type: 'record', fields: { paid: { type: 'money' }, unitPrice: { type: 'money' } } },
  gives: { units: { type: 'count' }, cost: { type: 'money' }, rest: { type: 'money' } },
  countsLimit: false,
  answer({ paid, unitPrice }) {
    if (paid.minorUnits < 0n) refuse('amount-invalid', 'paid', paid, 'an amount of zero or more');
    if (unitPrice.minorUnits <= 0n) refuse('amount-invalid', 'unitPrice', unitPrice, 'a price above zero');
    // The difference checks that both are in the same currency.
    const { currency } = subtractMoney(paid, unitPrice);
    const whole = paid.minorUnits / unitPrice.minorUnits;
    const units = Number(whole);
    if (!Number.isSafeInteger(units))
      refuse('amount-invalid', 'paid', paid, `at most ${Number.MAX_SAFE_INTEGER} units`);
    const cost = moneyOfBig(whole * unitPrice.minorUnits, currency);
    return { units, cost, rest: subtractMoney(paid, cost) };
  },
  steps(record, _given, answer, { rounding }) {
    const paid = record.need('paid');
    const price = record.need('unitPrice');
    const count = countValue(answer.units, 'units');
    const units = record.add('unitsFor', 'units.whole', { paid, price }, count);
    const exact = record.add('product', 'units.product', { units, price }, productOf({ units, price }));
    const cost = record.add('round', 'units.cost', { exact }, sumValue(answer.cost), { rounding });
    const rest = record.add('difference', 'units.rest', { paid, cost }, sumValue(answer.rest));
    record.add('compare', 'units.noMore', { left: rest, right: price }, flagValue(true), {
      notes: { relation: 'lessThan' },
    });
    return { units, cost, rest };
  },
};
