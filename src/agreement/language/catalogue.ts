/** The words of an agreement by place: those of the document, and those of the catalogues of other languages. */
import { type AgreementCatalogue, type AgreementDocument, catalogueNode } from './document.js';
import { type Finder, nearest, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { fits } from './node.js';

const sections = ['words', 'facts', 'clauses', 'tables', 'readings', 'events', 'postings', 'wallets'] as const;
type Section = (typeof sections)[number];

/** Words by language. */
type ByLanguage = Readonly<Record<string, string>>;

/** A word of the document, and where it is written. */
interface OwnWord {
  readonly text: string;
  readonly path: Path;
}

/** Looks up words by section and key. */
export interface WordsByPlace {
  at(section: Section | '', key: string): ByLanguage | undefined;
}

/** The words of a document together with those of its catalogues; a malformed catalogue is reported as a finding. */
export function wordsOf(
  document: AgreementDocument,
  catalogues: readonly AgreementCatalogue[],
  finder: Finder,
): WordsByPlace {
  const good = catalogues.filter((catalogue, at) => {
    const path = [`catalogue ${isRecord(catalogue) ? String(catalogue.language) : at}`];
    if (!fits(catalogueNode, catalogue, path, finder)) return false;
    if (catalogue.agreement !== document.id)
      finder.add([...path, 'agreement'], 'choice', show(catalogue.agreement), document.id);
    return true;
  });
  languageFindings(document, good, finder);
  const own = ownWords(document);
  for (const catalogue of good)
    for (const section of sections)
      for (const key of Object.keys(catalogue[section] ?? {})) {
        const known = own.get(section);
        if (known?.has(key)) continue;
        const near = nearest(key, [...(known?.keys() ?? [])]);
        finder.add(
          [`catalogue ${catalogue.language}`, section, key],
          'unknown',
          show(key),
          near.length > 0 ? near.join(', ') : `a key of ${section} in the agreement`,
        );
      }
  return {
    at(section, key) {
      const word = own.get(section)?.get(key);
      if (word === undefined) return undefined;
      const words: Record<string, string> = { [document.language]: word.text };
      for (const catalogue of good) {
        const other = section === '' ? catalogue.name : catalogue[section];
        const text =
          typeof other === 'string' ? other : other !== undefined && Object.hasOwn(other, key) ? other[key] : undefined;
        if (text !== undefined) words[catalogue.language] = text;
      }
      return words;
    },
  };
}

/** A language must be given by its code, and have its words in one place. */
function languageFindings(
  { language, text }: AgreementDocument,
  catalogues: readonly AgreementCatalogue[],
  finder: Finder,
): void {
  const codes: readonly (readonly [string, Path])[] = [
    [language, ['language']],
    ...text.languages.map((code, at) => [code, ['text', 'languages', at]] as const),
    ...catalogues.map(({ language: code }) => [code, [`catalogue ${code}`, 'language']] as const),
  ];
  for (const [code, path] of codes)
    if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code))
      finder.add(path, 'choice', show(code), 'a language code such as "kk"');
  const known = new Set([language]);
  for (const { language: code } of catalogues) {
    if (known.has(code)) finder.add([`catalogue ${code}`, 'language'], 'duplicate', show(code), 'another language');
    known.add(code);
  }
}

/** Every word of a document, by section and key. */
function ownWords(document: AgreementDocument): ReadonlyMap<string, ReadonlyMap<string, OwnWord>> {
  const words = new Map<string, Map<string, OwnWord>>();
  const put = (section: Section | '', key: string, text: unknown, path: Path): void => {
    if (typeof text !== 'string') return;
    const known = words.get(section) ?? new Map<string, OwnWord>();
    words.set(section, known);
    known.set(key, { text, path });
  };
  put('', 'name', document.name, ['name']);
  for (const [word, text] of Object.entries(document.words ?? {})) put('words', word, text, ['words', word]);
  for (const [name, declared] of Object.entries(document.facts))
    if (Array.isArray(declared)) put('facts', name, declared[1], ['facts', name, 1]);
  for (const [ref, clause] of Object.entries(document.clauses)) {
    put('clauses', ref, clause.says, ['clauses', ref, 'says']);
    for (const [name, computation] of Object.entries(clause))
      if (isRecord(computation))
        put('clauses', `${ref}/${name}`, computation['label'], ['clauses', ref, name, 'label']);
  }
  for (const [question, { asks }] of Object.entries(document.tables))
    put('tables', question, asks, ['tables', question, 'asks']);
  for (const [id, { why, options }] of Object.entries(document.readings)) {
    put('readings', id, why, ['readings', id, 'why']);
    for (const [option, { label }] of Object.entries(options))
      put('readings', `${id}/${option}`, label, ['readings', id, 'options', option, 'label']);
  }
  for (const [kind, { says, carries = {} }] of Object.entries(document.events)) {
    put('events', kind, says, ['events', kind, 'says']);
    for (const [name, declared] of Object.entries(carries))
      if (Array.isArray(declared))
        put('events', `${kind}.${name.replace(/\?$/, '')}`, declared[1], ['events', kind, 'carries', name, 1]);
  }
  for (const [name, { opens, opensRight, requires = [] }] of Object.entries(document.postings)) {
    const path = ['postings', name];
    put('postings', name, opens?.label, [...path, 'opens', 'label']);
    put('postings', `${name}/right`, opensRight?.label, [...path, 'opensRight', 'label']);
    requires.forEach(({ expected }, at) => {
      put('postings', `${name}/requires/${at + 1}`, expected, [...path, 'requires', at, 'expected']);
    });
  }
  for (const [name, { says }] of Object.entries(document.wallets ?? {}))
    put('wallets', name, says, ['wallets', name, 'says']);
  return words;
}
