import { AgreementError, type Finding, refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type CountingRules, countingRules } from '../../time/countingRules.js';
import { WorkingCalendar } from '../../time/workingCalendar.js';
import { type RowCases, rowCases } from '../evaluate/rowCases.js';
import type { House } from '../kinds/kind.js';
import { compileAgreement } from '../language/compileAgreement.js';
import type { AgreementCatalogue, AgreementDocument } from '../language/document.js';
import type { Path } from '../language/finder.js';
import { placeFindings } from '../language/modelFindings.js';
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
import { findFaults } from './findFaults.js';
import { mergePatch } from './mergePatch.js';
import { Faults } from './value.js';

/** A computation with the clause it belongs to and the readings that are in force for it. */
export interface PlacedComputation {
  readonly address: ComputationAddress;
  readonly clause: Clause;
  readonly computation: Computation;
}

/** What stands beside an agreement: the calendars its ids name. */
export interface AgreementSurroundings {
  /** Working calendars; those whose ids the agreement names are used. */
  readonly calendars: readonly WorkingCalendar[];
  /** The words of the agreement in other languages than the one it is written in. */
  readonly catalogues?: readonly AgreementCatalogue[];
}

/** Where each part of a model was written, by its path in the model. */
type Places = ReadonlyMap<string, Path>;

/** What a model was compiled from. */
interface Origin {
  readonly document: object;
  readonly places?: Places | undefined;
}

/** An agreement that was found sound, with its readings applied. Made by {@link defineAgreement}. */
export class Agreement {
  /** What is computed with: the agreement with its expressions read, every source and every word in its place. */
  readonly data: AgreementData;
  /** The agreement as it was written. @internal */
  readonly document: object;
  /** Where each part of the model was written; absent for a model of a test. @internal */
  readonly places: Places | undefined;
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
  /** Options of readings that were looked at and found sound. @internal */
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

  /** The agreement as JSON with the readings in force worked in. @internal */
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

  /** What `columnsOf` asks of it. @internal */
  rowCases(): RowCases {
    return rowCases(this);
  }

  /** The agreement as it was written; the words of other languages are beside it. */
  toJSON(): AgreementDocument {
    return this.document as AgreementDocument;
  }

  /** What the agreement supplies to a computation. @internal */
  houseOf(computation: Computation): House {
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
  const { model, finder, places } = compileAgreement(document, catalogues);
  throwFindings(finder.findings);
  return soundAgreement(model as AgreementData, { document, places }, calendars);
}

/**
 * An agreement from the model that {@link defineAgreement} computes with, for tests of single kinds and postings. Its shapes are the types';
 * only names, sources and circles are looked at.
 *
 * @internal
 */
export function defineModel(model: AgreementData, surroundings: AgreementSurroundings): Agreement {
  const { calendars } = requireSurroundings(surroundings);
  return soundAgreement(model, { document: model }, calendars);
}

function requireSurroundings(surroundings: AgreementSurroundings): Required<AgreementSurroundings> {
  requirePlainHost();
  if (typeof surroundings !== 'object' || surroundings === null)
    refuse('argument-invalid', 'surroundings', surroundings, '{ calendars: [kz] }');
  const { calendars, catalogues = [] } = surroundings;
  if (!isList(calendars) || !calendars.every((calendar) => calendar instanceof WorkingCalendar))
    refuse('argument-invalid', 'calendars', calendars, 'a list of working calendars');
  if (!isList(catalogues)) refuse('argument-invalid', 'catalogues', catalogues, 'a list of catalogues');
  return { calendars, catalogues };
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
export function placedFindings(findings: readonly Finding[], { places }: Pick<Origin, 'places'>): readonly Finding[] {
  return places === undefined ? findings : placeFindings(findings, places);
}

function throwFindings(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first === undefined) return;
  const { path, value, expected } = first;
  throw new AgreementError('agreement-invalid', { field: path, value, expected }, findings);
}

/** Refuses what is no agreement, the JSON of one among it. @internal */
export function requireAgreement(agreement: Agreement): Agreement {
  if (agreement instanceof Agreement) return agreement;
  return refuse('argument-invalid', 'agreement', agreement, 'an agreement made by defineAgreement()');
}

/** Whatever is wrong under an option of a reading alone; an option is looked at when it is first used. @internal */
export function optionFindings(agreement: Agreement, id: string, option: string): readonly Finding[] {
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

/** The rule set of a name, or the one written out. @internal */
export function rulesOf(input: CountingRulesInput): CountingRules {
  return typeof input === 'string' ? countingRules[input] : input;
}

function chosenReadings(readings: readonly Reading[]): Readonly<Record<string, string>> {
  return Object.fromEntries(readings.map((reading) => [reading.id, reading.chosen]));
}

type Patches = ReadonlyMap<string, readonly unknown[]>;

/** The patches of the options in force, by what they patch, in the order of the readings. */
function patchesOf(readings: readonly Reading[], chosen: Readonly<Record<string, string>>): Patches {
  const patches = new Map<string, unknown[]>();
  for (const reading of readings) {
    const option = reading.options[chosen[reading.id] as string];
    for (const [target, patch] of Object.entries(option?.patch ?? {}))
      patches.set(target, [...(patches.get(target) ?? []), patch]);
  }
  return patches;
}

/** A part of the agreement after the patches for it. */
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
    // A null patch takes the row out: a reading may hold that the row does not exist.
    return own.includes(null) ? [] : [patched(row, own)];
  });
  return { ...table, rows };
}
