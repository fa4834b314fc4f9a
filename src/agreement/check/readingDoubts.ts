import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Doubts } from './doubts.js';
import { type Position, positionsOf } from './positions.js';

/** Readings that change nothing, or that change what is not there. @internal */
export function readingDoubts(agreement: Agreement, doubts: Doubts): void {
  const { data } = agreement;
  const positions = positionsOf(agreement);
  data.readings.forEach((reading, at) => {
    const own = positions.filter(({ reading: id, path }) => path !== '' && id === reading.id);
    idleDoubts(own, reading.chosen, `readings.${at}`, reading.clause, doubts);
    for (const option of Object.keys(reading.options)) targetDoubts(data, at, option, doubts);
  });
}

/** Options that lead to the same agreement as the one in force leave no choice. */
function idleDoubts(own: readonly Position[], chosen: string, path: string, clause: string, doubts: Doubts): void {
  const contentOf = ({ data }: Position): string => JSON.stringify([data.clauses, data.tables, data.postings]);
  const inForce = own.find(({ option }) => option === chosen);
  if (own.length < 2)
    doubts.add(`${path}.options`, 'reading-idle', `${chosen} alone`, 'at least two positions', clause, {
      option: chosen,
    });
  for (const position of own)
    if (inForce !== undefined && position !== inForce && contentOf(position) === contentOf(inForce))
      doubts.add(
        position.path,
        'reading-idle',
        `every case has the same answers as under ${chosen}`,
        'a patch that changes something',
        clause,
        { option: position.option },
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
