import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { kinds } from '../kinds/index.js';
import { isRecord } from '../language/isRecord.js';
import { accountNameErrors } from './accountNameErrors.js';
import type { AgreementData, Computation } from './agreement.js';
import { argumentErrors } from './argumentErrors.js';
import { bindingErrors } from './bindingErrors.js';
import { circleErrors } from './circleErrors.js';
import { headErrors } from './headErrors.js';
import { postingErrors } from './postingErrors.js';
import type { Placed } from './sourceErrors.js';
import { tableErrors } from './tableErrors.js';
import type { ErrorList } from './value.js';

/**
 * Finds what prevents an agreement from being computed: wrong shapes, unknown names, arguments without a source,
 * circular references. What is valid but doubtful (an unused term, an unreachable row) is reported by `checkAgreement`.
 *
 * @internal
 */
export function findErrors(data: AgreementData, calendars: readonly WorkingCalendar[], errors: ErrorList): void {
  headErrors(data, calendars, errors);
  const placed = computationErrors(data, errors);
  circleErrors(placed, errors);
  readingErrors(data, errors);
  tableErrors({ data, placed, errors });
  postingErrors({ data, placed, errors });
  accountNameErrors(data, errors);
  bindingErrors(data, errors);
}

function computationErrors(data: AgreementData, errors: ErrorList): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const numbers = new Set<string>();
  data.clauses.forEach((clause, at) => {
    const path = `clauses.${at}`;
    if (!isRecord(clause) || typeof clause.ref !== 'string' || clause.ref === '') {
      errors.add(`${path}.ref`, 'type', isRecord(clause) ? clause.ref : clause, 'a clause number');
      return;
    }
    if (numbers.has(clause.ref))
      errors.add(`${path}.ref`, 'duplicate', clause.ref, 'a unique clause number', clause.ref);
    numbers.add(clause.ref);
    if ((clause.computes === undefined) === (clause.text === undefined))
      errors.add(path, 'choice', clause, 'either computes or text', clause.ref);
    if (clause.computes !== undefined && !Array.isArray(clause.computes))
      errors.add(`${path}.computes`, 'type', clause.computes, 'a list', clause.ref);
    (Array.isArray(clause.computes) ? clause.computes : []).forEach((computation: Computation, index: number) => {
      const here = `${path}.computes.${index}`;
      if (!isRecord(computation) || typeof computation.id !== 'string' || typeof computation.kind !== 'string') {
        errors.add(here, 'type', computation, 'a computation with id and kind', clause.ref);
        return;
      }
      const address = `${clause.ref}/${computation.id}`;
      if (placed.has(address))
        errors.add(`${here}.id`, 'duplicate', computation.id, 'a name that is unique in its clause', clause.ref);
      const kind = kinds.get(computation.kind);
      if (kind === undefined)
        errors.add(`${here}.kind`, 'choice', computation.kind, `one of ${[...kinds.keys()].join(', ')}`, clause.ref);
      placed.set(address, { path: here, clause: clause.ref, computation, kind });
    });
  });
  for (const found of placed.values()) argumentErrors({ data, placed, errors }, found);
  return placed;
}

function readingErrors(data: AgreementData, errors: ErrorList): void {
  const ids = new Set<string>();
  data.readings.forEach((reading, at) => {
    const path = `readings.${at}`;
    if (!isRecord(reading) || typeof reading.id !== 'string' || !isRecord(reading.options)) {
      errors.add(path, 'type', reading, 'a reading with id, clause, chosen, why and options');
      return;
    }
    if (ids.has(reading.id)) errors.add(`${path}.id`, 'duplicate', reading.id, 'a unique id', reading.clause);
    ids.add(reading.id);
    if (!Object.hasOwn(reading.options, reading.chosen))
      errors.add(
        `${path}.chosen`,
        'choice',
        reading.chosen,
        `one of ${Object.keys(reading.options).join(', ')}`,
        reading.clause,
      );
  });
}
