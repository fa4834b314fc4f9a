import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'vat.rate': 'the rate in force on {day}: {out}',
  'vat.product': '{amount} × {rate} = {out}',
  'vat.tax': 'the tax, rounded once: {out}',
  'vat.gross': 'with the tax: {plus} = {out}',
  'vat.whole': 'the amount with the tax is one and {rate} of the amount without it: {out}',
  'vat.part': '… ÷ {whole} = {out}',
  'vat.net': 'without the tax: {minus} = {out}',
  'tariff.within': '{left} units lie in the tier up to {right}',
  'tariff.beyond': '{left} units go beyond the tier up to {right}',
  'tariff.units': 'units of the tier: {minus} = {out}',
  'tariff.price': '{product} = {out}',
  'tariff.asSum': 'in {currency}: {out}',
  'tariff.rounded': 'the charge, rounded once: {out}',
  'tariff.roundedToStep': 'the charge, rounded once to a multiple of {step}: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'vat.rate': 'ставка, действующая {day}: {out}',
  'vat.product': '{amount} × {rate} = {out}',
  'vat.tax': 'налог, с одним округлением: {out}',
  'vat.gross': 'вместе с налогом: {plus} = {out}',
  'vat.whole': 'сумма с налогом относится к сумме без него как единица и {rate} к единице: {out}',
  'vat.part': '… ÷ {whole} = {out}',
  'vat.net': 'без налога: {minus} = {out}',
  'tariff.within': 'количество {left} укладывается в ступень до {right}',
  'tariff.beyond': 'количество {left} выходит за ступень до {right}',
  'tariff.units': 'единиц этой ступени: {minus} = {out}',
  'tariff.price': '{product} = {out}',
  'tariff.asSum': 'в валюте {currency}: {out}',
  'tariff.rounded': 'плата, с одним округлением: {out}',
  'tariff.roundedToStep': 'плата, с одним округлением до кратного {step}: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'vat.rate': '{day} күні қолданылатын мөлшерлеме: {out}',
  'vat.product': '{amount} × {rate} = {out}',
  'vat.tax': 'салық, бір рет дөңгелектелген: {out}',
  'vat.gross': 'салықпен бірге: {plus} = {out}',
  'vat.whole': 'салығы бар соманың салықсыз сомаға қатынасы — бір және {rate}: {out}',
  'vat.part': '… ÷ {whole} = {out}',
  'vat.net': 'салықсыз: {minus} = {out}',
  'tariff.within': '{left} саны {right} дейінгі сатыға сыяды',
  'tariff.beyond': '{left} саны {right} дейінгі сатыдан асады',
  'tariff.units': 'осы сатыдағы саны: {minus} = {out}',
  'tariff.price': '{product} = {out}',
  'tariff.asSum': '{currency} валютасымен: {out}',
  'tariff.rounded': 'төлем, бір рет дөңгелектелген: {out}',
  'tariff.roundedToStep': 'төлем, {step} еселігіне бір рет дөңгелектелген: {out}',
};

/** The sentences for VAT and the price of units. */
export const tariffSentences: FamilySentences = { en, ru, kk };
