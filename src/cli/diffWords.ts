import type { ChangedPart } from '../agreement/editions/documentChanges.js';
import type { ScenarioDifference } from '../agreement/editions/scenarioChanges.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';

/** The words of a comparison of two editions. */
export interface DiffWords {
  readonly heading: string;
  readonly inForceFrom: string;
  readonly same: string;
  readonly clauses: string;
  readonly elsewhere: string;
  readonly rules: string;
  readonly scenario: string;
  readonly unchanged: string;
  readonly refused: string;
  readonly was: string;
  readonly is: string;
  readonly nothing: string;
  readonly noLastDay: string;
  readonly isNow: Readonly<Record<'added' | 'removed' | 'changed', string>>;
  readonly parts: Readonly<Record<ChangedPart, string>>;
  readonly about: Readonly<Record<ScenarioDifference['about'], string>>;
}

/** By language. */
export const diffWords: Readonly<Record<ExplainLanguage, DiffWords>> = {
  en: {
    heading: '{name}: edition {before} and edition {after}',
    inForceFrom: 'in force from {before}, and from {after}',
    same: 'The two editions do not differ.',
    clauses: 'Clauses that changed',
    elsewhere: 'Changes outside the clauses',
    rules: 'Rules that changed',
    scenario: '{name}, as of {day}',
    unchanged: 'no amount and no day changes',
    refused: 'edition {edition} refuses these events: {finding}',
    was: 'was',
    is: 'is',
    nothing: 'nothing',
    noLastDay: 'no last day',
    isNow: { added: 'new', removed: 'removed', changed: 'changed' },
    parts: {
      head: 'general terms',
      words: 'words',
      term: 'terms',
      row: 'rows of tables',
      reading: 'readings',
      posting: 'postings',
      fact: 'facts',
      event: 'events',
      wallet: 'wallets',
      ending: 'end of the account',
      note: 'notes',
    },
    about: {
      balance: 'balance',
      toPay: 'to pay',
      wallet: 'wallet',
      entry: 'entry',
      entryDay: 'day of the entry',
      accrual: 'accruing',
      deadline: 'deadline',
      right: 'last day of the right',
      status: 'status',
      remark: 'decision or status',
    },
  },
  ru: {
    heading: '{name}: редакции {before} и {after}',
    inForceFrom: 'действуют с {before} и с {after}',
    same: 'Редакции не различаются.',
    clauses: 'Изменившиеся пункты',
    elsewhere: 'Изменения вне пунктов',
    rules: 'Изменившиеся правила',
    scenario: '{name}, на {day}',
    unchanged: 'ни суммы, ни дни не меняются',
    refused: 'редакция {edition} не принимает эти события: {finding}',
    was: 'было',
    is: 'стало',
    nothing: 'нет',
    noLastDay: 'без последнего дня',
    isNow: { added: 'новый', removed: 'исключён', changed: 'изменён' },
    parts: {
      head: 'общие условия',
      words: 'слова',
      term: 'условия',
      row: 'строки таблиц',
      reading: 'прочтения',
      posting: 'проводки',
      fact: 'факты',
      event: 'события',
      wallet: 'кошельки',
      ending: 'конец счёта',
      note: 'примечания',
    },
    about: {
      balance: 'баланс',
      toPay: 'к оплате',
      wallet: 'кошелёк',
      entry: 'запись',
      entryDay: 'день записи',
      accrual: 'начисляется',
      deadline: 'срок',
      right: 'последний день права',
      status: 'статус',
      remark: 'решение или статус',
    },
  },
  kk: {
    heading: '{name}: {before} және {after} редакциялары',
    inForceFrom: '{before} және {after} бастап қолданылады',
    same: 'Редакциялар арасында айырма жоқ.',
    clauses: 'Өзгерген тармақтар',
    elsewhere: 'Тармақтардан тыс өзгерістер',
    rules: 'Өзгерген ережелер',
    scenario: '{name}, {day} күнгі жағдай',
    unchanged: 'сомалар да, күндер де өзгермейді',
    refused: '{edition} редакциясы бұл оқиғаларды қабылдамайды: {finding}',
    was: 'болған',
    is: 'болды',
    nothing: 'жоқ',
    noLastDay: 'соңғы күні жоқ',
    isNow: { added: 'жаңа', removed: 'алып тасталды', changed: 'өзгерді' },
    parts: {
      head: 'жалпы талаптар',
      words: 'сөздер',
      term: 'талаптар',
      row: 'кесте жолдары',
      reading: 'оқылымдар',
      posting: 'жазбалар',
      fact: 'фактілер',
      event: 'оқиғалар',
      wallet: 'әмияндар',
      ending: 'шоттың аяқталуы',
      note: 'ескертпелер',
    },
    about: {
      balance: 'баланс',
      toPay: 'төлеуге',
      wallet: 'әмиян',
      entry: 'жазба',
      entryDay: 'жазба күні',
      accrual: 'есептеліп жатыр',
      deadline: 'мерзім',
      right: 'құқықтың соңғы күні',
      status: 'күй',
      remark: 'шешім немесе күй',
    },
  },
};
