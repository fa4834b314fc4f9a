import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'stop.left': 'overdue less what was paid: {minus} = {out}',
  'stop.payment': 'to be paid so that nothing accrues any more: {out}',
  'stop.settlement': 'with the penalty, everything is settled by {plus} = {out}',
  'topUp.short': 'less the balance: {minus} = {out}',
  'topUp.needed': 'to be topped up: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'stop.left': 'долг без уплаченного: {minus} = {out}',
  'stop.payment': 'чтобы пеня больше не начислялась, надо уплатить {out}',
  'stop.settlement': 'вместе с пеней расчёт закрывают {plus} = {out}',
  'topUp.short': 'без остатка на балансе: {minus} = {out}',
  'topUp.needed': 'пополнить надо на {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'stop.left': 'борыштан төленгенін шегергенде: {minus} = {out}',
  'stop.payment': 'өсімпұл бұдан әрі есептелмеуі үшін төленетіні: {out}',
  'stop.settlement': 'өсімпұлмен бірге есепті жабатыны: {plus} = {out}',
  'topUp.short': 'баланстағысын шегергенде: {minus} = {out}',
  'topUp.needed': 'толтырылатын сома: {out}',
};

/** The sentences for required payments. */
export const requiredPaymentSentences: FamilySentences = { en, ru, kk };
