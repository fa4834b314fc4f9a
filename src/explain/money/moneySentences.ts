import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'allocate.whole': 'all parts: {plus} = {out}',
  'allocate.product': '{product} = {out}',
  'allocate.exact': '… ÷ {whole} = {out}',
  'allocate.down': 'cut off at the last unit: {out}',
  'allocate.downToStep': 'cut off at a multiple of {step}: {out}',
  'allocate.left': 'left over: {minus} = {out}',
  'allocate.taken': 'one share takes what is left over: {plus} = {out}',
  'allocate.rest': 'cut off: {minus} = {out}',
  'allocate.extra': 'of {left} left over, the largest cuts come first, and a cut of {own} takes {out}',
  'allocate.share': 'the share: {plus} = {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'allocate.whole': 'всего частей: {plus} = {out}',
  'allocate.product': '{product} = {out}',
  'allocate.exact': '… ÷ {whole} = {out}',
  'allocate.down': 'без доли последней единицы: {out}',
  'allocate.downToStep': 'вниз до кратного {step}: {out}',
  'allocate.left': 'осталось нераспределённым: {minus} = {out}',
  'allocate.taken': 'остаток достаётся одной доле: {plus} = {out}',
  'allocate.rest': 'отброшено: {minus} = {out}',
  'allocate.extra': 'из остатка {left} первыми получают доли с наибольшим отброшенным; при отброшенном {own} это {out}',
  'allocate.share': 'доля: {plus} = {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'allocate.whole': 'барлық бөлік: {plus} = {out}',
  'allocate.product': '{product} = {out}',
  'allocate.exact': '… ÷ {whole} = {out}',
  'allocate.down': 'соңғы бірліктің бөлігінсіз: {out}',
  'allocate.downToStep': '{step} еселігіне дейін қысқартқанда: {out}',
  'allocate.left': 'бөлінбей қалғаны: {minus} = {out}',
  'allocate.taken': 'қалғаны бір үлеске қосылады: {plus} = {out}',
  'allocate.rest': 'қысқартылғаны: {minus} = {out}',
  'allocate.extra': 'қалған {left} алдымен ең көп қысқартылған үлестерге беріледі; {own} қысқартылғанда алатыны {out}',
  'allocate.share': 'үлес: {plus} = {out}',
};

/** The sentences for shares of an amount. */
export const moneySentences: FamilySentences = { en, ru, kk };
