/** What the cases that were worked by hand share: one clause with its cases, and answers as text. */
import { type Agreement, decide, evaluate, withReadings } from 'oferta/agreement';
import { asJson } from '../support/asJson.js';

export type Facts = Readonly<Record<string, unknown>>;

/** One clause: what is asked, the facts that every case has, and the cases as fact, value, answer. */
export interface Worked {
  readonly clause: string;
  readonly address: string;
  readonly field: string;
  readonly facts?: Facts;
  readonly by: string;
  readonly cases: readonly (readonly [unknown, unknown])[];
  readonly because: string;
}

/** A field of an answer as JSON. */
export function askOf(agreement: Agreement) {
  return (address: string, facts: Facts, field: string): unknown =>
    asJson(evaluate(agreement, address, facts).value)[field];
}

/** A field of an answer, as text. */
export function fieldOf(agreement: Agreement) {
  return (ref: string, name: string) =>
    (facts: Facts): string =>
      String(evaluate(agreement, ref, facts).value[name]);
}

/** What a table leads to, as text: a sum, a state or nothing. */
export function toldOf(agreement: Agreement) {
  return (question: string) =>
    (facts: Facts): string => {
      const { outcome } = decide(agreement, question, facts);
      if (outcome.is === 'amount')
        return outcome.owed === undefined ? amountOf(outcome.cash) : `owed ${amountOf(outcome.owed)}`;
      return outcome.is === 'state' ? outcome.state : outcome.is;
    };
}

/** The amount of a sum, without its currency. */
function amountOf(sum: unknown): string {
  return String(sum).split(' ')[0] ?? '';
}

/** One case that was worked by hand: `ask` is a table (`refund`, `refund.row`) or a computation (`6.10/penalty`, `6.10/penalty.capped`). */
export interface HandCase {
  readonly clause: string;
  readonly ask: string;
  readonly facts: Facts;
  readonly answer: unknown;
  readonly because: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** What an agreement answers to a case under the readings of the case, as JSON. */
export function answerTo(agreement: Agreement, { ask, facts, readings = {} }: HandCase): unknown {
  const under = withReadings(agreement, readings);
  if (!ask.includes('/')) {
    const [question = '', field] = ask.split('.');
    const { row, outcome } = decide(under, question, facts);
    return field === 'row' ? row : asJson(outcome);
  }
  const [, address = ask, field] = /^(.+\/\w+)(?:\.(\w+))?$/.exec(ask) ?? [];
  const value = asJson(evaluate(under, address, facts).value);
  return field === undefined ? value : value[field];
}

/** Cases of one question in which one fact changes: its value, what is answered, and why. */
export function each(
  {
    clause,
    ask,
    facts = {},
    by,
    readings,
  }: Omit<HandCase, 'answer' | 'because' | 'facts'> & { facts?: Facts; by: string },
  cases: readonly (readonly [unknown, unknown, string])[],
): readonly HandCase[] {
  return cases.map(([value, answer, because]) => ({
    clause,
    ask,
    facts: { ...facts, [by]: value },
    answer,
    because: `${typeof value === 'string' ? value : JSON.stringify(value)}: ${because}`,
    ...(readings && { readings }),
  }));
}

/** What computations of an agreement answer, as JSON; under other readings where an agreement is given. */
export function answersOf(agreement: Agreement) {
  return (address: string, facts: Facts, under: Agreement = agreement) => asJson(evaluate(under, address, facts).value);
}

/** The row that decides a table and its outcome, as JSON; under other readings where an agreement is given. */
export function decidedBy(agreement: Agreement) {
  return (question: string, facts: Facts, under: Agreement = agreement): [string | number, unknown] => {
    const { row, outcome } = decide(under, question, facts);
    return [row, asJson(outcome)];
  };
}
