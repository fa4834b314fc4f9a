import type { RecordShape, ValueShape } from '../../agreement/model/value.js';
import { exactValue } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { countValue, dayValue } from '../../agreement/steps/values.js';
import { refuse } from '../../errors/agreementError.js';
import type { BusinessDeadline } from '../../time/businessDeadlineAt.js';
import { type BusinessHours, type OpenTimes, openOn, readBusinessHours } from '../../time/businessHours.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay, isoWeekday } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import { Temporal } from '../../time/temporal.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { rollTo } from '../../time/workingDayNumbers.js';
import { differenceStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { rollSteps } from './rollSteps.js';

interface Given {
  readonly triggeredAt: string;
  readonly limitHours?: number;
  readonly hours: BusinessHours;
}

/** The maximum number of intervals to list: half a year with a daily break. */
const mostIntervals = 250;

const intervalsShape: ValueShape = {
  type: 'list',
  of: { type: 'record', fields: { from: { type: 'text' }, to: { type: 'text' } } },
};
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
const weekdaysShape: RecordShape = {
  type: 'record',
  fields: Object.fromEntries(weekdays.map((weekday) => [weekday, intervalsShape])),
  optional: weekdays,
};

/** The last instant of a limit in business hours, one interval after the other. */
export const businessDeadlineAtSteps: Derivation<Given, BusinessDeadline> = {
  takes: {
    type: 'record',
    fields: {
      triggeredAt: { type: 'instant' },
      limitHours: { type: 'count', unit: 'hours' },
      limitMinutes: { type: 'count', unit: 'minutes' },
      hours: {
        type: 'record',
        fields: {
          timeZone: { type: 'text' },
          open: intervalsShape,
          weekdays: weekdaysShape,
          days: { type: 'list', of: { type: 'record', fields: { day: { type: 'day' }, open: intervalsShape } } },
        },
        optional: ['weekdays', 'days'],
      },
    },
    optional: ['limitHours', 'limitMinutes'],
  },
  steps(record, given, answer, { working }) {
    const calendar = working as WorkingCalendar;
    const times = readBusinessHours(given.hours, calendar, 'hours');
    const end = answer.endsAt.epochNanoseconds;
    // A limit of nothing ends when business is open first.
    const counted = answer.counted.length > 0 ? answer.counted : [{ opens: end, closes: end }];
    if (counted.length > mostIntervals)
      refuse(
        'argument-invalid',
        'limit',
        counted.length,
        `a limit of at most ${mostIntervals} intervals to be explained one by one`,
      );
    const event = record.need('triggeredAt');
    const zone = record.need('hours.timeZone');
    const start = instantOf(given.triggeredAt, 'triggeredAt').epochNanoseconds;
    let number = epochDayOf(dayIn(given.triggeredAt, times.timeZone), 'triggeredAt');
    let day = record.add('dayInZone', 'instant.day', { at: event, zone }, dayValue(isoOfEpochDay(number)));
    let left = limitSteps(record, given.limitHours);
    for (const [place, interval] of counted.entries()) {
      [day, number] = dayOfInterval(record, day, number, interval.opens, times);
      const { path, opens, closes } = intervalOf(given.hours, times, number, interval.opens);
      const opening = record.add(
        'atClock',
        'business.opens',
        { day, opens: record.need(`${path}.from`), zone },
        momentOf(opens),
      );
      const from = start > opens ? record.add('later', 'business.later', { opening, event }, momentOf(start)) : opening;
      if (place === counted.length - 1)
        return { endsAt: record.add('addMinutes', 'business.ends', { from, minutes: left }, momentOf(end)) };
      const closing = record.add(
        'atClock',
        'business.closes',
        { day, closes: record.need(`${path}.to`), zone },
        momentOf(closes),
      );
      const minutes = exactValue({ n: closes - interval.opens, d: 60_000_000_000n });
      const open = record.add('minutesBetween', 'business.counted', { value1: from, value2: closing }, minutes);
      left = differenceStep(record, 'business.left', { left, open });
    }
    throw new TypeError('a limit that ends');
  },
};

/** The limit in minutes. */
function limitSteps(record: Recording, hours: number | undefined): Operand {
  if (hours === undefined) return record.need('limitMinutes');
  const operands = { hours: record.need('limitHours') };
  return record.add('minutesIn', 'business.minutes', operands, countValue(hours * 60, 'minutes'));
}

/** The day of an interval, from the previous one on, over days off and days without business hours. */
function dayOfInterval(
  record: Recording,
  from: Operand,
  number: number,
  opens: bigint,
  { timeZone, calendar }: OpenTimes,
): [Operand, number] {
  const wanted = epochDayOf(dayIn(Temporal.Instant.fromEpochNanoseconds(opens), timeZone), 'opens');
  let [day, at] = [from, number];
  while (at < wanted) {
    const worked = rollTo(calendar, at, 'following');
    if (worked > at) {
      day = rollSteps(record, day, worked, 'following', calendar);
      at = worked;
      continue;
    }
    at += 1;
    day = record.add('dayAfter', 'business.nextDay', { day }, dayValue(isoOfEpochDay(at)));
  }
  return [day, at];
}

/** The paths of the hours of an interval among the arguments, and when they begin and end on the day. */
function intervalOf(
  hours: BusinessHours,
  times: OpenTimes,
  day: number,
  from: bigint,
): { readonly path: string; readonly opens: bigint; readonly closes: bigint } {
  const own = (hours.days ?? []).findIndex((entry) => epochDayOf(entry.day, 'hours.days') === day);
  const weekday = isoWeekday(day);
  const list =
    own >= 0 ? `hours.days.${own}.open` : hours.weekdays?.[weekday] ? `hours.weekdays.${weekday}` : 'hours.open';
  const found = openOn(day, times);
  const at = found.findIndex(({ opens, closes }) => opens <= from && from <= closes);
  const interval = found[at] as { readonly opens: bigint; readonly closes: bigint };
  return { path: `${list}.${at}`, ...interval };
}

function momentOf(nanoseconds: bigint): { readonly type: 'instant'; readonly value: string } {
  return { type: 'instant', value: Temporal.Instant.fromEpochNanoseconds(nanoseconds).toString() };
}
