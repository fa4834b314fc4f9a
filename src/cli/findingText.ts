import type { AgreementFinding } from '../agreement/check/agreementFinding.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Finding } from '../errors/agreementError.js';

/**
 * What `check` found beside errors, in the words of a language: what stands in the wrong place is put in, and the parts of the finding. Undefined
 * for what `explainError` has a sentence for, and in English, in which findings say for themselves what was expected.
 */
export function findingText(
  { code, value, parts = {} }: Finding & Partial<AgreementFinding>,
  language: ExplainLanguage,
): string | undefined {
  if (language === 'en') return undefined;
  const texts = languages[language];
  const hasCase = parts['other'] !== undefined;
  const id = code === 'row-unreachable' && !hasCase ? 'row-never-met' : code;
  if (!Object.hasOwn(texts, id)) return undefined;
  const words: Readonly<Record<string, string>> = { value, ...parts };
  return texts[id as DoubtId].replace(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);
}

/** Codes of findings that only `check` has. */
type DoubtId =
  | 'clause-unknown'
  | 'reading-target-unknown'
  | 'row-unknown'
  | 'calendar-missing'
  | 'currency-mixed'
  | 'case-undecided'
  | 'term-unread'
  | 'fact-unread'
  | 'row-unreachable'
  | 'row-never-met'
  | 'rows-overlap'
  | 'cap-idle'
  | 'notice-shortened'
  | 'reading-idle'
  | 'event-unanswered'
  | 'field-unread'
  | 'posting-idle'
  | 'fact-unbound'
  | 'value-unread'
  | 'word-missing'
  | 'word-unread'
  | 'language-unknown'
  | 'currency-unknown'
  | 'table-unchecked';

/** A missing text is a type error. */
type DoubtTexts = Readonly<Record<DoubtId, string>>;

const ru: DoubtTexts = {
  'clause-unknown': 'пункта {clause} в договоре нет',
  'reading-target-unknown': 'изменяется {value}, а этого в договоре нет',
  'row-unknown': 'ниже нет строки {value}',
  'calendar-missing': 'отсчитываются банковские дни, а календарь для них не назван (calendars.banking)',
  'currency-mixed': 'сумма {value}: таких валют у счетов нет, или в одном вычислении две валюты',
  'case-undecided': 'ни одна строка не решает случай: {value}',
  'term-unread': 'условие {term} не читается: {argument} всегда берётся из другого места',
  'fact-unread': 'о факте {fact} никто не спрашивает: ответы от него не зависят',
  'row-unreachable': 'строка {row} ничего не решает; случай {case} решает строка {other}',
  'row-never-met': 'строка {row} ничего не решает: таких случаев нет',
  'rows-overlap': 'строки {row} и {other} подходят обе, и решает порядок: {case}',
  'cap-idle': 'предел никогда не достигается',
  'notice-shortened':
    'до срока может остаться меньше, чем сказано: день уведомления переносится вперёд или считается сам',
  'reading-idle': 'толкование {option} ничего не меняет',
  'event-unanswered': 'на событие {value} ничто не отвечает',
  'field-unread': 'поле {value} никто не читает: что бы в нём ни стояло, счёт тот же',
  'posting-idle': '{value} ничего не делает: ни суммы, ни изменения, ни срока, ни права',
  'fact-unbound': 'факт {value} нужен, но взять его неоткуда',
  'value-unread': '{value} хранится, но никем не читается',
  'word-missing': 'слова есть не на всех языках: {value}',
  'word-unread': 'код {value} нигде не встречается',
  'language-unknown': 'нет такого языка: {value}',
  'currency-unknown': 'такой валюты нет: {value}',
  'table-unchecked': 'случаев слишком много, чтобы проверить все',
};

/** Not yet reviewed by a native reader. */
const kk: DoubtTexts = {
  'clause-unknown': 'шартта {clause}-тармақ жоқ',
  'reading-target-unknown': '{value} өзгертіледі, ал шартта ондай жоқ',
  'row-unknown': 'төменде {value}-жол жоқ',
  'calendar-missing': 'банк күндері саналады, бірақ олардың күнтізбесі аталмаған (calendars.banking)',
  'currency-mixed': '{value} сомасы: шоттарда мұндай валюта жоқ немесе бір есепте екі валюта бар',
  'case-undecided': 'бұл жағдайды ешбір жол шешпейді: {value}',
  'term-unread': '{term} талабы оқылмайды: {argument} әрқашан басқа жерден алынады',
  'fact-unread': '{fact} дерегін ешкім сұрамайды: жауаптар оған тәуелді емес',
  'row-unreachable': '{row}-жол ештеңе шешпейді; {case} жағдайын {other}-жол шешеді',
  'row-never-met': '{row}-жол ештеңе шешпейді: мұндай жағдай жоқ',
  'rows-overlap': '{row}- және {other}-жолдардың екеуі де сай келеді, рет шешеді: {case}',
  'cap-idle': 'шекке ешқашан жетпейді',
  'notice-shortened': 'мерзімге айтылғаннан аз қалуы мүмкін: хабарлама күні алға жылжиды немесе өзі саналады',
  'reading-idle': '{option} түсіндіруі ештеңе өзгертпейді',
  'event-unanswered': '{value} оқиғасына ештеңе жауап бермейді',
  'field-unread': '{value} өрісін ешкім оқымайды: онда не тұрса да, шот сол күйінде',
  'posting-idle': '{value} ештеңе жасамайды: сома да, өзгеріс те, мерзім де, құқық та жоқ',
  'fact-unbound': '{value} дерегі керек, бірақ оны алатын жер жоқ',
  'value-unread': '{value} сақталады, бірақ ешкім оқымайды',
  'word-missing': 'сөздер барлық тілде бірдей емес: {value}',
  'word-unread': '{value} коды еш жерде кездеспейді',
  'language-unknown': 'мұндай тіл жоқ: {value}',
  'currency-unknown': 'мұндай валюта жоқ: {value}',
  'table-unchecked': 'жағдайлар тым көп, бәрін тексеру мүмкін емес',
};

const languages: Readonly<Record<Exclude<ExplainLanguage, 'en'>, DoubtTexts>> = { ru, kk };
