import { refuse } from '../../errors/agreementError.js';
import { requireTerms } from '../../errors/requireTerms.js';
import type { MoneyJson } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Statement } from '../account/statement.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import { type AgreementEditions, Timeline } from '../model/timeline.js';
import { accrualsPart } from './accrualsPart.js';
import { dayDetails } from './dayDetails.js';
import { dayLines } from './dayLines.js';
import { deadlinesPart, passedPart } from './deadlineParts.js';
import { fromStatement } from './fromStatement.js';
import { happeningsByDay } from './happeningsByDay.js';
import { type ReadingEffect, readingEffects } from './readingEffects.js';
import { readingsPart } from './readingsPart.js';
import { refundablePart } from './refundablePart.js';
import { refundsOnRequest } from './refundsOnRequest.js';
import { rightsPart } from './rightsPart.js';
import type { StatementContext, StatementPart } from './statementPart.js';
import { answerLanguages } from './texts.js';
import { toPayPart } from './toPayPart.js';
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
  return fromStatement(statement, () => partsOf(statement, options));
}

function partsOf(statement: Statement, options: ExplainStatementOptions): readonly StatementPart[] {
  const { agreement, events, language, detail, progress } = options;
  if (!answerLanguages.includes(language))
    refuse('argument-invalid', 'language', language, `one of ${answerLanguages.join(', ')}`);
  if (!['brief', 'why', 'full'].includes(detail))
    refuse('argument-invalid', 'detail', detail, 'one of brief, why, full');
  const context = contextOf(statement, new Timeline(agreement), options);
  const { editions, isBrief } = context;
  const only = editions.length === 1 ? editions[0] : undefined;
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
  const parts: readonly StatementPart[] = [
    headPart(context),
    toPayPart(context),
    refundablePart(context, refunds),
    deadlinesPart(context),
    rightsPart(context),
    lawPart(context),
    daysPart(context, effects),
    ...(isBrief ? [] : [accrualsPart(context)]),
    readingsPart(context, effects),
    ...(detail === 'full' ? [inForcePart(context)] : []),
    passedPart(context),
    { is: 'note', lines: context.wording.note() },
  ];
  return Object.freeze(
    parts
      .filter(({ title, lines }) => title !== undefined || lines.length > 0)
      .map((part) => (isBrief ? joined(part) : part)),
  );
}

function contextOf(statement: Statement, timeline: Timeline, options: ExplainStatementOptions): StatementContext {
  const { events, language, detail } = options;
  const { editions } = timeline;
  const wordings = new Map(editions.map((edition) => [edition.data.edition, new Wording(edition, language, events)]));
  const inForce = timeline.on(epochDayOf(statement.asOf, 'asOf')) ?? (editions[0] as Agreement);
  const wording = wordings.get(inForce.data.edition) as Wording;
  const wordingOf = (edition: string): Wording => wordings.get(edition) ?? wording;
  return { statement, events, language, detail, isBrief: detail === 'brief', editions, wording, wordingOf };
}

/** Joins a part with a single line to its title. */
function joined({ is, title, lines }: StatementPart): StatementPart {
  const [only] = lines;
  return title === undefined || lines.length !== 1 || only === undefined || is === 'days' || is === 'toPay'
    ? { is, ...(title !== undefined && { title }), lines }
    : { is, title: `${title}: ${only.trimStart()}`, lines: [] };
}

function headPart(context: StatementContext): StatementPart {
  const { wording } = context;
  const { data } = wording.agreement;
  const { account, asOf, status } = context.statement;
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

/** What the agreement leaves to the law. */
function lawPart(context: StatementContext): StatementPart {
  const lines = context.statement.remarks.flatMap(({ decision, edition, cites, on }) => {
    const outcome = decision?.outcome as
      | { readonly is?: string; readonly decidedBy?: string; readonly sum?: MoneyJson }
      | undefined;
    if (decision === undefined || outcome?.is !== 'open' || outcome.decidedBy !== 'law') return [];
    const wording = context.wordingOf(edition);
    const sum = outcome.sum === undefined ? '' : ` ${wording.sum(outcome.sum)}`;
    const question = sum === '' ? wording.question(decision.question) : wording.asked(decision.question);
    return [`  ${wording.say('lawLine', { question, sum, clauses: wording.clauses(cites), day: wording.day(on) })}`];
  });
  return { is: 'law', ...(lines.length > 0 && { title: context.wording.say('law') }), lines };
}

function daysPart(context: StatementContext, effects: readonly ReadingEffect[]): StatementPart {
  const { statement, events, detail, wording } = context;
  const days = happeningsByDay(statement, events, wording.agreement);
  const options = { wording: context.wordingOf, pastRights: statement.pastRights };
  const lines =
    detail === 'brief' ? dayLines(days, options) : dayDetails(days, { ...options, effects, isFull: detail === 'full' });
  return {
    is: 'days',
    title: wording.say('days'),
    lines: (lines.length === 0 ? [wording.say('nothingHappened')] : lines).map((line) => `  ${line}`),
  };
}

/** Every reading in force, the reason, and the other options. */
function inForcePart(context: StatementContext): StatementPart {
  const { wording } = context;
  const lines = context.statement.readings.flatMap(({ id, chosen, others }) => [
    `  ${wording.reading(id, chosen)}`,
    ...(others.length === 0
      ? []
      : [
          `    ${wording.say('otherReadings', { others: others.map((option) => wording.position(id, option)).join('; ') })}`,
        ]),
  ]);
  return { is: 'inForce', ...(lines.length > 0 && { title: wording.say('readings') }), lines };
}
