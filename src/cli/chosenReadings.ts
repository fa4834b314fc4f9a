import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { nearest } from '../agreement/language/finder.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import { Wording } from '../agreement/statement/wording.js';
import { message } from './messages.js';

/** Readings chosen on the command line, by id; or everything that is wrong with the choice. */
export interface ChosenReadings {
  readonly readings: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
}

/**
 * Parses `CLAUSE=READING`: the clause is its number or the id of the reading, the option its label in any language, or
 * its name. If a clause has several readings, the label says which one is meant.
 */
export function chosenReadings(
  given: readonly string[],
  agreement: Agreement,
  language: ExplainLanguage,
): ChosenReadings {
  const wording = new Wording(agreement, language);
  const declared = agreement.data.readings;
  const chosen = new Map<string, string>();
  const errors: string[] = [];
  for (const written of given) {
    const at = written.indexOf('=');
    const [clause, position] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
    const example = declared[0] === undefined ? '6.10=…' : `${declared[0].clause}=${declared[0].chosen}`;
    if (at < 1) {
      errors.push(message(language, 'readingForm', { value: JSON.stringify(written), example }));
      continue;
    }
    const ofClause = declared.filter((reading) => reading.clause === clause || reading.id === clause);
    if (ofClause.length === 0) {
      const clauses = [...new Set(declared.map((reading) => reading.clause))];
      const near = nearest(clause, clauses);
      errors.push(
        message(language, 'noReading', {
          clause: JSON.stringify(clause),
          known: (near.length > 0 ? near : clauses).join(', ') || '—',
        }),
      );
      continue;
    }
    const found = ofClause.flatMap(({ id, options }) =>
      Object.entries(options)
        .filter(([option, { label }]) => [option, ...Object.values(label ?? {})].some((word) => isSame(word, position)))
        .map(([option]) => [id, option] as const),
    )[0];
    if (found === undefined) {
      const known = ofClause.flatMap(({ id, options }) =>
        Object.keys(options).map((option) => `"${wording.position(id, option)}" (${option})`),
      );
      errors.push(
        message(language, 'noPosition', {
          clause: wording.clauses([ofClause[0]?.clause ?? clause]),
          position: JSON.stringify(position),
          known: known.join('; '),
        }),
      );
    } else chosen.set(...found);
  }
  return { readings: Object.fromEntries(chosen), errors };
}

function isSame(word: string, position: string): boolean {
  return word.toLowerCase() === position.toLowerCase();
}
