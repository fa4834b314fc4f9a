import type { Session } from '../evaluate/session.js';
import type { Outcome, Row } from '../model/agreement.js';
import type { Source } from '../model/source.js';
import type { Operand, Step } from '../steps/step.js';

/** The steps of a decision, and which of them say what. */
export interface DecisionSteps {
  readonly steps: readonly Step[];
  readonly rows: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The steps of the conditions of the rows that were reached, in their order, and of the amounts of the outcome.
 *
 * @internal
 */
export function decisionSteps(
  session: Session,
  question: string,
  table: readonly Row[],
  decided: number | string,
): DecisionSteps {
  const rows: Record<string, string> = {};
  const fields: Record<string, string> = {};
  const note = (names: Record<string, string>, name: string, operand: Operand): void => {
    if ('step' in operand) names[name] = operand.step;
  };
  const last = table.findIndex(({ n }) => n === decided);
  for (const { n, when } of table.slice(0, last + 1))
    if (when !== 'otherwise') note(rows, String(n), session.conditionAt(`table:${question}/${n}`, when));
  const amounts = amountsOf((table[last] as Row).outcome, '');
  for (const [path, source] of amounts)
    note(fields, path, session.amountAt(`table:${question}/${decided}`, path, source));
  return {
    steps: Object.freeze([...session.recorded.steps]),
    rows: Object.freeze(rows),
    fields: Object.freeze(fields),
  };
}

/** The sources of the amounts of an outcome, by their paths. */
function amountsOf(outcome: Outcome, path: string): readonly (readonly [string, Source])[] {
  const own = (['cash', 'toBalance', 'owed', 'sum', 'ceiling'] as const).flatMap((name) => {
    const source = (outcome as { readonly [field in typeof name]?: Source | 0 })[name];
    return source === undefined || source === 0 ? [] : [[`${path}${name}`, source] as const];
  });
  return outcome.is === 'discretion' ? [...own, ...amountsOf(outcome.ifRefused, `${path}ifRefused.`)] : own;
}
