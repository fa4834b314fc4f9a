import { attempt } from '../../errors/attempt.js';
import { isKnownCurrency } from '../../money/currency.js';
import { roundings } from '../../money/rounding.js';
import { countingRules } from '../../time/countingRules.js';
import { dayIn } from '../../time/dayIn.js';
import { noDay, parseIsoDay } from '../../time/epochDay.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { isRecord } from '../language/isRecord.js';
import type { AgreementData } from './agreement.js';
import { rulesErrors } from './rulesErrors.js';
import type { ErrorList } from './value.js';

/**
 * Reports what is wrong with the head of an agreement: its id, zone, currencies, rounding, rules and calendars.
 *
 * @internal
 */
export function headErrors(data: AgreementData, calendars: readonly WorkingCalendar[], errors: ErrorList): void {
  for (const name of ['id', 'edition', 'timeZone'] as const)
    if (typeof data[name] !== 'string' || data[name] === '') errors.add(name, 'type', data[name], 'a text');
  const zone = attempt(() => dayIn('2026-01-01T00:00:00Z', data.timeZone));
  if (!zone.ok && data.timeZone !== '')
    errors.add('timeZone', zone.error.code, data.timeZone, zone.error.details.expected);
  if (!data.text.languages.includes(data.text.governing))
    errors.add('text.governing', 'choice', data.text.governing, `one of ${data.text.languages.join(', ')}`);
  if (typeof data.effectiveOn !== 'string' || parseIsoDay(data.effectiveOn) === noDay)
    errors.add('effectiveOn', 'day-invalid', data.effectiveOn, 'a day such as "2026-01-01"');
  if (!Array.isArray(data.currencies) || data.currencies.length === 0 || !data.currencies.every(isKnownCurrency))
    errors.add('currencies', 'currency-unknown', data.currencies, 'at least one ISO 4217 code');
  if (!roundings.includes(data.rounding))
    errors.add('rounding', 'choice', data.rounding, `one of ${roundings.join(', ')}`);
  for (const side of ['acts', 'states'] as const) {
    const rules = isRecord(data.countingRules) ? data.countingRules[side] : undefined;
    if (isRecord(rules)) rulesErrors(rules, `countingRules.${side}`, errors);
    else if (!(typeof rules === 'string' && Object.hasOwn(countingRules, rules)))
      errors.add(
        `countingRules.${side}`,
        'choice',
        rules,
        `one of ${Object.keys(countingRules).join(', ')}, or the rules in full`,
      );
  }
  const working = isRecord(data.calendars) ? data.calendars.working : undefined;
  for (const [name, id] of [
    ['working', working],
    ['banking', isRecord(data.calendars) ? data.calendars.banking : undefined],
  ] as const)
    if (id !== undefined && !calendars.some((calendar) => calendar.id === id))
      errors.add(
        `calendars.${name}`,
        'calendar-required',
        id,
        `a calendar that is passed beside the agreement (${calendars.map((c) => c.id).join(', ') || 'none is'})`,
      );
  if (typeof working !== 'string') errors.add('calendars.working', 'type', working, 'the id of a working calendar');
}
