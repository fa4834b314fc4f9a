import { refuse } from '../../errors/agreementError.js';
import { oneOf } from '../language/finder.js';
import { Agreement, requireAgreement } from './definedAgreement.js';
import { ErrorList } from './value.js';

/**
 * Returns the same agreement under other readings.
 *
 * @param readings Options by the id of their reading; other readings do not change.
 * @throws {@link AgreementError} `reading-unknown` for a reading or an option that the agreement does not have;
 * `agreement-invalid` for an option under which the agreement cannot be computed; `argument-invalid` for an invalid
 * agreement or readings that are not a record.
 * @example
 * ```ts no-run
 * withReadings(agreement, { '6.10-cap-base': 'overdue-only' })
 * ```
 */
export function withReadings(agreement: Agreement, readings: Readonly<Record<string, string>>): Agreement {
  const { data, calendars, soundOptions } = requireAgreement(agreement);
  if (typeof readings !== 'object' || readings === null || Array.isArray(readings))
    refuse('argument-invalid', 'readings', readings, '{ reading: option }');
  const known = new Map(data.readings.map((reading) => [reading.id, reading]));
  for (const [id, option] of Object.entries(readings)) {
    const reading = known.get(id) ?? refuse('reading-unknown', 'readings', id, oneOf(id, [...known.keys()]));
    if (!Object.hasOwn(reading.options, option))
      refuse('reading-unknown', `readings.${id}`, option, oneOf(option, Object.keys(reading.options)));
  }
  const errors = new ErrorList();
  for (const [id, option] of Object.entries(readings))
    errors.findings.push(...(agreement.checkOption?.(agreement, id, option) ?? []));
  errors.throwAs('agreement-invalid');
  return new Agreement(data, agreement, { ...agreement.readings, ...readings }, calendars, soundOptions);
}
