/** Kinds about a daily charging window: the first charged day, and whether an instant is within the window. */
import { firstChargeDay } from '../../proration/firstChargeDay.js';
import { isWithinDailyWindow } from '../../proration/isWithinDailyWindow.js';
import type { ValueShape } from '../model/value.js';
import { dayValue, flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Window {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

const windowShape: ValueShape = {
  type: 'record',
  fields: { from: { type: 'text' }, to: { type: 'text' }, timeZone: { type: 'text' } },
};

/** The first day whose window opens at or after the activation. */
export const firstChargeDayKind: Kind<{ readonly activatedAt: string; readonly window: Window }, { firstDay: string }> =
  {
    kind: 'firstChargeDay',
    takes: { type: 'record', fields: { activatedAt: { type: 'instant' }, window: windowShape } },
    gives: { firstDay: { type: 'day' } },
    countsLimit: false,
    answer(given) {
      return { firstDay: firstChargeDay(given).toString() };
    },
    steps(record, _given, answer) {
      const out = dayValue(answer.firstDay);
      const operands = {
        activatedAt: record.need('activatedAt'),
        from: record.need('window.from'),
        zone: record.need('window.timeZone'),
      };
      return { firstDay: record.add('opensOn', 'window.firstDay', operands, out) };
    },
  };

/** Whether an instant is within the daily window, both bounds included. */
export const dailyWindowKind: Kind<{ readonly at: string; readonly window: Window }, { holds: boolean }> = {
  kind: 'isWithinDailyWindow',
  takes: { type: 'record', fields: { at: { type: 'instant' }, window: windowShape } },
  gives: { holds: { type: 'flag' } },
  countsLimit: false,
  answer(given) {
    return { holds: isWithinDailyWindow(given.at, given.window) };
  },
  steps(record, _given, answer) {
    const out = flagValue(answer.holds);
    const operands = {
      at: record.need('at'),
      from: record.need('window.from'),
      to: record.need('window.to'),
      zone: record.need('window.timeZone'),
    };
    return { holds: record.add('withinHours', 'window.within', operands, out) };
  },
};
