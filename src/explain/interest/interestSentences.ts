import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'interest.days': 'from {from} up to {to}, without it, counted by {dayCount}: {out}',
  'interest.years': 'by {dayCount} that is {out} of a year',
  'interest.periods.byDay': 'from {from} up to {to}, without it, periods and parts of them by the day: {out}',
  'interest.periods.started': 'periods begun from {from} up to {to}, without it: {out}',
  'interest.periods.completed': 'periods from {from} up to {to}, without it, that are over by {end}: {out}',
  'interest.rate': 'the rate in force on {day}: {out}',
  'interest.ceiling': 'the highest rate that the law allows on {day}: {out}',
  'interest.agreed': 'as agreed: {rate} × {time} = {out} of the amount',
  'interest.lawful': 'at most, by law: {rate} × {time} = {out} of the amount',
  'interest.lesser': 'the lesser of the two counts: {out}',
  'interest.accrual': '{product} = {out}',
  'interest.owed': 'what bears interest after payments: {minus} = {out}',
  'interest.dayAfterPayment': 'the payment of {day} takes effect on {out}',
  'interest.nothing': 'no day bears interest: {out}',
  'interest.rounded': 'the interest, rounded once: {out}',
  'interest.added': 'interest is added after a period that began on {day}: on {out}',
  'interest.balance': 'with the interest: {plus} = {out}',
  'interest.none': 'no day has passed: {minus} = {out}',
  'interest.difference': 'the interest: {minus} = {out}',
  'interest.atOne': 'at 100 % a year it would be {principal} × {years} = {out}',
  'interest.rateFound': 'the yearly rate: {interest} ÷ {whole} = {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'interest.days': 'с {from} до {to}, не включая этот день, по правилу {dayCount}: {out}',
  'interest.years': 'по правилу {dayCount} это доля года {out}',
  'interest.periods.byDay': 'с {from} до {to}, не включая этот день, периодов, считая их части по дням: {out}',
  'interest.periods.started': 'периодов, начавшихся с {from} до {to}, не включая этот день: {out}',
  'interest.periods.completed': 'периодов с {from} до {to}, не включая этот день, завершившихся к {end}: {out}',
  'interest.rate': 'ставка, действующая {day}: {out}',
  'interest.ceiling': 'наибольшая ставка по закону на {day}: {out}',
  'interest.agreed': 'по договору: {rate} × {time} = {out} от суммы',
  'interest.lawful': 'по закону не больше {rate} × {time} = {out} от суммы',
  'interest.lesser': 'считается меньшее из двух: {out}',
  'interest.accrual': '{product} = {out}',
  'interest.owed': 'проценты идут на остаток после платежей: {minus} = {out}',
  'interest.dayAfterPayment': 'платёж {day} уменьшает сумму с {out}',
  'interest.nothing': 'дней, за которые идут проценты, нет: {out}',
  'interest.rounded': 'проценты, с одним округлением: {out}',
  'interest.added': 'период начался {day}, проценты за него прибавляются {out}',
  'interest.balance': 'вместе с процентами: {plus} = {out}',
  'interest.none': 'ни одного дня не прошло: {minus} = {out}',
  'interest.difference': 'проценты: {minus} = {out}',
  'interest.atOne': 'при 100 % годовых было бы {principal} × {years} = {out}',
  'interest.rateFound': 'годовая ставка: {interest} ÷ {whole} = {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'interest.days': '{from} күнінен {to} күніне дейін, соңғы күнді қоспағанда, {dayCount} ережесі бойынша: {out}',
  'interest.years': '{dayCount} ережесі бойынша жылдың үлесі: {out}',
  'interest.periods.byDay':
    '{from} күнінен {to} күніне дейін, соңғы күнді қоспағанда, кезеңдер және олардың күнмен саналған бөліктері: {out}',
  'interest.periods.started': '{from} күнінен {to} күніне дейін, соңғы күнді қоспағанда, басталған кезең саны: {out}',
  'interest.periods.completed':
    '{from} күнінен {to} күніне дейін, соңғы күнді қоспағанда, {end} күніне қарай аяқталған кезең саны: {out}',
  'interest.rate': '{day} күні қолданылатын мөлшерлеме: {out}',
  'interest.ceiling': '{day} күні заң бойынша ең жоғары мөлшерлеме: {out}',
  'interest.agreed': 'шарт бойынша: {rate} × {time} = {out} — сомадан алынатын үлес',
  'interest.lawful': 'заң бойынша ең көбі: {rate} × {time} = {out} — сомадан алынатын үлес',
  'interest.lesser': 'екеуінің азы есептеледі: {out}',
  'interest.accrual': '{product} = {out}',
  'interest.owed': 'сыйақы есептелетін, төлемдерден кейін қалған сома: {minus} = {out}',
  'interest.dayAfterPayment': '{day} күнгі төлем соманы {out} күнінен азайтады',
  'interest.nothing': 'сыйақы есептелетін күн жоқ: {out}',
  'interest.rounded': 'сыйақы, бір рет дөңгелектелген: {out}',
  'interest.added': '{day} күні басталған кезеңнің сыйақысы қосылатын күн: {out}',
  'interest.balance': 'сыйақымен бірге: {plus} = {out}',
  'interest.none': 'бірде-бір күн өткен жоқ: {minus} = {out}',
  'interest.difference': 'сыйақы: {minus} = {out}',
  'interest.atOne': 'жылдық 100 % мөлшерлемемен: {principal} × {years} = {out}',
  'interest.rateFound': 'жылдық мөлшерлеме: {interest} ÷ {whole} = {out}',
};

/** The sentences for interest. */
export const interestSentences: FamilySentences = { en, ru, kk };
