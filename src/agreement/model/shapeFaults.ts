import type { AgreementData } from './agreement.js';
import type { Faults } from './value.js';

/**
 * Finds parts of an agreement that are not even of the shape that looking at them needs. The schema says more about every field; this is what
 * keeps an agreement that came by without it from ending in something else than findings.
 *
 * @internal
 */
export function shapeFaults(data: AgreementData, faults: Faults): void {
  const shapes = (declared: unknown, path: string): void => {
    if (!isRecord(declared)) faults.add(path, 'type', declared, 'shapes by name');
    else
      for (const [name, shape] of Object.entries(declared))
        if (!isShape(shape))
          faults.add(`${path}.${name}`, 'type', shape, `the shape of a value, by type: ${types.join(', ')}`);
  };
  const texts = (list: unknown, path: string): void => {
    if (!isTexts(list)) faults.add(path, 'type', list, 'a list of texts');
  };
  const records = (list: unknown, path: string, expected: string): void => {
    if (!Array.isArray(list)) faults.add(path, 'type', list, 'a list');
    else
      list.forEach((entry, at) => {
        if (!isRecord(entry)) faults.add(`${path}.${at}`, 'type', entry, expected);
      });
  };
  const byName = (record: unknown, path: string, expected: string): void => {
    if (!isRecord(record)) faults.add(path, 'type', record, `${expected}, by name`);
    else
      for (const [name, entry] of Object.entries(record))
        if (!isRecord(entry)) faults.add(`${path}.${name}`, 'type', entry, expected);
  };

  accountShapeFaults(data, faults);
  shapes(data.facts, 'facts');
  byName(data.events, 'events', 'an event as { "payload": {} }');
  for (const [name, event] of Object.entries(data.events)) {
    if (!isRecord(event)) continue;
    shapes(event.payload, `events.${name}.payload`);
    if (event.optional !== undefined) texts(event.optional, `events.${name}.optional`);
  }
  records(data.readings, 'readings', 'a reading with id, clause, chosen, why and options');
  data.readings.forEach((reading, at) => {
    if (!isRecord(reading)) return;
    const path = `readings.${at}.options`;
    byName(reading.options, path, 'an option as { "patch": {} }');
    if (isRecord(reading.options))
      for (const [option, position] of Object.entries(reading.options))
        if (isRecord(position) && !isRecord(position.patch))
          faults.add(`${path}.${option}.patch`, 'type', position.patch, 'patches by what they patch');
  });
  data.clauses.forEach((clause, at) => {
    if (!isRecord(clause) || !Array.isArray(clause.computes)) return;
    clause.computes.forEach((computation: unknown, index: number) => {
      if (isRecord(computation) && computation['readings'] !== undefined)
        texts(computation['readings'], `clauses.${at}.computes.${index}.readings`);
    });
  });
  records(data.tables, 'tables', 'a table with a question and rows');
  data.tables.forEach((table, at) => {
    if (!isRecord(table) || !Array.isArray(table.rows)) return;
    records(table.rows, `tables.${at}.rows`, 'a row with n, when, outcome and clauses');
    table.rows.forEach((row, index) => {
      const path = `tables.${at}.rows.${index}`;
      if (!isRecord(row)) return;
      texts(row['clauses'], `${path}.clauses`);
      if (row['prevailsOver'] !== undefined && !Array.isArray(row['prevailsOver']))
        faults.add(`${path}.prevailsOver`, 'type', row['prevailsOver'], 'a list of rows');
    });
  });
  records(data.postings, 'postings', 'a posting with an id');
  data.postings.forEach((posting, at) => {
    if (!isRecord(posting)) return;
    const path = `postings.${at}`;
    if (posting.bind !== undefined) byName(posting.bind, `${path}.bind`, 'where the fact gets its value');
    for (const name of ['post', 'opens', 'refundOf', 'opensRight', 'exercisesRight', 'sharedCap'] as const)
      if (posting[name] !== undefined && !isRecord(posting[name]))
        faults.add(`${path}.${name}`, 'type', posting[name], 'a record');
    const amount = isRecord(posting.post) ? posting.post.amount : undefined;
    if (isRecord(posting.post) && !isRecord(amount))
      faults.add(`${path}.post.amount`, 'type', amount, 'where the amount comes from');
    for (const name of ['sets', 'setsIfPaid', 'setsIfShort'] as const)
      if (posting[name] !== undefined) records(posting[name], `${path}.${name}`, 'a change of the state');
    if (posting.requires !== undefined)
      records(posting.requires, `${path}.requires`, 'a requirement with if, field and expected');
  });
}

/** Checks the shape of the optional wallets and of the optional ending. */
function accountShapeFaults({ wallets, ending }: AgreementData, faults: Faults): void {
  if (wallets !== undefined) {
    if (!Array.isArray(wallets) || wallets.length === 0) faults.add('wallets', 'type', wallets, 'a list of wallets');
    else
      wallets.forEach((wallet: unknown, at) => {
        if (!isRecord(wallet) || typeof wallet['name'] !== 'string' || typeof wallet['payable'] !== 'boolean')
          faults.add(`wallets.${at}`, 'type', wallet, 'a wallet with name, payable and takes');
        else if (wallet['takes'] !== 'oldestFirst' && wallet['takes'] !== 'expiringFirst')
          faults.add(`wallets.${at}.takes`, 'choice', wallet['takes'], 'oldestFirst or expiringFirst');
        else if (wallets.findIndex((other: unknown) => isRecord(other) && other['name'] === wallet['name']) !== at)
          faults.add(`wallets.${at}.name`, 'duplicate', wallet['name'], 'a unique name');
      });
  }
  if (ending === undefined) return;
  if (!isRecord(ending)) faults.add('ending', 'type', ending, 'an ending with statuses and after');
  else {
    if (!isTexts(ending.statuses)) faults.add('ending.statuses', 'type', ending.statuses, 'a list of texts');
    if (ending.after !== 'finding' && ending.after !== 'withoutEffect')
      faults.add('ending.after', 'choice', ending.after, 'finding or withoutEffect');
  }
}

const types: readonly string[] = [
  'money',
  'day',
  'instant',
  'rate',
  'decimal',
  'flag',
  'limit',
  'count',
  'text',
  'list',
  'record',
];

function isShape(shape: unknown): boolean {
  if (!isRecord(shape) || !types.includes(shape['type'] as string)) return false;
  const { type, of, fields, optional, oneOf } = shape;
  if (oneOf !== undefined && !isTexts(oneOf)) return false;
  if (optional !== undefined && !isTexts(optional)) return false;
  if (type === 'list') return isShape(of);
  return type !== 'record' || (isRecord(fields) && Object.values(fields).every(isShape));
}

function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
