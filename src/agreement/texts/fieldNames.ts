/** What fields of answers and codes of primitives are called in one language. @internal */
export interface FieldTexts {
  /** What a field of an answer says, where the label of its computation does not say it. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the primitives call a reason or a state. */
  readonly codes: Readonly<Record<string, string>>;
}
