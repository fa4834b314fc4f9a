import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { kinds } from '../kinds/index.js';
import { compileAgreement } from '../language/compileAgreement.js';
import type { AgreementDocument } from '../language/document.js';
import { placeFindings } from '../language/modelFindings.js';
import { ModelPlaces } from '../language/modelPlaces.js';
import type { AgreementData, Reading } from './agreement.js';
import { Agreement, type AgreementSurroundings, type Origin, requireSurroundings } from './definedAgreement.js';
import { findFaults } from './findFaults.js';
import { Faults } from './value.js';

/**
 * An agreement from its JSON, found sound: every expression is read, every computation has a kind, every argument a source, every source something that gives it,
 * nothing depends on itself; and so with the options in force.
 *
 * @throws {@link AgreementError} `agreement-invalid` with every fault as a finding: path, value and what was expected.
 * @example
 * ```ts
 * defineAgreement({} as AgreementDocument, { calendars: [] }) // throws 'agreement-invalid'
 * ```
 */
export function defineAgreement(document: AgreementDocument, surroundings: AgreementSurroundings): Agreement {
  const { calendars, catalogues } = requireSurroundings(surroundings);
  const { model, finder } = compileAgreement(document, catalogues);
  throwFindings(finder.findings);
  return soundAgreement(
    model as AgreementData,
    { document, places: new ModelPlaces(document), kinds, checkOption: optionFindings },
    calendars,
  );
}

/**
 * An agreement from the model that {@link defineAgreement} computes with, for tests of single kinds and postings. Its shapes are the types';
 * only names, sources and circles are looked at.
 *
 * @internal
 */
export function defineModel(model: AgreementData, surroundings: AgreementSurroundings): Agreement {
  const { calendars } = requireSurroundings(surroundings);
  return soundAgreement(model, { document: model, kinds, checkOption: optionFindings }, calendars);
}

function soundAgreement(model: AgreementData, origin: Origin, calendars: readonly WorkingCalendar[]): Agreement {
  const faults = new Faults();
  findFaults(model, calendars, faults);
  throwFindings(placedFindings(faults.findings, origin));
  const agreement = new Agreement(model, origin, chosenReadings(model.readings), calendars);
  // Checking one chosen option applies all of them, so one check covers every chosen option.
  const changing = model.readings.filter(({ chosen, options }) => Object.keys(options[chosen]?.patch ?? {}).length > 0);
  const [first] = changing;
  if (first !== undefined) throwFindings(optionFindings(agreement, first.id, first.chosen));
  for (const { id, chosen } of changing) agreement.soundOptions.add(optionName(model, id, chosen));
  return agreement;
}

/** Findings about the model at the places of the document they come from. @internal */
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

/** Whatever is wrong under an option of a reading alone; an option is looked at when it is first used. */
function optionFindings(agreement: Agreement, id: string, option: string): readonly Finding[] {
  const { data, calendars, soundOptions } = agreement;
  const { clause, options } = data.readings.find((reading) => reading.id === id) as Reading;
  const name = optionName(data, id, option);
  if (soundOptions.has(name)) return [];
  const found = new Faults();
  if (Object.keys(options[option]?.patch ?? {}).length > 0)
    findFaults(
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
