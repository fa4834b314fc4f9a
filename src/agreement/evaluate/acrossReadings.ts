import { AgreementError, type Finding } from '../../errors/agreementError.js';
import { epochDayOf } from '../../time/dayInput.js';
import { instantOf } from '../../time/instant.js';
import type { Answer } from '../kinds/kind.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';
import { jsonRecord } from '../model/value.js';
import { withReadings } from '../model/withReadings.js';
import { addressOf, type ClauseResult, evaluate } from './evaluate.js';
import { type ReadingSet, readingSets } from './readingSets.js';
import { safeSidesOf } from './safeSides.js';
import type { Facts } from './session.js';

/** An answer, and the readings that lead to it. */
export class ReadingAnswer {
  /** The options of the varied readings, by the id of the reading; every combination that leads to this answer. */
  readonly readings: readonly Readonly<Record<string, string>>[];
  /** The fields of the answer. */
  readonly value: Answer;
  readonly #result: ClauseResult;

  /** @internal */
  constructor(readings: readonly ReadingSet[], result: ClauseResult) {
    this.readings = Object.freeze(readings);
    this.value = result.value;
    this.#result = result;
  }

  /**
   * The complete answer under the first of these combinations, with its clauses and its steps, which can be passed to
   * `explain`.
   */
  get result(): ClauseResult {
    return this.#result;
  }

  /** The answer with its steps, its clauses and the combinations. */
  toJSON(): object {
    const { readings, value, result } = this;
    return { readings, value: jsonRecord(value), steps: result.steps, cites: result.cites };
  }
}

/** A day that is safe whichever reading is right. */
export interface SafeDay {
  /** The day, or the instant. */
  readonly on: string;
  /**
   * `earliest`: whatever is done by it is in time under every reading. `latest`: whatever starts from it on has started
   * under every reading.
   */
  readonly is: 'earliest' | 'latest';
}

/** The answers of one computation under all readings that affect it. */
export interface AnswersAcrossReadings {
  /** The distinct answers, the one in force first. */
  readonly answers: readonly ReadingAnswer[];
  /** The safe day for each field that has one; absent if the computation has no such field. */
  readonly safe?: Readonly<Record<string, SafeDay>>;
}

/**
 * The answers of a computation under every reading that affects it: each with the combinations that lead to it and its
 * steps, and for days the one that is safe whichever reading is right.
 *
 * For days by which someone must act (a deadline, a last day for notice, a day until which a refund can be requested)
 * the earliest is safe: whatever is done by it is in time under every reading. For days from which something applies (a
 * notice takes effect, an act is deemed accepted, records may be deleted) the latest is safe: from then on it applies
 * under every reading. Other days, such as the end of a term, and days that do not exist under some reading, have no
 * safe value.
 *
 * @param ref The address of a computation (`"6.10/penalty"`), or the number of a clause with only one.
 * @param facts The facts of the case, including those that only some readings need.
 * @param vary Ids of the readings to vary; by default all that affect the computation. The others keep the options of
 * the agreement.
 * @throws {@link AgreementError} `fact-missing` with every fact that is missing under any reading; `argument-invalid`
 * for more than 256 combinations; `reading-unknown` for a reading to vary that does not affect the computation; and
 * whatever `evaluate` throws.
 * @example A penalty under the readings of its clause
 * ```ts
 * const { answers } = acrossReadings(agreement, '6.10/penalty', { ...facts, asOf: '2026-04-20' });
 * answers.map(({ value }) => String(value['penalty'])) // => ['2000.00 KZT', '1960.00 KZT', '0.00 KZT']
 * answers[1]?.readings[0]?.['6.10-payment-day'] // => 'does-not-count'
 * acrossReadings(agreement, '6.10/penalty', facts, ['6.10-cap-base']).answers.length // => 1
 * acrossReadings(agreement, '6.10/penalty', facts, ['11.2-term-end']) // throws 'reading-unknown'
 * ```
 */
export function acrossReadings(
  agreement: Agreement,
  ref: ClauseNumber | ComputationAddress,
  facts: Facts,
  vary?: readonly string[],
): AnswersAcrossReadings {
  const address = addressOf(agreement, ref);
  const results = answersUnder(readingSets(agreement, address, vary), (set) =>
    evaluate(withReadings(agreement, set), address, facts),
  );
  const groups = new Map<string, { readonly readings: ReadingSet[]; readonly result: ClauseResult }>();
  for (const { set, answer } of results) {
    const key = JSON.stringify(answer.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { readings: [set], result: answer });
    else group.readings.push(set);
  }
  const answers = [...groups.values()].map(({ readings, result }) => new ReadingAnswer(readings, result));
  const safe = safeDays(agreement, address, answers);
  return Object.freeze({ answers: Object.freeze(answers), ...(safe && { safe: Object.freeze(safe) }) });
}

/**
 * Evaluates a question under each set of readings. Reports the missing facts of all sets at once.
 *
 * @internal
 */
export function answersUnder<T>(
  sets: readonly ReadingSet[],
  ask: (set: ReadingSet) => T,
): readonly { readonly set: ReadingSet; readonly answer: T }[] {
  const missing = new Map<string, Finding>();
  const answers: { readonly set: ReadingSet; readonly answer: T }[] = [];
  for (const set of sets)
    try {
      answers.push({ set, answer: ask(set) });
    } catch (error) {
      if (!(error instanceof AgreementError) || error.code !== 'fact-missing') throw error;
      const { field, value, expected } = error.details;
      const findings = error.findings.length > 0 ? error.findings : [{ path: field, code: 'missing', value, expected }];
      for (const finding of findings) if (!missing.has(finding.path)) missing.set(finding.path, finding);
    }
  const [first] = missing.values();
  if (first === undefined) return answers;
  const details = { field: first.path, value: first.value, expected: first.expected };
  throw new AgreementError('fact-missing', details, [...missing.values()]);
}

function safeDays(
  agreement: Agreement,
  address: ComputationAddress,
  answers: readonly ReadingAnswer[],
): Readonly<Record<string, SafeDay>> | undefined {
  // Readings can differ in the kind of a limit, or in whether it is a limit to act: if one of them says so, it is
  // treated as a limit to act.
  const computations = answers.flatMap(({ readings }) =>
    readings.map((set) => withReadings(agreement, set).computations.get(address)?.computation),
  );
  const isAct = computations.some(
    ({ counts: by } = { counts: 'state' } as never) => by !== undefined && by !== 'state',
  );
  const counts = isAct ? 'act' : computations[0]?.counts === 'state' ? 'state' : undefined;
  const kinds = new Set(computations.map((computation) => computation?.kind ?? ''));
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1) return undefined;
  const safe = Object.entries(safeSidesOf(kind, counts)).flatMap(([field, is]): [string, SafeDay][] => {
    const days = answers.map(({ value }) => value[field]);
    if (!days.every((day) => typeof day === 'string')) return [];
    const sorted = days.toSorted((a, b) => compareMoments(a, b));
    return [[field, { on: (is === 'earliest' ? sorted[0] : sorted[sorted.length - 1]) as string, is }]];
  });
  return safe.length === 0 ? undefined : Object.fromEntries(safe);
}

/** Compares days with days and instants with instants. */
function compareMoments(a: string, b: string): number {
  if (!a.includes('T')) return epochDayOf(a, 'day') - epochDayOf(b, 'day');
  const [first, second] = [instantOf(a, 'instant').epochNanoseconds, instantOf(b, 'instant').epochNanoseconds];
  return first < second ? -1 : first > second ? 1 : 0;
}
