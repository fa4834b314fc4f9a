/** The agreements of the examples, as the tests use them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Agreement, type AgreementCatalogue, type AgreementDocument, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

const folder = new URL('../../examples/', import.meta.url);

/** A JSON file of the examples. */
export function exampleFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

/** Names of the examples that hold an agreement. */
export const exampleNames: readonly string[] = readdirSync(folder)
  .filter((name) => existsSync(new URL(`${name}/agreement.json`, folder)))
  .sort();

/** The agreement of an example. */
export function exampleAgreement(name: string): Agreement {
  return defineAgreement(exampleFile(`${name}/agreement.json`) as AgreementDocument, {
    calendars: [kz, ru],
    catalogues: exampleCatalogues(name),
  });
}

/** The words of an example's agreement in its other languages. */
export function exampleCatalogues(name: string): readonly AgreementCatalogue[] {
  return ['ru', 'kk'].map((language) => exampleFile(`${name}/agreement.${language}.json`) as AgreementCatalogue);
}

/** Files of events of an example: its own and its scenarios. */
export function exampleEvents(name: string): readonly string[] {
  const scenarios = new URL(`${name}/scenarios/`, folder);
  const files = existsSync(scenarios) ? readdirSync(scenarios).filter((file) => file.endsWith('.json')) : [];
  return [`${name}/events.json`, ...files.sort().map((file) => `${name}/scenarios/${file}`)];
}

/** Every agreement of the examples with its name. */
export const exampleAgreements = exampleNames.map((name) => [name, exampleAgreement(name)] as const);
