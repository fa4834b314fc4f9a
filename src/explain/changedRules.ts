import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../agreement/model/source.js';
import { type RuleText, readback } from './readback.js';

/** A rule that differs between two editions of an agreement. */
export interface ChangedRule {
  /** The clauses of the rule in the later edition, or in the earlier one if the later has no such rule. */
  readonly clauses: readonly ClauseNumber[];
  /** The computation; absent for a row. */
  readonly computation?: ComputationAddress;
  /** The question of the table; absent for a computation. */
  readonly question?: string;
  readonly title: string;
  /** The rule of the earlier edition; absent if it is new. */
  readonly was?: string;
  /** The rule of the later edition; absent if it was removed. */
  readonly is?: string;
}

/**
 * The rules that differ between two editions of an agreement, in words: compares {@link readback} of both, computation
 * by computation. For a table, every row is listed that is not in the other edition word for word; a row that only
 * moved is not listed.
 *
 * @throws {@link AgreementError} `argument-invalid` for an unknown language, or if an argument is not an agreement.
 * @example
 * ```ts
 * const lowered = JSON.parse(JSON.stringify(agreement));
 * lowered.clauses['6.8'].fine.escalatingFine.first = '70000.00 KZT';
 * const rules = changedRules(agreement, defineAgreement(lowered, { calendars: [kz] }), 'en');
 * rules.map(({ computation }) => computation) // => ['6.8/fine']
 * ```
 */
export function changedRules(before: Agreement, after: Agreement, language: ExplainLanguage): readonly ChangedRule[] {
  const [was, is] = [readback(before, language), readback(after, language)];
  return Object.freeze([...computations(was, is), ...rows(was, is)]);
}

function computations(was: readonly RuleText[], is: readonly RuleText[]): readonly ChangedRule[] {
  const byAddress = (rules: readonly RuleText[]): ReadonlyMap<string, RuleText> =>
    new Map(rules.flatMap((rule) => (rule.computation === undefined ? [] : [[rule.computation, rule] as const])));
  const [olds, news] = [byAddress(was), byAddress(is)];
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((computation): ChangedRule[] => {
    const [old, recent] = [olds.get(computation), news.get(computation)];
    if (old?.text === recent?.text) return [];
    const { clauses, title } = (recent ?? old) as RuleText;
    return [{ clauses, computation, title, ...(old && { was: old.text }), ...(recent && { is: recent.text }) }];
  });
}

function rows(was: readonly RuleText[], is: readonly RuleText[]): readonly ChangedRule[] {
  const ofTable = (rules: readonly RuleText[]): readonly RuleText[] => rules.filter(({ table }) => table !== undefined);
  const [olds, news] = [ofTable(was), ofTable(is)];
  const keyOf = ({ table, clauses, text }: RuleText): string => JSON.stringify([table?.question, clauses, text]);
  const without = (rules: readonly RuleText[], others: readonly RuleText[]): readonly RuleText[] => {
    const known = new Set(others.map(keyOf));
    return rules.filter((rule) => !known.has(keyOf(rule)));
  };
  const described = ({ clauses, table, title }: RuleText) => ({
    clauses,
    ...(table && { question: table.question }),
    title,
  });
  const gone = without(olds, news).map((rule): ChangedRule => ({ ...described(rule), was: rule.text }));
  const come = without(news, olds).map((rule): ChangedRule => ({ ...described(rule), is: rule.text }));
  const questions = [...new Set([...gone, ...come].map(({ question }) => question))];
  return questions.flatMap((question) => [...gone, ...come].filter((rule) => rule.question === question));
}
