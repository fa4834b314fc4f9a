import type { AgreementDocument } from '../agreement/language/document.js';
import type { FidelityFinding, FidelityRecord } from './fidelityRecord.js';
import { type Figure, figuresIn } from './figuresIn.js';
import type { TextLanguage } from './numberWords.js';
import { termFigures } from './termFigures.js';
import { preamble, textClauses } from './textClauses.js';

/** The input of a fidelity check. */
export interface FidelityQuestion {
  readonly document: AgreementDocument;
  readonly text: string;
  /** What was recorded about the text; absent if nothing was. */
  readonly record?: FidelityRecord;
  /** The SHA-256 of a text in hexadecimal. */
  readonly sha256: (text: string) => string;
  /** Whether to compare digests; false to see what the figures alone detect. */
  readonly digests?: boolean;
}

/** The findings, and what would be recorded about this text. */
export interface FidelityAnswer {
  readonly findings: readonly FidelityFinding[];
  readonly record: FidelityRecord;
}

/**
 * Compares an agreement with its text: clauses whose text has changed since it was recorded, figures in the text that
 * no term uses, terms whose figure is not in the text, and numbers in words that differ from their digits. Differences
 * accepted in the record are left out; an accepted difference that no longer exists is itself a finding.
 *
 * @internal
 */
export function checkFidelity({ document, text, record, sha256, digests = true }: FidelityQuestion): FidelityAnswer {
  const language = languageOf(document, record);
  const refs = Object.keys(document.clauses);
  const texts = textClauses(text, { clauses: refs, language, languages: document.text.languages });
  const terms = termFigures(document);
  const figures = new Map([...texts].map(([clause, own]) => [clause, figuresIn(own, language)]));
  const findings: FidelityFinding[] = [];
  for (const clause of new Set([...refs, ...texts.keys()])) {
    const own = texts.get(clause);
    const isKnown = Object.hasOwn(document.clauses, clause);
    // Text without a number of its own belongs to the preamble.
    const isNumbered = /^\d/u.test(clause);
    if (own === undefined && isNumbered) findings.push({ clause, code: 'clause-not-found' });
    const hasParts = refs.some((ref) => ref.startsWith(`${clause}.`) || ref.startsWith(`${clause}(`));
    if (own !== undefined && !isKnown && isNumbered && !hasParts) findings.push({ clause, code: 'clause-unknown' });
    const read = figures.get(own === undefined && !isNumbered ? preamble : clause) ?? [];
    findings.push(...termFindings(clause, terms.get(clause) ?? [], read, document, own === undefined));
    if (own === undefined) continue;
    findings.push(
      ...wordFindings(clause, read),
      ...changeFindings(clause, own, read, document, record, digests ? sha256 : undefined),
    );
  }
  for (const clause of Object.keys(record?.clauses ?? {}))
    if (!texts.has(clause) && !refs.includes(clause)) findings.push({ clause, code: 'clause-not-found' });
  const { id: agreement, edition } = document;
  const clauses = Object.fromEntries(
    [...texts].map(([clause, own]) => [
      clause,
      { sha256: sha256(own), figures: isDetails(document, clause) ? [] : (figures.get(clause) ?? []).map(figureText) },
    ]),
  );
  return {
    findings: withoutAccepted(findings, record),
    record: { format: 1, agreement, edition, language, clauses, accepted: record?.accepted ?? [] },
  };
}

function languageOf(document: AgreementDocument, record: FidelityRecord | undefined): TextLanguage {
  const language = record?.language ?? document.text.governing;
  return language === 'ru' || language === 'kk' ? language : 'en';
}

/**
 * Whether a clause names the parties with their addresses and accounts: a clause declared as such, or a section that
 * the agreement does not have. Only the digest of these is recorded.
 */
function isDetails({ clauses }: AgreementDocument, clause: string): boolean {
  const declared = Object.hasOwn(clauses, clause) ? clauses[clause] : undefined;
  return declared === undefined ? clause !== preamble : declared.text === 'details';
}

/** A figure in findings and records: "30 calendar days", "6.7 reference", "160". */
function figureText({ value, unit }: Figure): string {
  return unit === '' ? value : `${value} ${unit}`;
}

function termFindings(
  clause: string,
  terms: readonly Figure[],
  read: readonly Figure[],
  document: AgreementDocument,
  isMissing: boolean,
): readonly FidelityFinding[] {
  const numbers = read.filter(({ unit }) => unit !== 'reference');
  const found: FidelityFinding[] = [];
  for (const term of terms)
    if (!isGrammar(term) && !Object.hasOwn(document.clauses, term.value) && !(isMissing && /^\d/u.test(clause)))
      if (!numbers.some((figure) => isSame(figure, term)))
        found.push({ clause, code: 'term-not-in-text', figure: figureText(term) });
  // A clause that is declared as text only computes nothing; its figures are recorded and not compared.
  const declared = Object.hasOwn(document.clauses, clause) ? document.clauses[clause] : undefined;
  if (declared === undefined || (declared.text !== undefined && terms.length === 0) || isMissing) return found;
  const unused = numbers.filter((figure) => !terms.some((term) => isSame(figure, term)));
  return [
    ...found,
    ...[...new Set(unused.map(figureText))].map((figure) => ({ clause, code: 'figure-unused' as const, figure })),
  ];
}

/** Zero, one and one day are often implied by the grammar of a rule: "unused", "the day after". */
function isGrammar({ value, unit }: Figure): boolean {
  return value === '0' || (value === '1' && (unit === '' || unit === 'days' || unit === 'calendar days'));
}

/** A number without a unit matches any unit; plain days match calendar days. */
function isSame(a: Figure, b: Figure): boolean {
  if (a.value !== b.value) return false;
  if (a.unit === b.unit || a.unit === '' || b.unit === '') return true;
  return [a.unit, b.unit].every((unit) => unit === 'days' || unit === 'calendar days');
}

function wordFindings(clause: string, read: readonly Figure[]): readonly FidelityFinding[] {
  return read.flatMap((figure) =>
    figure.inWords === undefined
      ? []
      : [{ clause, code: 'words-differ' as const, figure: figureText(figure), is: figure.inWords }],
  );
}

function changeFindings(
  clause: string,
  text: string,
  read: readonly Figure[],
  document: AgreementDocument,
  record: FidelityRecord | undefined,
  sha256: ((text: string) => string) | undefined,
): readonly FidelityFinding[] {
  if (record === undefined) return [];
  const recorded = Object.hasOwn(record.clauses, clause) ? record.clauses[clause] : undefined;
  if (recorded === undefined) return [{ clause, code: 'clause-unrecorded' }];
  const changed = sha256 !== undefined && recorded.sha256 !== sha256(text);
  if (isDetails(document, clause)) return changed ? [{ clause, code: 'text-changed' }] : [];
  return [
    ...(changed ? [{ clause, code: 'text-changed' as const }] : []),
    ...changedFigures(recorded.figures, read.map(figureText)).map(({ was, is }) => ({
      clause,
      code: 'figure-changed' as const,
      figure: (is ?? was) as string,
      ...(was !== undefined && { was }),
      ...(is !== undefined && { is }),
    })),
  ];
}

/** The figures that were added, removed or changed, in order; the common beginning and end are skipped. */
function changedFigures(
  was: readonly string[],
  is: readonly string[],
): readonly { readonly was?: string; readonly is?: string }[] {
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const [old, recent] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
  return Array.from({ length: Math.max(old.length, recent.length) }, (_, at) => ({
    ...(old[at] !== undefined && { was: old[at] }),
    ...(recent[at] !== undefined && { is: recent[at] }),
  })).filter((pair) => pair.was !== pair.is);
}

function withoutAccepted(
  findings: readonly FidelityFinding[],
  record: FidelityRecord | undefined,
): readonly FidelityFinding[] {
  const accepted = record?.accepted ?? [];
  const keyOf = ({ clause, code, figure }: Pick<FidelityFinding, 'clause' | 'code' | 'figure'>): string =>
    JSON.stringify([clause, code, figure]);
  const found = new Set(findings.map(keyOf));
  const known = new Set(accepted.map(keyOf));
  return [
    ...findings.filter((finding) => !known.has(keyOf(finding))),
    ...accepted
      .filter((one) => !found.has(keyOf(one)))
      .map(({ clause, figure }) => ({
        clause,
        code: 'acceptance-idle' as const,
        ...(figure !== undefined && { figure }),
      })),
  ];
}
