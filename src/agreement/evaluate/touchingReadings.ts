import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import type { AgreementData, Reading } from '../model/agreement.js';
import { resultsIn } from '../model/resultsIn.js';

/**
 * The readings with an option that changes a computation or a table, or something it depends on: those a reader of the
 * answer should see.
 *
 * @param data The agreement as it is computed with: `agreement.data`.
 * @param start The address of a computation (`"6.10/penalty"`), or `table:` and a question; an unknown one has no readings.
 * @throws {@link AgreementError} `argument-invalid` if the data is not that of an agreement.
 * @example
 * ```ts
 * touchingReadings(agreement.data, '5.7/paymentDue').map(({ id }) => id).includes('6.10-cap-base') // => false
 * touchingReadings(agreement.data, '6.10/penalty').map(({ id }) => id).includes('6.10-cap-base') // => true
 * touchingReadings(agreement.data, 'toString') // => []
 * ```
 */
export function touchingReadings(data: AgreementData, start: string): readonly Reading[] {
  requirePlainHost();
  try {
    return readingsThatTouch(data, start);
  } catch {
    return refuse('argument-invalid', 'data', data, 'the `data` of an agreement made by defineAgreement()');
  }
}

function readingsThatTouch(data: AgreementData, start: string): readonly Reading[] {
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
