import { AgreementError, type AgreementErrorCode, refuse } from '../../errors/agreementError.js';
import type { ExplainLanguage } from './explain.js';

/** What is wrong, in words. */
export interface ErrorSentence {
  /** The field, or the place in the document. */
  readonly path: string;
  readonly text: string;
}

/**
 * Says in words what an error means: one sentence for each fault it found, or for the error itself where it carries none. Field and value are
 * put in; they are the same in every language.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no `AgreementError`, or for an unknown language.
 * @example
 * ```ts
 * const refused = attempt(() => money('12.345', 'KZT'));
 * const error = refused.ok ? undefined : refused.error;
 * explainError(error as AgreementError, 'en').map(({ text }) => text)
 * // => ['amount is "12.345": not an exact amount']
 * explainError(error as AgreementError, 'ru').map(({ text }) => text)
 * // => ['amount — "12.345": сумма не точна']
 * ```
 */
export function explainError(error: AgreementError, language: ExplainLanguage): readonly ErrorSentence[] {
  if (!(error instanceof AgreementError)) refuse('argument-invalid', 'error', error, 'an AgreementError');
  const texts =
    typeof language === 'string' && Object.hasOwn(languages, language)
      ? languages[language]
      : refuse('argument-invalid', 'language', language, `one of ${Object.keys(languages).join(', ')}`);
  const { field, value } = error.details;
  const faults = error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value }];
  return Object.freeze(
    faults.map(({ path, code, value }) => {
      const meaning = Object.hasOwn(texts.meanings, code)
        ? texts.meanings[code as FaultCode]
        : texts.meanings[error.code];
      const place = path === '' ? texts.wholeFile : path;
      const found = value === 'undefined' ? texts.missing : texts.is;
      return { path, text: `${found.replace('{place}', () => place).replace('{value}', () => value)}: ${meaning}` };
    }),
  );
}

/** Faults that stand in findings only. */
type FaultCode =
  | AgreementErrorCode
  | 'type'
  | 'choice'
  | 'missing'
  | 'unknown'
  | 'duplicate'
  | 'circle'
  | 'day-mismatch';

interface ErrorTexts {
  readonly is: string;
  readonly missing: string;
  readonly wholeFile: string;
  /** A missing text is a type error. */
  readonly meanings: Readonly<Record<FaultCode, string>>;
}

const en: ErrorTexts = {
  is: '{place} is {value}',
  missing: '{place} is not given',
  wholeFile: 'the whole file',
  meanings: {
    'argument-invalid': 'not a value that can stand here',
    'amount-invalid': 'not an exact amount',
    'currency-unknown': 'not a currency that can be used here',
    'currency-mismatch': 'sums of different currencies are never mixed',
    'rate-invalid': 'not a rate; 0.1 % is written "0.001"',
    'rounding-unknown': 'not one of the nine roundings',
    'ratios-invalid': 'nothing can be shared out by this',
    'day-invalid': 'not a day',
    'day-out-of-range': 'beyond the days that can be reckoned with',
    'day-missing-in-month': 'the month does not have this day',
    'instant-invalid': 'not a moment with its time zone',
    'time-zone-unknown': 'not a time zone',
    'limit-invalid': 'not a time limit that can be counted here',
    'range-reversed': 'the last day lies before the first',
    'range-outside-period': 'outside the billing period',
    'rules-invalid': 'not a rule for counting limits',
    'calendar-invalid': 'the calendar contradicts itself',
    'calendar-required': 'working days cannot be counted without a calendar',
    'calendar-not-covered': 'the calendar does not know this day, and it is not guessed',
    'term-not-in-force': 'the terms say nothing for this day',
    'agreement-invalid': 'the agreement cannot be computed',
    'computation-unknown': 'the agreement does not compute this',
    'table-unknown': 'the agreement does not decide this',
    'reading-unknown': 'the agreement has no such reading',
    'fact-missing': 'this fact is needed',
    'fact-invalid': 'not what this fact has to be',
    'events-invalid': 'not what an event has to be',
    'event-in-closed-period': 'the days through this one are closed',
    'event-id-reused': 'another event has this id',
    'state-invalid': 'not the state of an account under this agreement',
    type: 'of the wrong kind',
    choice: 'not one of the values that can stand here',
    missing: 'this has to be given',
    unknown: 'nothing has this name',
    duplicate: 'this name stands twice',
    circle: 'it depends on itself',
    'day-mismatch': 'the moment does not fall on the day',
  },
};

const ru: ErrorTexts = {
  is: '{place} — {value}',
  missing: '{place} — не указано',
  wholeFile: 'файл целиком',
  meanings: {
    'argument-invalid': 'такого значения здесь быть не может',
    'amount-invalid': 'сумма не точна',
    'currency-unknown': 'этой валюты здесь быть не может',
    'currency-mismatch': 'суммы в разных валютах не смешиваются',
    'rate-invalid': 'это не ставка; 0,1 % пишется "0.001"',
    'rounding-unknown': 'это не одно из девяти округлений',
    'ratios-invalid': 'по этому нельзя разделить',
    'day-invalid': 'это не день',
    'day-out-of-range': 'за пределами дней, с которыми можно считать',
    'day-missing-in-month': 'в месяце нет такого дня',
    'instant-invalid': 'это не момент с часовым поясом',
    'time-zone-unknown': 'это не часовой пояс',
    'limit-invalid': 'такой срок здесь нельзя отсчитать',
    'range-reversed': 'последний день раньше первого',
    'range-outside-period': 'за пределами расчётного периода',
    'rules-invalid': 'это не правило исчисления сроков',
    'calendar-invalid': 'календарь противоречит сам себе',
    'calendar-required': 'без календаря рабочие дни не отсчитать',
    'calendar-not-covered': 'календарь не знает этого дня, а угадывать его нельзя',
    'term-not-in-force': 'для этого дня условий нет',
    'agreement-invalid': 'договор нельзя посчитать',
    'computation-unknown': 'договор этого не считает',
    'table-unknown': 'договор этого не решает',
    'reading-unknown': 'такого толкования у договора нет',
    'fact-missing': 'без этого факта не ответить',
    'fact-invalid': 'этот факт должен быть другим',
    'events-invalid': 'событие должно быть другим',
    'event-in-closed-period': 'дни по этот включительно закрыты',
    'event-id-reused': 'этот номер уже у другого события',
    'state-invalid': 'это не состояние счёта по этому договору',
    type: 'значение не того вида',
    choice: 'значения нет среди допустимых',
    missing: 'это надо указать',
    unknown: 'такого имени ни у чего нет',
    duplicate: 'это имя стоит дважды',
    circle: 'зависит само от себя',
    'day-mismatch': 'момент приходится на другой день',
  },
};

/** Not yet reviewed by a native reader. */
const kk: ErrorTexts = {
  is: '{place} — {value}',
  missing: '{place} — көрсетілмеген',
  wholeFile: 'бүкіл файл',
  meanings: {
    'argument-invalid': 'мұнда мұндай мән бола алмайды',
    'amount-invalid': 'сома дәл емес',
    'currency-unknown': 'мұнда бұл валюта бола алмайды',
    'currency-mismatch': 'әртүрлі валютадағы сомалар араласпайды',
    'rate-invalid': 'бұл мөлшерлеме емес; 0,1 % былай жазылады: "0.001"',
    'rounding-unknown': 'бұл тоғыз дөңгелектеудің бірі емес',
    'ratios-invalid': 'бұл бойынша бөлуге болмайды',
    'day-invalid': 'бұл күн емес',
    'day-out-of-range': 'есептеуге болатын күндерден тыс',
    'day-missing-in-month': 'айда мұндай күн жоқ',
    'instant-invalid': 'бұл уақыт белдеуі бар сәт емес',
    'time-zone-unknown': 'бұл уақыт белдеуі емес',
    'limit-invalid': 'мұндай мерзімді мұнда санауға болмайды',
    'range-reversed': 'соңғы күні біріншісінен бұрын',
    'range-outside-period': 'есептік кезеңнен тыс',
    'rules-invalid': 'бұл мерзімді есептеу қағидасы емес',
    'calendar-invalid': 'күнтізбе өзіне өзі қайшы',
    'calendar-required': 'күнтізбесіз жұмыс күндерін санауға болмайды',
    'calendar-not-covered': 'күнтізбе бұл күнді білмейді, ал болжауға болмайды',
    'term-not-in-force': 'бұл күнге шарт талаптары жоқ',
    'agreement-invalid': 'шартты есептеуге болмайды',
    'computation-unknown': 'шарт мұны есептемейді',
    'table-unknown': 'шарт мұны шешпейді',
    'reading-unknown': 'шартта мұндай түсіндіру жоқ',
    'fact-missing': 'бұл дерексіз жауап беруге болмайды',
    'fact-invalid': 'бұл дерек басқаша болуға тиіс',
    'events-invalid': 'оқиға басқаша болуға тиіс',
    'event-in-closed-period': 'осы күнді қоса алғанға дейінгі күндер жабық',
    'event-id-reused': 'бұл нөмір басқа оқиғада тұр',
    'state-invalid': 'бұл осы шарт бойынша шоттың күйі емес',
    type: 'мән басқа түрде болуға тиіс',
    choice: 'рұқсат етілген мәндердің бірі емес',
    missing: 'мұны көрсету керек',
    unknown: 'мұндай атау ештеңеде жоқ',
    duplicate: 'бұл атау екі рет тұр',
    circle: 'өзіне өзі тәуелді',
    'day-mismatch': 'сәт басқа күнге келеді',
  },
};

const languages: Readonly<Record<ExplainLanguage, ErrorTexts>> = { en, ru, kk };
