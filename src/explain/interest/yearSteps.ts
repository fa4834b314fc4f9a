import type { RecordShape, ValueShape } from '../../agreement/model/value.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { countValue } from '../../agreement/steps/values.js';
import { type DayCountPart, dayCountParts, readDayCount, yearsOf } from '../../interest/dayCountParts.js';
import { fractionText } from '../../money/fraction.js';
import { epochDayOf } from '../../time/dayInput.js';

/** The arguments of a day count convention, as {@link yearSteps} reads them. */
export interface DayCountGiven {
  readonly dayCount: Parameters<typeof readDayCount>[0]['dayCount'];
  readonly couponPeriods?: { readonly anchor: string; readonly months: 1 | 2 | 3 | 4 | 6 | 12 };
  readonly maturesOn?: string;
}

const couponShape: RecordShape = { type: 'record', fields: { anchor: { type: 'day' }, months: { type: 'count' } } };

/** The arguments of a day count convention. */
export const dayCountFields: Readonly<Record<string, ValueShape>> = {
  dayCount: { type: 'text' },
  couponPeriods: couponShape,
  maturesOn: { type: 'day' },
};

/**
 * The days between two days under a convention, and their fraction of a year; `path` is that of the convention among the arguments.
 *
 * @internal
 */
export function yearSteps(
  record: Recording,
  path: string,
  given: DayCountGiven,
  from: Operand,
  to: Operand,
): { readonly days: Operand; readonly years: Operand } {
  const parts = partsOf(given, from, to);
  const at = (name: string): Operand | undefined => record.operand(`${path}${name}`);
  const [anchor, months, maturesOn] = [at('couponPeriods.anchor'), at('couponPeriods.months'), at('maturesOn')];
  const operands = {
    from,
    to,
    dayCount: record.need(`${path}dayCount`),
    ...(anchor && { anchor }),
    ...(months && { months }),
    ...(maturesOn && { maturesOn }),
  };
  const total = parts.reduce((sum, { days }) => sum + days, 0);
  const { above, below } = yearsOf(parts);
  return {
    days: record.add('daysByConvention', 'interest.days', operands, countValue(total, 'calendarDays')),
    years: record.add('yearsByConvention', 'interest.years', operands, {
      type: 'decimal',
      value: fractionText(above, below),
    }),
  };
}

function partsOf(given: DayCountGiven, from: Operand, to: Operand): readonly DayCountPart[] {
  const dayOf = (operand: Operand): number => epochDayOf((operand as { readonly value: string }).value, 'from');
  return dayCountParts(readDayCount(given, ''), dayOf(from), dayOf(to));
}
