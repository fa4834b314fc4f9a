import type { AgreementDefaults } from '../agreement/kinds/kind.js';
import type { RecordShape } from '../agreement/model/value.js';
import type { Recording } from '../agreement/steps/recorder.js';
import type { Operand } from '../agreement/steps/step.js';

/**
 * The steps of a primitive that is not a kind of an agreement: the explaining part of a kind. The answer comes from the primitive itself, so it is
 * not computed here.
 *
 * @internal
 */
export interface Derivation<Given = never, Answer = never> {
  /** The arguments, as the steps begin with them. */
  readonly takes: RecordShape;
  /** The steps behind the answer; gives the operand each field of it was read from. */
  steps(
    record: Recording,
    given: Given,
    answer: Answer,
    defaults: AgreementDefaults,
  ): Readonly<Record<string, Operand>>;
}
