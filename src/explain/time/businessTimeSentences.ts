import type { FamilySentences } from '../explainedPrimitive.js';
import { rollSentences } from './rollSentences.js';

const en = {
  'cutOff.over': 'at {at} the cut-off at {cutOff} has passed',
  'cutOff.notOver': 'at {at} the cut-off at {cutOff} has not passed',
  'cutOff.next': 'so it counts for the day after {day}: {out}',
  'hours.begins': 'the hour of {triggeredAt} is not counted: the limit runs from {out}',
  'hours.dayBefore': 'its end at midnight is that of the day before {day}: {out}',
  'hours.atClock': 'on {day} at {closes}: {out}',
  'hours.dayEnd': '{day} ends at {out}',
  'hours.sameClock': 'on {day} at the same hour as {at}: {out}',
  'business.minutes': '{hours} in minutes: {out}',
  'business.opens': 'on {day} business opens at {opens}: {out}',
  'business.later': 'the later of {opening} and {event}: {out}',
  'business.closes': 'it closes at {closes}: {out}',
  'business.counted': 'minutes that count, from {value1} to {value2}: {out}',
  'business.left': 'minutes left: {minus} = {out}',
  'business.ends': 'minutes from {from}: {minutes}, up to {out}',
  'business.nextDay': 'the day after {day}: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'cutOff.over': 'к {at} час отсечения {cutOff} прошёл',
  'cutOff.notOver': 'к {at} час отсечения {cutOff} не прошёл',
  'cutOff.next': 'поэтому считается день после {day}: {out}',
  'hours.begins': 'час, на который приходится {triggeredAt}, не считается: срок идёт с {out}',
  'hours.dayBefore': 'конец срока в полночь — это конец дня перед {day}: {out}',
  'hours.atClock': '{day} в {closes}: {out}',
  'hours.dayEnd': '{day} кончается {out}',
  'hours.sameClock': '{day} в тот же час, что и {at}: {out}',
  'business.minutes': '{hours} в минутах: {out}',
  'business.opens': '{day} работа начинается в {opens}: {out}',
  'business.later': 'более поздний из моментов {opening} и {event}: {out}',
  'business.closes': 'работа кончается в {closes}: {out}',
  'business.counted': 'считаются минуты с {value1} до {value2}: {out}',
  'business.left': 'осталось минут: {minus} = {out}',
  'business.ends': 'минут от {from}: {minutes}, то есть до {out}',
  'business.nextDay': 'день после {day}: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'cutOff.over': '{at} сәтінде {cutOff} шекті сағаты өткен',
  'cutOff.notOver': '{at} сәтінде {cutOff} шекті сағаты өтпеген',
  'cutOff.next': 'сондықтан {day} күнінен кейінгі күн есептеледі: {out}',
  'hours.begins': '{triggeredAt} сәті түсетін сағат есептелмейді: мерзім басталатын сәт {out}',
  'hours.dayBefore': 'түн ортасындағы соңы — {day} күнінің алдындағы күннің соңы: {out}',
  'hours.atClock': '{day} күні сағат {closes}: {out}',
  'hours.dayEnd': '{day} күнінің соңы: {out}',
  'hours.sameClock': '{day} күні {at} сәтімен бірдей сағатта: {out}',
  'business.minutes': '{hours} минутпен: {out}',
  'business.opens': '{day} күні жұмыс басталатын сағат {opens}: {out}',
  'business.later': '{opening} мен {event} сәттерінің кешірегі: {out}',
  'business.closes': 'жұмыс аяқталатын сағат {closes}: {out}',
  'business.counted': '{value1} – {value2} аралығында есептелетін минут: {out}',
  'business.left': 'қалған минут: {minus} = {out}',
  'business.ends': '{from} сәтінен бастап минут саны {minutes}, соңғы сәті {out}',
  'business.nextDay': '{day} күнінен кейінгі күн: {out}',
};

/** The sentences for business hours, cut-off hours and limits in hours. */
export const businessTimeSentences: FamilySentences = {
  en: { ...rollSentences.en, ...en },
  ru: { ...rollSentences.ru, ...ru },
  kk: { ...rollSentences.kk, ...kk },
};
