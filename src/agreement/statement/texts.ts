import type { ExplainLanguage } from '../explain/explain.js';
import type { Comparison } from '../model/agreement.js';

/** Every text of the command line's answers; words in braces are put in. */
export type TextId =
  | 'agreement'
  | 'agreementUndated'
  | 'statementAsOf'
  | 'happened'
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
  | 'outcomeAmount'
  | 'outcomeNone'
  | 'outcomeOpenLaw'
  | 'outcomeOpenParties'
  | 'outcomeDiscretion'
  | 'outcomeState'
  | 'accruals'
  | 'accrual'
  | 'standing'
  | 'debt'
  | 'debtPaid'
  | 'toPay'
  | 'notDemanded'
  | 'rights'
  | 'rightSince'
  | 'rightThrough'
  | 'deadlines'
  | 'noDeadlines'
  | 'deadlinePassed'
  | 'readings'
  | 'reading'
  | 'otherReadings'
  | 'underReading'
  | 'under'
  | 'inForce'
  | 'noReadings'
  | 'notToldHere'
  | 'safe'
  | 'safe.earliest'
  | 'safe.latest'
  | 'answer'
  | 'steps'
  | 'noAdvice'
  | 'yes'
  | 'no'
  | `relation.${keyof Comparison}`
  | 'relation.not.is'
  | 'relation.not.isOneOf';

/** A text for every id; a missing one is a type error. */
export type Texts = Readonly<Record<TextId, string>>;

const en: Texts = {
  agreement: '{name}, edition {edition}',
  agreementUndated: '{name}, its text without a date',
  statementAsOf: 'Statement as of {day}',
  happened: 'What happened',
  nothingHappened: 'nothing',
  balance: 'balance {sum}',
  owed: 'owed {sum}',
  paidOut: 'paid out {sum}',
  status: 'status: {status}',
  statusOf: '{record} {key}: {status}',
  alike: '{days} more through {day} likewise: {sum} · {balance}',
  clause: 'clause {clause}',
  clauses: 'clauses {clauses}',
  decision: '{question}: row {row} decides ({clauses}): {outcome}',
  passedOver: 'row {row} ({clauses}) does not apply: {reasons}',
  neverApplies: 'row {row} ({clauses}) never applies',
  failed: '"{operand}" is {own}, {relation} {threshold}',
  quoted: '"{text}"',
  failedGiven: '"{operand}" is given',
  failedNotGiven: '"{operand}" is not given',
  notGiven: 'not given',
  outcomeAmount: '{cash} to be paid out, {toBalance} to the balance',
  outcomeNone: 'nothing is due',
  outcomeOpenLaw: 'the agreement does not say; the law decides',
  outcomeOpenParties: 'the agreement leaves it to the parties',
  outcomeDiscretion: 'up to the provider, at most {ceiling}; if refused: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Running with the day, not yet entered',
  accrual: '{label}: {sum} ({clauses}), on the debt of {event}',
  standing: 'Where the account stands',
  debt: 'owed since {day} ({event}): {left} of {sum}',
  debtPaid: 'owed since {day} ({event}): {sum}, paid',
  toPay: 'to be paid: {sum}',
  notDemanded: 'accrued, can still be demanded: {sum}',
  rights: 'Open rights',
  rightSince: '{right}, since {day}',
  rightThrough: 'through {day}',
  deadlines: 'Open deadlines',
  noDeadlines: 'none',
  deadlinePassed: 'passed',
  readings: 'Readings in force, where the text leaves a choice',
  reading: '{clauses}: {position}, because {why}',
  otherReadings: 'other positions: {others}',
  underReading: 'under {position}: {answer}',
  under: 'under {positions}',
  inForce: 'in force',
  noReadings: 'no reading changes it',
  notToldHere: 'cannot be told here ({what})',
  safe: 'Safe under every reading',
  'safe.earliest': 'what is done by {day} is in time under every reading',
  'safe.latest': 'from {day} on it holds under every reading',
  answer: 'Answer',
  steps: 'How it comes about',
  noAdvice: 'Computed by the clauses as read above; this is no legal advice.',
  yes: 'yes',
  no: 'no',
  'relation.isGiven': 'given would have to be',
  'relation.is': 'would have to be',
  'relation.isOneOf': 'would have to be one of',
  'relation.equals': 'would have to be',
  'relation.atMost': 'would have to be at most',
  'relation.moreThan': 'would have to be more than',
  'relation.atLeast': 'would have to be at least',
  'relation.lessThan': 'would have to be less than',
  'relation.onOrBefore': 'would have to be no later than',
  'relation.before': 'would have to be before',
  'relation.onOrAfter': 'would have to be no earlier than',
  'relation.after': 'would have to be after',
  'relation.not.is': 'would have to be other than',
  'relation.not.isOneOf': 'would have to be none of',
};

const ru: Texts = {
  agreement: '{name}, редакция {edition}',
  agreementUndated: '{name}, в тексте нет даты редакции',
  statementAsOf: 'Выписка на {day}',
  happened: 'Что произошло',
  nothingHappened: 'ничего',
  balance: 'баланс {sum}',
  owed: 'долг {sum}',
  paidOut: 'выплачено {sum}',
  status: 'состояние: {status}',
  statusOf: '{record} {key}: {status}',
  alike: 'так же ещё {days}, по {day}: {sum} · {balance}',
  clause: 'п. {clause}',
  clauses: 'пп. {clauses}',
  decision: '{question}: решает строка {row} ({clauses}): {outcome}',
  passedOver: 'строка {row} ({clauses}) не применяется: {reasons}',
  neverApplies: 'строка {row} ({clauses}) не применяется никогда',
  failed: '«{operand}» — {own}, {relation} {threshold}',
  quoted: '«{text}»',
  failedGiven: '«{operand}» указано',
  failedNotGiven: '«{operand}» не указано',
  notGiven: 'не указано',
  outcomeAmount: 'к выплате {cash}, на баланс {toBalance}',
  outcomeNone: 'ничего не причитается',
  outcomeOpenLaw: 'договор не отвечает; решает закон',
  outcomeOpenParties: 'договор оставляет это сторонам',
  outcomeDiscretion: 'на усмотрение исполнителя, не более {ceiling}; при отказе: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Начисляется по дням, ещё не проведено',
  accrual: '{label}: {sum} ({clauses}), на долг по {event}',
  standing: 'Состояние счёта',
  debt: 'долг с {day} ({event}): осталось {left} из {sum}',
  debtPaid: 'долг с {day} ({event}): {sum}, погашен',
  toPay: 'к уплате: {sum}',
  notDemanded: 'начислено, ещё может быть потребовано: {sum}',
  rights: 'Открытые права',
  rightSince: '{right}, с {day}',
  rightThrough: 'по {day}',
  deadlines: 'Открытые сроки',
  noDeadlines: 'нет',
  deadlinePassed: 'прошёл',
  readings: 'Выбранные толкования там, где текст оставляет выбор',
  reading: '{clauses}: {position}; почему: {why}',
  otherReadings: 'другие позиции: {others}',
  underReading: 'при {position}: {answer}',
  under: 'при {positions}',
  inForce: 'выбрано',
  noReadings: 'толкования на это не влияют',
  notToldHere: 'здесь не определить ({what})',
  safe: 'Безопасно при любом толковании',
  'safe.earliest': 'сделанное не позднее {day} своевременно при любом толковании',
  'safe.latest': 'начиная с {day} действует при любом толковании',
  answer: 'Ответ',
  steps: 'Как он получен',
  noAdvice: 'Посчитано по пунктам в указанном толковании; это не юридическая консультация.',
  yes: 'да',
  no: 'нет',
  'relation.isGiven': 'должно быть указано:',
  'relation.is': 'нужно:',
  'relation.isOneOf': 'нужно одно из:',
  'relation.equals': 'нужно ровно',
  'relation.atMost': 'нужно не более',
  'relation.moreThan': 'нужно более',
  'relation.atLeast': 'нужно не менее',
  'relation.lessThan': 'нужно менее',
  'relation.onOrBefore': 'нужно не позднее',
  'relation.before': 'нужно раньше чем',
  'relation.onOrAfter': 'нужно не ранее',
  'relation.after': 'нужно позже чем',
  'relation.not.is': 'нужно любое, кроме:',
  'relation.not.isOneOf': 'нужно любое, кроме:',
};

/** Not yet reviewed by a native reader. */
const kk: Texts = {
  agreement: '{name}, {edition} редакциясы',
  agreementUndated: '{name}, мәтінде редакция күні жоқ',
  statementAsOf: 'Үзінді көшірме, күні: {day}',
  happened: 'Не болды',
  nothingHappened: 'ештеңе',
  balance: 'теңгерім {sum}',
  owed: 'борыш {sum}',
  paidOut: 'төленіп берілгені {sum}',
  status: 'күйі: {status}',
  statusOf: '{record} {key}: {status}',
  alike: '{day} дейін тағы {days} осылай: {sum} · {balance}',
  clause: '{clause}-тармақ',
  clauses: '{clauses}-тармақтар',
  decision: '{question}: шешетін жол {row} ({clauses}): {outcome}',
  passedOver: '{row}-жол ({clauses}) қолданылмайды: {reasons}',
  neverApplies: '{row}-жол ({clauses}) ешқашан қолданылмайды',
  failed: '«{operand}» — {own}, {relation} {threshold}',
  quoted: '«{text}»',
  failedGiven: '«{operand}» көрсетілген',
  failedNotGiven: '«{operand}» көрсетілмеген',
  notGiven: 'көрсетілмеген',
  outcomeAmount: 'төленетіні {cash}, теңгерімге {toBalance}',
  outcomeNone: 'ештеңе тиесілі емес',
  outcomeOpenLaw: 'шарт жауап бермейді; заң шешеді',
  outcomeOpenParties: 'шарт мұны тараптарға қалдырады',
  outcomeDiscretion: 'орындаушының қалауы бойынша, ең көбі {ceiling}; бас тартылса: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Күн сайын есептеледі, әлі өткізілмеген',
  accrual: '{label}: {sum} ({clauses}), {event} борышына',
  standing: 'Шоттың жай-күйі',
  debt: '{day} күнінен борыш ({event}): {sum} ішінен қалғаны {left}',
  debtPaid: '{day} күнінен борыш ({event}): {sum}, өтелген',
  toPay: 'төленуге тиіс: {sum}',
  notDemanded: 'есептелген, әлі талап етілуі мүмкін: {sum}',
  rights: 'Ашық құқықтар',
  rightSince: '{right}, {day} бастап',
  rightThrough: '{day} қоса алғанда',
  deadlines: 'Ашық мерзімдер',
  noDeadlines: 'жоқ',
  deadlinePassed: 'өтті',
  readings: 'Мәтін таңдау қалдырған жерде қолданылған түсіндірулер',
  reading: '{clauses}: {position}; себебі: {why}',
  otherReadings: 'басқа ұстанымдар: {others}',
  underReading: '{position} болса: {answer}',
  under: '{positions} болса',
  inForce: 'қолданыста',
  noReadings: 'бұған ешбір түсіндіру әсер етпейді',
  notToldHere: 'бұл жерде айтылмайды ({what})',
  safe: 'Кез келген түсіндіруде қауіпсіз',
  'safe.earliest': '{day} күніне дейін (қоса алғанда) жасалғаны кез келген түсіндіруде мерзімінде',
  'safe.latest': '{day} күнінен бастап кез келген түсіндіруде қолданылады',
  answer: 'Жауап',
  steps: 'Ол қалай шықты',
  noAdvice: 'Жоғарыда көрсетілген түсіндірулер бойынша есептелді; бұл заң кеңесі емес.',
  yes: 'иә',
  no: 'жоқ',
  'relation.isGiven': 'көрсетілуі керек:',
  'relation.is': 'керегі:',
  'relation.isOneOf': 'мыналардың бірі керек:',
  'relation.equals': 'дәл керегі:',
  'relation.atMost': 'ең көбі:',
  'relation.moreThan': 'мынадан көп болуы керек:',
  'relation.atLeast': 'ең азы:',
  'relation.lessThan': 'мынадан аз болуы керек:',
  'relation.onOrBefore': 'мына күннен кешіктірмей:',
  'relation.before': 'мына күннен бұрын:',
  'relation.onOrAfter': 'мына күннен ерте емес:',
  'relation.after': 'мына күннен кейін:',
  'relation.not.is': 'мынадан басқасы керек:',
  'relation.not.isOneOf': 'мыналардан басқасы керек:',
};

const texts: Readonly<Record<ExplainLanguage, Texts>> = { en, ru, kk };

/** Languages the command line answers in. */
export const answerLanguages: readonly ExplainLanguage[] = Object.freeze(Object.keys(texts) as ExplainLanguage[]);

/** A text with its words put in. */
export function say(
  language: ExplainLanguage,
  id: TextId,
  words: Readonly<Record<string, string | number>> = {},
): string {
  return texts[language][id].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(words, name) ? String(words[name]) : place,
  );
}
