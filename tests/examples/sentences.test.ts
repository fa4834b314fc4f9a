/** No name, id, code or raw instant is shown to a person, and no day of the week in the wrong case: every scenario of every agreement, in every language. */
import { type AccountEvent, type Agreement, explainStatement, readingEffects, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import {
  exampleAgreement,
  exampleCatalogues,
  exampleEvents,
  exampleFile,
  exampleNames,
} from '../support/exampleAgreements.js';

/** Everything that names something in the data and is no word: two words run together, joined by a hyphen or a stroke. */
function namesIn(agreement: Agreement): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name === 'string' && /[a-z][A-Z]|-|\/|_|#/.test(name)) names.add(name);
  };
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null)
      for (const [name, inner] of Object.entries(part)) {
        add(name);
        walk(inner);
      }
  };
  const { facts, events, postings, tables, clauses, readings, words = {} } = agreement.data;
  for (const part of [facts, events, postings, tables, clauses]) walk(part);
  for (const { id, options } of readings) [id, ...Object.keys(options)].forEach(add);
  for (const { id } of postings) add(id);
  for (const code of Object.keys(words)) add(code);
  return names;
}

/** Texts that the parties themselves wrote: keys, channels, messages. */
function ownTexts(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => (name === 'id' || name === 'kind' ? [] : ownTexts(inner)));
}

/** Single words that are codes of the agreement, such as "MasterCard". */
function wordsFor({ data: { words = {} } }: Agreement, language: string): ReadonlySet<string> {
  return new Set(Object.values(words).flatMap((word) => (word[language] ?? '').split(' ')));
}

function isForeign(word: string, language: string, catalogue: string, own: readonly string[]): boolean {
  return (
    language !== 'en' &&
    /[A-Za-z]{2,}/.test(word) &&
    !/^UTC[+-]\d/.test(word) &&
    !catalogue.includes(word) &&
    !own.some((text) => text.includes(word))
  );
}

/** A day of the week is written in the nominative, so none of these may stand before it. */
const undeclined =
  /(?:^|\s)(?:не позднее|не ранее|до|после|с|со|от) (?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),/u;

describe.each(exampleNames)('%s', (name) => {
  const agreement = exampleAgreement(name);
  const names = namesIn(agreement);
  const [ru, kk] = exampleCatalogues(name).map((catalogue) => JSON.stringify(catalogue)) as [string, string];
  const written = { en: JSON.stringify(exampleFile(`${name}/agreement.json`)), ru, kk };

  it.each(exampleEvents(name))(
    '%s',
    (file) => {
      const events = exampleFile(file) as readonly AccountEvent[];
      const asOf = events
        .map(({ on }) => on)
        .toSorted()
        .at(-1) as string;
      const statement = replay(agreement, events, asOf);
      const effects = readingEffects(agreement, events, asOf);
      const own = events.flatMap(ownTexts);
      const ids = new Set(events.map(({ id }) => id));
      const found: string[] = [];
      for (const language of ['en', 'ru', 'kk'] as const) {
        const text = written[language];
        const words = wordsFor(agreement, language);
        const leaks = (word: string): boolean => {
          if (word === '' || own.includes(word) || text.includes(`"name":"${word}`)) return false;
          // A zone is named as everybody names it, a card by its name, and "and/or" is quoted.
          if (word === agreement.data.timeZone || word === 'and/or' || words.has(word)) return false;
          return (
            ((names.has(word) || ids.has(word)) && !text.includes(` ${word} `)) ||
            (/\d{4}-\d\d-\d\d|[a-z][A-Z]|[{}#]|^\w+\/\w+$/.test(word) && !text.includes(`${word},`)) ||
            isForeign(word, language, text, own)
          );
        };
        // The same words come again and again.
        const known = new Map<string, boolean>();
        for (const detail of ['brief', 'full'] as const)
          for (const { title = '', lines } of explainStatement(statement, {
            agreement,
            events,
            language,
            detail,
            effects,
          }))
            for (const line of [title, ...lines]) {
              if (language === 'ru' && undeclined.test(line)) found.push(`ru ${detail}: ${line.trim()}`);
              for (const word of line.split(/[\s,;:()"«»[\]…→·=×÷]+/u)) {
                const isLeak = known.get(word) ?? leaks(word);
                known.set(word, isLeak);
                if (isLeak) found.push(`${language} ${detail} ${word}: ${line.trim()}`);
              }
            }
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
