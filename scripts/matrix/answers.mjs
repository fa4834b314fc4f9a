/**
 * The answers that must be the same everywhere: the calls worked out by hand in tests/conformance, and every account of the five examples, one
 * of each told in three languages. Pure JavaScript without files, so that a browser runs it too.
 */
import { answerOf, differences } from '../../tests/conformance/callKind.mjs';
import { calendarsOf } from '../../tests/conformance/runVectors.mjs';

const languages = ['en', 'ru', 'kk'];

/**
 * @typedef {{ library: object, agreements: object, schemas: object, calendars: object[] }} Entries what the package exports
 * @typedef {{ calls: object[], examples: object[] }} Questions see questions.mjs; `calls` are vector files
 * @param {Entries} entries @param {Questions} questions
 * @returns {{ id: string, text: string, wrong?: string[] }[]} each answer as JSON; `wrong` where it is not what was worked out by hand
 */
export function answers(entries, { calls, examples }) {
  const { library, calendars } = entries;
  const shipped = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return [
    ...calls.flatMap((file) => {
      const known = calendarsOf(file, { library, calendars: shipped });
      return file.vectors.map((record, at) => answerToCall(library, known, record, at));
    }),
    ...examples.flatMap((example) => accounts(entries, example)),
  ];
}

/** What the engine itself says it runs as. */
export function surroundings() {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, locale, temporal: typeof globalThis.Temporal };
}

function answerToCall(library, calendars, record, at) {
  const { json } = answerOf(record, library, calendars);
  const found = differences(record.expected, json);
  const isContested = record.status !== undefined && record.status !== 'conformance';
  return {
    id: `${record.id ?? record.function} ${at}`,
    text: JSON.stringify(json),
    ...(found.length > 0 && !isContested ? { wrong: found } : {}),
  };
}

/** Each account of an example as it stands on a day; the first of them told in three languages. */
function accounts({ agreements, schemas, calendars, library }, { name, agreement: json, catalogues, accounts: all }) {
  const agreement = agreements.defineAgreement(schemas.parseAgreement(json), {
    calendars,
    catalogues: catalogues.map((catalogue) => schemas.parseCatalogue(catalogue)),
  });
  return all.flatMap(({ file, events, asOf }) => {
    const answer = library.attempt(() => agreements.replay(agreement, schemas.parseEvents(events, agreement), asOf));
    if (!answer.ok) return [{ id: `${name} ${file}`, text: JSON.stringify(answer.error.message) }];
    const statement = answer.value;
    const told = (file === 'events.json' ? languages : []).map((language) => ({
      id: `${name} ${file} ${language}`,
      text: JSON.stringify(
        agreements.explainStatement(statement, { agreement, events, language, detail: 'full', effects: [] }),
      ),
    }));
    return [{ id: `${name} ${file}`, text: JSON.stringify(statement) }, ...told];
  });
}
