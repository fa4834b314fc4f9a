/**
 * The interface of Standard Schema (standardschema.dev, version 1), through which form and server libraries accept any
 * validator. It is copied here, as its authors recommend, to avoid a dependency on another package.
 */
export interface StandardSchema<Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    /** Validates a value; never throws for an invalid one. */
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** Only for types; it has no value. */
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** The result of a validation: the value, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A problem, in words, and its path. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}
