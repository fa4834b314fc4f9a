import { AgreementError, refuse } from '../../errors/agreementError.js';
import { requireTerms } from '../../errors/requireTerms.js';
import { formatDay } from '../../format/formatDay.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, type MoneyJson, money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Debt, OpenedDeadline } from '../account/accountJson.js';
import { type Accrual, isOwnStatement, type Statement } from '../account/statement.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import { type AgreementEditions, Timeline } from '../model/timeline.js';
import { causeEventOf } from './causeEventOf.js';
import { dayDetails } from './dayDetails.js';
import { dayLines } from './dayLines.js';
import { happeningsByDay } from './happeningsByDay.js';
import { otherReadings } from './otherReadings.js';
import { type ChangedSum, type ReadingEffect, readingEffects } from './readingEffects.js';
import { type RefundOnRequest, refundsOnRequest } from './refundsOnRequest.js';
import { answerLanguages } from './texts.js';
import { Wording } from './wording.js';

/** How to present a statement. */
export interface ExplainStatementOptions {
  /** The agreement of the statement, with its readings; or its editions. */
  readonly agreement: AgreementEditions;
  /** The events of the statement, to include those that moved no money. */
  readonly events: readonly AccountEvent[];
  readonly language: ExplainLanguage;
  /**
   * `brief`: what must be paid, can be refunded or must be done, and one line for each day. `why`: with the arithmetic
   * of every amount and day. `full`: also with the rows that did not decide and every reading in force.
   */
  readonly detail: 'brief' | 'why' | 'full';
  /** What the account would be under other readings, if known; by default it is computed. */
  readonly effects?: readonly ReadingEffect[];
  /** Called while the account is computed under other readings, with the number tried so far and the total. */
  readonly progress?: (tried: number, options: number) => void;
}

/** A part of a statement. */
export interface StatementPart {
  readonly is:
    | 'head'
    | 'toPay'
    | 'refundable'
    | 'deadlines'
    | 'rights'
    | 'law'
    | 'days'
    | 'accruals'
    | 'readings'
    | 'inForce'
    | 'passed'
    | 'note';
  /** The title line; absent if there is none. */
  readonly title?: string;
  /** The lines; indented by two spaces for each level. */
  readonly lines: readonly string[];
}

/**
 * Presents a statement to readers, answers first: what must be paid and what it consists of, what can be refunded
 * today, the next deadlines, open rights, what is left to the law; then the days; then the readings that would change
 * this account, with the difference; finally deadlines that have passed.
 *
 * @throws {@link AgreementError} `argument-invalid` for an unknown language or detail; whatever `replay` throws for the
 * events.
 * @example
 * ```ts
 * const told = explainStatement(replay(agreement, events, '2026-12-31'), { agreement, events, language: 'en', detail: 'brief' });
 * told.find(({ is }) => is === 'toPay')?.title?.replaceAll('\u00a0', ' ')
 * // => 'To pay: 500 000.00 ₸ · balance: -500 000.00 ₸'
 * told.map(({ is }) => is)
 * // => ['head', 'toPay', 'refundable', 'deadlines', 'rights', 'law', 'days', 'readings', 'passed', 'note']
 * ```
 */
export function explainStatement(statement: Statement, options: ExplainStatementOptions): readonly StatementPart[] {
  requireTerms(options);
  if (isOwnStatement(statement)) return partsOf(statement, options);
  try {
    return partsOf(statement, options);
  } catch (error) {
    if (error instanceof AgreementError) throw error;
    // Its JSON, in which anything may be missing.
    return refuse(
      'argument-invalid',
      'statement',
      statement,
      'what statement() or replay() gave, or its JSON as it was',
    );
  }
}

function partsOf(statement: Statement, options: ExplainStatementOptions): readonly StatementPart[] {
  const { agreement, events, language, detail, progress } = options;
  if (!answerLanguages.includes(language))
    refuse('argument-invalid', 'language', language, `one of ${answerLanguages.join(', ')}`);
  if (!['brief', 'why', 'full'].includes(detail))
    refuse('argument-invalid', 'detail', detail, 'one of brief, why, full');
  const teller = new StatementTeller(statement, new Timeline(agreement), options);
  const only = teller.editions.length === 1 ? teller.editions[0] : undefined;
  const opening = {
    currency: statement.balance.currency,
    ...(statement.account !== undefined && { account: statement.account }),
  };
  const upToDay = events.filter(({ on }) => epochDayOf(on, 'on') <= epochDayOf(statement.asOf, 'asOf'));
  // With several editions, a reading of one may not exist in the others.
  const effects =
    only === undefined
      ? []
      : (options.effects ??
        readingEffects(only, upToDay, statement.asOf, { ...opening, ...(progress && { progress }) }));
  const refunds = only === undefined ? [] : refundsOnRequest(only, upToDay, statement.asOf, opening);
  const isBrief = detail === 'brief';
  const parts: readonly StatementPart[] = [
    teller.head(),
    teller.toPay(),
    teller.refundable(refunds),
    teller.deadlines(isBrief),
    teller.rights(isBrief),
    teller.law(),
    teller.days(effects),
    ...(isBrief ? [] : [teller.accruals()]),
    teller.effects(effects, isBrief),
    ...(detail === 'full' ? [teller.inForce()] : []),
    teller.passed(isBrief),
    { is: 'note', lines: teller.note() },
  ];
  return Object.freeze(
    parts
      .filter(({ title, lines }) => title !== undefined || lines.length > 0)
      .map((part) => (isBrief ? joined(part) : part)),
  );
}

/** Joins a part with a single line to its title. */
function joined({ is, title, lines }: StatementPart): StatementPart {
  const [only] = lines;
  return title === undefined || lines.length !== 1 || only === undefined || is === 'days' || is === 'toPay'
    ? { is, ...(title !== undefined && { title }), lines }
    : { is, title: `${title}: ${only.trimStart()}`, lines: [] };
}

/** The maximum number of readings shown in brief. */
const weightiest = 4;

/** The number of deadlines shown; of the others only the number is given. */
const nextDeadlines = 3;

class StatementTeller {
  readonly editions: readonly Agreement[];
  readonly #statement: Statement;
  readonly #options: ExplainStatementOptions;
  readonly #wordings: ReadonlyMap<string, Wording>;
  /** The wording of the edition in force on the day of the statement. */
  readonly #wording: Wording;

  constructor(statement: Statement, timeline: Timeline, options: ExplainStatementOptions) {
    this.#statement = statement;
    this.#options = options;
    this.editions = timeline.editions;
    this.#wordings = new Map(
      timeline.editions.map((edition) => [
        edition.data.edition,
        new Wording(edition, options.language, options.events),
      ]),
    );
    const inForce = timeline.on(epochDayOf(statement.asOf, 'asOf')) ?? (timeline.editions[0] as Agreement);
    this.#wording = this.#wordings.get(inForce.data.edition) as Wording;
  }

  #of = (edition: string): Wording => this.#wordings.get(edition) ?? this.#wording;

  head(): StatementPart {
    const wording = this.#wording;
    const { data } = wording.agreement;
    const { account, asOf, status } = this.#statement;
    const { edition } = data;
    return {
      is: 'head',
      lines: [
        wording.say(edition === 'undated' ? 'agreementUndated' : 'agreement', {
          name: wording.of(data.name) ?? wording.word(data.id),
          // An edition named after its date is shown as a date.
          edition: wording.value(edition),
        }),
        ...(account === undefined ? [] : [wording.say('statementFor', { account: wording.word(account) })]),
        [
          wording.say('statementAsOf', { day: wording.day(asOf) }),
          ...(status === 'none' ? [] : [wording.say('status', { status: wording.word(status) })]),
        ].join(' · '),
      ],
    };
  }

  /** What must be paid, with its parts: the balance, the remaining debts, the accruals. */
  toPay(): StatementPart {
    const wording = this.#wording;
    const { toPay, balance, debts, accruals, notDemanded } = this.#statement;
    const running = this.#running(accruals);
    // What has not been demanded yet accrues separately and is not part of what must be paid.
    const demandable =
      notDemanded === undefined || money(notDemanded.amount, notDemanded.currency).minorUnits === 0n
        ? running
        : [...running, wording.say('notDemanded', { sum: wording.sum(notDemanded) })];
    const isNothing = money(toPay.amount, toPay.currency).minorUnits === 0n;
    return {
      is: 'toPay',
      title: [
        isNothing ? wording.say('toPayNothing') : wording.say('toPay', { sum: wording.sum(toPay) }),
        wording.say('balance', { sum: wording.sum(balance) }),
      ].join(' · '),
      lines: [...debts.flatMap((debt) => this.#debt(debt)), ...demandable].map((line) => `  ${line}`),
    };
  }

  #debt({ since, cause, amount, payments }: Debt): readonly string[] {
    const wording = this.#wording;
    const sum = money(amount.amount, amount.currency);
    const left = payments.reduce(
      (rest, paid) => subtractMoney(rest, money(paid.amount.amount, paid.amount.currency)),
      sum,
    );
    const words = { day: wording.day(since), cause: this.#causeOf(cause), sum: wording.sum(amount) };
    if (left.minorUnits === 0n) return this.#options.detail === 'brief' ? [] : [wording.say('debtPaid', words)];
    if (payments.length === 0) return [wording.say('debtWhole', words)];
    return [wording.say('debt', { ...words, left: wording.sum(left.toJSON()) })];
  }

  /** The cause of a debt, in parentheses. */
  #causeOf(cause: string): string {
    const event = causeEventOf(cause, this.#options.events);
    if (event === undefined || this.#options.detail === 'brief') return '';
    return ` (${this.#wording.event(event, { withSums: false })})`;
  }

  /** The accruals on the debts: one line for each computation, with the amounts for the single debts. */
  #running(accruals: readonly Accrual[]): readonly string[] {
    const groups = grouped(
      accruals,
      ({ computation, decision, posting }) => computation ?? decision?.question ?? posting,
    );
    return groups.map((group) => {
      const [first] = group;
      const wording = this.#of(first.edition);
      const words = {
        label: wording.accrual(first),
        clauses: wording.clauses(first.cites),
        sum: wording.sum(sumOf(group.map(({ amount }) => amount)).toJSON()),
      };
      if (group.length === 1) return wording.say('runningOn', words);
      if (this.#options.detail === 'brief')
        return `${wording.say('runningOn', words)} (${wording.say('onDebts', { count: group.length })})`;
      return wording.say('runningParts', {
        ...words,
        parts: group.map(({ amount }) => wording.sum(amount)).join(' + '),
      });
    });
  }

  refundable(refunds: readonly RefundOnRequest[]): StatementPart {
    const wording = this.#wording;
    if (this.editions.length > 1) return { is: 'refundable', lines: [] };
    if (refunds.length === 0) return { is: 'refundable', title: wording.say('refundableNothing'), lines: [] };
    return {
      is: 'refundable',
      title: wording.say('refundable'),
      lines: refunds.map((refund) => `  ${this.#refund(refund)}`),
    };
  }

  #refund({ kind, asks, supposed, cash, toBalance, atDiscretion, cites }: RefundOnRequest): string {
    const wording = this.#wording;
    const payload = wording.agreement.data.events[kind]?.payload ?? {};
    const keys = Object.entries(asks).filter(([name]) => !supposed.includes(name));
    const facts = supposed
      .filter((name) => payload[name]?.type !== 'day')
      .map(
        (name) =>
          `${wording.of(payload[name]?.label) ?? wording.word(name)}: ${wording.shaped(asks[name], payload[name])}`,
      );
    const outcome =
      atDiscretion === undefined
        ? wording.outcome({ is: 'amount', cash, toBalance })
        : wording.say('discretionShort', { ceiling: wording.value(atDiscretion) });
    const event = wording.event(
      { ...Object.fromEntries(keys), id: '', kind, on: this.#statement.asOf },
      { withSums: false },
    );
    return [
      wording.say('refundableLine', { event, outcome, clauses: wording.clauses(cites) }),
      ...(facts.length === 0 ? [] : [wording.say('supposed', { facts: facts.join('; ') })]),
    ].join(', ');
  }

  /** The next days by which something must be done, or on which something ends. */
  deadlines(isBrief: boolean): StatementPart {
    const wording = this.#wording;
    const open = byDay(this.#statement.deadlines);
    const shown = isBrief ? open.slice(0, nextDeadlines) : open;
    const later = open.length - shown.length;
    if (open.length === 0) return { is: 'deadlines', lines: [] };
    return {
      is: 'deadlines',
      title: wording.say(isBrief ? 'deadlines' : 'deadlinesAll'),
      lines: [
        ...shown.flatMap((deadline) => this.#deadline(deadline, isBrief)),
        ...(later === 0 ? [] : [`  ${wording.say('moreLater', { count: later })}`]),
      ],
    };
  }

  #deadline(deadline: OpenedDeadline, isBrief: boolean): readonly string[] {
    const wording = this.#of(deadline.edition);
    const { language } = this.#options;
    const days = epochDayOf(deadline.lastDay, 'lastDay') - epochDayOf(this.#statement.asOf, 'asOf');
    const when = days === 0 ? wording.say('today') : days === 1 ? wording.say('tomorrow') : wording.inDays(days);
    const { title, steps, others } = wording.deadline(deadline, !isBrief);
    const day = formatDay(deadline.lastDay, language, { weekday: true });
    return [
      `  ${wording.say(wording.isToAct(deadline) ? 'deadlineAct' : 'deadlineState', { day, when, title })}`,
      ...[...steps, ...others].map((line) => `    ${line}`),
    ];
  }

  /**
   * The open rights, which have no effect until they are exercised. Identical ones are shown once, with their number.
   */
  rights(isBrief: boolean): StatementPart {
    const { rights } = this.#statement;
    const alike = grouped(rights, ({ key, name, holder, lastDay }) =>
      isBrief ? JSON.stringify([name, holder, lastDay]) : key,
    );
    // Show rights of one party, open since the same day for the same number of reasons, on one line.
    const together = grouped(alike, ([first, ...others]) =>
      JSON.stringify([isBrief || first.key, first.holder, first.openedOn, first.lastDay, others.length]),
    );
    const lines = together.map((groups) => {
      const [[first]] = groups;
      const wording = this.#of(first.edition);
      const titles = groups.map(([right], at) => (at === 0 ? wording.right(right) : wording.rightTitle(right)));
      const since = wording.say('rightSince', { right: titles.join('; '), day: wording.day(first.openedOn) });
      const count = groups[0].length;
      const times = count === 1 ? '' : ` (${wording.say('rightTimes', { count })})`;
      const until =
        first.lastDay === undefined ? '' : `, ${wording.say('rightThrough', { day: wording.day(first.lastDay) })}`;
      return `  ${since}${times}${until}`;
    });
    return { is: 'rights', ...(lines.length > 0 && { title: this.#wording.say('rights') }), lines };
  }

  /** What the agreement leaves to the law. */
  law(): StatementPart {
    const lines = this.#statement.remarks.flatMap(({ decision, edition, cites, on }) => {
      const outcome = decision?.outcome as
        | { readonly is?: string; readonly decidedBy?: string; readonly sum?: MoneyJson }
        | undefined;
      if (decision === undefined || outcome?.is !== 'open' || outcome.decidedBy !== 'law') return [];
      const wording = this.#of(edition);
      const sum = outcome.sum === undefined ? '' : ` ${wording.sum(outcome.sum)}`;
      const question = sum === '' ? wording.question(decision.question) : wording.asked(decision.question);
      return [`  ${wording.say('lawLine', { question, sum, clauses: wording.clauses(cites), day: wording.day(on) })}`];
    });
    return { is: 'law', ...(lines.length > 0 && { title: this.#wording.say('law') }), lines };
  }

  days(effects: readonly ReadingEffect[]): StatementPart {
    const { detail, events } = this.#options;
    const statement = this.#statement;
    const days = happeningsByDay(statement, events, this.#wording.agreement);
    const options = { wording: this.#of, pastRights: statement.pastRights };
    const lines =
      detail === 'brief'
        ? dayLines(days, options)
        : dayDetails(days, { ...options, effects, isFull: detail === 'full' });
    return {
      is: 'days',
      title: this.#wording.say('days'),
      lines: (lines.length === 0 ? [this.#wording.say('nothingHappened')] : lines).map((line) => `  ${line}`),
    };
  }

  /** The accruals, step by step. */
  accruals(): StatementPart {
    const lines = this.#statement.accruals.flatMap((accrual) => {
      const { posting, computation, amount, cites, event, facts, edition } = accrual;
      const wording = this.#of(edition);
      const debt = this.#statement.debts.find(({ cause }) => cause === event);
      const title = wording.say('accrual', {
        label: wording.accrual(accrual),
        sum: wording.sum(amount),
        clauses: wording.clauses(cites),
        day: wording.day(debt?.since ?? this.#statement.asOf),
      });
      if (computation === undefined) return [`  ${title}`];
      const source = wording.agreement.postings.find(({ id }) => id === posting)?.post?.amount;
      const others =
        source !== undefined && 'result' in source
          ? otherReadings({ computation, field: source.result, facts, posting }, wording)
          : [];
      return [
        `  ${title}`,
        ...[...wording.steps(wording.evaluate(computation, facts)), ...others].map((line) => `    ${line}`),
      ];
    });
    return { is: 'accruals', ...(lines.length > 0 && { title: this.#wording.say('accruals') }), lines };
  }

  /** What other readings would change in this account: amounts first, then days. */
  effects(effects: readonly ReadingEffect[], isBrief: boolean): StatementPart {
    const wording = this.#wording;
    if (this.editions.length > 1) return { is: 'readings', lines: [] };
    const weight = ({ toPay, notDemanded, balance, paidOut }: ReadingEffect): bigint =>
      [toPay, notDemanded, balance, paidOut].reduce((most, change) => {
        const units =
          change === undefined ? 0n : money(change.difference.amount, change.difference.currency).minorUnits;
        const size = units < 0n ? -units : units;
        return size > most ? size : most;
      }, 0n);
    const described = effects
      .map((effect) => ({ effect, weight: weight(effect), changes: this.#changes(effect, isBrief) }))
      .filter(({ effect, changes }) => changes.length > 0 && !(isBrief && effect.refused !== undefined))
      .toSorted((a, b) => (a.weight < b.weight ? 1 : a.weight > b.weight ? -1 : 0))
      .map(({ effect: { clause, reading, option }, changes }) =>
        wording.say('effectOf', {
          clauses: isBrief ? wording.clauseNumber(clause) : wording.clauses([clause]),
          position: wording.position(reading, option),
          changes: changes.join('; '),
        }),
      );
    if (described.length === 0) return { is: 'readings', title: wording.say('noEffects'), lines: [] };
    const lines = isBrief ? described.slice(0, weightiest) : described;
    const more = effects.length - lines.length;
    return {
      is: 'readings',
      title: wording.say('effects'),
      lines: [...lines, ...(isBrief && more > 0 ? [wording.say('moreReadings', { count: more })] : [])].map(
        (line) => `  ${line}`,
      ),
    };
  }

  #changes(
    { toPay, notDemanded, balance, paidOut, status, deadlines, decisions, refused }: ReadingEffect,
    isBrief: boolean,
  ): string[] {
    const wording = this.#wording;
    if (refused !== undefined) return [this.#refused(refused.field)];
    const sum = (
      id: 'effectToPay' | 'effectNotDemanded' | 'effectBalance' | 'effectPaidOut',
      change: ChangedSum | undefined,
    ): string[] =>
      change === undefined
        ? []
        : [
            isBrief
              ? wording.say(`${id}Brief`, { difference: wording.difference(change.difference) })
              : wording.say(id, { sum: wording.sum(change.would), difference: wording.difference(change.difference) }),
          ];
    const days = deadlines.map(({ is, would }) => {
      const title = wording.deadlineTitle((is ?? would) as OpenedDeadline);
      if (is === undefined) return wording.say('effectNewDeadline', { title, day: wording.day(would?.lastDay ?? '') });
      if (would === undefined) return wording.say('effectNoDeadline', { title, day: wording.day(is.lastDay) });
      return wording.say('effectDeadline', {
        title,
        day: wording.day(would.lastDay),
        instead: wording.day(is.lastDay),
      });
    });
    const decided = decisions.flatMap(({ would }) =>
      would?.decision === undefined
        ? []
        : [
            wording.say('effectDecision', {
              question: wording.asked(would.decision.question),
              outcome: wording.outcomeOfJson(would.decision.outcome),
            }),
          ],
    );
    const sums = [
      ...sum('effectToPay', toPay),
      ...sum('effectNotDemanded', notDemanded),
      ...sum('effectPaidOut', paidOut),
    ];
    const state = status === undefined ? [] : [wording.say('effectStatus', { status: wording.word(status.would) })];
    // A debt and a negative balance are the same: show the balance only if nothing is owed.
    const described = [...sums, ...(toPay === undefined ? sum('effectBalance', balance) : []), ...state, ...days];
    return isBrief && described.length > 0 ? described.slice(0, 1) : [...described, ...new Set(decided)];
  }

  /** Says which event is invalid under a reading, so that the account cannot be computed. */
  #refused(field: string): string {
    const event = causeEventOf(field.replaceAll('.', '/'), this.#options.events);
    const wording = this.#wording;
    if (event === undefined) return wording.say('effectRefused');
    const title = wording.event(event, { withSums: false });
    return wording.say('effectUnfit', { event: title, day: wording.day(event.on) });
  }

  /** Every reading in force, the reason, and the other options. */
  inForce(): StatementPart {
    const wording = this.#wording;
    const lines = this.#statement.readings.flatMap(({ id, chosen, others }) => [
      `  ${wording.reading(id, chosen)}`,
      ...(others.length === 0
        ? []
        : [
            `    ${wording.say('otherReadings', { others: others.map((option) => wording.position(id, option)).join('; ') })}`,
          ]),
    ]);
    return { is: 'inForce', ...(lines.length > 0 && { title: wording.say('readings') }), lines };
  }

  /** Deadlines whose day has passed without being closed. */
  passed(isBrief: boolean): StatementPart {
    const lines = byDay(this.#statement.passedDeadlines).flatMap((deadline) => {
      const wording = this.#of(deadline.edition);
      const { title, steps, others } = wording.deadline(deadline, !isBrief);
      const day = formatDay(deadline.lastDay, this.#options.language, { weekday: true });
      return [
        `  ${wording.say('deadlinePassed', { day, title })}`,
        ...[...steps, ...others].map((line) => `    ${line}`),
      ];
    });
    return { is: 'passed', ...(lines.length > 0 && { title: this.#wording.say('passedDeadlines') }), lines };
  }

  note(): readonly string[] {
    return this.#wording.note();
  }
}

type Group<T> = readonly [T, ...T[]];

/** Groups things by key, in the order in which each key first occurs. */
function grouped<T>(
  things: readonly T[],
  keyOf: (thing: T) => string,
): readonly [Group<T>, ...Group<T>[]] | readonly [] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()] as unknown as readonly [Group<T>, ...Group<T>[]];
}

function sumOf(sums: readonly MoneyJson[]): Money {
  const [first, ...others] = sums.map(({ amount, currency }) => money(amount, currency));
  return others.reduce(addMoney, first as Money);
}

function byDay(deadlines: readonly OpenedDeadline[]): readonly OpenedDeadline[] {
  return deadlines.toSorted((a, b) => epochDayOf(a.lastDay, 'lastDay') - epochDayOf(b.lastDay, 'lastDay'));
}
