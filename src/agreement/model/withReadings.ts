import { refuse } from '../../errors/agreementError.js';
import { Agreement, requireAgreement } from './definedAgreement.js';
import { Faults } from './value.js';

/**
 * The same agreement under other readings.
 *
 * @param readings Options by the id of their reading; readings that are not named stay as they are.
 * @throws {@link AgreementError} `reading-unknown` for a reading or an option the agreement does not have; `agreement-invalid` for an option
 * under which the agreement cannot be computed; `argument-invalid` for what is no agreement or no readings.
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
    const reading =
      known.get(id) ?? refuse('reading-unknown', 'readings', id, `one of ${[...known.keys()].join(', ')}`);
    if (!Object.hasOwn(reading.options, option))
      refuse('reading-unknown', `readings.${id}`, option, `one of ${Object.keys(reading.options).join(', ')}`);
  }
  const faults = new Faults();
  for (const [id, option] of Object.entries(readings))
    faults.findings.push(...(agreement.checkOption?.(agreement, id, option) ?? []));
  faults.throwAs('agreement-invalid');
  return new Agreement(data, agreement, { ...agreement.readings, ...readings }, calendars, soundOptions);
}
