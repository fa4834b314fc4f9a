import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { loadKinds } from '../kinds/loadKinds.js';
import type { AgreementDocument } from '../language/document.js';
import type { AgreementData } from './agreement.js';
import { type CompiledAgreement, compiledFormat } from './compiledAgreement.js';
import { Agreement, type AgreementContext, requireContext } from './definedAgreement.js';
import { kindsReached } from './kindsReached.js';

/** What is passed together with a compiled agreement. */
export interface CompiledContext extends Pick<AgreementContext, 'calendars'> {
  /** The agreement as it was written, for programs that ask for its JSON again. */
  readonly document?: AgreementDocument;
  /**
   * The computations, by address, and the tables, as `table:<question>`, that will be asked. Only the kinds that they can come to are loaded, under
   * every option of every reading; another computation is refused when it is evaluated. Absent: all of the agreement can be asked.
   */
  readonly asks?: readonly string[];
  /**
   * `'chosen'`: what the questions come to under the readings in force is enough, and what only another option needs is refused when it is evaluated.
   * Absent: every option can be chosen.
   */
  readonly readings?: 'chosen';
}

/**
 * An agreement from its compiled form. It answers as the one it was compiled from; only the kinds of computation it uses, or those that the
 * questions in `asks` need, are loaded.
 *
 * The form is trusted: what {@link compiledAgreement} checked is not checked again. Keep agreements as documents, compile them where a program is built,
 * and load no form that somebody else can write.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no compiled agreement, or one of another version of the package, and for what
 * is no list of working calendars; `computation-unknown` and `table-unknown` for a question of `asks` that the agreement does not have.
 * @example
 * ```ts
 * const loaded = await loadCompiledAgreement(compiledAgreement(agreement), { calendars: [kz] });
 * evaluate(loaded, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay'] // => '2026-03-31'
 * ```
 * @example A page that asks one question loads the code of that one
 * ```ts
 * const page = await loadCompiledAgreement(compiledAgreement(agreement), { calendars: [kz], asks: ['5.7/paymentDue'] });
 * evaluate(page, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay'] // => '2026-03-31'
 * evaluate(page, '6.8/fine', {}) // throws 'argument-invalid'
 * ```
 */
export async function loadCompiledAgreement(compiled: CompiledAgreement, context: CompiledContext): Promise<Agreement> {
  const { calendars } = requireContext(context);
  if (![compiled, compiled?.model, compiled?.readings, ...partsOf(compiled?.model)].every(isObject))
    refuse('argument-invalid', 'compiled', compiled, 'what compiledAgreement() gives');
  if (compiled.compiled !== compiledFormat)
    refuse(
      'argument-invalid',
      'compiled',
      compiled.compiled,
      `${compiledFormat}, the form of this version of the package`,
    );
  const { model, readings } = compiled;
  const reached = kindsReached(
    model,
    requireAsks(model, context.asks),
    requireWhich(context.readings) === undefined ? undefined : readings,
  );
  const [kinds, formulas] = await Promise.all([
    loadKinds(reached.kinds),
    reached.hasFormulas ? import('../evaluate/evaluateFormula.js').then((file) => file.formulas) : undefined,
  ]);
  return new Agreement(model, { document: context.document, kinds, formulas }, readings, calendars);
}

/** What the kinds are looked for in. */
function partsOf(model: AgreementData | undefined): readonly unknown[] {
  return [model?.clauses, model?.tables, model?.readings];
}

function requireWhich(which: CompiledContext['readings']): CompiledContext['readings'] {
  if (which !== undefined && which !== 'chosen') refuse('argument-invalid', 'readings', which, "'chosen', or nothing");
  return which;
}

function requireAsks(model: AgreementData, asks: readonly string[] | undefined): readonly string[] | undefined {
  if (asks === undefined) return undefined;
  if (!isList(asks) || ![...asks].every((ask) => typeof ask === 'string'))
    refuse('argument-invalid', 'asks', asks, 'a list of computations by address and of tables as table:<question>');
  for (const ask of asks) {
    const isTable = ask.startsWith('table:');
    const isKnown = isTable
      ? model.tables.some(({ question }) => `table:${question}` === ask)
      : model.clauses.some(({ ref, computes = [] }) => computes.some(({ id }) => `${ref}/${id}` === ask));
    if (!isKnown)
      refuse(
        isTable ? 'table-unknown' : 'computation-unknown',
        'asks',
        ask,
        'a computation or a table of the agreement',
      );
  }
  return asks;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
