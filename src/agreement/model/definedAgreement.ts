import { type Finding, refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type CountingRules, countingRules } from '../../time/countingRules.js';
import { WorkingCalendar } from '../../time/workingCalendar.js';
import type { Formulas } from '../evaluate/evaluateFormula.js';
import { type RowCases, rowCases } from '../evaluate/rowCases.js';
import type { AgreementDefaults, Kind } from '../kinds/kind.js';
import type { AgreementCatalogue, AgreementDocument } from '../language/document.js';
import type { ModelPlaces } from '../language/modelPlaces.js';
import type { AgreementData, Clause, Computation, CountingRulesInput, Reading, Table } from './agreement.js';
import { mergePatch } from './mergePatch.js';
import type { Posting } from './posting.js';
import type { ComputationAddress } from './source.js';
import type { ValueShape } from './value.js';

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

/** The document a model was compiled from. @internal */
export interface Origin {
  /** Absent for a compiled agreement that was loaded without its document. */
  readonly document: object | undefined;
  readonly places?: ModelPlaces | undefined;
  /** All kinds, or those that the agreement uses. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** What computes formulas; absent if no question that the agreement was loaded for needs it. */
  readonly formulas: Formulas | undefined;
  /** Validates an option of a reading; absent if all were validated when the agreement was compiled. */
  readonly checkOption?: ((agreement: Agreement, id: string, option: string) => readonly Finding[]) | undefined;
}

/** A validated agreement with its readings applied. Created by {@link defineAgreement}. */
export class Agreement {
  /** The computed form: the agreement with its expressions parsed, and every source and word in its place. */
  readonly data: AgreementData;
  /** The agreement as written. @internal */
  readonly document: object | undefined;
  /** The place in the document of each part of the model; absent for a model created in a test. @internal */
  readonly places: ModelPlaces | undefined;
  /** The kinds that its computations may have. @internal */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** @internal */
  readonly formulas: Formulas | undefined;
  /** @internal */
  readonly checkOption: Origin['checkOption'];
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
    { document, places, kinds, formulas, checkOption }: Origin,
    readings: Readonly<Record<string, string>>,
    calendars: readonly WorkingCalendar[],
    soundOptions: Set<string> = new Set(),
  ) {
    this.document = document;
    this.places = places;
    this.kinds = kinds;
    this.formulas = formulas;
    this.checkOption = checkOption;
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

  /**
   * The agreement as written, without the words of other languages.
   *
   * @throws {@link AgreementError} `argument-invalid` for a compiled agreement that was loaded without its document.
   */
  toJSON(): AgreementDocument {
    return (this.document ??
      refuse('argument-invalid', 'document', undefined, 'the document it was compiled from')) as AgreementDocument;
  }

  /** What computes formulas. @internal */
  formulasLoaded(): Formulas {
    return (
      this.formulas ??
      refuse(
        'argument-invalid',
        'kind',
        'formula',
        'an agreement that was loaded for computations with formulas (asks)',
      )
    );
  }

  /** The kind of a computation. @internal */
  kindOf({ kind }: Computation): Kind {
    return (
      this.kinds.get(kind) ??
      refuse('argument-invalid', 'kind', kind, 'a kind of the computations that the agreement was loaded for (asks)')
    );
  }

  /** The fields of the answer of a computation: those of its kind, or what its formula gives. @internal */
  givesOf({ kind, gives }: Computation): Readonly<Record<string, ValueShape>> | undefined {
    return gives ?? this.kinds.get(kind)?.gives;
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

/** Throws for a context that is not valid. @internal */
export function requireContext(context: AgreementContext): Required<AgreementContext> {
  requirePlainHost();
  if (typeof context !== 'object' || context === null)
    refuse('argument-invalid', 'context', context, '{ calendars: [kz] }');
  const { calendars, catalogues = [] } = context;
  if (!isList(calendars) || ![...calendars].every((calendar) => calendar instanceof WorkingCalendar))
    refuse('argument-invalid', 'calendars', calendars, 'a list of working calendars');
  if (!isList(catalogues)) refuse('argument-invalid', 'catalogues', catalogues, 'a list of catalogues');
  return { calendars, catalogues };
}

/** Throws unless the value is an agreement; the JSON of one is not enough. @internal */
export function requireAgreement(agreement: Agreement): Agreement {
  requirePlainHost();
  if (agreement instanceof Agreement) return agreement;
  return refuse('argument-invalid', 'agreement', agreement, 'an agreement made by defineAgreement()');
}

/** The rule set with a name, or the given rules. @internal */
export function rulesOf(input: CountingRulesInput): CountingRules {
  return typeof input === 'string' ? countingRules[input] : input;
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
