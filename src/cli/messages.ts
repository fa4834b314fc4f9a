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
  | 'seeHelp'
  | 'warning'
  | 'clause'
  | 'noFindings'
  | 'notFormatted'
  | 'next'
  | 'noFile'
  | 'isFolder'
  | 'noAccess'
  | 'tooLarge'
  | 'utf16'
  | 'notUtf8'
  | 'isThere'
  | 'textParts'
  | 'noRecord'
  | 'clause-not-found'
  | 'clause-unknown'
  | 'clause-unrecorded'
  | 'text-changed'
  | 'figure-changed'
  | 'figure-unused'
  | 'term-not-in-text'
  | 'words-differ'
  | 'acceptance-idle'
  | 'acceptance-idle-figure'
  | 'nothing'
  | 'stepsSame'
  | 'ownFacts'
  | 'takenAsGiven'
  | 'differs'
  | 'unreadable'
  | 'agreement-differs'
  | 'reading-differs'
  | 'fact-differs'
  | 'term-differs'
  | 'operand-differs'
  | 'outcome-differs'
  | 'step-out-of-place'
  | 'rule-differs'
  | 'value-differs'
  | 'clause-differs'
  | 'expectedIs';

type Messages = Readonly<Record<MessageId, string>>;

const en: Messages = {
  noCommand: 'there is no command {name}; the commands are: {known}',
  noOption: '{command} has no option --{option}; its options are: {known}',
  nearest: '; did you mean {nearest}?',
  'given-twice': '--{option} is given twice',
  'no-value': '--{option} has no value',
  'takes-no-value': '--{option} takes no value',
  takesFiles: '{command} takes {files}, {given} given',
  asOfMissing: '--as-of DAY is missing: the command reads no clock',
  textMissing: '--text FILE is missing: the text of the agreement',
  notEvents: '{path}: expected a list of events',
  otherAgreement: '{path}: agreement is {found}, expected {expected}',
  nothingComputed: '{path}: nothing in it is computed or decided',
  clauseComputesNothing: '{path}: clause {clause} computes and decides nothing',
  optionIs: '--{option} is {value}, expected {expected}',
  aDay: 'a day such as 2026-03-02',
  together: 'only one of {options} can be given',
  notRead: '{path}: cannot be read: {why}',
  notWritten: '{path}: cannot be written: {why}',
  notMade: '{path}: cannot be created: {why}',
  wholeFile: 'the whole file',
  event: 'event {number} ({id})',
  possible: ' (possible: {values})',
  more: 'at most {count} are listed; there may be more',
  reading: 'reading {path}',
  checking: 'checking {path}',
  replaying: 'replaying {count} events',
  trying: 'under other readings: {tried} of {count}',
  noReading: '{clause} has no reading; there are readings of {known}',
  noPosition: '{clause} has no reading {position}; it can be read as: {known}',
  readingForm: '--reading is {value}, expected CLAUSE=READING such as {example}',
  noQuestion: 'there is no question {question}; there are: {known}',
  factForm: '{value} is not a fact, expected NAME=VALUE',
  noFact: 'there is no fact {name}; it is one of: {known}',
  factValue: '{label}: {value}, expected {expected}',
  factsNeeded: 'the answer needs these facts:',
  'shape.money': 'an amount such as 95000.00 {currency}',
  'shape.day': 'a day such as 2026-03-02',
  'shape.instant': 'an instant such as 2026-03-02T09:30:00+05:00',
  'shape.flag': 'yes or no',
  'shape.count': 'a whole number',
  'shape.rate': 'a number such as 0.001',
  'shape.limit': 'a limit such as 5 bankingDays',
  'shape.text': 'a text',
  'shape.json': 'JSON',
  unknownBecause: 'not answered: {why}',
  seeHelp: 'see: oferta {command} --help',
  warning: 'warning',
  clause: 'clause {clause}',
  noFindings: '{path}: no findings',
  notFormatted: '{path}: not formatted',
  next: 'Next:',
  noFile: 'there is no such file',
  isFolder: 'it is a folder',
  noAccess: 'it may not be read or written',
  utf16: 'it is in UTF-16: save it in UTF-8',
  notUtf8: 'it is not in UTF-8: save it in UTF-8',
  tooLarge: 'it has {size} bytes, at most {most} are read',
  isThere: '{paths} is there already, and nothing is overwritten',
  textParts: '{path}: {count} parts of the text, no findings',
  noRecord: '{path} is missing: --write records the text',
  'clause-not-found': 'clause {clause}: the text has no such clause',
  'clause-unknown': 'clause {clause}: the agreement has no such clause',
  'clause-unrecorded': 'clause {clause}: its text was never recorded',
  'text-changed': 'clause {clause}: its text changed since it was recorded',
  'figure-changed': 'clause {clause}: was {was}, is {is}',
  'figure-unused': 'clause {clause}: {figure} is in the text, and nothing computes with it',
  'term-not-in-text': 'clause {clause}: {figure} is computed with, and is not in the text of the clause',
  'words-differ': 'clause {clause}: {figure} in digits is {is} in words',
  'acceptance-idle': 'clause {clause}: a difference is accepted that is not there',
  'acceptance-idle-figure': 'clause {clause}: a difference about {figure} is accepted that is not there',
  nothing: 'nothing',
  stepsSame: '{path}: every step comes out the same',
  ownFacts: 'The facts are those in the result itself: nothing says that they are those of the case.',
  takenAsGiven: 'Taken as given, to be checked by hand:',
  differs: '{path}: {place} is {found}, expected {expected} [{code}]',
  unreadable: 'it cannot be read',
  'agreement-differs': 'the agreement is another',
  'reading-differs': 'the reading is another',
  'fact-differs': 'the fact is another',
  'term-differs': 'the agreement says otherwise',
  'operand-differs': 'the steps before give something else',
  'outcome-differs': 'the step comes out otherwise',
  'step-out-of-place': 'this step does not belong here',
  'rule-differs': 'the rule is another',
  'value-differs': 'the steps lead to something else',
  'clause-differs': 'the clauses are others',
  expectedIs: 'expected {expected}',
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
  more: 'перечислено не больше {count}; может быть больше',
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
  warning: 'предупреждение',
  clause: 'п. {clause}',
  noFindings: '{path}: замечаний нет',
  notFormatted: '{path}: записан иначе',
  next: 'Дальше:',
  noFile: 'такого файла нет',
  isFolder: 'это папка',
  noAccess: 'нет доступа',
  utf16: 'он в UTF-16, сохраните его в UTF-8',
  notUtf8: 'он не в UTF-8, сохраните его в UTF-8',
  tooLarge: 'в нём {size} байт, а читается не больше {most}',
  isThere: '{paths} уже есть, а поверх ничего не пишется',
  textParts: '{path}: частей текста: {count}, замечаний нет',
  noRecord: 'файла {path} нет: его записывает --write',
  'clause-not-found': 'п. {clause}: в тексте такого пункта нет',
  'clause-unknown': 'п. {clause}: в договоре такого пункта нет',
  'clause-unrecorded': 'п. {clause}: его текст ещё не записан',
  'text-changed': 'п. {clause}: текст изменился после записи',
  'figure-changed': 'п. {clause}: было {was}, стало {is}',
  'figure-unused': 'п. {clause}: в тексте есть {figure}, но с этим ничего не считается',
  'term-not-in-text': 'п. {clause}: считается с {figure}, а в тексте пункта этого нет',
  'words-differ': 'п. {clause}: цифрами {figure}, а словами {is}',
  'acceptance-idle': 'п. {clause}: принято расхождение, которого нет',
  'acceptance-idle-figure': 'п. {clause}: принято расхождение о {figure}, которого нет',
  nothing: 'ничего',
  stepsSame: '{path}: каждый шаг сошёлся',
  ownFacts: 'Факты взяты из самого ответа: те ли они, что в деле, ничто не говорит.',
  takenAsGiven: 'Принято на веру, проверить вручную:',
  differs: '{path}: {place}: стоит {found}; {why} [{code}]',
  unreadable: 'это нельзя прочесть',
  'agreement-differs': 'договор другой',
  'reading-differs': 'толкование другое',
  'fact-differs': 'факт другой',
  'term-differs': 'в договоре сказано иначе',
  'operand-differs': 'прежние шаги дают другое',
  'outcome-differs': 'шаг даёт другое',
  'step-out-of-place': 'этому шагу здесь не место',
  'rule-differs': 'правило другое',
  'value-differs': 'шаги ведут к другому',
  'clause-differs': 'пункты другие',
  expectedIs: 'должно быть {expected}',
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
  more: 'ең көбі {count} көрсетілген; одан көп болуы мүмкін',
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
  warning: 'ескерту',
  clause: '{clause}-тармақ',
  noFindings: '{path}: ескертулер жоқ',
  notFormatted: '{path}: басқаша жазылған',
  next: 'Әрі қарай:',
  noFile: 'мұндай файл жоқ',
  isFolder: 'бұл қалта',
  noAccess: 'рұқсат жоқ',
  utf16: 'ол UTF-16 кодында, UTF-8 кодында сақтаңыз',
  notUtf8: 'ол UTF-8 кодында емес, UTF-8 кодында сақтаңыз',
  tooLarge: 'онда {size} байт, ал {most} байттан артық оқылмайды',
  isThere: '{paths} бұрыннан бар, ал үстінен ештеңе жазылмайды',
  textParts: '{path}: мәтін бөліктері: {count}, ескертулер жоқ',
  noRecord: '{path} жоқ: оны --write жазады',
  'clause-not-found': '{clause}-тармақ: мәтінде мұндай тармақ жоқ',
  'clause-unknown': '{clause}-тармақ: шартта мұндай тармақ жоқ',
  'clause-unrecorded': '{clause}-тармақ: мәтіні әлі жазылмаған',
  'text-changed': '{clause}-тармақ: мәтіні жазылғаннан кейін өзгерген',
  'figure-changed': '{clause}-тармақ: болған: {was}, болды: {is}',
  'figure-unused': '{clause}-тармақ: мәтінде {figure} бар, бірақ онымен ештеңе есептелмейді',
  'term-not-in-text': '{clause}-тармақ: {figure} есепке алынады, ал тармақтың мәтінінде жоқ',
  'words-differ': '{clause}-тармақ: цифрмен {figure}, ал сөзбен {is}',
  'acceptance-idle': '{clause}-тармақ: жоқ айырмашылық қабылданған',
  'acceptance-idle-figure': '{clause}-тармақ: {figure} туралы жоқ айырмашылық қабылданған',
  nothing: 'ештеңе',
  stepsSame: '{path}: әр қадам дәл шықты',
  ownFacts: 'Деректер жауаптың өзінен алынды: олардың істегі деректер екенін ештеңе айтпайды.',
  takenAsGiven: 'Сол күйінде қабылданды, қолмен тексеріледі:',
  differs: '{path}: {place}: тұрғаны {found}; {why} [{code}]',
  unreadable: 'мұны оқуға болмайды',
  'agreement-differs': 'шарт басқа',
  'reading-differs': 'түсіндіру басқа',
  'fact-differs': 'дерек басқа',
  'term-differs': 'шартта басқаша айтылған',
  'operand-differs': 'алдыңғы қадамдар басқаны береді',
  'outcome-differs': 'қадам басқаны береді',
  'step-out-of-place': 'бұл қадамның орны мұнда емес',
  'rule-differs': 'қағида басқа',
  'value-differs': 'қадамдар басқаға әкеледі',
  'clause-differs': 'тармақтар басқа',
  expectedIs: 'болуға тиісі: {expected}',
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
