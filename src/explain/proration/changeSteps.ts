import type { AgreementDefaults } from '../../agreement/kinds/kind.js';
import { prorateChangeKind } from '../../agreement/kinds/prorateChangeKind.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { renamedArguments } from '../renamedArguments.js';

type ChangeGiven = Parameters<typeof prorateChangeKind.answer>[0];

/** The arguments of one change of price. */
export const changeFields = prorateChangeKind.takes.fields;

/**
 * The steps of one change of price, and the difference of both legs before rounding; `find` gives the paths of its arguments.
 *
 * @internal
 */
export function changeSteps(
  record: Recording,
  given: ChangeGiven,
  find: (path: string) => Operand | string,
  defaults: AgreementDefaults,
): { readonly net: Operand; readonly exact: Operand; readonly change: ReturnType<typeof prorateChangeKind.answer> } {
  const change = prorateChangeKind.answer(given, defaults);
  let exact: Operand | undefined;
  const inKind = renamedArguments(record, find);
  const recorded: Recording = {
    ...inKind,
    add(op, role, operands, out, more) {
      const operand = record.add(op, role, operands, out, more);
      if (role === 'change.net') exact = operand;
      return operand;
    },
  };
  const { net } = prorateChangeKind.steps(recorded, given, change, defaults);
  return { net: net as Operand, exact: exact as Operand, change };
}
