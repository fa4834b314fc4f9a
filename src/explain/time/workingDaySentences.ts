import type { FamilySentences } from '../explainedPrimitive.js';
import { rollSentences } from './rollSentences.js';

const en = {
  'workingDays.after': '{limit} after {trigger}: {out}',
  'workingDays.before': '{limit} before {target}: {out}',
  'days.counted': 'from {from} through {through}: {out}',
  'days.worked': 'from {from} through {through}: {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'workingDays.after': 'через {limit:acc} после {trigger}: {out}',
  'workingDays.before': 'за {limit:acc} до {target}: {out}',
  'days.counted': 'с {from} по {through} включительно: {out}',
  'days.worked': 'с {from} по {through} включительно: {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'workingDays.after': '{trigger} күнінен кейін {limit} өткен күн: {out}',
  'workingDays.before': '{target} күнінен {limit} бұрынғы күн: {out}',
  'days.counted': '{from} күнінен {through} күнін қоса алғанда: {out}',
  'days.worked': '{from} күнінен {through} күнін қоса алғанда: {out}',
};

/** The sentences for counting working days. */
export const workingDaySentences: FamilySentences = {
  en: { ...rollSentences.en, ...en },
  ru: { ...rollSentences.ru, ...ru },
  kk: { ...rollSentences.kk, ...kk },
};
