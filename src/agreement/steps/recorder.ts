import type { Rounding } from '../../money/rounding.js';
import type { ClauseNumber } from '../model/source.js';
import type { Value } from '../model/value.js';
import type { Operand, Operation, PrimitiveOperation, Step, StepNotes } from './step.js';

/** Builds the list of steps of an answer, in the order in which they can be executed. */
export class StepRecorder {
  readonly steps: Step[] = [];

  /** Adds a step and returns its result as an operand. */
  add(
    clause: ClauseNumber,
    op: Operation | PrimitiveOperation,
    role: string,
    operands: Readonly<Record<string, Operand>>,
    out: Value,
    more: { readonly rounding?: Rounding; readonly notes?: StepNotes } = {},
  ): Operand {
    const id = `s${this.steps.length + 1}`;
    this.steps.push({ id, op, role, in: operands, out, clause, ...more });
    return { ...out, step: id };
  }
}

/** The interface through which a kind records the steps of a computation. */
export interface Recording {
  /** The operand for an argument of the computation, by its path; undefined if it was omitted. */
  operand(path: string): Operand | undefined;
  /** The operand for an argument that must be present. */
  need(path: string): Operand;
  /** Adds a step of this computation's clause. */
  add(
    op: Operation | PrimitiveOperation,
    role: string,
    operands: Readonly<Record<string, Operand>>,
    out: Value,
    more?: { readonly rounding?: Rounding; readonly notes?: StepNotes },
  ): Operand;
}
