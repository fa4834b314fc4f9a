/** Values and names of an agreement in words. */

import { formatDay } from '../../format/formatDay.js';
import { formatMoney } from '../../format/formatMoney.js';
import { isKnownCurrency } from '../../money/currency.js';
import { isMoney, type MoneyJson, money } from '../../money/money.js';
import { noDay, parseIsoDay } from '../../time/epochDay.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import type { OpenedDeadline, OpenedRight } from '../account/account.js';
import { type DecidedOutcome, type Decision, decide, type PassedRow } from '../decide/decide.js';
import { type ClauseResult, evaluate } from '../evaluate/evaluate.js';
import type { Facts } from '../evaluate/session.js';
import { type ExplainLanguage, explain, limitText } from '../explain/explain.js';
import type { ClauseNumber, Comparison, ComputationAddress, Reading } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { ValueShape } from '../model/value.js';
import { otherReadings } from './otherReadings.js';
import { say, type TextId } from './texts.js';

/** Writes in one language about one agreement. */
export class Wording {
  readonly agreement: Agreement;
  readonly language: ExplainLanguage;

  constructor(agreement: Agreement, language: ExplainLanguage) {
    this.agreement = agreement;
    this.language = language;
  }

  sum(json: MoneyJson): string {
    return formatMoney(money(json.amount, json.currency), this.language);
  }

  day(day: string): string {
    return formatDay(day, this.language, { weekday: false });
  }

  days(count: number): string {
    return limitText({ count, unit: 'calendarDays' }, this.language);
  }

  clauses(cites: readonly ClauseNumber[]): string {
    const clauses = cites.map((clause) => this.word(clause)).join(', ');
    return say(this.language, cites.length === 1 ? 'clause' : 'clauses', { clause: clauses, clauses });
  }

  /** The text of a record of texts by language: in this language, else in the first there is. */
  of(texts: Readonly<Record<string, string>> | undefined): string | undefined {
    return texts?.[this.language] ?? Object.values(texts ?? {})[0];
  }

  /** Any value of an answer, a fact or an event. */
  value(value: unknown): string {
    if (value === undefined || value === null) return say(this.language, 'notGiven');
    if (typeof value === 'boolean') return say(this.language, value ? 'yes' : 'no');
    if (typeof value === 'string') return parseIsoDay(value) === noDay ? withoutControls(value) : this.day(value);
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

  /** The fields of an answer; a last day that did not move is told once. */
  fields(value: ClauseResult['value']): string[] {
    return Object.entries(value)
      .filter(([name, field]) => name !== 'nominalLastDay' || field !== value['lastDay'])
      .map(([name, field]) => `${name}: ${this.value(field)}`);
  }

  /** A code of the agreement in words: a status, an outcome that is a state, a text that is one of several. */
  word(code: string): string {
    const { words = {} } = this.agreement.data;
    return (Object.hasOwn(words, code) ? this.of(words[code]) : undefined) ?? withoutControls(code);
  }

  /** A value of a known shape: where it is one of several texts, in the agreement's words. */
  shaped(value: unknown, shape: ValueShape | undefined): string {
    const coded = shape?.type === 'text' && shape.oneOf !== undefined;
    if (Array.isArray(value) && coded) return value.map((entry) => this.shaped(entry, shape)).join(', ');
    return coded && typeof value === 'string' ? this.word(value) : this.value(value);
  }

  /** What a computation answers: its label, else its address. */
  computation(address: ComputationAddress): string {
    return this.of(this.agreement.computations.get(address)?.computation.label) ?? address;
  }

  /** What an operand of a condition is: the label of the fact, else its name. */
  operand(name: string): string {
    if (Object.hasOwn(this.agreement.data.facts, name)) return this.of(this.agreement.data.facts[name]?.label) ?? name;
    const [address = '', field = ''] = name.split('#');
    if (!this.agreement.computations.has(address)) return name;
    // The label says what holds or not; of another field the name must be there.
    return field === 'holds' ? this.computation(address) : `${this.computation(address)} (${field})`;
  }

  #reading(id: string): Reading {
    return this.agreement.data.readings.find((declared) => declared.id === id) as Reading;
  }

  /** The positions a reading can take. */
  positionsOf(id: string): readonly string[] {
    return Object.keys(this.#reading(id).options);
  }

  /** A position of a reading: in words where there are any, and by its name. */
  position(id: string, option: string): string {
    const label = this.of(this.#reading(id).options[option]?.label);
    return `${label === undefined ? '' : `${say(this.language, 'quoted', { text: label })} · `}${id} = ${option}`;
  }

  evaluate(address: ComputationAddress, facts: Facts): ClauseResult {
    return evaluate(this.agreement, address, facts);
  }

  /** The arithmetic of an answer, numbered: of one field of it where that is known, else all of it. */
  steps(result: ClauseResult, field?: string): string[] {
    const wanted = stepsBehind(result, field === undefined ? undefined : result.fields[field]);
    return explain(result, this.language)
      .filter(({ step }) => wanted.has(step))
      .map(({ text, clause }, at) => `${at + 1}. ${text}${clause === '' ? '' : ` [${clause}]`}`);
  }

  /** The shape of an operand of a condition, where it is a fact. */
  shapeOf(name: string): ValueShape | undefined {
    const { facts } = this.agreement.data;
    return Object.hasOwn(facts, name) ? facts[name] : undefined;
  }

  /** What is asked: the label of the table, else its name. */
  question(question: string): string {
    return this.of(this.agreement.tables.get(question)?.label) ?? question;
  }

  /** A right with whose it is: its label where the agreement has one, else its name. */
  right({ name, holder, posting }: OpenedRight): string {
    const opened = this.agreement.postings.find(({ id }) => id === posting)?.opensRight;
    const title = this.of(opened?.label) ?? name;
    return holder === undefined ? title : `${this.word(holder)}: ${title}`;
  }

  /** What a deadline is, the steps behind its day, and what the day would be under other readings. */
  deadline({ name, computation, facts }: OpenedDeadline): {
    readonly title: string;
    readonly steps: readonly string[];
    readonly others: readonly string[];
  } {
    const result = this.evaluate(computation, facts);
    const posting = this.agreement.postings.find(
      (candidate) => candidate.computes === computation && candidate.opens?.name === name,
    );
    const opens = posting?.opens;
    return {
      others:
        posting === undefined || opens === undefined
          ? []
          : otherReadings({ computation, field: opens.deadline, facts, posting: posting.id }, this),
      title: `${this.of(opens?.label) ?? `${this.computation(computation)} (${name})`}, ${this.clauses(result.cites)}`,
      steps: this.steps(result, opens?.deadline),
    };
  }

  /** A reading in force: its clause, the position taken, and why. */
  reading(id: string, chosen: string): string {
    const { clause, why } = this.#reading(id);
    return say(this.language, 'reading', {
      clauses: this.clauses([clause]),
      position: this.position(id, chosen),
      why: this.of(why) ?? '',
    });
  }

  /** A position of a reading: what it holds, and its name. */
  option(id: string, option: string): string {
    const label = this.of(this.#reading(id).options[option]?.label);
    return label === undefined ? option : `${label} (${option})`;
  }

  decide(question: string, facts: Facts): Decision {
    return decide(this.agreement, question, facts);
  }

  outcome(outcome: DecidedOutcome): string {
    const { language } = this;
    switch (outcome.is) {
      case 'amount':
        return [
          say(language, 'outcomeAmount', {
            cash: this.value(outcome.cash),
            toBalance: this.value(outcome.toBalance),
          }),
          ...(outcome.owed === undefined ? [] : [say(language, 'owed', { sum: this.value(outcome.owed) })]),
        ].join(', ');
      case 'none':
        return say(language, 'outcomeNone');
      case 'open':
        return [
          say(language, outcome.decidedBy === 'law' ? 'outcomeOpenLaw' : 'outcomeOpenParties'),
          ...(outcome.sum === undefined ? [] : [this.value(outcome.sum)]),
        ].join(': ');
      case 'discretion':
        return say(language, 'outcomeDiscretion', {
          ceiling: this.value(outcome.ceiling),
          ifRefused: this.outcome(outcome.ifRefused),
        });
      case 'state':
        return say(language, 'outcomeState', { state: this.word(outcome.state) });
    }
  }

  /** A decision in one line, below it why the rows before it did not decide, and the arithmetic of what it looked at. */
  decision(decision: Decision): string[] {
    const { question, row, cites, outcome, passedOver } = decision;
    const words = {
      question: this.question(question),
      row,
      clauses: this.clauses(cites),
      outcome: this.outcome(outcome),
    };
    const results = decision.computed.map((address) => this.evaluate(address, decision.facts));
    // The steps of a computation that another rests on stand there.
    const apart = results.filter(
      (result) => !results.some((other) => other !== result && includesSteps(other, result)),
    );
    const computed = apart.flatMap((result) => [
      `  ${this.computation(result.computation)}, ${this.clauses(result.cites)}`,
      ...this.steps(result).map((step) => `    ${step}`),
    ]);
    return [
      say(this.language, 'decision', words),
      ...passedOver.map((passed) => `  ${this.passed(passed)}`),
      ...computed,
    ];
  }

  passed({ row, clauses, failed }: PassedRow): string {
    const { language } = this;
    const reasons = failed.map(({ operand, relation, own, threshold, negated = false }) => {
      if (relation === 'isGiven' || own === undefined)
        return say(language, own === true ? 'failedGiven' : 'failedNotGiven', { operand: this.operand(operand) });
      // Not yes is no.
      const flips = negated && typeof threshold === 'boolean';
      const wanted: TextId = negated && !flips ? complements[relation] : `relation.${relation}`;
      return say(language, 'failed', {
        operand: this.operand(operand),
        own: this.shaped(own, this.shapeOf(operand)),
        relation: say(language, wanted),
        threshold: this.shaped(flips ? !threshold : threshold, this.shapeOf(operand)),
      });
    });
    const words = { row, clauses: this.clauses(clauses) };
    // A condition without a comparison that could be otherwise.
    if (reasons.length === 0) return say(language, 'neverApplies', words);
    return say(language, 'passedOver', { ...words, reasons: reasons.join('; ') });
  }
}

/** What a value has to be of which a comparison should not hold. */
const complements: Readonly<Record<Exclude<keyof Comparison, 'isGiven'>, TextId>> = {
  is: 'relation.not.is',
  isOneOf: 'relation.not.isOneOf',
  equals: 'relation.not.is',
  atMost: 'relation.moreThan',
  moreThan: 'relation.atMost',
  atLeast: 'relation.lessThan',
  lessThan: 'relation.atLeast',
  onOrBefore: 'relation.after',
  before: 'relation.onOrAfter',
  onOrAfter: 'relation.before',
  after: 'relation.onOrBefore',
};

/** Whether every step of an answer is among the steps of another that has more. */
function includesSteps(whole: ClauseResult, part: ClauseResult): boolean {
  const text = ({ id, in: operands, ...step }: ClauseResult['steps'][number]): string => JSON.stringify(step);
  const there = new Set(whole.steps.map(text));
  return part.steps.length < whole.steps.length && part.steps.every((step) => there.has(text(step)));
}

/** Ids of a step and of all it rests on; of all steps if it is not known. */
function stepsBehind({ steps }: ClauseResult, last: string | undefined): ReadonlySet<string> {
  if (last === undefined) return new Set(steps.map(({ id }) => id));
  const behind = new Set([last]);
  // A step stands behind those it rests on, so one way back is enough.
  for (const step of steps.toReversed())
    if (behind.has(step.id))
      for (const operand of Object.values(step.in)) if ('step' in operand) behind.add(operand.step);
  return behind;
}

function isTimeLimit(value: object): value is TimeLimit {
  const { count, unit, ...rest } = value as Partial<TimeLimit>;
  return typeof count === 'number' && typeof unit === 'string' && Object.keys(rest).length === 0;
}

/** A text of someone else's without what would move the cursor of a terminal or begin a line of its own. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
