import type { Answer } from '../kinds/kind.js';
import type { AgreementData } from '../model/agreement.js';
import { type Agreement, type PlacedComputation, requireAgreement } from '../model/definedAgreement.js';
import { resultsIn } from '../model/resultsIn.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';
import { jsonRecord } from '../model/value.js';
import type { Step } from '../steps/step.js';
import { computationAddress } from './computationAddress.js';
import type { Facts, Session } from './session.js';
import { sessionOf } from './sessionOf.js';

/** The agreement of an answer, with its edition and readings. */
export interface AgreementStamp {
  readonly id: string;
  readonly edition: string;
  /** The option in force of each reading that affects the answer. */
  readonly readings: Readonly<Record<string, string>>;
}

/** The answer of a clause. `JSON.stringify` includes its steps. */
export class ClauseResult {
  readonly format = 2;
  /** The address of the computation: `"6.10/penalty"`. */
  readonly computation: ComputationAddress;
  /** The fields of the answer: amounts as `Money`, days and instants as ISO strings. */
  readonly value: Answer;
  // Private, to keep it out of comparisons and printed results.
  readonly #session: Session;
  readonly #clause: ClauseNumber;

  /** @internal */
  constructor(session: Session, computation: ComputationAddress) {
    const { placed, answer } = session.evaluate(computation);
    this.computation = computation;
    this.value = answer;
    this.#session = session;
    this.#clause = placed.clause.ref;
  }

  /** Whether a value is a result, and not a proxy of one, which has no access to the private fields. @internal */
  static is(value: unknown): value is ClauseResult {
    return typeof value === 'object' && value !== null && #session in value;
  }

  /** The agreement and the edition, with the readings that affect the answer. */
  get agreement(): AgreementStamp {
    return stampOf(this.#session);
  }

  /** The clauses the answer depends on, starting with the requested one. */
  get cites(): readonly ClauseNumber[] {
    return citesOf(this.#session, this.#clause);
  }

  /** The facts that were used. */
  get facts(): Facts {
    return this.#session.factsUsed;
  }

  /** The arithmetic, step by step; computed on access. */
  get steps(): readonly Step[] {
    return this.#session.stepsOf(this.computation).steps;
  }

  /**
   * The step that produced each field of the answer; a field that is not listed was taken from the answer of the
   * primitive.
   */
  get fields(): Readonly<Record<string, string>> {
    const operands = Object.entries(this.#session.fieldsOf(this.computation));
    return Object.fromEntries(
      operands.flatMap(([field, operand]) => ('step' in operand ? [[field, operand.step]] : [])),
    );
  }

  /** The data of the agreement, for wording the answer. @internal */
  agreementData(): AgreementData {
    return this.#session.agreement.data;
  }

  /** The JSON representation. */
  toJSON(): object {
    const { format, agreement, computation, facts, value, steps, fields, cites } = this;
    return { format, agreement, computation, facts, value: jsonRecord(value), steps, fields, cites };
  }
}

/**
 * Evaluates a computation for the facts of a case.
 *
 * @param ref The address of a computation (`"6.10/penalty"`), or the number of a clause with only one.
 * @param facts The facts of the case by name, as JSON or as values of the library.
 * @throws {@link AgreementError} `computation-unknown` if the agreement has no such computation, or the clause has several;
 * `fact-missing` with every missing fact; `fact-invalid` with every invalid fact; and whatever the primitive throws.
 * @example
 * ```ts no-run
 * evaluate(agreement, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay'] // '2026-03-31'
 * ```
 */
export function evaluate(agreement: Agreement, ref: ClauseNumber | ComputationAddress, facts: Facts): ClauseResult {
  const address = addressOf(agreement, ref);
  return new ClauseResult(sessionOf(agreement, facts), address);
}

/** Resolves the address of a computation, or the number of its clause, to an address. @internal */
export function addressOf(agreement: Agreement, ref: string): ComputationAddress {
  return computationAddress(requireAgreement(agreement), ref);
}

/**
 * The stamp of an answer: the agreement, the edition, and the readings that affect the computations performed or a row
 * of the table. @internal
 */
export function stampOf(session: Session, question?: string): AgreementStamp {
  const { agreement } = session;
  const touched = new Set(session.evaluated.flatMap(({ placed }) => placed.computation.readings ?? []));
  // A reading may be why a fact was needed that was left out.
  const seen = new Set<PlacedComputation>();
  reach(agreement, session.leftOut, seen);
  for (const { computation } of seen) for (const id of computation.readings ?? []) touched.add(id);
  if (question !== undefined)
    for (const { id, options } of agreement.data.readings)
      if (
        Object.values(options).some(({ patch }) => Object.keys(patch).some((to) => to.startsWith(`table:${question}#`)))
      )
        touched.add(id);
  const { id, edition } = agreement.data;
  return {
    id,
    edition,
    readings: Object.fromEntries(Object.entries(agreement.readings).filter(([reading]) => touched.has(reading))),
  };
}

/** Adds the computations that a part of the model depends on. */
function reach(agreement: Agreement, part: unknown, seen: Set<PlacedComputation>): void {
  for (const address of resultsIn(part)) {
    const placed = agreement.computations.get(address);
    if (placed === undefined || seen.has(placed)) continue;
    seen.add(placed);
    reach(agreement, placed.computation.from, seen);
  }
}

/** The clauses of the computations performed, starting with the requested one. @internal */
function citesOf(session: Session, first: ClauseNumber): readonly ClauseNumber[] {
  const cites = [first];
  for (const { placed } of session.evaluated) if (!cites.includes(placed.clause.ref)) cites.push(placed.clause.ref);
  return Object.freeze(cites);
}
