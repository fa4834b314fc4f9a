import type { AgreementDocument } from '../agreement/language/document.js';
import { type Agreement, defineAgreement } from '../agreement/model/defineAgreement.js';
import { kz } from '../calendars/kz.js';
import { ru } from '../calendars/ru.js';
import { AgreementError } from '../errors/agreementError.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseCatalogue } from '../schemas/parseCatalogue.js';
import { readJson } from '../schemas/readJson.js';

/** What files are reached by. */
export interface FileAccess {
  readonly readFile: (path: string) => string;
  readonly fileExists: (path: string) => boolean;
}

/** Something given that is wrong, line by line. */
export class GivenFault extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** Calendars the command line knows by their ids. */
export const knownCalendars = [kz, ru] as const;

/** The text of a file. */
export function textOf(path: string, { readFile }: FileAccess): string {
  try {
    return readFile(path);
  } catch (error) {
    throw new GivenFault([`${path}: cannot be read: ${(error as Error).message}`]);
  }
}

/** The JSON of a file. */
export function jsonOf(path: string, access: FileAccess): unknown {
  const text = textOf(path, access);
  return aboutFile(path, () => readJson(text, path));
}

/** The agreement of a file, with the catalogues beside it. */
export function agreementOf(path: string, access: FileAccess): Agreement {
  const json = jsonOf(path, access);
  const catalogues = (['en', 'ru', 'kk'] as const).flatMap((language) => {
    const beside = path.replace(/\.json$/i, `.${language}.json`);
    if (beside === path || !access.fileExists(beside)) return [];
    const catalogue = jsonOf(beside, access);
    return [aboutFile(beside, () => parseCatalogue(catalogue))];
  });
  return aboutFile(path, () =>
    defineAgreement(parseAgreement(json) as AgreementDocument, { calendars: knownCalendars, catalogues }),
  );
}

/** Runs a question about a file; what is wrong is told with the name of the file. */
export function aboutFile<T>(path: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const { field, value, expected } = error.details;
    const findings = error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value, expected }];
    throw new GivenFault(
      findings.map((found) => `${path}: ${found.path} is ${found.value}, expected ${found.expected} [${found.code}]`),
    );
  }
}
