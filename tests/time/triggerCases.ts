/** Cases of the triggers that end on a day, for the earliest and the latest of them. */
import { calendarDays, countingRules, months, type TriggerTerms, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { DayMissing, NotCovered, walkDeadline } from './referenceCount.js';

const { asWritten, kzCivilCode } = countingRules;

export const base: TriggerTerms = { lastDay: '2026-03-02', limit: calendarDays(14), rules: kzCivilCode, calendar: kz };

export const triggerCases: readonly {
  readonly change: Partial<TriggerTerms>;
  readonly earliest: string;
  readonly latest: string;
  readonly because: string;
}[] = [
  { change: { lastDay: '2026-02-27' }, earliest: '2026-02-13', latest: '2026-02-13', because: 'a Friday' },
  { change: { lastDay: '2026-02-28' }, earliest: 'undefined', latest: 'undefined', because: 'a Saturday rolls' },
  { change: {}, earliest: '2026-02-14', latest: '2026-02-16', because: 'Saturday, Sunday and Monday go to Monday' },
  {
    change: { lastDay: '2026-02-28', limit: months(1), rules: asWritten },
    earliest: '2026-01-28',
    latest: '2026-01-31',
    because: 'four days of January are clamped to one',
  },
  {
    change: { lastDay: '2026-02-28', limit: months(1), rules: { ...asWritten, monthEnd: 'reject' } as const },
    earliest: '2026-01-28',
    latest: '2026-01-28',
    because: 'three of them are refused',
  },
  {
    change: { lastDay: '2026-02-27', limit: months(1), rules: { ...asWritten, monthEnd: 'reject' } as const },
    earliest: '2026-01-27',
    latest: '2026-01-27',
    because: 'the refused ones after it are passed over',
  },
  {
    change: { lastDay: '2026-03-26', limit: workingDays(1) },
    earliest: '2026-03-20',
    latest: '2026-03-25',
    because: 'over Nauryz, from the 21st to the 25th',
  },
];

export const refusedTriggers: readonly { readonly change: object; readonly refused: string }[] = [
  { change: { lastDay: '2026-02-30' }, refused: 'day-invalid lastDay' },
  { change: { lastDay: null }, refused: 'day-invalid lastDay' },
  { change: { limit: 14 }, refused: 'limit-invalid limit' },
  { change: { rules: 'kzCivilCode' }, refused: 'rules-invalid rules' },
  { change: { calendar: undefined }, refused: 'calendar-required calendar' },
  {
    change: { limit: calendarDays(0), rules: { ...asWritten, countTriggerDay: true } },
    refused: 'limit-invalid limit.count',
  },
  { change: { lastDay: '2030-03-04' }, refused: 'calendar-not-covered day' },
];

/** Every trigger whose limit ends on a day, found by trying them one by one. */
export function everyTrigger(
  facts: Parameters<typeof walkDeadline>[0],
  lastDay: Parameters<typeof walkDeadline>[1],
  limit: Parameters<typeof walkDeadline>[2],
  rules: Parameters<typeof walkDeadline>[3],
): readonly string[] {
  // Twenty-five years are the longest limit drawn; triggers further away than the limit do not end here.
  const length = {
    calendarDays: 1,
    weeks: 7,
    halfMonths: 15,
    months: 31,
    quarters: 92,
    halfYears: 184,
    years: 366,
  };
  // Of many days off in a row a last day may be moved back by a month.
  const after = 40;
  const reach = limit.unit in length ? limit.count * length[limit.unit as keyof typeof length] + 60 : 200;
  const hits: string[] = [];
  for (let trigger = lastDay.subtract({ days: reach }), at = 0; at <= reach + after; at += 1) {
    try {
      if (walkDeadline(facts, trigger, limit, rules).equals(lastDay)) hits.push(String(trigger));
    } catch (error) {
      if (!(error instanceof NotCovered || error instanceof DayMissing)) throw error;
    }
    trigger = trigger.add({ days: 1 });
  }
  return hits;
}
