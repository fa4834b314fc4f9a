/** The wording of values and names of an agreement, as one answer needs it. */

import { refuse } from '../../errors/agreementError.js';
import { formatDay } from '../../format/formatDay.js';
import { formatMoney } from '../../format/formatMoney.js';
import { isKnownCurrency } from '../../money/currency.js';
import { isMoney, type MoneyJson, moneyOfJson } from '../../money/money.js';
import { noDay, parseIsoDay } from '../../time/epochDay.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import type { DecidedOutcome } from '../decide/decide.js';
import type { ClauseResult } from '../evaluate/evaluate.js';
import type { ExplainLanguage } from '../explain/explain.js';
import { instantText, limitText, pluralForm } from '../explain/valueText.js';
import { type Agreement, requireAgreement } from '../model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';
import { codeWords, fieldWords } from './fieldWords.js';
import { plainText } from './plainText.js';
import { answerLanguages, say, type TextId } from './texts.js';
/**
 * Writes the values, names and outcomes of single answers of an agreement in one language. It needs no sentences: `loadLanguage(language, 'names')`
 * is enough for it.
 *
 * @example
 * ```ts
 * const wording = new AnswerWording(agreement, 'en');
 * wording.clauses(['6.10']) // => 'clause 6.10'
 * wording.computation('6.10/penalty') // => 'penalty as of the day'
 * ```
 */
export class AnswerWording {
  /** The agreement whose words are used. */
  readonly agreement: Agreement;
  /** The language it writes. */
  readonly language: ExplainLanguage;

  /**
   * @throws {@link AgreementError} `argument-invalid` if the agreement was not made by `defineAgreement`, or the language is not one of the three.
   */
  constructor(agreement: Agreement, language: ExplainLanguage) {
    this.agreement = requireAgreement(agreement);
    if (!answerLanguages.includes(language))
      refuse('argument-invalid', 'language', language, `one of ${answerLanguages.join(', ')}`);
    this.language = language;
  }

  /** An amount with its currency. */
  sum(json: MoneyJson): string {
    return formatMoney(moneyOfJson(json), this.language);
  }

  /** A day. */
  day(day: string): string {
    return formatDay(day, this.language, { weekday: false });
  }

  /** Clauses, with the word for them. */
  clauses(cites: readonly ClauseNumber[]): string {
    const numbers = cites.filter((clause) => /^\d/.test(clause));
    const terms = cites.filter((clause) => !numbers.includes(clause)).map((clause) => this.clauseNumber(clause));
    const numbered = numbers.length === 0 ? [] : [this.#numbered(numbers)];
    return [...numbered, ...terms].join(', ');
  }

  /** Clauses by their numbers. */
  #numbered(cites: readonly ClauseNumber[]): string {
    const clauses = cites.map((clause) => this.word(clause)).join(', ');
    return this.say(cites.length === 1 ? 'clause' : 'clauses', { clause: clauses, clauses });
  }

  /** A clause by its number, or by its description if it has none. */
  clauseNumber(clause: ClauseNumber): string {
    const { words = {}, clauses } = this.agreement.data;
    if (/^\d/.test(clause) || Object.hasOwn(words, clause)) return this.word(clause);
    const heading = this.of(clauses.find(({ ref }) => ref === clause)?.heading);
    return heading === undefined ? plainText(clause) : this.say('quoted', { text: heading });
  }

  /** The text in this language, or in the first language available. */
  of(texts: Readonly<Record<string, string>> | undefined): string | undefined {
    const text = texts?.[this.language] ?? Object.values(texts ?? {})[0];
    return text === undefined ? undefined : plainText(text);
  }

  /** A text of the statement with its words inserted. @internal */
  say(id: TextId, words: Readonly<Record<string, string | number>> = {}): string {
    return say(this.language, id, words, pluralForm);
  }

  /** Any value of an answer, a fact or an event. */
  value(value: unknown): string {
    if (value === undefined || value === null) return this.say('notGiven');
    if (typeof value === 'boolean') return this.say(value ? 'yes' : 'no');
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((entry) => this.value(entry)).join('; ');
    if (isMoney(value)) return this.sum(value.toJSON());
    if (typeof value !== 'object') return String(value);
    const { amount, currency } = value as Partial<MoneyJson>;
    if (typeof amount === 'string' && isKnownCurrency(currency)) return this.sum({ amount, currency });
    if (isTimeLimit(value)) return limitText(value, this.language);
    return Object.values(value)
      .map((entry) => this.value(entry))
      .join(', ');
  }

  /** A text of an answer: a day, an instant, a code in words, or the text itself. */
  #text(text: string): string {
    if (parseIsoDay(text) !== noDay) return this.day(text);
    if (instantForm.test(text)) return instantText(text, this.language, this.agreement.data.timeZone);
    return this.word(text);
  }

  /** The fields of an answer; a last day that did not move is shown once. */
  fields(value: ClauseResult['value']): string[] {
    return Object.entries(value)
      .filter(([name, field]) => name !== 'nominalLastDay' || field !== value['lastDay'])
      .map(([name, field]) => `${this.field(name)}: ${this.fieldValue(name, field)}`);
  }

  /** The description of a field of an answer. */
  field(name: string): string {
    return fieldWords(name, this.language) ?? this.operand(name);
  }

  /** The value of a field; for conditions that are not met, their descriptions. */
  fieldValue(name: string, value: unknown): string {
    if (name !== 'failed' || !Array.isArray(value)) return this.value(value);
    return value.length === 0 ? '—' : value.map((operand) => this.operand(String(operand))).join('; ');
  }

  /** A code of the agreement in words: a status, an outcome that is a state, one of several texts. */
  word(code: string): string {
    const { words = {} } = this.agreement.data;
    const own = Object.hasOwn(words, code) ? this.of(words[code]) : undefined;
    return own ?? codeWords(code, this.language) ?? plainText(code);
  }

  /** The label of a computation, or its address. */
  computation(address: ComputationAddress): string {
    const placed = this.agreement.computations.get(address);
    return (
      this.of(placed?.computation.label) ??
      this.of(placed?.clause.heading) ??
      this.clauses([address.split('/')[0] as string])
    );
  }

  /**
   * An operand of a condition: the label of the fact, or that of the computation, with the field unless it is the main
   * one.
   */
  operand(name: string): string {
    const { facts } = this.agreement.data;
    if (Object.hasOwn(facts, name)) return this.of(facts[name]?.label) ?? plainText(name);
    const [address = '', field = ''] = name.split('#');
    if (!this.agreement.computations.has(address)) return this.say('compared');
    const label = this.computation(address);
    const words = mainFields.includes(field) ? undefined : fieldWords(field, this.language);
    return words === undefined ? label : `${label}, ${words}`;
  }

  /** The question: the label of the table, or its name. */
  question(question: string): string {
    return this.of(this.agreement.tables.get(question)?.label) ?? plainText(question);
  }

  /** The outcome of a decision. */
  outcome(outcome: DecidedOutcome): string {
    switch (outcome.is) {
      case 'amount':
        return this.#amount(outcome);
      case 'none':
        return this.say('outcomeNone');
      case 'open':
        return [
          this.say(outcome.decidedBy === 'law' ? 'outcomeOpenLaw' : 'outcomeOpenParties'),
          ...(outcome.sum === undefined ? [] : [this.value(outcome.sum)]),
        ].join(': ');
      case 'discretion':
        return this.say('outcomeDiscretion', {
          ceiling: this.value(outcome.ceiling),
          ifRefused: this.outcome(outcome.ifRefused),
        });
      case 'state':
        return this.say('outcomeState', { state: this.word(outcome.state) });
    }
  }

  /** The amounts of an outcome, without those that are zero. */
  #amount({ cash, toBalance, owed }: Extract<DecidedOutcome, { readonly is: 'amount' }>): string {
    const parts = [
      ...(cash.minorUnits === 0n ? [] : [this.say('outcomeCash', { cash: this.value(cash) })]),
      ...(toBalance.minorUnits === 0n ? [] : [this.say('outcomeToBalance', { toBalance: this.value(toBalance) })]),
      ...(owed === undefined || owed.minorUnits === 0n ? [] : [this.say('owed', { sum: this.value(owed) })]),
    ];
    return parts.length === 0 ? this.say('outcomeNone') : parts.join(', ');
  }
}

/** Fields that are the main answer of their computation. */
const mainFields: readonly string[] = ['holds', 'value', 'day', 'amount', 'lastDay', 'inTime', 'endsOn', 'penalty'];

const instantForm = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

function isTimeLimit(value: object): value is TimeLimit {
  const { count, unit, ...rest } = value as Partial<TimeLimit>;
  return typeof count === 'number' && typeof unit === 'string' && Object.keys(rest).length === 0;
}
