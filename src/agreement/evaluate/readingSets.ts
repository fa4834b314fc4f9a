import { refuse } from '../../errors/agreementError.js';
import type { AgreementData, Reading } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';

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
  const touching = touchingReadings(agreement.data, start);
  const known = touching.map(({ id }) => id);
  for (const id of vary ?? [])
    if (!known.includes(id))
      refuse('reading-unknown', 'vary', id, `one that touches ${start}: ${known.join(', ') || 'none does'}`);
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

/** The readings with an option that changes a computation or a table, or something it depends on. @internal */
export function touchingReadings(data: AgreementData, start: string): readonly Reading[] {
  const patches = new Map<string, unknown[]>();
  for (const { options } of data.readings)
    for (const { patch } of Object.values(options))
      for (const [target, change] of Object.entries(patch)) {
        const name = targetOf(target);
        patches.set(name, [...(patches.get(name) ?? []), change]);
      }
  const parts = new Map<string, unknown>([
    ...data.clauses.flatMap(({ ref, computes = [] }) =>
      computes.map((computation) => [`${ref}/${computation.id}`, computation.from] as const),
    ),
    ...data.tables.map(({ question, rows }) => [`table:${question}`, rows] as const),
  ]);
  const reached = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...resultsIn([parts.get(name), ...(patches.get(name) ?? [])]));
  }
  return data.readings.filter(({ options }) =>
    Object.values(options).some(({ patch }) => Object.keys(patch).some((target) => reached.has(targetOf(target)))),
  );
}

/** The target of a patch; for a row, `table:refund#3`, it is the table. */
function targetOf(target: string): string {
  return target.startsWith('table:') ? target.slice(0, target.lastIndexOf('#')) : target;
}

/** The addresses of the computations that a part uses as sources. */
function resultsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = (part as { readonly result?: unknown }).result;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(part).flatMap(resultsIn)];
}
