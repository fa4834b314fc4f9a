import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'trigger.tried': 'tried for {limit} up to {lastDay}: an event on {out}',
  'trigger.on': 'it ends on {left}, the day asked about',
  'trigger.by': 'it ends on {left}, not after {right}',
  'trigger.before': 'it ends on {left}, before {right}',
  'trigger.dayAfter': 'the day after {day}: {out}',
  'trigger.dayBefore': 'the day before {day}: {out}',
  'trigger.moreThan': 'from it the limit ends on {left}, after {right}',
  'trigger.lessThan': 'from it the limit ends on {left}, before {right}',
  'trigger.latest': 'so the last such day is {out}',
  'trigger.earliest': 'so the first such day is {out}',
  'safe.withEdges': 'read so that a limit of {limit} may end on {target} itself',
  'safe.clearDays': 'read so that a limit of {limit} lies wholly between the notice and {target}',
  'safe.subtract': 'a limit of {limit} is taken off the day',
  'safe.latestStart': 'a limit of {limit} is counted forwards from the last day from which it still ends in time',
  'safe.earliest': 'the earliest of {values} is safe under each reading: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'trigger.tried': 'проверяется для срока в {limit:acc} до {lastDay}: событие {out}',
  'trigger.on': 'срок кончается {left} — в нужный день',
  'trigger.by': 'срок кончается {left}, не позже {right}',
  'trigger.before': 'срок кончается {left}, раньше {right}',
  'trigger.dayAfter': 'день после {day}: {out}',
  'trigger.dayBefore': 'день перед {day}: {out}',
  'trigger.moreThan': 'срок от него кончается {left}, позже {right}',
  'trigger.lessThan': 'срок от него кончается {left}, раньше {right}',
  'trigger.latest': 'значит, последний такой день — {out}',
  'trigger.earliest': 'значит, первый такой день — {out}',
  'safe.withEdges': 'прочтение: срок в {limit:acc} может кончиться в сам день {target}',
  'safe.clearDays': 'прочтение: срок в {limit:acc} целиком лежит между уведомлением и {target}',
  'safe.subtract': 'срок в {limit:acc} отсчитывается от этого дня назад',
  'safe.latestStart': 'срок в {limit:acc} отсчитывается вперёд от последнего дня, с которого он ещё кончается вовремя',
  'safe.earliest': 'самый ранний из дней {values} годится при любом прочтении: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'trigger.tried': '{lastDay} күніне дейінгі {limit} мерзімі үшін тексерілетін оқиға күні: {out}',
  'trigger.on': 'мерзім {left} күні, дәл сұралған күні аяқталады',
  'trigger.by': 'мерзім {left} күні аяқталады, {right} күнінен кеш емес',
  'trigger.before': 'мерзім {left} күні аяқталады, {right} күнінен ерте',
  'trigger.dayAfter': '{day} күнінен кейінгі күн: {out}',
  'trigger.dayBefore': '{day} күнінің алдындағы күн: {out}',
  'trigger.moreThan': 'одан есептелген мерзім {left} күні, {right} күнінен кейін аяқталады',
  'trigger.lessThan': 'одан есептелген мерзім {left} күні, {right} күнінен ерте аяқталады',
  'trigger.latest': 'демек, мұндай соңғы күн — {out}',
  'trigger.earliest': 'демек, мұндай бірінші күн — {out}',
  'safe.withEdges': 'түсіндіру: {limit} мерзімі {target} күнінің өзінде аяқтала алады',
  'safe.clearDays': 'түсіндіру: {limit} мерзімі хабарлама мен {target} күнінің арасында толық жатады',
  'safe.subtract': '{limit} мерзімі осы күннен кері саналады',
  'safe.latestStart': '{limit} мерзімі әлі уақытында аяқталатын соңғы күннен алға саналады',
  'safe.earliest': '{values} күндерінің ең ертерегі кез келген түсіндіруде жарайды: {out}',
};

/** The sentences for the first and last trigger of a limit. */
export const triggerSentences: FamilySentences = { en, ru, kk };
