import { statementTexts } from '#texts/statementTexts';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Comparison } from '../model/source.js';

/**
 * All texts besides the steps; words in braces are inserted, a word with bars takes the form for the count it names.
 */
export type TextId =
  | 'agreement'
  | 'agreementUndated'
  | 'statementAsOf'
  | 'nothingHappened'
  | 'balance'
  | 'owed'
  | 'paidOut'
  | 'status'
  | 'statusOf'
  | 'alike'
  | 'clause'
  | 'clauses'
  | 'decision'
  | 'passedOver'
  | 'neverApplies'
  | 'failed'
  | 'quoted'
  | 'failedGiven'
  | 'failedNotGiven'
  | 'notGiven'
  | 'outcomeNone'
  | 'outcomeOpenLaw'
  | 'outcomeOpenParties'
  | 'outcomeDiscretion'
  | 'outcomeState'
  | 'accruals'
  | 'accrual'
  | 'debt'
  | 'debtPaid'
  | 'rights'
  | 'rightSince'
  | 'rightThrough'
  | 'deadlines'
  | 'deadlinePassed'
  | 'readings'
  | 'reading'
  | 'otherReadings'
  | 'underReading'
  | 'under'
  | 'inForce'
  | 'noReadings'
  | 'notDescribedHere'
  | 'safe'
  | 'safe.earliest'
  | 'safe.latest'
  | 'answer'
  | 'steps'
  | 'statementFor'
  | 'outcomeCash'
  | 'outcomeToBalance'
  | 'debtWhole'
  | 'rightTimes'
  | 'deadlinesAll'
  | 'deadlineAct'
  | 'deadlineState'
  | 'today'
  | 'tomorrow'
  | 'inDays'
  | 'moreLater'
  | 'passedDeadlines'
  | 'effects'
  | 'noEffects'
  | 'effectOf'
  | 'effectToPay'
  | 'effectBalance'
  | 'effectPaidOut'
  | 'effectStatus'
  | 'effectDeadline'
  | 'effectNewDeadline'
  | 'effectNoDeadline'
  | 'effectDecision'
  | 'effectRefused'
  | 'toPay'
  | 'toPayNothing'
  | 'runningOn'
  | 'runningParts'
  | 'refundable'
  | 'refundableNothing'
  | 'refundableLine'
  | 'supposed'
  | 'discretionShort'
  | 'law'
  | 'lawLine'
  | 'days'
  | 'daysLike'
  | 'tooLate'
  | 'noEffectEnded'
  | 'noEffectRight'
  | 'rightOpened'
  | 'rightUsed'
  | 'notReviewed'
  | 'compared'
  | 'notDemanded'
  | 'effectNotDemanded'
  | 'effectNotDemandedBrief'
  | 'safe.through'
  | 'noCalendar'
  | 'onDebts'
  | 'moreReadings'
  | 'effectToPayBrief'
  | 'effectBalanceBrief'
  | 'effectPaidOutBrief'
  | 'effectUnfit'
  | 'best'
  | 'worst'
  | 'highest'
  | 'lowest'
  | 'otherwise'
  | 'ifFact'
  | 'wouldChange'
  | 'noAdvice'
  | 'yes'
  | 'no'
  | `relation.${keyof Comparison}`
  | 'relation.not.is'
  | 'relation.not.isOneOf';

/** A text for every id; a missing one is a type error. */
export type Texts = Readonly<Record<TextId, string>>;

/** The languages of the command line. */
export const answerLanguages: readonly ExplainLanguage[] = Object.freeze(['en', 'ru', 'kk']);

/** The plural form for a count in a language. */
export type PluralForm = (count: number, language: ExplainLanguage) => 'one' | 'few' | 'many' | 'fraction';

/** A text with its words inserted; `{count|раз|раза|раз}` is the count with the matching form. */
export function say(
  language: ExplainLanguage,
  id: TextId,
  words: Readonly<Record<string, string | number>> = {},
  pluralForm: PluralForm = () => 'many',
): string {
  return statementTexts[language][id].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*)\|([^|}]*))?\}/g,
    (place, name: string, ...forms) => {
      if (!Object.hasOwn(words, name)) return place;
      const [one, few, many] = forms as readonly (string | undefined)[];
      if (one === undefined) return String(words[name]);
      const form = { one, few, many, fraction: few }[pluralForm(Number(words[name]), language)];
      return `${words[name]}\u00a0${form}`;
    },
  );
}
