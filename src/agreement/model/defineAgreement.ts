import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { formulas } from '../evaluate/evaluateFormula.js';
import { kinds } from '../kinds/index.js';
import { compileAgreement } from '../language/compileAgreement.js';
import type { AgreementDocument } from '../language/document.js';
import { placeFindings } from '../language/modelFindings.js';
import { ModelPlaces } from '../language/modelPlaces.js';
import type { AgreementData, Reading } from './agreement.js';
import { Agreement, type AgreementContext, type Origin, requireContext } from './definedAgreement.js';
import { findErrors } from './findErrors.js';
import { ErrorList } from './value.js';

/**
 * Builds an agreement from its JSON and validates it: every expression can be parsed, every computation has a kind,
 * every argument a source, every source exists, and nothing depends on itself; all this with the options in force.
 *
 * @throws {@link AgreementError} `agreement-invalid` with every error as a finding: path, value and what was expected.
 * @example
 * ```ts
 * defineAgreement({} as AgreementDocument, { calendars: [] }) // throws 'agreement-invalid'
 * ```
 */
export function defineAgreement(document: AgreementDocument, context: AgreementContext): Agreement {
  const { calendars, catalogues } = requireContext(context);
  const { model, finder } = compileAgreement(document, catalogues);
  throwFindings(finder.findings);
  return validAgreement(
    model as AgreementData,
    { document, places: new ModelPlaces(document), kinds, formulas, checkOption: optionFindings },
    calendars,
  );
}

/**
 * Builds an agreement from the computed form used by {@link defineAgreement}, for tests of single kinds and postings.
 * Shapes are only checked by the types; names, sources and circular references are validated.
 *
 * @internal
 */
export function defineModel(model: AgreementData, context: AgreementContext): Agreement {
  const { calendars } = requireContext(context);
  return validAgreement(model, { document: model, kinds, formulas, checkOption: optionFindings }, calendars);
}

function validAgreement(model: AgreementData, origin: Origin, calendars: readonly WorkingCalendar[]): Agreement {
  const errors = new ErrorList();
  findErrors(model, calendars, errors);
  throwFindings(placedFindings(errors.findings, origin));
  const agreement = new Agreement(model, origin, chosenReadings(model.readings), calendars);
  // Checking one chosen option applies all of them, so a single check covers every chosen option.
  const changing = model.readings.filter(({ chosen, options }) => Object.keys(options[chosen]?.patch ?? {}).length > 0);
  const [first] = changing;
  if (first !== undefined) throwFindings(optionFindings(agreement, first.id, first.chosen));
  for (const { id, chosen } of changing) agreement.soundOptions.add(optionName(model, id, chosen));
  return agreement;
}

/** Maps findings about the model to the places of the document they come from. @internal */
export function placedFindings(
  findings: readonly Finding[],
  { places }: { readonly places?: ModelPlaces | undefined },
): readonly Finding[] {
  return places === undefined ? findings : placeFindings(findings, places);
}

function throwFindings(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const { path, value, expected } = first;
  throw new AgreementError('agreement-invalid', { field: path, value, expected }, findings);
}

/** The errors that occur only under an option of a reading; an option is validated on first use. */
function optionFindings(agreement: Agreement, id: string, option: string): readonly Finding[] {
  const { data, calendars, soundOptions } = agreement;
  const { clause, options } = data.readings.find((reading) => reading.id === id) as Reading;
  const name = optionName(data, id, option);
  if (soundOptions.has(name)) return [];
  const found = new ErrorList();
  if (Object.keys(options[option]?.patch ?? {}).length > 0)
    findErrors(
      new Agreement(data, agreement, { ...chosenReadings(data.readings), [id]: option }, calendars).applied(),
      calendars,
      found,
    );
  if (found.findings.length === 0) soundOptions.add(name);
  return found.findings.map((finding) => ({
    ...finding,
    path: name,
    value: `${finding.path} is ${finding.value}`,
    clause: finding.clause ?? clause,
  }));
}

function optionName({ readings }: AgreementData, id: string, option: string): string {
  return `readings.${readings.findIndex((reading) => reading.id === id)}.options.${option}`;
}

function chosenReadings(readings: readonly Reading[]): Readonly<Record<string, string>> {
  return Object.fromEntries(readings.map((reading) => [reading.id, reading.chosen]));
}
