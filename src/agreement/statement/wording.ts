/** The wording of accounts, decisions and readings of an agreement. */

import { formatDay } from '../../format/formatDay.js';
import type { MoneyJson } from '../../money/money.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Entry, OpenedDeadline, OpenedRight, Remark } from '../account/accountJson.js';
import type { Accrual } from '../account/accruals.js';
import { type DecidedOutcome, type Decision, decide, type PassedRow } from '../decide/decide.js';
import { type ClauseResult, evaluate } from '../evaluate/evaluate.js';
import type { Facts } from '../evaluate/session.js';
import { type ExplainLanguage, explain } from '../explain/explain.js';
import { limitText } from '../explain/valueText.js';
import type { EventDeclaration, Reading } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber, Comparison, ComputationAddress } from '../model/source.js';
import type { ValueShape } from '../model/value.js';
import { AnswerWording } from './answerWording.js';
import { includesSteps } from './includesSteps.js';
import { isDayToAct } from './isDayToAct.js';
import { otherReadings } from './otherReadings.js';
import { plainText } from './plainText.js';
import { requireEvents } from './requireEvents.js';
import { revivedAmounts } from './revivedAmounts.js';
import { shownSteps } from './shownSteps.js';
import type { TextId } from './texts.js';

/**
 * Writes what an account, a decision and a reading come to, in addition to values and names.
 *
 * @example
 * ```ts
 * const wording = new Wording(agreement, 'en');
 * wording.clauses(['6.10']) // => 'clause 6.10'
 * wording.computation('6.10/penalty') // => 'penalty as of the day'
 * ```
 */
export class Wording extends AnswerWording {
  readonly #events: ReadonlyMap<string, AccountEvent>;

  /**
   * @param events The events of the account, to describe a key that is the id of an event.
   * @throws {@link AgreementError} `argument-invalid` if the agreement was not made by `defineAgreement`, the language is not one of the three, or the
   * events are not a list of events.
   */
  constructor(agreement: Agreement, language: ExplainLanguage, events: readonly AccountEvent[] = []) {
    super(agreement, language);
    this.#events = new Map(requireEvents(events).map((event) => [event.id, event]));
  }

  /** An amount without its currency. */
  figure(json: MoneyJson): string {
    return this.sum(json).replace(/\u00a0\P{Nd}+$/u, '');
  }

  /** A day without its year. */
  dayOfYear(day: string): string {
    return formatDay(day, this.language, { weekday: false, year: false });
  }

  /** A number of days. */
  days(count: number): string {
    return limitText({ count, unit: 'calendarDays' }, this.language);
  }

  /** A value of a known shape; if it is one of several texts, in the agreement's words. */
  shaped(value: unknown, shape: ValueShape | undefined): string {
    const coded = shape?.type === 'text' && shape.oneOf !== undefined;
    if (Array.isArray(value) && coded) return value.map((entry) => this.shaped(entry, shape)).join(', ');
    if (typeof value !== 'string' || shape?.type !== 'text') return this.value(value);
    if (coded) return this.word(value);
    return this.#events.has(value) ? this.key(value) : plainText(value);
  }

  /** The disclaimer, and for Kazakh a note that it has not been reviewed by a native speaker. */
  note(): readonly string[] {
    return [this.say('noAdvice'), this.say('notReviewed')].filter((line) => line !== '');
  }

  /** The number of days until a day, in words. */
  inDays(count: number): string {
    return this.say('inDays', { days: limitText({ count, unit: 'calendarDays' }, this.language, 'acc') });
  }

  /** A difference of amounts with its sign. */
  difference(json: MoneyJson): string {
    return `${json.amount.startsWith('-') ? '' : '+'}${this.sum(json)}`;
  }

  /** What accrues on a debt: the label of its computation, or the question of its table. */
  accrual({ computation, decision, posting }: Accrual): string {
    if (computation !== undefined) return this.computation(computation);
    return decision === undefined ? this.word(posting) : this.question(decision.question);
  }

  /** A record of the account by its description and key. */
  record({ record, key }: { readonly record: string; readonly key: string }): string {
    return this.#events.has(key) ? `${this.word(record)} (${this.key(key)})` : `${this.word(record)} ${this.key(key)}`;
  }

  /** A key: the event it refers to, with its day, otherwise the key itself, truncated if it is long. */
  key(key: string): string {
    const event = this.#events.get(key);
    if (event !== undefined) {
      const title = this.of(this.#declared(event.kind)?.label) ?? this.word(event.kind);
      return `${title}, ${this.day(event.on)}`;
    }
    const text = this.word(key);
    const characters = [...text];
    return characters.length <= longestKey
      ? text
      : `${characters
          .slice(0, longestKey - 1)
          .join('')
          .trimEnd()}…`;
  }

  /** An event in a few words: what happened, the keys and clauses it names, and its amount if nothing was entered. */
  event(event: AccountEvent, { withSums }: { readonly withSums: boolean }): string {
    const declared = this.#declared(event.kind);
    const named = Object.entries(declared?.payload ?? {}).flatMap(([name, shape]) => {
      const value = event[name];
      if (withSums && shape.type === 'money' && value !== undefined) return [this.value(value)];
      if (shape.type !== 'text' || typeof value !== 'string') return [];
      // Show one of several texts only if it is a clause.
      return shape.oneOf === undefined || /^\d+(?:\.\d+)+$/.test(value) ? [this.key(value)] : [];
    });
    const title = this.of(declared?.label) ?? this.word(event.kind);
    return named.length === 0 ? title : `${title} (${named.slice(0, 2).join(', ')})`;
  }

  /** An event with all its fields. */
  eventInFull(event: AccountEvent): string {
    const declared = this.#declared(event.kind);
    const said = Object.entries(event).flatMap(([name, value]) => {
      const shape =
        declared !== undefined && Object.hasOwn(declared.payload, name) ? declared.payload[name] : undefined;
      if (shape === undefined && frame.includes(name)) return [];
      return [`${this.of(shape?.label) ?? this.word(name)}: ${this.shaped(value, shape)}`];
    });
    const title = this.of(declared?.label) ?? this.word(event.kind);
    return said.length === 0 ? title : `${title} (${said.join('; ')})`;
  }

  #declared(kind: string): EventDeclaration | undefined {
    const { events } = this.agreement.data;
    return Object.hasOwn(events, kind) ? events[kind] : undefined;
  }

  /**
   * The clauses behind a change of status: those of its posting, otherwise those of what was decided or computed with
   * it.
   */
  clausesBehind({ posting, cites, event }: Remark, beside: readonly (Entry | Remark)[]): readonly ClauseNumber[] {
    if (cites.length > 0) return cites;
    const computes = this.agreement.postings.find(({ id }) => id === posting)?.computes;
    if (computes !== undefined) return [computes.slice(0, computes.lastIndexOf('/'))];
    return (
      beside.find((other) => other.event === event && other.posting === posting && other.cites.length > 0)?.cites ?? []
    );
  }

  /** The outcome of a decision from the JSON in a statement. */
  outcomeOfJson(json: unknown): string {
    return this.outcome(revivedAmounts(json) as DecidedOutcome);
  }

  #reading(id: string): Reading {
    return this.agreement.data.readings.find((declared) => declared.id === id) as Reading;
  }

  /** The options of a reading. */
  positionsOf(id: string): readonly string[] {
    return Object.keys(this.#reading(id).options);
  }

  /** An option of a reading in words. */
  position(id: string, option: string): string {
    return this.of(this.#reading(id).options[option]?.label) ?? plainText(option).replaceAll('-', ' ');
  }

  /** The clause of a reading. */
  readingClause(id: string): ClauseNumber {
    return this.#reading(id).clause;
  }

  /** The answer of a computation of the agreement. */
  evaluate(address: ComputationAddress, facts: Facts): ClauseResult {
    return evaluate(this.agreement, address, facts);
  }

  /** The arithmetic of an answer, numbered: of one field if it is known, otherwise of all. */
  steps(result: ClauseResult, field?: string): string[] {
    const shown = shownSteps(result, field);
    return explain(result, this.language)
      .filter(({ step }) => shown.has(step))
      .map(({ text, clause }, at) => `${at + 1}. ${text}${clause === '' ? '' : ` [${this.clauseNumber(clause)}]`}`);
  }

  /** The shape of an operand of a condition, if it is a fact. */
  shapeOf(name: string): ValueShape | undefined {
    const { facts } = this.agreement.data;
    return Object.hasOwn(facts, name) ? facts[name] : undefined;
  }

  /** The question, with the punctuation before an answer. */
  asked(question: string): string {
    const text = this.question(question);
    return text.endsWith('?') ? text : `${text}:`;
  }

  /** A right with its holder. */
  right(right: OpenedRight): string {
    const title = this.rightTitle(right);
    return right.holder === undefined ? title : `${this.word(right.holder)}: ${title}`;
  }

  /** What a right allows. */
  rightTitle({ name, posting }: OpenedRight): string {
    const opened = this.agreement.postings.find(({ id }) => id === posting)?.opensRight;
    return this.of(opened?.label) ?? this.word(name);
  }

  /** A right by its name, as labelled by the first posting that opens it. */
  rightNamed(name: string): string {
    const opened = this.agreement.postings.find(({ opensRight }) => opensRight?.name === name)?.opensRight;
    const title = this.of(opened?.label) ?? this.word(name);
    return opened?.holder === undefined ? title : `${this.word(opened.holder)}: ${title}`;
  }

  /** What must be done by a day, or ends on it. */
  deadlineTitle({ name, computation, posting }: OpenedDeadline): string {
    const opens = this.agreement.postings.find(({ id, opens: own }) => id === posting && own?.name === name)?.opens;
    return this.of(opens?.label) ?? this.computation(computation);
  }

  /** Whether someone must act by the day, or something ends on it by itself. */
  isToAct(deadline: OpenedDeadline): boolean {
    return isDayToAct(this.agreement, deadline);
  }

  /** A deadline, and in detail the steps of its day and what the day would be under other readings. */
  deadline(
    deadline: OpenedDeadline,
    isDetailed = true,
  ): { readonly title: string; readonly steps: readonly string[]; readonly others: readonly string[] } {
    const { name, computation, facts } = deadline;
    const result = this.evaluate(computation, facts);
    const posting = this.agreement.postings.find(
      (candidate) => candidate.computes === computation && candidate.opens?.name === name,
    );
    const opens = posting?.opens;
    const about = deadline.about === undefined ? '' : ` (${this.key(deadline.about.key)})`;
    return {
      title: `${this.deadlineTitle(deadline)}${about}, ${this.clauses(result.cites)}`,
      steps: isDetailed ? this.steps(result, opens?.deadline) : [],
      others:
        !isDetailed || posting === undefined || opens === undefined
          ? []
          : otherReadings({ computation, field: opens.deadline, facts, posting: posting.id }, this),
    };
  }

  /** A reading in force: its clause, the chosen option, and the reason. */
  reading(id: string, chosen: string): string {
    const { clause, why } = this.#reading(id);
    return this.say('reading', {
      clauses: this.clauses([clause]),
      position: this.position(id, chosen),
      why: this.of(why) ?? '',
    });
  }

  /** The decision of a table of the agreement. */
  decide(question: string, facts: Facts): Decision {
    return decide(this.agreement, question, facts);
  }

  /** A decision on one line, then why the rows before it did not decide, and the arithmetic of the results it used. */
  decision(decision: Decision, isFull = true): string[] {
    const { question, cites, outcome, passedOver } = decision;
    const words = {
      question: this.asked(question),
      clauses: this.clauses(cites),
      outcome: this.outcome(outcome),
    };
    const results = decision.computed.map((address) => this.evaluate(address, decision.facts));
    // The steps of a computation that another one depends on are shown there.
    const apart = results.filter(
      (result) => !results.some((other) => other !== result && includesSteps(other, result)),
    );
    const computed = apart.flatMap((result) => [
      `  ${this.computation(result.computation)}, ${this.clauses(result.cites)}`,
      ...this.steps(result).map((step) => `    ${step}`),
    ]);
    return [
      this.say('decision', words),
      ...(isFull ? passedOver.map((passed) => `  ${this.passed(passed)}`) : []),
      ...computed,
    ];
  }

  /** Why a row did not decide: each own value and its threshold. */
  passed({ clauses, failed }: PassedRow): string {
    const reasons = failed.map(({ operand, relation, own, threshold, negated = false }) => {
      if (relation === 'isGiven' || own === undefined)
        return this.say(own === true ? 'failedGiven' : 'failedNotGiven', { operand: this.operand(operand) });
      // The opposite of yes is no.
      const flips = negated && typeof threshold === 'boolean';
      const wanted: TextId = negated && !flips ? complements[relation] : `relation.${relation}`;
      return this.say('failed', {
        operand: this.operand(operand),
        own: this.shaped(own, this.shapeOf(operand)),
        relation: this.say(wanted),
        threshold: this.shaped(flips ? !threshold : threshold, this.shapeOf(operand)),
      });
    });
    const words = { clauses: this.clauses(clauses) };
    // A condition without a comparison that could have a different result.
    if (reasons.length === 0) return this.say('neverApplies', words);
    return this.say('passedOver', { ...words, reasons: reasons.join('; ') });
  }
}

/** The maximum number of characters shown of a key. */
const longestKey = 24;

/** The common fields of events, which are not shown. */
const frame: readonly string[] = ['id', 'kind', 'on', 'seq', 'note', 'at'];

/** The relation required when a comparison must be false. */
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
