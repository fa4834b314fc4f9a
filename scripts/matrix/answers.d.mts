export interface MatrixAnswer {
  readonly id: string;
  /** The answer as JSON. */
  readonly text: string;
  /** Where it is not what was worked out by hand. */
  readonly wrong?: readonly string[];
}
export interface MatrixQuestions {
  readonly calls: readonly object[];
  readonly examples: readonly object[];
}
export function answers(
  entries: {
    readonly library: object;
    readonly agreements: object;
    readonly schemas: object;
    readonly calendars: readonly object[];
  },
  questions: MatrixQuestions,
): readonly MatrixAnswer[];
