import { AgreementError, type Finding, refuse } from '../../errors/agreementError.js';
import { type CountingRules, countingRules } from '../../time/countingRules.js';
import { WorkingCalendar } from '../../time/workingCalendar.js';
import { type RowCases, rowCases } from '../evaluate/rowCases.js';
import type { AgreementDefaults } from '../kinds/kind.js';
import { compileAgreement } from '../language/compileAgreement.js';
import type { AgreementCatalogue, AgreementDocument } from '../language/document.js';
import { placeFindings } from '../language/modelFindings.js';
import { ModelPlaces } from '../language/modelPlaces.js';
import type {
  AgreementData,
  Clause,
  Computation,
  ComputationAddress,
  CountingRulesInput,
  Posting,
  Reading,
  Table,
} from './agreement.js';
import { findErrors } from './findErrors.js';
import { mergePatch } from './mergePatch.js';
import { ErrorList } from './value.js';

/** A computation with its clause and the readings in force for it. */
export interface PlacedComputation {
  readonly address: ComputationAddress;
  readonly clause: Clause;
  readonly computation: Computation;
}

/** What is passed together with an agreement: the calendars that it names. */
export interface AgreementContext {
  /** The working calendars; those whose ids the agreement names are used. */
  readonly calendars: readonly WorkingCalendar[];
  /** The words of the agreement in other languages than the one it is written in. */
  readonly catalogues?: readonly AgreementCatalogue[];
}

/** The document a model was compiled from. */
interface Origin {
  readonly document: object;
  readonly places?: ModelPlaces | undefined;
}

/** A validated agreement with its readings applied. Created by {@link defineAgreement}. */
export class Agreement {
  /** The computed form: the agreement with its expressions parsed, and every source and word in its place. */
  readonly data: AgreementData;
  /** The agreement as written. @internal */
  readonly document: object;
  /** The place in the document of each part of the model; absent for a model created in a test. @internal */
  readonly places: ModelPlaces | undefined;
  /** The option in force of each reading. */
  readonly readings: Readonly<Record<string, string>>;
  /** @internal */
  readonly calendars: readonly WorkingCalendar[];
  /** @internal */
  readonly computations: ReadonlyMap<ComputationAddress, PlacedComputation>;
  /** @internal */
  readonly tables: ReadonlyMap<string, Table>;
  /** @internal */
  readonly postings: readonly Posting[];
  /** Options of readings that have been validated. @internal */
  readonly soundOptions: Set<string>;

  /** @internal */
  constructor(
    data: AgreementData,
    { document, places }: Origin,
    readings: Readonly<Record<string, string>>,
    calendars: readonly WorkingCalendar[],
    soundOptions: Set<string> = new Set(),
  ) {
    this.document = document;
    this.places = places;
    this.soundOptions = soundOptions;
    this.data = data;
    this.readings = readings;
    this.calendars = calendars;
    const patches = patchesOf(data.readings, readings);
    this.computations = placedComputations(data, patches);
    this.tables = new Map(data.tables.map((table) => [table.question, patchedTable(table, patches)]));
    this.postings = data.postings.flatMap((posting) => {
      const own = patches.get(`posting:${posting.id}`) ?? [];
      return own.includes(null) ? [] : [patched(posting, own)];
    });
  }

  /** The agreement as JSON with the readings in force applied. @internal */
  applied(): AgreementData {
    const { data, computations, tables, postings } = this;
    const clauses = data.clauses.map((clause) =>
      clause.computes === undefined
        ? clause
        : {
            ...clause,
            computes: clause.computes.map(
              ({ id }) => (computations.get(`${clause.ref}/${id}`) as PlacedComputation).computation,
            ),
          },
    );
    return { ...data, clauses, tables: data.tables.map(({ question }) => tables.get(question) as Table), postings };
  }

  /** The interface for `columnsOf`. @internal */
  rowCases(): RowCases {
    return rowCases(this);
  }

  /** The agreement as written, without the words of other languages. */
  toJSON(): AgreementDocument {
    return this.document as AgreementDocument;
  }

  /** The defaults of the agreement for a computation. @internal */
  defaultsOf(computation: Computation): AgreementDefaults {
    const { data } = this;
    const { counts } = computation;
    const { acts, states } = data.countingRules;
    const rules = counts === 'act' ? acts : counts === 'state' || counts === undefined ? states : counts;
    const working = this.calendars.find((calendar) => calendar.id === data.calendars.working);
    const banking = this.calendars.find((calendar) => calendar.id === data.calendars.banking);
    return {
      rules: rulesOf(rules),
      ...(working && { working }),
      ...(banking && { banking }),
      rounding: data.rounding,
      timeZone: data.timeZone,
    };
  }
}

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
  return validAgreement(model as AgreementData, { document, places: new ModelPlaces(document) }, calendars);
}

/**
 * Builds an agreement from the computed form used by {@link defineAgreement}, for tests of single kinds and postings.
 * Shapes are only checked by the types; names, sources and circular references are validated.
 *
 * @internal
 */
export function defineModel(model: AgreementData, context: AgreementContext): Agreement {
  const { calendars } = requireContext(context);
  return validAgreement(model, { document: model }, calendars);
}

function requireContext(context: AgreementContext): Required<AgreementContext> {
  if (typeof context !== 'object' || context === null)
    refuse('argument-invalid', 'context', context, '{ calendars: [kz] }');
  const { calendars, catalogues = [] } = context;
  if (!Array.isArray(calendars) || !calendars.every((calendar) => calendar instanceof WorkingCalendar))
    refuse('argument-invalid', 'calendars', calendars, 'a list of working calendars');
  if (!Array.isArray(catalogues)) refuse('argument-invalid', 'catalogues', catalogues, 'a list of catalogues');
  return { calendars, catalogues };
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
export function placedFindings(findings: readonly Finding[], { places }: Pick<Origin, 'places'>): readonly Finding[] {
  return places === undefined ? findings : placeFindings(findings, places);
}

function throwFindings(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const { path, value, expected } = first;
  throw new AgreementError('agreement-invalid', { field: path, value, expected }, findings);
}

/** Throws unless the value is an agreement; the JSON of one is not enough. @internal */
export function requireAgreement(agreement: Agreement): Agreement {
  if (agreement instanceof Agreement) return agreement;
  return refuse('argument-invalid', 'agreement', agreement, 'an agreement made by defineAgreement()');
}

/** The errors that occur only under an option of a reading; an option is validated on first use. @internal */
export function optionFindings(agreement: Agreement, id: string, option: string): readonly Finding[] {
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

/** The rule set with a name, or the given rules. @internal */
export function rulesOf(input: CountingRulesInput): CountingRules {
  return typeof input === 'string' ? countingRules[input] : input;
}

function chosenReadings(readings: readonly Reading[]): Readonly<Record<string, string>> {
  return Object.fromEntries(readings.map((reading) => [reading.id, reading.chosen]));
}

type Patches = ReadonlyMap<string, readonly unknown[]>;

/** The patches of the options in force, by target, in the order of the readings. */
function patchesOf(readings: readonly Reading[], chosen: Readonly<Record<string, string>>): Patches {
  const patches = new Map<string, unknown[]>();
  for (const reading of readings) {
    const option = reading.options[chosen[reading.id] as string];
    for (const [target, patch] of Object.entries(option?.patch ?? {}))
      patches.set(target, [...(patches.get(target) ?? []), patch]);
  }
  return patches;
}

/** A part of the agreement after its patches. */
function patched<T>(part: T, patches: readonly unknown[] = []): T {
  return patches.reduce((target, patch) => mergePatch(target, patch), part as unknown) as T;
}

function placedComputations(data: AgreementData, patches: Patches): ReadonlyMap<ComputationAddress, PlacedComputation> {
  const placed = new Map<ComputationAddress, PlacedComputation>();
  for (const clause of data.clauses)
    for (const computation of clause.computes ?? []) {
      const address = `${clause.ref}/${computation.id}`;
      placed.set(address, { address, clause, computation: patched(computation, patches.get(address)) });
    }
  return placed;
}

function patchedTable(table: Table, patches: Patches): Table {
  const rows = table.rows.flatMap((row) => {
    const own = patches.get(`table:${table.question}#${row.n}`) ?? [];
    // A null patch removes the row: under a reading the row may not exist.
    return own.includes(null) ? [] : [patched(row, own)];
  });
  return { ...table, rows };
}
