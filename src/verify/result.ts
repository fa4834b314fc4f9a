/** The parts of a result that are read, declared here again, so that the verifier depends on nothing else. */

/** A typed value of a step. */
export type StepValue =
  | { readonly type: 'money'; readonly amount: string; readonly currency: string }
  | { readonly type: 'exact'; readonly n: string; readonly d: string; readonly currency?: string }
  | { readonly type: 'rate' | 'decimal' | 'day' | 'instant' | 'text'; readonly value: string }
  | { readonly type: 'count'; readonly value: number; readonly unit?: string }
  | { readonly type: 'limit'; readonly count: number; readonly unit: string }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'list'; readonly items: readonly StepValue[] }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, StepValue>> };

/** A value of a step and its origin. */
export type StepOperand = StepValue & {
  readonly fact?: string;
  readonly term?: string;
  readonly step?: string;
  readonly rule?: string;
};

/** A step of a result. */
export interface ResultStep {
  readonly id: string;
  readonly op: string;
  readonly role: string;
  readonly in: Readonly<Record<string, StepOperand>>;
  readonly out: StepValue;
  readonly clause: string;
  readonly rounding?: string;
  readonly notes?: StepRemarks;
}

/** Information in a step besides its figures. */
interface StepRemarks {
  readonly skipped?: readonly string[];
  readonly rolledOver?: readonly string[];
  readonly provisional?: readonly string[];
  readonly calendar?: string;
  readonly countTriggerDay?: boolean;
  readonly monthEnd?: string;
  readonly convention?: string;
  readonly relation?: string;
}
