import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue } from '../../agreement/steps/values.js';
import { refuse } from '../../errors/agreementError.js';
import type { BillingPeriod, BillingPeriods } from '../../proration/billingPeriods.js';
import { plainDay } from '../../time/plainDay.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly billed: 'inAdvance' | 'inArrear';
  readonly leadingFrom: 'anchorDay' | 'firstBoundary';
}

/** The maximum number of periods to list: twenty years of months. */
const mostPeriods = 240;

/** The billing periods of a service, from boundary to boundary. */
export const billingPeriodsSteps: Derivation<Given, BillingPeriods> = {
  takes: {
    type: 'record',
    fields: {
      every: { type: 'limit' },
      anchorDay: { type: 'count' },
      leadingFrom: { type: 'text' },
      billed: { type: 'text' },
      servedFrom: { type: 'day' },
      servedThrough: { type: 'day' },
      asOf: { type: 'day' },
    },
    optional: ['anchorDay', 'servedThrough'],
  },
  steps(record, given, { periods, firstBoundary }) {
    if (periods.length > mostPeriods)
      refuse('argument-invalid', 'asOf', periods.length, `at most ${mostPeriods} periods to be explained one by one`);
    const anchorDay = record.operand('anchorDay');
    const every = { every: record.need('every'), ...(anchorDay && { anchorDay }) };
    const servedFrom = record.need('servedFrom');
    const boundary = record.add(
      'boundary',
      'periods.first',
      { servedFrom, ...every },
      dayValue(plainDay(firstBoundary)),
    );
    const fields: Record<string, Operand> = { firstBoundary: boundary };
    let start: Operand | undefined;
    periods.forEach((period, at) => {
      const isLeading = at === 0 && dayOf(boundary) !== period.billingPeriod.firstDay.toString();
      const begins = start ?? (isLeading ? leadingStart(record, given, boundary, every, period) : boundary);
      const next = isLeading
        ? boundary
        : record.add(
            'nextBoundary',
            'periods.next',
            { day: begins, ...every },
            dayValue(period.billingPeriod.lastDay.add({ days: 1 })),
          );
      const served = servedSteps(record, period, begins, next);
      fields[`servedFrom${at + 1}`] = served.first;
      fields[`servedThrough${at + 1}`] = served.last;
      fields[`billedOn${at + 1}`] =
        given.billed === 'inAdvance'
          ? record.add('select', 'periods.inAdvance', { day: served.first }, dayValue(period.billedOn))
          : record.add('dayAfter', 'periods.inArrear', { day: served.last }, dayValue(period.billedOn));
      start = next;
    });
    return fields;
  },
};

/** The first day of the period to which a leading partial period belongs. */
function leadingStart(
  record: Recording,
  { leadingFrom }: Given,
  day: Operand,
  { every, anchorDay }: { readonly every: Operand; readonly anchorDay?: Operand },
  { billingPeriod }: BillingPeriod,
): Operand {
  const operands = { day, every, ...(leadingFrom === 'anchorDay' && anchorDay && { anchorDay }) };
  return record.add('boundaryBefore', 'periods.leading', operands, dayValue(billingPeriod.firstDay));
}

/** The days served in a period, limited to those of the service. */
function servedSteps(
  record: Recording,
  { servedDays, billingPeriod }: BillingPeriod,
  begins: Operand,
  next: Operand,
): { readonly first: Operand; readonly last: Operand } {
  const first = record.add(
    'later',
    'periods.servedFrom',
    { begins, servedFrom: record.need('servedFrom') },
    dayValue(servedDays.firstDay),
  );
  const lastOfAll = record.operand('servedThrough');
  const ends = { day: next };
  if (lastOfAll === undefined)
    return { first, last: record.add('dayBefore', 'periods.last', ends, dayValue(servedDays.lastDay)) };
  const last = record.add('dayBefore', 'periods.last', ends, dayValue(billingPeriod.lastDay));
  const both = { last, servedThrough: lastOfAll };
  return { first, last: record.add('earlier', 'periods.servedThrough', both, dayValue(servedDays.lastDay)) };
}

function dayOf(operand: Operand): string {
  return (operand as { readonly value: string }).value;
}
