import { normalizedText } from './normalizedText.js';
import type { TextLanguage } from './numberWords.js';

/** How to split a text into clauses. */
export interface TextClausesOptions {
  /** The clause numbers of the agreement. */
  readonly clauses: readonly string[];
  /** The language to read. */
  readonly language: TextLanguage;
  /** All languages of the text. */
  readonly languages: readonly string[];
}

/** The name of the text before the first clause. */
export const preamble = 'preamble';

/**
 * The normalised text of each clause by its number. A clause starts where a line or a paragraph starts with its number,
 * and extends to the next one. Numbered lists in HTML get the numbers that a browser shows. The text before the first
 * number is the `preamble`. If a text is in several languages, lines in Kazakh and in Russian are distinguished by
 * their letters.
 *
 * @internal
 */
export function textClauses(
  text: string,
  { clauses, language, languages }: TextClausesOptions,
): ReadonlyMap<string, string> {
  const known = new Set(clauses);
  const found = new Map<string, string>();
  let [current, section] = [preamble, ''];
  for (const block of blocksOf(text)) {
    if (!isRead(block, language, languages)) continue;
    for (const { number, rest } of startsIn(block, section, known)) {
      const isAgain = number !== undefined && found.has(number);
      // In a bilingual text a number can recur on a line without letters that identify its language: continue its clause.
      const opens =
        number !== undefined &&
        (isAgain ? languages.length > 1 && known.has(number) : known.has(number) || continues(current, number));
      if (opens) current = number;
      if (opens && !number.includes('(')) section = number.split('.')[0] as string;
      const before = found.get(current);
      const words = opens || number === undefined ? rest : `${number} ${rest}`;
      found.set(current, (before === undefined || before === '' ? words : `${before} ${words}`).trim());
    }
  }
  return found;
}

/** Normalised lines and paragraphs. */
function blocksOf(text: string): readonly string[] {
  return withListNumbers(text)
    .replace(/<\/?(?:p|div|br|tr|td|th|h\d|table|ul)(?:\s[^<>]*)?\/?>/giu, '\n')
    .split(/[\n\r\t]+/u)
    .map(normalizedText)
    .filter((block) => block !== '');
}

/**
 * Inserts before each item of a numbered list the number a browser shows, prefixed with those of the enclosing lists.
 */
function withListNumbers(text: string): string {
  const counters: number[] = [];
  return text.replace(/<(\/?)(ol|li)(?:\s[^<>]*)?>/giu, (_, closes: string, name: string) => {
    const tag = name.toLowerCase();
    if (tag === 'ol') {
      if (closes === '') counters.push(0);
      else counters.pop();
      return '\n';
    }
    if (closes !== '' || counters.length === 0) return '\n';
    counters[counters.length - 1] = (counters.at(-1) as number) + 1;
    return `\n${counters.join('.')}. `;
  });
}

const kazakhLetters = /[әғқңөұүһі]/iu;

function isRead(block: string, language: TextLanguage, languages: readonly string[]): boolean {
  if (!languages.includes('kk') || !languages.includes('ru')) return true;
  const isKazakh = kazakhLetters.test(block);
  return language === 'kk' ? isKazakh || !/\p{Script=Cyrillic}/u.test(block) : !isKazakh;
}

interface Start {
  /** The number of the clause that starts; undefined if the text continues. */
  readonly number?: string;
  readonly rest: string;
}

const numbered = /^(\d{1,3}(?:\.\d{1,3})*)\.\s*(?!\d)|^(\d{1,3}(?:\.\d{1,3})+)\s+/u;

function startsIn(block: string, section: string, known: ReadonlySet<string>): readonly Start[] {
  const match = numbered.exec(block);
  if (match !== null) return [{ number: (match[1] ?? match[2]) as string, rest: block.slice(match[0].length) }];
  // "1) …; 2) …" are clauses only if the agreement has them as 1(1), 1(2).
  const items = block.split(/(?<=^|[\s;.,])(\d{1,3})\)\s*/u);
  const starts: Start[] = items[0] === '' ? [] : [{ rest: items[0] as string }];
  for (let at = 1; at < items.length; at += 2) {
    const number = `${section}(${items[at]})`;
    const rest = (items[at + 1] ?? '').trim();
    starts.push(known.has(number) ? { number, rest } : { rest: `${items[at]}) ${rest}` });
  }
  return starts;
}

/** A list inside a clause starts again with small numbers; those of the text only increase. */
function continues(current: string, number: string): boolean {
  if (current === preamble || number.includes('(')) return true;
  const [before, after] = [current, number].map((each) => (each.match(/\d+/gu) ?? []).map(Number)) as [
    number[],
    number[],
  ];
  for (const [at, part] of after.entries()) {
    const old = before[at];
    if (old === undefined || part > old) return part - (old ?? 0) <= 30;
    if (part < old) return false;
  }
  return false;
}
