import type { FamilySentences } from '../explainedPrimitive.js';

const en = {
  'roll.stays': '{day} is a working day and stays',
  'roll.none': 'without a convention no day moves: {out}',
  'roll.moves': '{day} is a day off and moves to {out}',
} as const;

const ru: Readonly<Record<keyof typeof en, string>> = {
  'roll.stays': '{day} — рабочий день, не переносится',
  'roll.none': 'без правила переноса день не переносится: {out}',
  'roll.moves': '{day} — нерабочий день, переносится на {out}',
};

const kk: Readonly<Record<keyof typeof en, string>> = {
  'roll.stays': '{day} — жұмыс күні, ауыспайды',
  'roll.none': 'ауыстыру ережесі болмаса, күн ауыспайды: {out}',
  'roll.moves': '{day} — демалыс күні, ауысатын күні: {out}',
};

/** The sentences for days off that are moved. */
export const rollSentences: FamilySentences = { en, ru, kk };
