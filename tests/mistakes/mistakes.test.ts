/** Of single mistakes planted into the five agreements nearly all are found before any account runs. */
import { attempt } from 'oferta';
import { checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { exampleCatalogues, exampleFile, exampleNames } from '../support/exampleAgreements.js';
import { type Files, type Mistake, mistakeIn } from './mistakes.js';

/** How many are planted; `npm run mistakes` plants 1,000 and prints what is missed. */
const planted = Number(process.env['OFERTA_MISTAKES'] ?? 60);
const firstSeed = Number(process.env['OFERTA_SEED'] ?? 20_261_130);

const agreements = exampleNames.map(
  (name) => [exampleFile(`${name}/agreement.json`), ...exampleCatalogues(name)] as unknown as Files,
);

/** What is found of the agreements as they are; a mistake is found where there is more. */
function findingsOf([document, ...catalogues]: Files): readonly string[] {
  const done = attempt(() => checkAgreement(document, { calendars: [kz, ru], catalogues }));
  return done.ok ? done.value.map(({ path, code }) => `${code} ${path}`) : [done.error.code];
}

/** Why a mistake cannot be found from the text alone; undefined for what should be. */
function reasonToMiss({ what, where }: Mistake): string | undefined {
  const path = where.split(' ').slice(1);
  if (what === 'swapped') return 'two values of one shape, exchanged, say something else that could be meant';
  if (path[0] === 'postings' && path.length === 2) return 'the name of a posting, which nothing else names';
  if (path[0] === 'readings') return 'an option, or what one changes, which nothing else names';
  if (['allOf', 'anyOf', 'days'].some((list) => path.includes(list)))
    return 'the name of a condition or of a day in a list';
  if (path.some((name) => name === 'allowed' || name === 'refused'))
    return 'an entry of a list for a text without choices';
  if (path[0] === 'events' && path.includes('carries')) return 'a fact that only some rows of a decision ask for';
  if (what === 'retyped' && (path.includes('take') || path.includes('add'))) return 'a number that could be meant';
  if (path[0] === 'tables' && path.includes('row')) return 'the name of a row, which nothing else names';
  if (path[0] === 'postings' && path.includes('name')) return 'the name of a deadline, which nothing else names';
  return undefined;
}

describe('single mistakes in the five agreements', () => {
  it(`of ${planted} at least 98 in 100 are found, and for each other one there is a reason`, () => {
    const counts = new Map<string, { planted: number; found: number }>();
    const missed: Mistake[] = [];
    let made = 0;
    for (let seed = firstSeed; made < planted; seed += 1) {
      const mistake = mistakeIn(agreements[seed % agreements.length] as Files, seed * 7_919);
      if (mistake === undefined) continue;
      made += 1;
      const count = counts.get(mistake.what) ?? { planted: 0, found: 0 };
      counts.set(mistake.what, count);
      count.planted += 1;
      if (findingsOf(mistake.files).length > 0) count.found += 1;
      else missed.push(mistake);
    }
    const report = [
      ...[...counts].map(([what, { planted: all, found }]) => `${what}: ${found} of ${all} found`),
      ...missed.map(({ what, where, change }) => `missed, ${what}: ${where}: ${change}`),
    ].join('\n');
    if (process.env['OFERTA_MISTAKES'] !== undefined) process.stdout.write(`${report}\n`);
    // With few cases, one more or less says nothing.
    expect(missed.length, report).toBeLessThanOrEqual(Math.max(3, Math.floor(planted * 0.02)));
    expect(
      missed.filter((mistake) => reasonToMiss(mistake) === undefined),
      report,
    ).toEqual([]);
  });

  it('the agreements themselves have no findings', () => {
    for (const files of agreements) expect(findingsOf(files)).toEqual([]);
  });
});
