import type { EditionComparison } from '../agreement/editions/compareEditions.js';
import type { EditionChange } from '../agreement/editions/documentChanges.js';
import type { ScenarioComparison, ScenarioDifference } from '../agreement/editions/scenarioChanges.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { limitText } from '../agreement/explain/valueText.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import type { ChangedRule } from '../explain/changedRules.js';
import { formatDay } from '../format/formatDay.js';
import { formatMoney } from '../format/formatMoney.js';
import { isKnownCurrency } from '../money/currency.js';
import { type MoneyJson, money } from '../money/money.js';
import { noDay, parseIsoDay } from '../time/epochDay.js';
import { type DiffWords, diffWords } from './diffWords.js';

/** The options of a comparison of two editions. */
export interface DiffTextOptions {
  /** The later edition, whose words are used. */
  readonly after: Agreement;
  readonly rules: readonly ChangedRule[];
  readonly language: ExplainLanguage;
}

const longestValue = 120;

/** The differences between two editions, for readers. The caller removes control characters. */
export function diffText(comparison: EditionComparison, { after, rules, language }: DiffTextOptions): string {
  const words = diffWords[language];
  const { clauses, changes, scenarios } = comparison;
  const day = (on: string): string => formatDay(on, language, { weekday: false });
  const heading = [
    fill(words.heading, {
      name: inWords(after.data.name, language) ?? comparison.agreement,
      before: comparison.before.edition,
      after: comparison.after.edition,
    }),
    fill(words.inForceFrom, { before: day(comparison.before.effectiveOn), after: day(comparison.after.effectiveOn) }),
  ];
  const changed = clauses.flatMap(({ clause, is, parts }) => [
    `${clause} ${words.isNow[is]}: ${parts.map((part) => words.parts[part]).join(', ')}`,
    ...changes
      .filter((change) => change.clauses.includes(clause))
      .flatMap((change) => changeLines(change, words).map((line) => `  ${line}`)),
  ]);
  const elsewhere = changes
    .filter((change) => change.clauses.length === 0)
    .flatMap((change) => changeLines(change, words));
  const ruleLines = rules.flatMap((rule) => [
    `${rule.clauses.join(', ')}  ${rule.title}`,
    ...(rule.was === undefined ? [] : [`  ${words.was}: ${rule.was}`]),
    ...(rule.is === undefined ? [] : [`  ${words.is}: ${rule.is}`]),
  ]);
  const described = scenarios.map((scenario): [string, readonly string[]] => [
    fill(words.scenario, { name: scenario.name, day: day(scenario.asOf) }),
    scenarioLines(scenario, comparison, { after, language }),
  ]);
  const parts: readonly [string, readonly string[]][] = [
    [words.clauses, changed],
    [words.elsewhere, elsewhere],
    [words.rules, ruleLines],
    ...described,
  ];
  const written = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  const nothing = changes.length === 0 ? [words.same] : [];
  return `${[heading.join('\n'), ...nothing, ...written].join('\n\n')}\n`;
}

function changeLines({ path, was, is }: EditionChange, { nothing }: DiffWords): readonly string[] {
  const shown = (value: unknown): string => (value === undefined ? nothing : shortened(JSON.stringify(value)));
  return [`${path}: ${shown(was)} → ${shown(is)}`];
}

function shortened(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
}

function scenarioLines(
  { before, after: later, differences }: ScenarioComparison,
  comparison: EditionComparison,
  { after, language }: Omit<DiffTextOptions, 'rules'>,
): readonly string[] {
  const words = diffWords[language];
  const refusals = (
    [
      [before, comparison.before.edition],
      [later, comparison.after.edition],
    ] as const
  ).flatMap(([standing, edition]) =>
    'refused' in standing
      ? standing.findings.map(({ path, value, expected }) =>
          fill(words.refused, { edition, finding: `${path}: ${value} (${expected})` }),
        )
      : [],
  );
  if (refusals.length > 0) return refusals;
  if (differences.length === 0) return [words.unchanged];
  return differences.map((difference) => differenceLine(difference, after, language));
}

function differenceLine(difference: ScenarioDifference, after: Agreement, language: ExplainLanguage): string {
  const words = diffWords[language];
  const { about, was, is, difference: by, days } = difference;
  const name = nameOf(difference, after, language);
  const change = by !== undefined ? signed(by, language) : days !== undefined ? signedDays(days, language) : undefined;
  const value = (side: unknown): string => valueText(side, about, after, language);
  return `${words.about[about]}${name === undefined ? '' : ` "${name}"`}: ${value(was)} → ${value(is)}${change === undefined ? '' : ` (${change})`}`;
}

/** The cause of a difference, as named in the agreement, and the event behind it. */
function nameOf(
  { about, key, posting: id, event }: ScenarioDifference,
  agreement: Agreement,
  language: ExplainLanguage,
): string | undefined {
  if (about === 'wallet') {
    const wallet = agreement.data.wallets?.find(({ name }) => name === key);
    return inWords(wallet?.label, language) ?? key;
  }
  if (id === undefined) return undefined;
  const posting = agreement.postings.find((each) => each.id === id);
  const label =
    (about === 'deadline' ? inWords(posting?.opens?.label, language) : undefined) ??
    (about === 'right' ? inWords(posting?.opensRight?.label, language) : undefined) ??
    inWords(agreement.computations.get(posting?.computes ?? '')?.computation.label, language) ??
    inWords(agreement.data.tables.find(({ question }) => question === posting?.decides)?.label, language) ??
    id;
  return event === undefined || event === null ? label : `${label}, ${event}`;
}

function valueText(
  side: unknown,
  about: ScenarioDifference['about'],
  { data }: Agreement,
  language: ExplainLanguage,
): string {
  const words = diffWords[language];
  if (side === undefined) return words.nothing;
  if (side === null) return words.noLastDay;
  if (isSum(side)) return formatMoney(money(side.amount, side.currency), language);
  if (typeof side !== 'string') return shortened(JSON.stringify(side));
  if (about !== 'status') return parseIsoDay(side) === noDay ? side : formatDay(side, language, { weekday: false });
  return (Object.hasOwn(data.words ?? {}, side) ? inWords(data.words?.[side], language) : undefined) ?? side;
}

function isSum(value: unknown): value is MoneyJson {
  const { amount, currency } = (value ?? {}) as Partial<MoneyJson>;
  return typeof amount === 'string' && isKnownCurrency(currency);
}

function signed({ amount, currency }: MoneyJson, language: ExplainLanguage): string {
  const sum = formatMoney(money(amount, currency), language);
  return sum.startsWith('-') ? sum : `+${sum}`;
}

function signedDays(days: number, language: ExplainLanguage): string {
  return `${days < 0 ? '-' : '+'}${limitText({ count: Math.abs(days), unit: 'calendarDays' }, language)}`;
}

function inWords(texts: Readonly<Record<string, string>> | undefined, language: ExplainLanguage): string | undefined {
  return texts?.[language] ?? Object.values(texts ?? {})[0];
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
