import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import { type Position, positionsOf } from './positions.js';
import type { WarningList } from './warningList.js';

/** Readings that change nothing, or that change something that does not exist. @internal */
export function readingWarnings(agreement: Agreement, warnings: WarningList): void {
  const { data } = agreement;
  const positions = positionsOf(agreement);
  data.readings.forEach((reading, at) => {
    const own = positions.filter(({ reading: id, path }) => path !== '' && id === reading.id);
    idleWarnings(own, reading.chosen, `readings.${at}`, reading.clause, warnings);
    for (const option of Object.keys(reading.options)) targetWarnings(data, at, option, warnings);
  });
}

/** Options that lead to the same agreement as the one in force are not a choice. */
function idleWarnings(
  own: readonly Position[],
  chosen: string,
  path: string,
  clause: string,
  warnings: WarningList,
): void {
  const contentOf = ({ data }: Position): string => JSON.stringify([data.clauses, data.tables, data.postings]);
  const inForce = own.find(({ option }) => option === chosen);
  if (own.length < 2)
    warnings.add(`${path}.options`, 'reading-idle', `${chosen} alone`, 'at least two positions', clause);
  for (const position of own)
    if (inForce !== undefined && position !== inForce && contentOf(position) === contentOf(inForce))
      warnings.add(
        position.path,
        'reading-idle',
        `every case has the same answers as under ${chosen}`,
        'a patch that changes something',
        clause,
      );
}

function targetWarnings(data: AgreementData, at: number, option: string, warnings: WarningList): void {
  const { clause, options } = data.readings[at] as AgreementData['readings'][number];
  const targets = new Set([
    ...data.clauses.flatMap(({ ref, computes = [] }) => computes.map(({ id }) => `${ref}/${id}`)),
    ...data.tables.flatMap(({ question, rows }) => rows.map(({ n }) => `table:${question}#${n}`)),
    ...data.postings.map(({ id }) => `posting:${id}`),
  ]);
  for (const target of Object.keys(options[option]?.patch ?? {}))
    if (!targets.has(target))
      warnings.add(
        `readings.${at}.options.${option}.patch.${target}`,
        'reading-target-unknown',
        target,
        'the address of a computation, table:question#row or posting:id',
        clause,
      );
}
