import { attempt } from '../../errors/attempt.js';
import { holds } from '../decide/conditions.js';
import { acrossReadings, type SafeDay } from '../evaluate/acrossReadings.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Facts } from '../evaluate/session.js';
import { sessionOf } from '../evaluate/sessionOf.js';
import { touchingReadings } from '../evaluate/touchingReadings.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Reading } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';
import { withReadings } from '../model/withReadings.js';
import { say, type TextId } from './texts.js';

/** What puts an answer under another reading into words; a `Wording` does. */
export interface ReadingWords {
  readonly agreement: Agreement;
  readonly language: ExplainLanguage;
  say(id: TextId, words?: Readonly<Record<string, string | number>>): string;
  value(value: unknown): string;
  operand(name: string): string;
  position(id: string, option: string): string;
}

/** An amount or a day of a statement: its computation and field, the facts, and the posting that shows it. */
export interface ShownAnswer {
  readonly computation: ComputationAddress;
  readonly field: string;
  readonly facts: Facts;
  readonly posting: string;
}

/**
 * What an amount or a day of a statement would be under another reading, one reading at a time and for the same facts:
 * one line for each option with a different result; and for days that differ the safe one.
 */
export function otherReadings(shown: ShownAnswer, wording: ReadingWords): string[] {
  const { agreement, language } = wording;
  const { computation, field, facts } = shown;
  const own = said(shown, agreement.readings, wording);
  const lines = touching(shown, wording).flatMap(({ id, options }) =>
    Object.keys(options).flatMap((option) => {
      if (option === agreement.readings[id]) return [];
      const answer = said(shown, { ...agreement.readings, [id]: option }, wording);
      return answer === own ? [] : [say(language, 'underReading', { position: wording.position(id, option), answer })];
    }),
  );
  if (lines.length === 0) return [];
  const across = attempt(() => acrossReadings(agreement, computation, facts));
  const safe = across.ok ? across.value.safe?.[field] : undefined;
  return safe === undefined ? lines : [...lines, safeDayText(safe, field, wording)];
}

/** Fields that are the last day of a state. */
const lasting: readonly string[] = ['suspendedThrough', 'lastPaidDay'];

/** The safe day in words. */
export function safeDayText({ on, is }: SafeDay, field: string, wording: ReadingWords): string {
  // For a state that ends there is nothing to do in time.
  if (is === 'earliest' && lasting.includes(field)) return wording.say('safe.through', { day: wording.value(on) });
  return say(wording.language, `safe.${is}`, { day: wording.value(on) });
}

function touching({ computation, posting }: ShownAnswer, { agreement }: ReadingWords): readonly Reading[] {
  const { data } = agreement;
  const ofComputation = touchingReadings(data, computation);
  const ofPosting = touchingReadings(data, `posting:${posting}`);
  return data.readings.filter((reading) => ofComputation.includes(reading) || ofPosting.includes(reading));
}

/** The answer under certain readings in words; "nothing" if the posting would not show it. */
function said(
  { computation, field, facts, posting }: ShownAnswer,
  readings: Readonly<Record<string, string>>,
  wording: ReadingWords,
): string {
  const { language } = wording;
  const answer = attempt(() => {
    const agreement = withReadings(wording.agreement, readings);
    const condition = agreement.postings.find(({ id }) => id === posting)?.if;
    if (condition !== undefined && !holds(sessionOf(agreement, facts), condition)) return undefined;
    return evaluate(agreement, computation, facts).value[field];
  });
  if (!answer.ok && answer.error.code === 'calendar-not-covered') return wording.say('noCalendar');
  if (!answer.ok) return say(language, 'notDescribedHere', { what: wording.operand(answer.error.details.field) });
  return answer.value === undefined ? say(language, 'outcomeNone') : wording.value(answer.value);
}
