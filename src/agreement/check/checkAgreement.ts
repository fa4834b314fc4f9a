import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { AgreementDocument } from '../language/document.js';
import type { AgreementData } from '../model/agreement.js';
import { defineAgreement, defineModel, placedFindings } from '../model/defineAgreement.js';
import type { Agreement, AgreementContext } from '../model/definedAgreement.js';
import { withReadings } from '../model/withReadings.js';
import type { AgreementFinding } from './agreementFinding.js';
import { computationWarnings, thresholdWarnings } from './computationWarnings.js';
import { nameWarnings } from './nameWarnings.js';
import { postingWarnings } from './postingWarnings.js';
import { readingWarnings } from './readingWarnings.js';
import { tableWarnings } from './tableWarnings.js';
import { WarningList } from './warningList.js';
import { wordWarnings } from './wordWarnings.js';

/**
 * Finds everything that is wrong or doubtful in an agreement. If something prevents it from being computed, under the
 * readings in force or another option, only that is reported. Otherwise:
 *
 * - errors: `clause-unknown`, `reading-unknown`, `reading-target-unknown`, `row-unknown` (an unknown name),
 *   `calendar-missing` (banking days without their calendar), `currency-mixed` (an amount in a currency that no account
 *   has, or two currencies in one computation), `currency-unknown` (an amount whose currency is misspelt),
 *   `language-unknown` (words in a language that does not exist), `case-undecided` (a case without a row);
 * - warnings: `term-unread`, `fact-unread` (a term overridden by a source, a fact that is never used),
 *   `row-unreachable` (a row that never decides), `rows-overlap` (rows about the same facts that match the same case,
 *   with different outcomes, so that their order decides; `over` in the earlier row says that this is intended),
 *   `cap-idle` (a cap that can never bind), `notice-shortened` (a notice day that can roll forwards, or is itself
 *   counted), `reading-idle` (a reading that changes nothing), `event-unanswered`, `field-unread` (an event that no
 *   posting handles, a field of one that none reads), `posting-idle`, `fact-unbound` (a posting without any effect, or
 *   one with a required fact that is not bound), `value-unread` (a value of the account that nothing reads),
 *   `word-missing`, `word-unread` (a missing word for a code or in a language, a word that is not used),
 *   `table-unchecked` (a table with too many cases to check).
 *
 * Each finding names the place, the clause if there is one, and a case in its value.
 *
 * @returns Errors first, each in the order of the agreement; an empty list if there are no errors and warnings.
 * @throws {@link AgreementError} `argument-invalid` if the calendars are not a list of working calendars.
 * @example A value that is not an agreement, and a valid agreement
 * ```ts
 * checkAgreement({} as AgreementDocument, { calendars: [kz] })[0]?.path // => 'format'
 * checkAgreement(agreement.toJSON(), { calendars: [kz] }) // => []
 * ```
 */
export function checkAgreement(document: AgreementDocument, context: AgreementContext): readonly AgreementFinding[] {
  return checked(() => defineAgreement(document, context));
}

/** The same for a model, for tests of single warnings. @internal */
export function checkModel(model: AgreementData, context: AgreementContext): readonly AgreementFinding[] {
  return checked(() => defineModel(model, context));
}

function checked(define: () => Agreement): readonly AgreementFinding[] {
  const { agreement, errors } = validAgreement(define);
  if (agreement === undefined)
    return Object.freeze(errors.map((finding) => ({ ...finding, severity: 'error' as const })));
  const warnings = new WarningList();
  nameWarnings(agreement, warnings);
  computationWarnings(agreement, warnings);
  thresholdWarnings(agreement, warnings);
  tableWarnings(agreement, warnings);
  readingWarnings(agreement, warnings);
  postingWarnings(agreement, warnings);
  wordWarnings(agreement, warnings);
  const found = placedFindings(warnings.findings, agreement).map(
    (finding): AgreementFinding => ({ ...finding, severity: severityOf(finding) }),
  );
  return Object.freeze([
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ]);
}

/** The agreement, if it can be computed under every option of its readings; otherwise the errors that prevent it. */
function validAgreement(define: () => Agreement): {
  readonly agreement?: Agreement;
  readonly errors: readonly Finding[];
} {
  const defined = findingsOf(define);
  if ('errors' in defined) return defined;
  const agreement = defined.made;
  const options = agreement.data.readings.flatMap(({ id, options }) =>
    Object.keys(options).map((option) => ({ [id]: option })),
  );
  const errors = options.flatMap((option) => {
    const found = findingsOf(() => withReadings(agreement, option));
    return 'errors' in found ? found.errors : [];
  });
  return errors.length > 0 ? { errors } : { agreement, errors };
}

function findingsOf<T>(make: () => T): { readonly made: T } | { readonly errors: readonly Finding[] } {
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid') return { errors: error.findings };
    throw error;
  }
}

const warningCodes: readonly string[] = [
  'term-unread',
  'fact-unread',
  'row-unreachable',
  'rows-overlap',
  'cap-idle',
  'notice-shortened',
  'reading-idle',
  'table-unchecked',
  'event-unanswered',
  'field-unread',
  'posting-idle',
  'fact-unbound',
  'value-unread',
  'word-missing',
  'word-unread',
];

function severityOf({ code }: Finding): 'error' | 'warning' {
  return warningCodes.includes(code) ? 'warning' : 'error';
}
