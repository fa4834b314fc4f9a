import { refuse } from '../../errors/agreementError.js';
import { loadKinds } from '../kinds/loadKinds.js';
import type { AgreementDocument } from '../language/document.js';
import { type CompiledAgreement, compiledFormat } from './compiledAgreement.js';
import { Agreement, type AgreementContext, requireContext } from './definedAgreement.js';

/** What is passed together with a compiled agreement. */
export interface CompiledContext extends Pick<AgreementContext, 'calendars'> {
  /** The agreement as it was written, for programs that ask for its JSON again. */
  readonly document?: AgreementDocument;
}

/**
 * An agreement from its compiled form. It answers as the one it was compiled from; only the kinds of computation it uses are loaded.
 *
 * The form is trusted: what {@link compiledAgreement} checked is not checked again. Keep agreements as documents, compile them where a program is built,
 * and load no form that somebody else can write.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no compiled agreement, or one of another version of the package, and for what
 * is no list of working calendars.
 * @example
 * ```ts
 * const loaded = await loadCompiledAgreement(compiledAgreement(agreement), { calendars: [kz] });
 * evaluate(loaded, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay'] // => '2026-03-31'
 * ```
 */
export async function loadCompiledAgreement(compiled: CompiledAgreement, context: CompiledContext): Promise<Agreement> {
  const { calendars } = requireContext(context);
  if (![compiled, compiled?.model, compiled?.readings, compiled?.model?.clauses].every(isObject))
    refuse('argument-invalid', 'compiled', compiled, 'what compiledAgreement() gives');
  if (compiled.compiled !== compiledFormat)
    refuse(
      'argument-invalid',
      'compiled',
      compiled.compiled,
      `${compiledFormat}, the form of this version of the package`,
    );
  const { model, readings } = compiled;
  const names = model.clauses.flatMap(({ computes = [] }) => computes.map(({ kind }) => kind));
  const kinds = await loadKinds(names);
  return new Agreement(model, { document: context.document, kinds }, readings, calendars);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
