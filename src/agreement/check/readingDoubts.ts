import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Doubts } from './doubts.js';
import { type Position, positionsOf } from './positions.js';

/** Readings that change nothing, or that no computation names. @internal */
export function readingDoubts(agreement: Agreement, doubts: Doubts): void {
  const { data } = agreement;
  const positions = positionsOf(agreement);
  listedDoubts(data, doubts);
  data.readings.forEach((reading, at) => {
    const own = positions.filter(({ reading: id, path }) => path !== '' && id === reading.id);
    idleDoubts(own, reading.chosen, `readings.${at}`, reading.clause, doubts);
    for (const option of Object.keys(reading.options)) targetDoubts(data, at, option, doubts);
  });
}

/** Every reading is listed by a computation, so that answers name it; every reading that is listed exists. */
function listedDoubts(data: AgreementData, doubts: Doubts): void {
  const known = new Set(data.readings.map(({ id }) => id));
  const listed = new Map<string, ReadonlySet<string>>();
  data.clauses.forEach(({ ref, computes = [] }, clause) => {
    computes.forEach(({ id, readings = [] }, at) => {
      listed.set(`${ref}/${id}`, new Set(readings));
      readings.forEach((reading, position) => {
        if (!known.has(reading))
          doubts.add(
            `clauses.${clause}.computes.${at}.readings.${position}`,
            'reading-unknown',
            reading,
            `one of ${[...known].join(', ')}`,
            ref,
          );
      });
    });
  });
  data.readings.forEach(({ id, clause, options }, at) => {
    const targets = Object.values(options).flatMap(({ patch }) => Object.keys(patch));
    const silent = targets.find((target) => listed.has(target) && listed.get(target)?.has(id) === false);
    if (silent !== undefined)
      doubts.add(
        `readings.${at}.id`,
        'reading-unlisted',
        `${id}, which changes ${silent}`,
        `${id} among the readings of ${silent}`,
        clause,
      );
    else if (![...listed.values()].some((readings) => readings.has(id)))
      doubts.add(
        `readings.${at}.id`,
        'reading-unlisted',
        `${id}, which no answer names`,
        'a computation that lists it',
        clause,
      );
  });
}

/** Options that lead to the same agreement as the one in force leave no choice. */
function idleDoubts(own: readonly Position[], chosen: string, path: string, clause: string, doubts: Doubts): void {
  const contentOf = ({ data }: Position): string => JSON.stringify([data.clauses, data.tables, data.postings]);
  const inForce = own.find(({ option }) => option === chosen);
  if (own.length < 2)
    doubts.add(`${path}.options`, 'reading-idle', `${chosen} alone`, 'at least two positions', clause);
  for (const position of own)
    if (inForce !== undefined && position !== inForce && contentOf(position) === contentOf(inForce))
      doubts.add(
        position.path,
        'reading-idle',
        `every case has the same answers as under ${chosen}`,
        'a patch that changes something',
        clause,
      );
}

function targetDoubts(data: AgreementData, at: number, option: string, doubts: Doubts): void {
  const { clause, options } = data.readings[at] as AgreementData['readings'][number];
  const targets = new Set([
    ...data.clauses.flatMap(({ ref, computes = [] }) => computes.map(({ id }) => `${ref}/${id}`)),
    ...data.tables.flatMap(({ question, rows }) => rows.map(({ n }) => `table:${question}#${n}`)),
    ...data.postings.map(({ id }) => `posting:${id}`),
  ]);
  for (const target of Object.keys(options[option]?.patch ?? {}))
    if (!targets.has(target))
      doubts.add(
        `readings.${at}.options.${option}.patch.${target}`,
        'reading-target-unknown',
        target,
        'the address of a computation, table:question#row or posting:id',
        clause,
      );
}
