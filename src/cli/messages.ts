import type { ExplainLanguage } from '../agreement/explain/explain.js';

/** The messages of the command line; words in braces are inserted. A missing text is a type error. */
export type MessageId =
  | 'noCommand'
  | 'noOption'
  | 'nearest'
  | 'given-twice'
  | 'no-value'
  | 'takes-no-value'
  | 'takesFiles'
  | 'asOfMissing'
  | 'textMissing'
  | 'notEvents'
  | 'otherAgreement'
  | 'nothingComputed'
  | 'clauseComputesNothing'
  | 'optionIs'
  | 'aDay'
  | 'together'
  | 'notRead'
  | 'notWritten'
  | 'notMade'
  | 'wholeFile'
  | 'event'
  | 'possible'
  | 'more'
  | 'reading'
  | 'checking'
  | 'replaying'
  | 'trying'
  | 'noReading'
  | 'noPosition'
  | 'readingForm'
  | 'noQuestion'
  | 'factForm'
  | 'noFact'
  | 'factValue'
  | 'factsNeeded'
  | 'shape.money'
  | 'shape.day'
  | 'shape.instant'
  | 'shape.flag'
  | 'shape.count'
  | 'shape.rate'
  | 'shape.limit'
  | 'shape.text'
  | 'shape.json'
  | 'unknownBecause'
  | 'seeHelp';

type Messages = Readonly<Record<MessageId, string>>;

const en: Messages = {
  noCommand: 'there is no command {name}: it is {known}',
  noOption: '{command} has no option --{option}: it has {known}',
  nearest: '; did you mean {nearest}?',
  'given-twice': '--{option} is given twice',
  'no-value': '--{option} has no value',
  'takes-no-value': '--{option} takes no value',
  takesFiles: '{command} takes {files}, {given} given',
  asOfMissing: '--as-of DAY is missing: there is no clock here',
  textMissing: '--text FILE is missing: the text of the agreement',
  notEvents: '{path}: expected a list of events',
  otherAgreement: '{path}: agreement is {found}, expected {expected}',
  nothingComputed: '{path}: nothing in it is computed or decided',
  clauseComputesNothing: '{path}: clause {clause} computes and decides nothing',
  optionIs: '--{option} is {value}, expected {expected}',
  aDay: 'a day such as 2026-03-02',
  together: 'only one of {options} can be asked for',
  notRead: '{path}: cannot be read: {why}',
  notWritten: '{path}: cannot be written: {why}',
  notMade: '{path}: cannot be made: {why}',
  wholeFile: 'the whole file',
  event: 'event {number} ({id})',
  possible: ' (possible: {values})',
  more: '… and {count} more',
  reading: 'reading {path}',
  checking: 'checking {path}',
  replaying: 'replaying {count} events',
  trying: 'under other readings: {tried} of {count}',
  noReading: '{clause} has no reading; there are readings of {known}',
  noPosition: '{clause} has no reading {position}; it can be read as: {known}',
  readingForm: '--reading is {value}, expected CLAUSE=READING such as {example}',
  noQuestion: 'there is no question {question}; there are: {known}',
  factForm: '{value} is no fact, expected NAME=VALUE',
  noFact: 'there is no fact {name}; it is one of: {known}',
  factValue: '{label}: {value} is not {expected}',
  factsNeeded: 'to answer, these are needed:',
  'shape.money': 'a sum such as 95000.00 {currency}',
  'shape.day': 'a day such as 2026-03-02',
  'shape.instant': 'a moment such as 2026-03-02T09:30:00+05:00',
  'shape.flag': 'yes or no',
  'shape.count': 'a whole number',
  'shape.rate': 'a number such as 0.001',
  'shape.limit': 'a limit such as 5 bankingDays',
  'shape.text': 'a text',
  'shape.json': 'JSON',
  unknownBecause: 'not answered: {why}',
  seeHelp: 'see: oferta {command} --help',
};

const ru: Messages = {
  noCommand: 'команды {name} нет, есть: {known}',
  noOption: 'у {command} нет параметра --{option}, есть: {known}',
  nearest: '; может быть, {nearest}?',
  'given-twice': '--{option} указан дважды',
  'no-value': 'у --{option} нет значения',
  'takes-no-value': 'у --{option} не бывает значения',
  takesFiles: '{command} принимает {files}, указано: {given}',
  asOfMissing: 'не указан --as-of ДЕНЬ: часов здесь нет',
  textMissing: 'нет --text ФАЙЛ: текста соглашения',
  notEvents: '{path}: ожидается список событий',
  otherAgreement: '{path}: соглашение {found}, ожидается {expected}',
  nothingComputed: '{path}: в нём ничего не вычисляется и не решается',
  clauseComputesNothing: '{path}: п. {clause} ничего не вычисляет и не решает',
  optionIs: '--{option}: {value}, а нужно: {expected}',
  aDay: 'день, например 2026-03-02',
  together: 'из {options} можно указать только одно',
  notRead: '{path}: не читается: {why}',
  notWritten: '{path}: не записывается: {why}',
  notMade: '{path}: не создаётся: {why}',
  wholeFile: 'файл целиком',
  event: 'событие {number} ({id})',
  possible: ' (можно: {values})',
  more: '… и ещё {count}',
  reading: 'читается {path}',
  checking: 'проверяется {path}',
  replaying: 'считаются события: {count}',
  trying: 'при других толкованиях: {tried} из {count}',
  noReading: 'у {clause} нет толкований; толкования есть у {known}',
  noPosition: 'у {clause} нет толкования {position}; можно понимать так: {known}',
  readingForm: '--reading: {value}, а нужно ПУНКТ=ТОЛКОВАНИЕ, например {example}',
  noQuestion: 'вопроса {question} нет, есть: {known}',
  factForm: '{value} — не факт, нужно ИМЯ=ЗНАЧЕНИЕ',
  noFact: 'факта {name} нет, есть: {known}',
  factValue: '{label}: {value}, а нужно: {expected}',
  factsNeeded: 'чтобы ответить, нужно знать:',
  'shape.money': 'сумма, например 95000.00 {currency}',
  'shape.day': 'день, например 2026-03-02',
  'shape.instant': 'момент, например 2026-03-02T09:30:00+05:00',
  'shape.flag': 'да или нет',
  'shape.count': 'целое число',
  'shape.rate': 'число, например 0.001',
  'shape.limit': 'срок, например 5 bankingDays',
  'shape.text': 'текст',
  'shape.json': 'JSON',
  unknownBecause: 'нет ответа: {why}',
  seeHelp: 'подробнее: oferta {command} --help',
};

/** Not yet reviewed by a native speaker. */
const kk: Messages = {
  noCommand: '{name} деген команда жоқ, барлары: {known}',
  noOption: '{command} командасында --{option} параметрі жоқ, барлары: {known}',
  nearest: '; мүмкін, {nearest}?',
  'given-twice': '--{option} екі рет берілген',
  'no-value': '--{option} мәні жоқ',
  'takes-no-value': '--{option} мән қабылдамайды',
  takesFiles: '{command} қабылдайтыны: {files}, берілгені: {given}',
  asOfMissing: '--as-of КҮН берілмеген: мұнда сағат жоқ',
  textMissing: '--text ФАЙЛ жоқ: келісімнің мәтіні',
  notEvents: '{path}: оқиғалар тізімі күтіледі',
  otherAgreement: '{path}: келісім {found}, күтілетіні {expected}',
  nothingComputed: '{path}: онда ештеңе есептелмейді және шешілмейді',
  clauseComputesNothing: '{path}: {clause}-тармақ ештеңе есептемейді және шешпейді',
  optionIs: '--{option}: {value}, ал керегі: {expected}',
  aDay: 'күн, мысалы 2026-03-02',
  together: '{options} ішінен біреуін ғана беруге болады',
  notRead: '{path}: оқылмайды: {why}',
  notWritten: '{path}: жазылмайды: {why}',
  notMade: '{path}: құрылмайды: {why}',
  wholeFile: 'бүкіл файл',
  event: '{number}-оқиға ({id})',
  possible: ' (болатыны: {values})',
  more: '… және тағы {count}',
  reading: 'оқылуда: {path}',
  checking: 'тексерілуде: {path}',
  replaying: 'есептелетін оқиғалар: {count}',
  trying: 'басқа түсіндірулерде: {count} ішінен {tried}',
  noReading: '{clause} түсіндірулері жоқ; түсіндірулері бар: {known}',
  noPosition: '{clause} үшін {position} түсіндіруі жоқ; былай түсінуге болады: {known}',
  readingForm: '--reading: {value}, ал керегі ТАРМАҚ=ТҮСІНДІРУ, мысалы {example}',
  noQuestion: '{question} деген сұрақ жоқ, барлары: {known}',
  factForm: '{value} дерек емес, керегі АТАУ=МӘН',
  noFact: '{name} деген дерек жоқ, барлары: {known}',
  factValue: '{label}: {value}, ал керегі: {expected}',
  factsNeeded: 'жауап беру үшін мыналар керек:',
  'shape.money': 'сома, мысалы 95000.00 {currency}',
  'shape.day': 'күн, мысалы 2026-03-02',
  'shape.instant': 'сәт, мысалы 2026-03-02T09:30:00+05:00',
  'shape.flag': 'иә немесе жоқ',
  'shape.count': 'бүтін сан',
  'shape.rate': 'сан, мысалы 0.001',
  'shape.limit': 'мерзім, мысалы 5 bankingDays',
  'shape.text': 'мәтін',
  'shape.json': 'JSON',
  unknownBecause: 'жауап жоқ: {why}',
  seeHelp: 'толығырақ: oferta {command} --help',
};

const messages: Readonly<Record<ExplainLanguage, Messages>> = { en, ru, kk };

/** A message with its words inserted. */
export function message(
  language: ExplainLanguage,
  id: MessageId,
  words: Readonly<Record<string, string | number>> = {},
): string {
  return messages[language][id].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(words, name) ? String(words[name]) : place,
  );
}
