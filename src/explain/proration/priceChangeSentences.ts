import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'periods.first': 'the first day from {servedFrom} on which a period begins: {out}',
  'periods.leading': 'the period that ends before {day} would have begun on {out}',
  'periods.next': 'the next period after that of {day} begins on {out}',
  'periods.servedFrom': 'served from the later of {begins} and {servedFrom}: {out}',
  'periods.last': 'the last day before {day}: {out}',
  'periods.servedThrough': 'served through the earlier of {last} and {servedThrough}: {out}',
  'periods.inAdvance': 'billed in advance, on {out}',
  'periods.inArrear': 'billed in arrear, on {out}',
  'changes.none': 'the price does not change: {out}',
  'changes.net': 'all changes: {plus} = {out}',
  'changes.total': 'the period with its changes: {plus} = {out}',
  'changes.cheapest': 'of the days from {earliest} through {latest} the change costs least on {out}',
  'changes.convention': 'by the convention {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'periods.first': 'первый день не раньше {servedFrom}, с которого начинается период: {out}',
  'periods.leading': 'период, который кончается перед {day}, начался бы {out}',
  'periods.next': 'следующий период после начавшегося {day} начинается {out}',
  'periods.servedFrom': 'услуга оказывается с более позднего из дней {begins} и {servedFrom}: {out}',
  'periods.last': 'последний день перед {day}: {out}',
  'periods.servedThrough': 'услуга оказывается по более ранний из дней {last} и {servedThrough}: {out}',
  'periods.inAdvance': 'счёт выставляется вперёд, {out}',
  'periods.inArrear': 'счёт выставляется по окончании, {out}',
  'changes.none': 'цена не меняется: {out}',
  'changes.net': 'все изменения вместе: {plus} = {out}',
  'changes.total': 'период с изменениями: {plus} = {out}',
  'changes.cheapest': 'из дней с {earliest} по {latest} изменение дешевле всего {out}',
  'changes.convention': 'по правилу {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'periods.first': '{servedFrom} күнінен ерте емес, кезең басталатын бірінші күн: {out}',
  'periods.leading': '{day} күнінің алдында аяқталатын кезең басталуға тиіс күн: {out}',
  'periods.next': '{day} күні басталғаннан кейінгі келесі кезең басталатын күн: {out}',
  'periods.servedFrom': 'қызмет {begins} мен {servedFrom} күндерінің кешірегінен көрсетіледі: {out}',
  'periods.last': '{day} күнінің алдындағы соңғы күн: {out}',
  'periods.servedThrough': 'қызмет {last} мен {servedThrough} күндерінің ертерегін қоса алғанда көрсетіледі: {out}',
  'periods.inAdvance': 'шот алдын ала беріледі, күні {out}',
  'periods.inArrear': 'шот кезең аяқталған соң беріледі, күні {out}',
  'changes.none': 'баға өзгермейді: {out}',
  'changes.net': 'барлық өзгеріс бірге: {plus} = {out}',
  'changes.total': 'өзгерістерімен бірге кезең: {plus} = {out}',
  'changes.cheapest': '{earliest} күнінен {latest} күнін қоса алғанда өзгеріс ең арзан күн: {out}',
  'changes.convention': '{out} ережесі бойынша',
};

/** The sentences for billing periods and changes of price. */
export const priceChangeSentences: FamilySentences = { en, ru, kk };
