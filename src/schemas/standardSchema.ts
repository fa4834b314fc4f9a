/**
 * The interface of Standard Schema (standardschema.dev, version 1), by which form and server libraries take validators of any maker. It is
 * copied here, as its authors advise, so that no type of another package is needed.
 */
export interface StandardSchema<Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    /** Checks a value; never throws for what is wrong with it. */
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For types alone; it has no value. */
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a validation gives: the value, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong: in words, and where. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}
