import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'perPeriod.started': 'periods begun after {dueOn} and up to {asOf}: {out}',
  'perPeriod.completed': 'periods after {dueOn} that are over on {asOf}: {out}',
  'perPeriod.workingDays': 'from {from} through {through}: {out}',
  'perPeriod.each': 'each costs {rate} of {base} = {out}',
  'perPeriod.product': '{periods} × {cost} = {out}',
  'perPeriod.needed': 'periods that make the cap of {cap}: {out}',
  'perPeriod.capReached': 'so many periods count on {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'perPeriod.started': 'периодов, начавшихся после {dueOn} по {asOf} включительно: {out}',
  'perPeriod.completed': 'периодов после {dueOn}, завершившихся к {asOf}: {out}',
  'perPeriod.workingDays': 'с {from} по {through}: {out}',
  'perPeriod.each': 'каждый стоит {rate} от {base} = {out}',
  'perPeriod.product': '{periods} × {cost} = {out}',
  'perPeriod.needed': 'предел {cap} набирается за столько периодов: {out}',
  'perPeriod.capReached': 'столько периодов насчитывается {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'perPeriod.started': '{dueOn} күнінен кейін {asOf} күнін қоса алғанда басталған кезең саны: {out}',
  'perPeriod.completed': '{dueOn} күнінен кейінгі, {asOf} күніне қарай аяқталған кезең саны: {out}',
  'perPeriod.workingDays': '{from} күнінен {through} күнін қоса алғанда: {out}',
  'perPeriod.each': 'әрқайсысы {base} сомасының {rate} = {out}',
  'perPeriod.product': '{periods} × {cost} = {out}',
  'perPeriod.needed': '{cap} шегіне жеткізетін кезең саны: {out}',
  'perPeriod.capReached': 'сонша кезең саналатын күн: {out}',
};

/** The sentences for penalties by the period. */
export const periodPenaltySentences: FamilySentences = { en, ru, kk };
