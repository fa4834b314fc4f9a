import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import type { AgreementData, Reading } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';

/** An option for each reading that is varied. @internal */
export type ReadingSet = Readonly<Record<string, string>>;

/** Combinations of options that are gone through at most. */
const mostSets = 256;

/**
 * Every combination of the options of the readings that touch a computation or a table, the options in force first. A reading touches it if
 * one of its options changes it, or a computation it depends on, under whatever reading.
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

/** Readings of which an option changes a computation or a table, or what it depends on. @internal */
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

/** A row is patched as `table:refund#3`; what is touched is the table. */
function targetOf(target: string): string {
  return target.startsWith('table:') ? target.slice(0, target.lastIndexOf('#')) : target;
}

/** Addresses of the computations a part names as sources. */
function resultsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = (part as { readonly result?: unknown }).result;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(part).flatMap(resultsIn)];
}
