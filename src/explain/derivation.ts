import type { AgreementDefaults } from '../agreement/kinds/kind.js';
import type { RecordShape } from '../agreement/model/value.js';
import type { Recording } from '../agreement/steps/recorder.js';
import type { Operand } from '../agreement/steps/step.js';

/**
 * How the answer of a primitive comes about that is no kind of an agreement: the part of a kind that explains. The primitive answers itself, so
 * there is no answer to compute here.
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
