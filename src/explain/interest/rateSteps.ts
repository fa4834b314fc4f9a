import type { RecordShape, ValueShape } from '../../agreement/model/value.js';
import { fractionOf } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { entryOperands } from '../../agreement/steps/values.js';
import { partOf, readInterestRates } from '../../interest/interestRates.js';
import { fractionText } from '../../money/fraction.js';
import { epochDayOf } from '../../time/dayInput.js';
import { productStep } from '../arithmeticSteps.js';
import { type DayCountGiven, dayCountFields, yearSteps } from './yearSteps.js';

/** A rate with its first day, as the steps read it. */
export interface RateGiven {
  readonly effectiveOn?: string;
  readonly rate: Partial<DayCountGiven> & {
    readonly perYear?: string;
    readonly rate?: string;
    readonly per?: string;
    readonly partPeriods?: string;
  };
}

const rateFields: Readonly<Record<string, ValueShape>> = {
  perYear: { type: 'rate' },
  rate: { type: 'rate' },
  per: { type: 'text' },
  partPeriods: { type: 'text' },
  ...dayCountFields,
};

const rateShape: RecordShape = { type: 'record', fields: rateFields, optional: Object.keys(rateFields) };

/** A list of rates and their changes. */
export const ratesShape: ValueShape = {
  type: 'list',
  of: { type: 'record', fields: { effectiveOn: { type: 'day' }, rate: rateShape }, optional: ['effectiveOn'] },
};

/** The days that bear interest, and the run of them being explained. */
export interface Run {
  /** The first day that bears interest; periods are counted from it. */
  readonly anchor: Operand;
  /** The first day that does not any more, of the whole. */
  readonly end: Operand;
  readonly from: Operand;
  readonly to: Operand;
}

/**
 * The rate of a run, and the years or periods it applies to; `list` is the path of the rates among the arguments.
 *
 * @internal
 */
function rateSteps(
  record: Recording,
  list: 'rates' | 'ceiling',
  rates: readonly RateGiven[],
  run: Run,
): { readonly rate: Operand; readonly time: Operand } {
  const at = indexOn(rates, dayOf(run.from));
  const { rate } = rates[at] as RateGiven;
  const name = rate.perYear === undefined ? 'rate' : 'perYear';
  const own = record.need(`${list}.${at}.rate.${name}`);
  const known = rates.length === 1 && rates[0]?.effectiveOn === undefined;
  const inForce = known ? own : rateInForce(record, list, rates, run.from, own);
  if (rate.perYear !== undefined) {
    const { years } = yearSteps(record, `${list}.${at}.rate.`, rate as DayCountGiven, run.from, run.to);
    return { rate: inForce, time: years };
  }
  const [read] = readInterestRates([{ rate }] as never, list, dayOf(run.anchor));
  // The rate is taken out of it again: what is left are the periods.
  const { above, below } = partOf(
    { ...(read as NonNullable<typeof read>), rate: { above: 1n, below: 1n } },
    dayOf(run.from),
    dayOf(run.to),
    dayOf(run.end),
  );
  const operands = {
    anchor: run.anchor,
    end: run.end,
    from: run.from,
    to: run.to,
    per: record.need(`${list}.${at}.rate.per`),
    partPeriods: record.need(`${list}.${at}.rate.partPeriods`),
  };
  const time = record.add('periodsBetween', `interest.periods.${rate.partPeriods}`, operands, {
    type: 'decimal',
    value: fractionText(above, below),
  });
  return { rate: inForce, time };
}

/**
 * The interest of a run as a fraction of the principal: the rate for its time, at most the legal ceiling.
 *
 * @internal
 */
export function partSteps(
  record: Recording,
  rates: readonly RateGiven[],
  ceiling: readonly RateGiven[] | undefined,
  run: Run,
): Readonly<Record<string, Operand>> {
  const agreed = rateSteps(record, 'rates', rates, run);
  if (ceiling === undefined) return agreed;
  const lawful = rateSteps(record, 'ceiling', ceiling, run);
  const parts = {
    agreed: productStep(record, 'interest.agreed', agreed),
    lawful: productStep(record, 'interest.lawful', lawful),
  };
  const [a, b] = Object.values(parts).map(fractionOf) as [ReturnType<typeof fractionOf>, ReturnType<typeof fractionOf>];
  const lesser = a.n * b.d <= b.n * a.d ? parts.agreed : parts.lawful;
  const { step: _step, ...out } = lesser as Operand & { readonly step: string };
  return { part: record.add('least', 'interest.lesser', parts, out) };
}

/** The entry in force on a day: the latest that has begun. */
function indexOn(rates: readonly RateGiven[], day: number): number {
  const from = ({ effectiveOn }: RateGiven): number =>
    effectiveOn === undefined ? Number.NEGATIVE_INFINITY : epochDayOf(effectiveOn, 'effectiveOn');
  return rates.reduce((best, rate, at) => {
    const begun = from(rate) <= day;
    const later = from(rate) >= from(rates[best] as RateGiven);
    return begun && (later || from(rates[best] as RateGiven) > day) ? at : best;
  }, 0);
}

function rateInForce(
  record: Recording,
  list: string,
  rates: readonly RateGiven[],
  day: Operand,
  own: Operand,
): Operand {
  const values = rates.map(({ rate }) => (rate.perYear === undefined ? 'rate.rate' : 'rate.perYear'));
  const operands: Record<string, Operand> = {
    ...entryOperands(record, list, rates.length, { from: 'effectiveOn' }),
  };
  values.forEach((name, at) => {
    operands[`value${at + 1}`] = record.need(`${list}.${at}.${name}`);
  });
  return record.add(
    'inForce',
    list === 'ceiling' ? 'interest.ceiling' : 'interest.rate',
    { day, ...operands },
    {
      type: 'rate',
      value: (own as { readonly value: string }).value,
    },
  );
}

/** @internal */
export function dayOf(operand: Operand): number {
  return epochDayOf((operand as { readonly value: string }).value, 'day');
}
