import { attempt } from '../../errors/attempt.js';
import { type ReadingSet, readingSets, touchingReadings } from '../evaluate/readingSets.js';
import type { Agreement } from '../model/definedAgreement.js';
import { withReadings } from '../model/withReadings.js';

/** An answer, and the combinations of readings that lead to it. */
export interface AnswerUnderReadings<T> {
  readonly readings: readonly ReadingSet[];
  readonly answer: T;
}

/**
 * The distinct answers under the readings that affect them, the one in force first. Readings that change nothing by
 * themselves are not varied, to limit the number of combinations; if there are still too many, one reading is changed
 * at a time. A combination without an answer, because it needs a fact that is optional in the case, is left out.
 *
 * @param start An address, or `table:` and a question.
 * @internal
 */
export function answersUnderReadings<T>(
  agreement: Agreement,
  start: string,
  ask: (agreement: Agreement) => T,
): readonly AnswerUnderReadings<T>[] {
  const own = ask(agreement);
  const ownKey = JSON.stringify(own);
  const singles = touchingReadings(agreement.data, start).flatMap(({ id, options }) =>
    Object.keys(options)
      .filter((option) => option !== agreement.readings[id])
      .map((option) => ({ [id]: option })),
  );
  const under = (set: ReadingSet): T | undefined => {
    const answer = attempt(() => ask(withReadings(agreement, set)));
    return answer.ok ? answer.value : undefined;
  };
  const changing = singles.filter((set) => {
    const answer = under(set);
    return answer !== undefined && JSON.stringify(answer) !== ownKey;
  });
  const vary = [...new Set(changing.flatMap((set) => Object.keys(set)))];
  const combined = attempt(() => readingSets(agreement, start, vary));
  const inForce = Object.fromEntries(vary.map((id) => [id, agreement.readings[id] as string]));
  const sets = combined.ok ? combined.value : [inForce, ...changing.map((set) => ({ ...inForce, ...set }))];
  const groups = new Map<string, { readonly readings: ReadingSet[]; readonly answer: T }>([
    [ownKey, { readings: [inForce], answer: own }],
  ]);
  for (const set of sets) {
    if (Object.entries(set).every(([id, option]) => agreement.readings[id] === option)) continue;
    const answer = under(set);
    if (answer === undefined) continue;
    const key = JSON.stringify(answer);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { readings: [set], answer });
    else group.readings.push(set);
  }
  return [...groups.values()];
}
