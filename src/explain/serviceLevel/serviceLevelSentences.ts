import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'service.share': '{part} ÷ {whole} = {out}',
  'tier.atLeast': '{left} is at least {right}: {out}',
  'tier.above': '{left} is more than {right}: {out}',
  'tier.below': '{left} is less than {right}: {out}',
  'tier.atMost': '{left} is at most {right}: {out}',
  'tier.found': '{value} falls in tier number {out} of the list',
  'service.announced': 'announced at {left}, by {right}: this maintenance is left out',
  'service.announcedLate': 'announced at {left}, after {right}: this maintenance counts as downtime',
  'service.notAnnounced': 'the maintenance that begins at {target} was not announced: it counts as downtime',
  'service.minutesOut': 'out within the period and not excused, overlaps once, in minutes: {out}',
  'service.periodMinutes': 'the period from {value1} to {value2} in minutes: {out}',
  'credit.rate': 'the tier credits {out}',
  'credit.product': '{base} × {rate} = {out}',
  'credit.uncapped': 'the credit of the tier, rounded once: {out}',
  'credit.exactCap': 'the cap: {rate} of {base} = {out}',
  'credit.cap': 'the cap, rounded once: {out}',
  'credit.least': 'the smaller of {uncapped} and the cap of {cap}: {out}',
  'credit.claimed': 'claimed on {left}, by {right}: {out}',
  'credit.late': 'claimed too late, so nothing of {whole} is credited: {out}',
  'credit.notClaimed': 'not claimed, so nothing of {whole} is credited: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'service.share': '{part} ÷ {whole} = {out}',
  'tier.atLeast': '{left} не меньше {right}: {out}',
  'tier.above': '{left} больше {right}: {out}',
  'tier.below': '{left} меньше {right}: {out}',
  'tier.atMost': '{left} не больше {right}: {out}',
  'tier.found': '{value} попадает в ступень, которая в списке под номером {out}',
  'service.announced': 'объявлено {left}, срок — {right}: эти работы не считаются простоем',
  'service.announcedLate': 'объявлено {left}, позже {right}: эти работы считаются простоем',
  'service.notAnnounced': 'работы, начавшиеся {target}, не объявлены: они считаются простоем',
  'service.minutesOut': 'простой в пределах периода без исключённого, пересечения один раз, в минутах: {out}',
  'service.periodMinutes': 'период с {value1} до {value2} в минутах: {out}',
  'credit.rate': 'по этой ступени зачитывается {out}',
  'credit.product': '{base} × {rate} = {out}',
  'credit.uncapped': 'зачёт по ступени, с одним округлением: {out}',
  'credit.exactCap': 'предел: {rate} от {base} = {out}',
  'credit.cap': 'предел, с одним округлением: {out}',
  'credit.least': 'меньшее из {uncapped} и предела {cap}: {out}',
  'credit.claimed': 'заявлено {left}, срок — {right}: {out}',
  'credit.late': 'заявлено слишком поздно, поэтому из {whole} не зачитывается ничего: {out}',
  'credit.notClaimed': 'не заявлено, поэтому из {whole} не зачитывается ничего: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'service.share': '{part} ÷ {whole} = {out}',
  'tier.atLeast': '{left} {right} мәнінен кем емес: {out}',
  'tier.above': '{left} {right} мәнінен көп: {out}',
  'tier.below': '{left} {right} мәнінен кем: {out}',
  'tier.atMost': '{left} {right} мәнінен көп емес: {out}',
  'tier.found': '{value} түсетін сатының тізімдегі нөмірі: {out}',
  'service.announced': 'хабарланған сәті {left}, мерзімі {right}: бұл жұмыс тоқтап тұру болып саналмайды',
  'service.announcedLate': 'хабарланған сәті {left}, мерзімі {right} өткен соң: бұл жұмыс тоқтап тұру болып саналады',
  'service.notAnnounced': '{target} сәтінде басталған жұмыс туралы хабарланбаған: ол тоқтап тұру болып саналады',
  'service.minutesOut':
    'кезең ішінде тоқтап тұрғаны, рұқсат етілгенін қоспағанда, қабаттасқаны бір рет, минутпен: {out}',
  'service.periodMinutes': '{value1} – {value2} аралығындағы кезең, минутпен: {out}',
  'credit.rate': 'осы саты бойынша есепке жатқызылатыны {out}',
  'credit.product': '{base} × {rate} = {out}',
  'credit.uncapped': 'саты бойынша есепке жатқызылатыны, бір рет дөңгелектелген: {out}',
  'credit.exactCap': 'шегі: {base} сомасының {rate} = {out}',
  'credit.cap': 'шегі, бір рет дөңгелектелген: {out}',
  'credit.least': '{uncapped} мен {cap} шегінің азы: {out}',
  'credit.claimed': 'талап етілген күні {left}, мерзімі {right}: {out}',
  'credit.late': 'тым кеш талап етілген, сондықтан {whole} сомасынан ештеңе есепке жатқызылмайды: {out}',
  'credit.notClaimed': 'талап етілмеген, сондықтан {whole} сомасынан ештеңе есепке жатқызылмайды: {out}',
};

/** The sentences for service levels and service credits. */
export const serviceLevelSentences: FamilySentences = { en, ru, kk };
