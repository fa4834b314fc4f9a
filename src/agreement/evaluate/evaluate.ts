import type { Answer } from '../kinds/kind.js';
import type { AgreementData, ClauseNumber, ComputationAddress } from '../model/agreement.js';
import { type Agreement, requireAgreement } from '../model/defineAgreement.js';
import { jsonRecord } from '../model/value.js';
import type { Step } from '../steps/step.js';
import { computationAddress } from './computationAddress.js';
import type { Facts, Session } from './session.js';
import { sessionOf } from './sessionOf.js';

/** Which agreement an answer rests on, in which edition and under which readings. */
export interface AgreementStamp {
  readonly id: string;
  readonly edition: string;
  /** The option in force of each reading that touches the answer. */
  readonly readings: Readonly<Record<string, string>>;
}

/** The answer of a clause. `JSON.stringify` gives its wire form, steps included. */
export class ClauseResult {
  readonly format = 2;
  /** Address of the computation: `"6.10/penalty"`. */
  readonly computation: ComputationAddress;
  /** Fields of the answer: sums as `Money`, days and instants as ISO text. */
  readonly value: Answer;
  // What stands behind an answer is no part of its value.
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

  /** Whether a value is one, and not a proxy of one: what stands behind it cannot be reached through that. @internal */
  static is(value: unknown): value is ClauseResult {
    return typeof value === 'object' && value !== null && #session in value;
  }

  /** The agreement and the edition, with the readings that touch the answer. */
  get agreement(): AgreementStamp {
    return stampOf(this.#session);
  }

  /** Clauses the answer rests on, the asked one first. */
  get cites(): readonly ClauseNumber[] {
    return citesOf(this.#session, this.#clause);
  }

  /** The facts that were looked at. */
  get facts(): Facts {
    return this.#session.factsUsed;
  }

  /** The arithmetic, step by step; made when read. */
  get steps(): readonly Step[] {
    return this.#session.stepsOf(this.computation).steps;
  }

  /** The step each field of the answer was read from; a field that is not listed was read from the answer of the primitive. */
  get fields(): Readonly<Record<string, string>> {
    const operands = Object.entries(this.#session.fieldsOf(this.computation));
    return Object.fromEntries(
      operands.flatMap(([field, operand]) => ('step' in operand ? [[field, operand.step]] : [])),
    );
  }

  /** The agreement as JSON, for those who put the answer into words. @internal */
  agreementData(): AgreementData {
    return this.#session.agreement.data;
  }

  /** The wire form. */
  toJSON(): object {
    const { format, agreement, computation, facts, value, steps, fields, cites } = this;
    return { format, agreement, computation, facts, value: jsonRecord(value), steps, fields, cites };
  }
}

/**
 * The answer of a clause to the facts of a case.
 *
 * @param ref The address of a computation (`"6.10/penalty"`), or the number of a clause that has just one.
 * @param facts The facts of the case by their names, as JSON or as values of the library.
 * @throws {@link AgreementError} `computation-unknown` if the agreement has no such computation, or the clause has several;
 * `fact-missing` with every fact that is missing; `fact-invalid` with every fact that is not what it should be; and what the primitive throws.
 * @example
 * ```ts no-run
 * evaluate(agreement, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay'] // '2026-03-31'
 * ```
 */
export function evaluate(agreement: Agreement, ref: ClauseNumber | ComputationAddress, facts: Facts): ClauseResult {
  const address = addressOf(agreement, ref);
  return new ClauseResult(sessionOf(agreement, facts), address);
}

/** The address of a computation from itself or from the number of its clause. @internal */
export function addressOf(agreement: Agreement, ref: string): ComputationAddress {
  return computationAddress(requireAgreement(agreement), ref);
}

/** The stamp of an answer: agreement, edition and the readings that change the computations done, or a row of the table asked. @internal */
export function stampOf(session: Session, question?: string): AgreementStamp {
  const { agreement } = session;
  const touched = new Set(session.evaluated.flatMap(({ placed }) => placed.computation.readings ?? []));
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

/** Clauses of the computations done, the asked one first. @internal */
export function citesOf(session: Session, first: ClauseNumber): readonly ClauseNumber[] {
  const cites = [first];
  for (const { placed } of session.evaluated) if (!cites.includes(placed.clause.ref)) cites.push(placed.clause.ref);
  return Object.freeze(cites);
}
