import { existsSync, readdirSync } from 'node:fs';
import { type AgreementData, replay } from 'oferta/agreement';
import { parseAgreement, parseCatalogue, parseEvents } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import {
  exampleAgreement,
  exampleCatalogues,
  exampleEvents,
  exampleFile,
  exampleNames,
} from '../support/exampleAgreements.js';

/** Clause numbers as the agreement prints them: those with something to compute, and those that are text alone. */
interface ClauseNumbers {
  readonly computed: readonly string[];
  readonly text: readonly string[];
}

const numbersOf = async (name: string): Promise<ClauseNumbers> =>
  (await import(`./clauseNumbers/${name}.json`, { with: { type: 'json' } })).default as ClauseNumbers;
const languages = ['en', 'ru', 'kk'];

describe('the examples', () => {
  it('each has its list of clause numbers, and no list is without its example', () => {
    const lists = readdirSync(new URL('clauseNumbers/', import.meta.url)).map((file) => file.replace('.json', ''));
    expect(lists.sort()).toEqual([...exampleNames]);
  });
});

describe.each(exampleNames)('%s', (name) => {
  const agreement = exampleAgreement(name);
  const { data } = agreement;
  const refs = data.clauses.map(({ ref }) => ref);

  it('passes its own schema', () => {
    expect(parseAgreement(exampleFile(`${name}/agreement.json`)).id).toBe(data.id);
    for (const catalogue of exampleCatalogues(name)) expect(parseCatalogue(catalogue).agreement).toBe(data.id);
  });

  it('accounts for every clause number, and for none the text does not have', async () => {
    const { computed, text } = await numbersOf(name);
    const known = [...computed, ...text];
    expect(computed.length).toBeGreaterThan(0);
    expect(known).toEqual([...new Set(known)]);
    expect(known.filter((number) => !refs.includes(number))).toEqual([]);
    expect(refs.filter((number) => !known.includes(number))).toEqual([]);
  });

  it('computes each clause that has something to compute, decides it in a table, or names the clause that does', async () => {
    const { computed } = await numbersOf(name);
    const cited = new Set(data.tables.flatMap(({ rows }) => rows.flatMap(({ clauses }) => clauses)));
    const computing = data.clauses.filter(({ computes }) => computes !== undefined).map(({ ref }) => ref);
    const namesOne = (text = ''): boolean => text.split(/[\s,;:]+|\.(?:\s|$)/).some((word) => computing.includes(word));
    const silent = data.clauses.filter(
      ({ ref, computes, heading, note }) =>
        computed.includes(ref) && computes === undefined && !cited.has(ref) && !namesOne(`${heading?.['en']} ${note}`),
    );
    expect(silent.map(({ ref }) => ref)).toEqual([]);
  });

  it('cites only clauses it has', () => {
    const cited = [
      ...data.tables.flatMap(({ question, rows }) =>
        rows.flatMap(({ n, clauses }) => clauses.map((clause) => [`${question} row ${n}`, clause] as const)),
      ),
      ...data.readings.map(({ id, clause }) => [`reading ${id}`, clause] as const),
    ];
    expect(cited.filter(([, clause]) => !refs.includes(clause))).toEqual([]);
    expect(data.tables.flatMap(({ rows }) => rows).filter(({ clauses }) => clauses.length === 0)).toEqual([]);
  });

  it('names every fact, computation, clause and event in three languages, and gives every reading its reasons', () => {
    const missing = (texts: Readonly<Record<string, string>> | undefined): readonly string[] =>
      languages.filter((language) => !texts?.[language]?.trim());
    const named: (readonly [string, Readonly<Record<string, string>> | undefined])[] = [
      ['name', data.name],
      ...Object.entries(data.facts).map(([fact, { label }]) => [`fact ${fact}`, label] as const),
      ...Object.entries(data.events).map(([kind, { label }]) => [`event ${kind}`, label] as const),
      ...data.clauses.map(({ ref, heading }) => [`clause ${ref}`, heading] as const),
      ...data.clauses.flatMap(({ ref, computes = [] }) =>
        computes.map(({ id, label }) => [`${ref}/${id}`, label] as const),
      ),
      ...data.readings.map(({ id, why }) => [`reading ${id}`, why] as const),
    ];
    expect(named.flatMap(([what, texts]) => missing(texts).map((language) => `${what}: ${language}`))).toEqual([]);
  });

  it('lists each reading with what it touches', () => {
    const touched = new Set(
      data.clauses.flatMap(({ computes = [] }) => computes.flatMap(({ readings = [] }) => readings)),
    );
    const targets = ({ options }: AgreementData['readings'][number]) =>
      Object.values(options).flatMap(({ patch }) => Object.keys(patch));
    const idle = data.readings.filter(
      (reading) => !touched.has(reading.id) && !targets(reading).some((target) => /^(?:table|posting):/.test(target)),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
    expect(data.readings.filter(({ options }) => Object.keys(options).length < 2).map(({ id }) => id)).toEqual([]);
  });

  it.each(exampleEvents(name))('%s can be replayed', (file) => {
    const events = parseEvents(exampleFile(file), agreement);
    const last = events
      .map(({ on }) => on)
      .sort()
      .at(-1) as string;
    expect(
      replay(agreement, events, last).entries.length + replay(agreement, events, last).remarks.length,
    ).toBeGreaterThan(0);
  });

  it('has a story, a start script and the page of its clauses', () => {
    const files = [`examples/${name}/README.md`, `examples/${name}/package.json`, `docs/clauses/${name}.md`];
    expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
  });
});
