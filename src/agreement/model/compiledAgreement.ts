import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { AgreementData } from './agreement.js';
import { type Agreement, requireAgreement } from './definedAgreement.js';

/** The number of the form; it changes whenever a model does, so that none is loaded by code that would misread it. @internal */
export const compiledFormat = 1;

/** An agreement that was defined and checked ahead, as JSON for {@link loadCompiledAgreement} of the same version of the package. */
export interface CompiledAgreement {
  /** The number of this form. */
  readonly compiled: typeof compiledFormat;
  /** What is computed with: every expression parsed, every word in its place. */
  readonly model: AgreementData;
  /** The option in force of each reading. */
  readonly readings: Readonly<Record<string, string>>;
}

/**
 * An agreement as JSON that needs no compiling and no checking when it is loaded: for pages and programs that ask a fixed agreement and want to load as
 * little code as possible. Every option of every reading is checked here, since nothing is checked later.
 *
 * @throws {@link AgreementError} `agreement-invalid` with a finding for whatever is wrong under an option of a reading; `argument-invalid` for what is no
 * agreement.
 * @example
 * ```ts
 * compiledAgreement(agreement).readings['6.10-cap-base'] // => 'total-debt'
 * ```
 */
export function compiledAgreement(agreement: Agreement): CompiledAgreement {
  const { data, readings, checkOption } = requireAgreement(agreement);
  const findings = data.readings.flatMap(({ id, options }): readonly Finding[] =>
    Object.keys(options).flatMap((option) => checkOption?.(agreement, id, option) ?? []),
  );
  const [first] = findings;
  if (first !== undefined) {
    const { path, value, expected } = first;
    throw new AgreementError('agreement-invalid', { field: path, value, expected }, findings);
  }
  return { compiled: compiledFormat, model: data, readings };
}
