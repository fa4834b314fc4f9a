import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'deductible.more': '{left} is more than the deductible of {right}',
  'deductible.notMore': '{left} is not more than the deductible of {right}',
  'deductible.nothing': 'nothing of {loss} is compensated: {out}',
  'deductible.rest': 'it is taken off: {minus} = {out}',
  'deductible.inFull': 'a loss above it is compensated in full: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'deductible.more': '{left} больше франшизы {right}',
  'deductible.notMore': '{left} не больше франшизы {right}',
  'deductible.nothing': 'из {loss} ничего не возмещается: {out}',
  'deductible.rest': 'франшиза вычитается: {minus} = {out}',
  'deductible.inFull': 'убыток больше франшизы возмещается полностью: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'deductible.more': '{left} сомасы {right} франшизасынан көп',
  'deductible.notMore': '{left} сомасы {right} франшизасынан көп емес',
  'deductible.nothing': '{loss} залалынан ештеңе өтелмейді: {out}',
  'deductible.rest': 'франшиза шегеріледі: {minus} = {out}',
  'deductible.inFull': 'франшизадан асатын залал толық өтеледі: {out}',
};

/** The sentences for deductibles. */
export const liabilitySentences: FamilySentences = { en, ru, kk };
