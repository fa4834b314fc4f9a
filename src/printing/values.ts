import { Money } from '../money/money.js';
import { DateRange } from '../time/dateRange.js';
import { WorkingCalendar } from '../time/workingCalendar.js';
import { printAs } from './printAs.js';

/** Makes Node print an amount as `120.00 KZT`, a range as its two days, a calendar by its id. @internal */
export function printValues(): void {
  for (const { prototype } of [Money, DateRange])
    printAs(prototype, function () {
      return String(this);
    });
  printAs(WorkingCalendar.prototype, function (depth, options, inspect) {
    const { id, version, coverage } = this as WorkingCalendar;
    return `WorkingCalendar ${inspect({ id, version, coverage }, { ...options, depth })}`;
  });
}
