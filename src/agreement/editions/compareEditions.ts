import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import type { AgreementDocument } from '../language/document.js';
import { defineAgreement } from '../model/defineAgreement.js';
import { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber } from '../model/source.js';
import { type ChangedPart, documentChanges, type EditionChange } from './documentChanges.js';
import { type EditionScenario, type ScenarioComparison, scenarioChanges } from './scenarioChanges.js';

/** The options of a comparison of two editions. */
export interface CompareEditionsOptions {
  /** The working calendars, as for {@link defineAgreement}. */
  readonly calendars: readonly WorkingCalendar[];
  /** The events of accounts, each replayed under both editions; by default only the texts are compared. */
  readonly scenarios?: readonly EditionScenario[];
}

/** A clause that differs between two editions. */
export interface ChangedClause {
  readonly clause: ClauseNumber;
  /** `changed` includes changes of a row, a reading or a posting that belongs to it. */
  readonly is: 'added' | 'removed' | 'changed';
  /** The parts that changed. */
  readonly parts: readonly ChangedPart[];
}

/** The differences between two editions of an agreement. */
export interface EditionComparison {
  readonly format: 1;
  readonly agreement: string;
  readonly before: { readonly edition: string; readonly effectiveOn: string };
  readonly after: { readonly edition: string; readonly effectiveOn: string };
  /** In the order of the later edition, then those that were removed. */
  readonly clauses: readonly ChangedClause[];
  /** Every place that differs, in the order of the file. */
  readonly changes: readonly EditionChange[];
  readonly scenarios: readonly ScenarioComparison[];
}

/**
 * Compares two editions of an agreement: which clauses changed, in words, terms, rows, readings or postings, and by how
 * much the amounts and days of scenarios change, each replayed under both. For the comparison both editions apply from
 * the earlier of their two effective days, so that the same events can be replayed under both; a real account is
 * governed by each in turn (`replay` with a list of editions).
 *
 * @param before The earlier edition: its JSON, or an agreement built from it.
 * @param after The later edition.
 * @returns plain JSON. A scenario whose events are rejected by one of the editions says so, with the findings.
 * @throws {@link AgreementError} `agreement-invalid` for an edition that cannot be computed; `argument-invalid` for
 * editions of different agreements, for scenarios that are not a list, and for duplicate scenario names; `day-invalid`
 * for an invalid `asOf`.
 * @example The fine of 6.8 is reduced, and an account with one breach is replayed under both
 * ```ts
 * const lowered = JSON.parse(JSON.stringify(agreement));
 * lowered.clauses['6.8'].fine.escalatingFine.first = '70000.00 KZT';
 * lowered.edition = '2026-07-01';
 * const breach = [
 *   { id: 'r', kind: 'registered', on: '2026-03-02' },
 *   { id: 'b', kind: 'breachFound', on: '2026-03-19', clause: '2.3.6' },
 * ];
 * const scenarios = [{ name: 'one breach', events: breach, asOf: '2026-03-20' }];
 * const { clauses, scenarios: [told] } = compareEditions(agreement, lowered, { calendars: [kz], scenarios });
 * clauses // => [{ clause: '6.8', is: 'changed', parts: ['term'] }]
 * told?.differences[0]?.difference // => { amount: '-30000.00', currency: 'KZT' }
 * ```
 */
export function compareEditions(
  before: Agreement | AgreementDocument,
  after: Agreement | AgreementDocument,
  options: CompareEditionsOptions,
): EditionComparison {
  if (typeof options !== 'object' || options === null)
    refuse('argument-invalid', 'options', options, '{ calendars: [kz], scenarios }');
  const { calendars, scenarios = [] } = options;
  requireScenarios(scenarios);
  const [was, is] = [before, after].map((edition) =>
    edition instanceof Agreement ? edition : defineAgreement(edition, { calendars }),
  ) as [Agreement, Agreement];
  if (was.data.id !== is.data.id)
    refuse('argument-invalid', 'after.id', is.data.id, `an edition of the agreement ${was.data.id}`);
  const changes = documentChanges(writtenWithReadings(was), writtenWithReadings(is));
  const firstDay = [was, is]
    .map(({ data }) => data.effectiveOn)
    .reduce((a, b) => (epochDayOf(a, 'effectiveOn') <= epochDayOf(b, 'effectiveOn') ? a : b));
  const [early, late] = [inForceFrom(was, firstDay), inForceFrom(is, firstDay)];
  const headOf = ({ data: { edition, effectiveOn } }: Agreement) => ({ edition, effectiveOn });
  return {
    format: 1,
    agreement: is.data.id,
    before: headOf(was),
    after: headOf(is),
    clauses: changedClauses(was, is, changes),
    changes,
    scenarios: scenarios.map((scenario) => scenarioChanges(early, late, scenario)),
  };
}

function requireScenarios(scenarios: readonly EditionScenario[]): void {
  if (!isList(scenarios)) refuse('argument-invalid', 'scenarios', scenarios, 'a list of scenarios');
  const names = new Set<string>();
  for (const [at, scenario] of scenarios.entries()) {
    const place = `scenarios.${at}`;
    if (typeof scenario !== 'object' || scenario === null)
      refuse('argument-invalid', place, scenario, '{ name, events, asOf }');
    if (typeof scenario.name !== 'string' || scenario.name === '' || names.has(scenario.name))
      refuse('argument-invalid', `${place}.name`, scenario.name, 'a name that no other scenario has');
    if (!isList(scenario.events)) refuse('argument-invalid', `${place}.events`, scenario.events, 'a list of events');
    epochDayOf(scenario.asOf, `${place}.asOf`);
    names.add(scenario.name);
  }
}

/** The document with the readings in force, so that switching one shows as a change. */
function writtenWithReadings(agreement: Agreement): object {
  const document = agreement.document as AgreementDocument;
  const readings = Object.entries(document.readings ?? {}).map(([id, reading]) => [
    id,
    { ...reading, chosen: agreement.readings[id] ?? reading.chosen },
  ]);
  // The fields that identify the edition are reported once, at the top of the result.
  const { edition, effectiveOn, $schema, ...rest } = document as AgreementDocument & { readonly $schema?: string };
  return { ...rest, readings: Object.fromEntries(readings) };
}

function inForceFrom(agreement: Agreement, effectiveOn: string): Agreement {
  const { data, readings, calendars, soundOptions } = agreement;
  return new Agreement({ ...data, effectiveOn }, agreement, readings, calendars, soundOptions);
}

function changedClauses(was: Agreement, is: Agreement, changes: readonly EditionChange[]): readonly ChangedClause[] {
  const [olds, news] = [was, is].map(({ data }) => data.clauses.map(({ ref }) => ref)) as [string[], string[]];
  return [...new Set([...news, ...olds])].flatMap((clause): ChangedClause[] => {
    const own = changes.filter(({ clauses }) => clauses.includes(clause));
    if (own.length === 0) return [];
    const parts = [...new Set(own.map(({ part }) => part))];
    return [{ clause, is: !olds.includes(clause) ? 'added' : news.includes(clause) ? 'changed' : 'removed', parts }];
  });
}
