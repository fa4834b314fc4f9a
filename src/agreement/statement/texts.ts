import type { ExplainLanguage } from '../explain/explain.js';
import type { Comparison } from '../model/agreement.js';

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

const en: Texts = {
  agreement: '{name}, edition {edition}',
  agreementUndated: '{name}, its text without a date',
  statementAsOf: 'Statement as of {day}',
  nothingHappened: 'nothing',
  balance: 'balance: {sum}',
  owed: 'owed: {sum}',
  paidOut: 'paid out: {sum}',
  status: 'status: {status}',
  statusOf: '{record} {key}: {status}',
  alike: '{days} more through {day} likewise: {sum} · {balance}',
  clause: 'clause {clause}',
  clauses: 'clauses {clauses}',
  decision: '{question} {outcome} ({clauses})',
  passedOver: 'not by {clauses}: {reasons}',
  neverApplies: 'not by {clauses}: it never applies',
  failed: '{operand}: {own}; {relation} {threshold}',
  quoted: '"{text}"',
  failedGiven: '{operand}: given',
  failedNotGiven: '{operand}: not given',
  notGiven: 'not given',
  outcomeNone: 'nothing is due',
  outcomeOpenLaw: 'the agreement does not say; the law decides',
  outcomeOpenParties: 'the agreement leaves it to the parties',
  outcomeDiscretion: 'up to the provider, at most {ceiling}; if refused: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Accruing daily, not debited',
  accrual: '{label}: {sum} ({clauses}), on the debt of {day}',
  debt: 'debt since {day}{cause}: {left} of {sum}',
  debtPaid: 'debt since {day}{cause}: {sum} was paid in full',
  rights: 'Rights',
  rightSince: '{right}, since {day}',
  rightThrough: 'through {day}',
  deadlines: 'Next deadlines',
  deadlinePassed: '{day}: {title}',
  readings: 'Readings in force, where the text leaves a choice',
  reading: '{clauses}: {position}, because {why}',
  otherReadings: 'other readings: {others}',
  underReading: 'under the reading "{position}": {answer}',
  under: 'under {positions}',
  inForce: 'the reading in force',
  noReadings: 'no reading changes it',
  notDescribedHere: 'cannot be told here without {what}',
  safe: 'Safe under every reading',
  'safe.earliest': 'what is done by {day} is in time under every reading',
  'safe.latest': 'from {day} on it holds under every reading',
  answer: 'Answer',
  steps: 'How it was calculated',
  noAdvice: 'Computed by the clauses as read above; this is no legal advice.',
  yes: 'yes',
  no: 'no',
  'relation.isGiven': 'would have to be given',
  'relation.is': 'would have to be',
  'relation.isOneOf': 'would have to be one of:',
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
  'relation.not.isOneOf': 'would have to be none of:',
  statementFor: 'Account {account}',
  outcomeCash: 'to be paid out: {cash}',
  outcomeToBalance: 'to the balance: {toBalance}',
  debtWhole: 'debt since {day}{cause}: {sum}',
  rightTimes: '{count|time|times|times}',
  deadlinesAll: 'Deadlines',
  deadlineAct: 'by {day} ({when}): {title}',
  deadlineState: '{day} ({when}): {title}',
  today: 'today',
  tomorrow: 'tomorrow',
  inDays: 'in {days}',
  moreLater: 'later: {count}',
  passedDeadlines: 'Passed',
  effects: 'Other readings would change this account',
  noEffects: 'No other reading changes this account',
  effectOf: '{clauses}, {position}: {changes}',
  effectToPay: 'to pay {sum} ({difference})',
  effectBalance: 'balance {sum} ({difference})',
  effectPaidOut: 'paid out {sum} ({difference})',
  effectStatus: 'status: {status}',
  effectDeadline: '{title}: {day}, not {instead}',
  effectNewDeadline: '{title}: {day}',
  effectNoDeadline: 'without the day {day} ({title})',
  effectDecision: '{question} {outcome}',
  effectRefused: 'the account cannot be computed',
  toPay: 'To pay: {sum}',
  toPayNothing: 'To pay: nothing',
  runningOn: '{label} ({clauses}): {sum}',
  runningParts: '{label} ({clauses}): {parts} = {sum}',
  refundable: 'Can be asked back today',
  refundableNothing: 'Can be asked back today: nothing',
  refundableLine: '{event}: {outcome} ({clauses})',
  supposed: 'if {facts}',
  discretionShort: 'up to the provider, at most {ceiling}',
  law: 'Left to the law',
  lawLine: '{question}{sum} ({clauses}), {day}',
  days: 'Day by day: what happened, the sum, the balance after it',
  daysLike: '{first} – {last}, {days}',
  tooLate: 'too late: {day} was the last day ({clauses})',
  noEffectEnded: 'without effect: {status}',
  noEffectRight: 'without effect: the right was not open',
  rightOpened: 'opens a right: {right}',
  rightUsed: 'exercised: {right}',
  notReviewed: '',
  compared: 'what is compared',
  best: 'best under any reading',
  worst: 'worst under any reading',
  highest: 'highest under any reading',
  lowest: 'lowest under any reading',
  otherwise: 'or',
  ifFact: 'if {fact}',
  wouldChange: 'What would change it',
  onDebts: 'on {count|debt|debts|debts}',
  moreReadings: 'and {count} more',
  effectToPayBrief: 'to pay {difference}',
  effectBalanceBrief: 'balance {difference}',
  effectPaidOutBrief: 'paid out {difference}',
  effectUnfit: 'the account cannot be computed: {event} of {day} does not fit',
  'safe.through': 'it lasts through {day} under every reading',
  noCalendar: 'the calendar of those days is not given',
  notDemanded: 'accrued, can still be demanded: {sum}',
  effectNotDemanded: 'can be demanded {sum} ({difference})',
  effectNotDemandedBrief: 'can be demanded {difference}',
};

const ru: Texts = {
  agreement: '{name}, редакция {edition}',
  agreementUndated: '{name}, в тексте нет даты редакции',
  statementAsOf: 'Выписка на {day}',
  nothingHappened: 'ничего',
  balance: 'баланс: {sum}',
  owed: 'долг: {sum}',
  paidOut: 'выплачено: {sum}',
  status: 'состояние: {status}',
  statusOf: '{record} {key}: {status}',
  alike: 'так же ещё {days}, по {day}: {sum} · {balance}',
  clause: 'п. {clause}',
  clauses: 'пп. {clauses}',
  decision: '{question} {outcome} ({clauses})',
  passedOver: 'не по {clauses}: {reasons}',
  neverApplies: 'не по {clauses}: не применяется никогда',
  failed: '{operand}: {own}; {relation} {threshold}',
  quoted: '«{text}»',
  failedGiven: '{operand}: указано',
  failedNotGiven: '{operand}: не указано',
  notGiven: 'не указано',
  outcomeNone: 'ничего не причитается',
  outcomeOpenLaw: 'договор этого не определяет; решает закон',
  outcomeOpenParties: 'договор оставляет это сторонам',
  outcomeDiscretion: 'на усмотрение исполнителя, не более {ceiling}; при отказе: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Начисляется по дням, с баланса не списывается',
  accrual: '{label}: {sum} ({clauses}), на долг с {day}',
  debt: 'долг с {day}{cause}: осталось {left} из {sum}',
  debtPaid: 'долг с {day}{cause}: {sum}, погашен полностью',
  rights: 'Права',
  rightSince: '{right}, с {day}',
  rightThrough: 'по {day}',
  deadlines: 'Ближайшие сроки',
  deadlinePassed: '{day}: {title}',
  readings: 'Выбранные толкования там, где текст оставляет выбор',
  reading: '{clauses}: {position}; почему: {why}',
  otherReadings: 'другие толкования: {others}',
  underReading: 'при толковании «{position}»: {answer}',
  under: 'при толковании {positions}',
  inForce: 'выбранное толкование',
  noReadings: 'толкования на это не влияют',
  notDescribedHere: 'здесь не определить: нужно знать, {what}',
  safe: 'Безопасно при любом толковании',
  'safe.earliest': 'сделанное не позднее {day} своевременно при любом толковании',
  'safe.latest': 'начиная с {day} действует при любом толковании',
  answer: 'Ответ',
  steps: 'Как посчитано',
  noAdvice: 'Посчитано по пунктам в указанном толковании; это не юридическая консультация.',
  yes: 'да',
  no: 'нет',
  'relation.isGiven': 'должно быть указано',
  'relation.is': 'должно быть',
  'relation.isOneOf': 'должно быть одно из:',
  'relation.equals': 'должно быть ровно',
  'relation.atMost': 'должно быть не более',
  'relation.moreThan': 'должно быть больше, чем',
  'relation.atLeast': 'должно быть не менее',
  'relation.lessThan': 'должно быть меньше, чем',
  'relation.onOrBefore': 'должно быть не позднее',
  'relation.before': 'должно быть раньше, чем',
  'relation.onOrAfter': 'должно быть не ранее',
  'relation.after': 'должно быть позже, чем',
  'relation.not.is': 'должно быть не',
  'relation.not.isOneOf': 'не должно быть ничем из:',
  statementFor: 'Счёт {account}',
  outcomeCash: 'к выплате: {cash}',
  outcomeToBalance: 'на баланс: {toBalance}',
  debtWhole: 'долг с {day}{cause}: {sum}',
  rightTimes: '{count|раз|раза|раз}',
  deadlinesAll: 'Сроки',
  deadlineAct: 'не позднее {day} ({when}): {title}',
  deadlineState: '{day} ({when}): {title}',
  today: 'сегодня',
  tomorrow: 'завтра',
  inDays: 'через {days}',
  moreLater: 'позже: {count}',
  passedDeadlines: 'Прошедшие сроки',
  effects: 'Другие толкования изменили бы этот счёт',
  noEffects: 'Другие толкования этот счёт не меняют',
  effectOf: '{clauses}, {position}: {changes}',
  effectToPay: 'к оплате {sum} ({difference})',
  effectBalance: 'баланс {sum} ({difference})',
  effectPaidOut: 'выплачено {sum} ({difference})',
  effectStatus: 'состояние: {status}',
  effectDeadline: '{title}: {day}, а не {instead}',
  effectNewDeadline: '{title}: {day}',
  effectNoDeadline: 'без дня {day} ({title})',
  effectDecision: '{question} {outcome}',
  effectRefused: 'счёт нельзя посчитать',
  toPay: 'К оплате: {sum}',
  toPayNothing: 'К оплате: ничего',
  runningOn: '{label} ({clauses}): {sum}',
  runningParts: '{label} ({clauses}): {parts} = {sum}',
  refundable: 'Сегодня можно потребовать обратно',
  refundableNothing: 'Сегодня потребовать обратно: ничего',
  refundableLine: '{event}: {outcome} ({clauses})',
  supposed: 'если {facts}',
  discretionShort: 'на усмотрение исполнителя, не более {ceiling}',
  law: 'Решает закон',
  lawLine: '{question}{sum} ({clauses}), {day}',
  days: 'По дням: что произошло, сумма, баланс после',
  daysLike: '{first} – {last}, {days}',
  tooLate: 'поздно: последний день был {day} ({clauses})',
  noEffectEnded: 'без последствий: {status}',
  noEffectRight: 'без последствий: права не было',
  rightOpened: 'возникает право: {right}',
  rightUsed: 'право использовано: {right}',
  notReviewed: '',
  compared: 'сравниваемое',
  best: 'лучший ответ при любом толковании',
  worst: 'худший ответ при любом толковании',
  highest: 'наибольшее при любом толковании',
  lowest: 'наименьшее при любом толковании',
  otherwise: 'или',
  ifFact: 'если {fact}',
  wouldChange: 'Что изменило бы ответ',
  onDebts: 'по {count|долгу|долгам|долгам}',
  moreReadings: 'и ещё {count}',
  effectToPayBrief: 'к оплате {difference}',
  effectBalanceBrief: 'баланс {difference}',
  effectPaidOutBrief: 'выплачено {difference}',
  effectUnfit: 'счёт нельзя посчитать: не подходит {event} от {day}',
  'safe.through': 'при любом толковании длится по {day}',
  noCalendar: 'календарь на эти дни не задан',
  notDemanded: 'начислено, ещё может быть потребовано: {sum}',
  effectNotDemanded: 'может быть потребовано {sum} ({difference})',
  effectNotDemandedBrief: 'может быть потребовано {difference}',
};

/** Not yet reviewed by a native speaker. */
const kk: Texts = {
  agreement: '{name}, {edition} редакциясы',
  agreementUndated: '{name}, мәтінде редакция күні жоқ',
  statementAsOf: 'Үзінді көшірме, күні: {day}',
  nothingHappened: 'ештеңе',
  balance: 'теңгерім: {sum}',
  owed: 'борыш: {sum}',
  paidOut: 'төленіп берілгені: {sum}',
  status: 'күйі: {status}',
  statusOf: '{record} {key}: {status}',
  alike: '{day} дейін тағы {days} осылай: {sum} · {balance}',
  clause: '{clause}-тармақ',
  clauses: '{clauses}-тармақтар',
  decision: '{question} {outcome} ({clauses})',
  passedOver: '{clauses} бойынша емес: {reasons}',
  neverApplies: '{clauses} бойынша емес: ешқашан қолданылмайды',
  failed: '{operand}: {own}; {relation} {threshold}',
  quoted: '«{text}»',
  failedGiven: '{operand}: көрсетілген',
  failedNotGiven: '{operand}: көрсетілмеген',
  notGiven: 'көрсетілмеген',
  outcomeNone: 'ештеңе тиесілі емес',
  outcomeOpenLaw: 'шарт мұны айқындамайды; заң шешеді',
  outcomeOpenParties: 'шарт мұны тараптарға қалдырады',
  outcomeDiscretion: 'орындаушының қалауы бойынша, ең көбі {ceiling}; бас тартылса: {ifRefused}',
  outcomeState: '{state}',
  accruals: 'Күн сайын есептеледі, теңгерімнен алынбайды',
  accrual: '{label}: {sum} ({clauses}), {day} күнінен бергі борышқа',
  debt: '{day} күнінен борыш{cause}: {sum} ішінен қалғаны {left}',
  debtPaid: '{day} күнінен борыш{cause}: {sum}, толық өтелген',
  rights: 'Құқықтар',
  rightSince: '{right}, {day} күнінен бастап',
  rightThrough: '{day} күнін қоса алғанда',
  deadlines: 'Жақын мерзімдер',
  deadlinePassed: '{day}: {title}',
  readings: 'Мәтін таңдау қалдырған жерде қолданылған түсіндірулер',
  reading: '{clauses}: {position}; себебі: {why}',
  otherReadings: 'басқа түсіндірулер: {others}',
  underReading: '«{position}» түсіндіруінде: {answer}',
  under: '{positions} түсіндіруінде',
  inForce: 'қолданыстағы түсіндіру',
  noReadings: 'бұған ешбір түсіндіру әсер етпейді',
  notDescribedHere: 'мұнсыз анықтау мүмкін емес: {what}',
  safe: 'Кез келген түсіндіруде қауіпсіз',
  'safe.earliest': '{day} күнінен кешіктірмей жасалғаны кез келген түсіндіруде мерзімінде',
  'safe.latest': '{day} күнінен бастап кез келген түсіндіруде қолданылады',
  answer: 'Жауап',
  steps: 'Қалай есептелді',
  noAdvice: 'Жоғарыда көрсетілген түсіндірулер бойынша есептелді; бұл заң кеңесі емес.',
  yes: 'иә',
  no: 'жоқ',
  'relation.isGiven': 'көрсетілуі керек',
  'relation.is': 'болуы керек:',
  'relation.isOneOf': 'мыналардың бірі болуы керек:',
  'relation.equals': 'дәл болуы керек:',
  'relation.atMost': 'ең көбі болуы керек:',
  'relation.moreThan': 'мынадан көп болуы керек:',
  'relation.atLeast': 'кемінде болуы керек:',
  'relation.lessThan': 'мынадан аз болуы керек:',
  'relation.onOrBefore': 'мына күннен кешіктірмеу керек:',
  'relation.before': 'мына күннен бұрын болуы керек:',
  'relation.onOrAfter': 'мына күннен ерте болмауы керек:',
  'relation.after': 'мына күннен кейін болуы керек:',
  'relation.not.is': 'мынадан басқа болуы керек:',
  'relation.not.isOneOf': 'мыналардың ешқайсысы болмауы керек:',
  statementFor: 'Шот: {account}',
  outcomeCash: 'төленетіні: {cash}',
  outcomeToBalance: 'теңгерімге: {toBalance}',
  debtWhole: '{day} күнінен борыш{cause}: {sum}',
  rightTimes: '{count|рет|рет|рет}',
  deadlinesAll: 'Мерзімдер',
  deadlineAct: '{day} күнінен кешіктірмей ({when}): {title}',
  deadlineState: '{day} ({when}): {title}',
  today: 'бүгін',
  tomorrow: 'ертең',
  inDays: '{days} қалды',
  moreLater: 'кейінірек: {count}',
  passedDeadlines: 'Өткен мерзімдер',
  effects: 'Басқа түсіндірулер бұл шотты өзгертер еді',
  noEffects: 'Басқа түсіндірулер бұл шотты өзгертпейді',
  effectOf: '{clauses}, {position}: {changes}',
  effectToPay: 'төленетіні {sum} ({difference})',
  effectBalance: 'теңгерім {sum} ({difference})',
  effectPaidOut: 'төленіп берілгені {sum} ({difference})',
  effectStatus: 'күйі: {status}',
  effectDeadline: '{title}: {instead} емес, {day}',
  effectNewDeadline: '{title}: {day}',
  effectNoDeadline: '{day} күнінсіз ({title})',
  effectDecision: '{question} {outcome}',
  effectRefused: 'шотты есептеуге болмайды',
  toPay: 'Төленетіні: {sum}',
  toPayNothing: 'Төленетіні: ештеңе',
  runningOn: '{label} ({clauses}): {sum}',
  runningParts: '{label} ({clauses}): {parts} = {sum}',
  refundable: 'Бүгін қайтаруды сұрауға болады',
  refundableNothing: 'Бүгін қайтаруды сұрауға болатыны: ештеңе',
  refundableLine: '{event}: {outcome} ({clauses})',
  supposed: 'егер {facts}',
  discretionShort: 'орындаушының қалауы бойынша, ең көбі {ceiling}',
  law: 'Заң шешеді',
  lawLine: '{question}{sum} ({clauses}), {day}',
  days: 'Күн сайын: не болды, сомасы, одан кейінгі теңгерім',
  daysLike: '{first} – {last}, {days}',
  tooLate: 'кеш: соңғы күні {day} еді ({clauses})',
  noEffectEnded: 'салдарсыз: {status}',
  noEffectRight: 'салдарсыз: мұндай құқық болған жоқ',
  rightOpened: 'құқық туындайды: {right}',
  rightUsed: 'құқық пайдаланылды: {right}',
  notReviewed: 'Қазақша мәтінді тіл иесі әлі тексерген жоқ.',
  compared: 'салыстырылатын мән',
  best: 'кез келген түсіндірудегі ең жақсысы',
  worst: 'кез келген түсіндірудегі ең нашары',
  highest: 'кез келген түсіндірудегі ең көбі',
  lowest: 'кез келген түсіндірудегі ең азы',
  otherwise: 'немесе',
  ifFact: 'егер {fact}',
  wouldChange: 'Жауапты не өзгертер еді',
  onDebts: '{count|борыш|борыш|борыш} бойынша',
  moreReadings: 'және тағы {count}',
  effectToPayBrief: 'төленетіні {difference}',
  effectBalanceBrief: 'теңгерім {difference}',
  effectPaidOutBrief: 'төленіп берілгені {difference}',
  effectUnfit: 'шотты есептеуге болмайды: {day} күнгі {event} үйлеспейді',
  'safe.through': 'кез келген түсіндіруде {day} күнін қоса алғанда созылады',
  noCalendar: 'бұл күндерге күнтізбе берілмеген',
  notDemanded: 'есептелген, әлі талап етілуі мүмкін: {sum}',
  effectNotDemanded: 'талап етілуі мүмкін {sum} ({difference})',
  effectNotDemandedBrief: 'талап етілуі мүмкін {difference}',
};

const texts: Readonly<Record<ExplainLanguage, Texts>> = { en, ru, kk };

/** The languages of the command line. */
export const answerLanguages: readonly ExplainLanguage[] = Object.freeze(Object.keys(texts) as ExplainLanguage[]);

/** The plural form for a count in a language. */
export type PluralForm = (count: number, language: ExplainLanguage) => 'one' | 'few' | 'many' | 'fraction';

/** A text with its words inserted; `{count|раз|раза|раз}` is the count with the matching form. */
export function say(
  language: ExplainLanguage,
  id: TextId,
  words: Readonly<Record<string, string | number>> = {},
  pluralForm: PluralForm = () => 'many',
): string {
  return texts[language][id].replace(
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
