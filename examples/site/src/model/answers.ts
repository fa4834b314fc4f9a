import type { FactsRead } from '../input/readFacts.js';
import {
  type Agreement,
  AgreementError,
  AnswerWording,
  type ClauseResult,
  type Decision,
  decide,
  type ExplainLanguage,
  evaluate,
  isMoney,
  withReadings,
} from '../library.js';
import { type Ask, reachOf } from './reach.js';

/** The result of one question. */
export type Answered =
  | { readonly is: 'computed'; readonly ask: Ask; readonly result: ClauseResult; readonly agreement: Agreement }
  | { readonly is: 'decided'; readonly ask: Ask; readonly decision: Decision; readonly agreement: Agreement }
  /** Facts that were left out, or that cannot be read. */
  | { readonly is: 'missing' | 'broken'; readonly ask: Ask; readonly facts: readonly string[] }
  /** The rules give no answer: outside the coverage of a calendar, no such amount. */
  | { readonly is: 'refused'; readonly ask: Ask; readonly error: AgreementError };

/** Asks a question. An unreadable fact leaves blank the answers that could depend on it, and no others. */
export function answerOf(agreement: Agreement, ask: Ask, read: FactsRead): Answered {
  const broken = new Set(read.problems.map(({ fact }) => fact));
  const needed = reachOf(agreement, [ask]).facts.filter((fact) => broken.has(fact));
  const silent = needed.filter((fact) => agreement.data.facts[fact]?.absent !== undefined);
  if (silent.length > 0) return { is: 'broken', ask, facts: silent };
  const facts = Object.fromEntries(Object.entries(read.facts).filter(([name]) => !broken.has(name)));
  try {
    if (ask.startsWith('table:')) {
      const decision = decide(agreement, ask.slice('table:'.length), facts);
      return { is: 'decided', ask, decision, agreement };
    }
    return { is: 'computed', ask, result: evaluate(agreement, ask, facts), agreement };
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    if (error.code === 'fact-missing') {
      const missing = factsMissing(agreement, error);
      const waiting = missing.filter((fact) => broken.has(fact));
      if (waiting.length > 0) return { is: 'broken', ask, facts: waiting };
      if (missing.length > 0) return { is: 'missing', ask, facts: missing };
    }
    return { is: 'refused', ask, error };
  }
}

/** The facts an error names as missing. */
function factsMissing(agreement: Agreement, error: AgreementError): readonly string[] {
  const paths = error.findings.length > 0 ? error.findings.map(({ path }) => path) : [error.details.field];
  return [...new Set(paths.map((path) => path.split('.')[0] ?? path))].filter((name) =>
    Object.hasOwn(agreement.data.facts, name),
  );
}

/** The field of an answer that is shown first: the one the agreement uses most often, otherwise the first of its kind. */
export function mainField(agreement: Agreement, { computation, value }: ClauseResult): string | undefined {
  const taken = fieldsTaken(agreement).get(computation);
  const given = Object.keys(value);
  const [first] = given;
  if (taken === undefined) return first;
  return given.toSorted((a, b) => (taken.get(b) ?? 0) - (taken.get(a) ?? 0))[0];
}

const known = new WeakMap<Agreement['data'], ReadonlyMap<string, ReadonlyMap<string, number>>>();

/** How often the computations and tables of an agreement use each field of each answer. */
function fieldsTaken({ data }: Agreement): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const made = known.get(data);
  if (made !== undefined) return made;
  const taken = new Map<string, Map<string, number>>();
  const count = (address: string, field: string): void => {
    const fields = taken.get(address) ?? new Map<string, number>();
    fields.set(field, (fields.get(field) ?? 0) + 1);
    taken.set(address, fields);
  };
  const follow = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { result, field } = part as { readonly result?: unknown; readonly field?: unknown };
    if (typeof result === 'string' && typeof field === 'string') count(result, field);
    for (const entry of Object.values(part)) follow(entry);
  };
  follow(data.clauses);
  follow(data.tables);
  for (const { computes, post } of data.postings)
    if (computes !== undefined && post !== undefined && 'result' in post.amount) count(computes, post.amount.result);
  known.set(data, taken);
  return taken;
}

/** A short form of an answer, for comparison. */
export function shortAnswer(answered: Answered, language: ExplainLanguage): string | undefined {
  if (answered.is === 'computed') {
    const wording = new AnswerWording(answered.agreement, language);
    const field = mainField(answered.agreement, answered.result);
    const value = field === undefined ? undefined : answered.result.value[field];
    return typeof value === 'string' ? wording.word(wording.value(value)) : wording.value(value);
  }
  if (answered.is === 'decided')
    return new AnswerWording(answered.agreement, language).outcome(answered.decision.outcome);
  return undefined;
}

/** Who pays whom. */
export type Direction = 'customerPays' | 'customerOwes' | 'providerPays' | 'providerCredits' | 'nothingPaid';

/** Who receives an amount: according to a posting, otherwise according to a table. */
export function directionOf(
  agreement: Agreement,
  { result }: { readonly result: ClauseResult },
): Direction | undefined {
  const field = mainField(agreement, result);
  const value = field === undefined ? undefined : result.value[field];
  if (!isMoney(value)) return undefined;
  for (const { computes, post } of agreement.postings) {
    if (computes !== result.computation || post === undefined) continue;
    if (!('result' in post.amount) || post.amount.result !== field) continue;
    if (value.minorUnits === 0n) return 'nothingPaid';
    if (post.account === 'payout') return 'providerPays';
    return post.side === 'debit' ? 'customerPays' : 'providerCredits';
  }
  for (const table of agreement.tables.values())
    for (const { outcome } of table.rows) {
      if (outcome.is !== 'amount') continue;
      const { cash, toBalance, owed } = outcome;
      const names = (part: unknown): boolean =>
        typeof part === 'object' &&
        part !== null &&
        'result' in part &&
        part.result === result.computation &&
        (part as { field?: string }).field === field;
      if (![cash, toBalance, owed].some(names)) continue;
      if (value.minorUnits === 0n) return 'nothingPaid';
      return names(cash) ? 'providerPays' : names(toBalance) ? 'providerCredits' : 'customerOwes';
    }
  return undefined;
}

/** The agreement under the options that were chosen; options it does not have are left out. */
export function underReadings(agreement: Agreement, chosen: Readonly<Record<string, string>>): Agreement {
  const known = Object.entries(chosen).filter(([id, option]) => {
    const reading = agreement.data.readings.find((declared) => declared.id === id);
    return reading !== undefined && Object.hasOwn(reading.options, option);
  });
  return known.length === 0 ? agreement : withReadings(agreement, Object.fromEntries(known));
}
