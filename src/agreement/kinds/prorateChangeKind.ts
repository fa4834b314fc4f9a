import type { Money } from '../../money/money.js';
import { type ProratedChange, prorateChange } from '../../proration/prorateChange.js';
import { prorationConventions } from '../../proration/prorationConventions.js';
import { combine, exactValue, fractionOf } from '../steps/exact.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { countValue, productOf, sumValue } from '../steps/values.js';
import type { AgreementDefaults, Kind } from './kind.js';

interface Given {
  readonly from: Money;
  readonly to: Money;
  readonly billingPeriod: { readonly firstDay: string; readonly lastDay: string };
  readonly changeOn: string;
  readonly convention: keyof typeof prorationConventions;
  readonly roundLegs: boolean;
}

/** The credit, the charge and the net amount of a change of price within a paid period. */
export const prorateChangeKind: Kind<Given, { credit: Money; charge: Money; net: Money }> = {
  kind: 'prorateChange',
  takes: {
    type: 'record',
    fields: {
      from: { type: 'money' },
      to: { type: 'money' },
      billingPeriod: { type: 'record', fields: { firstDay: { type: 'day' }, lastDay: { type: 'day' } } },
      changeOn: { type: 'day' },
      convention: { type: 'text', oneOf: Object.keys(prorationConventions) },
      roundLegs: { type: 'flag' },
    },
  },
  gives: { credit: { type: 'money' }, charge: { type: 'money' }, net: { type: 'money' } },
  countsLimit: false,
  answer(given, defaults) {
    const { credit, charge, net } = changeOf(given, defaults);
    return { credit, charge, net };
  },
  steps(record, given, answer, defaults) {
    const { basis } = changeOf(given, defaults);
    const { rounding } = defaults;
    const unit = basis.unit === 'days' ? 'calendarDays' : 'seconds';
    const period = {
      firstDay: record.need('billingPeriod.firstDay'),
      lastDay: record.need('billingPeriod.lastDay'),
      convention: record.need('convention'),
    };
    const changed = { ...period, changeOn: record.need('changeOn') };
    const divisor = record.add('divisor', 'change.divisor', period, countValue(basis.divisor, unit));
    const leg = (side: 'credit' | 'charge', price: Operand, count: number): Operand => {
      const op = side === 'credit' ? 'credited' : 'charged';
      const share = record.add(op, `change.${side}.share`, changed, countValue(count, unit));
      return legExact(record, side, { price, share }, divisor);
    };
    const exactCredit = leg('credit', record.need('from'), basis.credited);
    const exactCharge = leg('charge', record.need('to'), basis.charged);
    const rounded = (exact: Operand, sum: Money): Operand =>
      record.add('round', 'change.round', { exact }, sumValue(sum), { rounding });
    const credit = rounded(exactCredit, answer.credit);
    const charge = rounded(exactCharge, answer.charge);
    if (given.roundLegs)
      return { credit, charge, net: record.add('difference', 'change.net', { charge, credit }, sumValue(answer.net)) };
    const both = { charge: exactCharge, credit: exactCredit };
    const value = exactValue(combine([fractionOf(exactCharge), fractionOf(exactCredit)], -1n));
    return { credit, charge, net: rounded(record.add('difference', 'change.net', both, value), answer.net) };
  },
};

/** One leg before rounding: the price times its share of the period. */
function legExact(
  record: Recording,
  side: 'credit' | 'charge',
  operands: { readonly price: Operand; readonly share: Operand },
  divisor: Operand,
): Operand {
  const dividend = record.add('product', `change.${side}.product`, operands, productOf(operands));
  const { n, d, currency } = fractionOf(dividend);
  const value = exactValue({ n, d: d * fractionOf(divisor).n, ...(currency !== undefined && { currency }) });
  return record.add('quotient', `change.${side}.quotient`, { dividend, divisor }, value);
}

function changeOf({ convention, ...given }: Given, { rounding }: AgreementDefaults): ProratedChange<Money['currency']> {
  return prorateChange({ ...given, convention: prorationConventions[convention], rounding });
}
