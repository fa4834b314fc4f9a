import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import type { Agreement } from '../model/definedAgreement.js';
import { touchingReadings } from './touchingReadings.js';

/** An option for each varied reading. @internal */
export type ReadingSet = Readonly<Record<string, string>>;

/** The maximum number of combinations. */
const mostSets = 256;

/**
 * Every combination of the options of the readings that affect a computation or a table, starting with the options in
 * force. A reading affects it if one of its options changes it, or a computation it depends on, under any reading.
 *
 * @param start An address, or `table:` and a question.
 * @internal
 */
export function readingSets(agreement: Agreement, start: string, vary?: readonly string[]): readonly ReadingSet[] {
  if (vary !== undefined && !isList(vary)) refuse('argument-invalid', 'vary', vary, 'a list of ids of readings');
  const touching = touchingReadings(agreement.data, start);
  const known = touching.map(({ id }) => id);
  for (const id of vary ?? [])
    if (!known.includes(id))
      refuse('reading-unknown', 'vary', id, `a reading that affects ${start}: ${known.join(', ') || 'there is none'}`);
  const varied = touching.filter(({ id }) => vary === undefined || vary.includes(id));
  const count = varied.reduce((product, { options }) => product * Object.keys(options).length, 1);
  if (count > mostSets)
    refuse(
      'argument-invalid',
      'vary',
      `${count} combinations of ${varied.map(({ id }) => id).join(', ')}`,
      `at most ${mostSets}: name the readings to vary`,
    );
  return varied.reduce<readonly ReadingSet[]>(
    (sets, reading) => {
      const inForce = agreement.readings[reading.id] ?? reading.chosen;
      const options = [inForce, ...Object.keys(reading.options).filter((option) => option !== inForce)];
      return sets.flatMap((set) => options.map((option) => ({ ...set, [reading.id]: option })));
    },
    [{}],
  );
}
