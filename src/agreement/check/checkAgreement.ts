import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { AgreementDocument } from '../language/document.js';
import type { AgreementData } from '../model/agreement.js';
import {
  type Agreement,
  type AgreementSurroundings,
  defineAgreement,
  defineModel,
  placedFindings,
} from '../model/defineAgreement.js';
import { withReadings } from '../model/withReadings.js';
import { computationDoubts, thresholdDoubts } from './computationDoubts.js';
import { Doubts } from './doubts.js';
import { nameDoubts } from './nameDoubts.js';
import { postingDoubts } from './postingDoubts.js';
import { readingDoubts } from './readingDoubts.js';
import { tableDoubts } from './tableDoubts.js';
import { wordDoubts } from './wordDoubts.js';

/** One thing found in an agreement, and how sure it is that it must be changed. */
export interface AgreementFinding extends Finding {
  /**
   * `fault`: wrong whatever was meant; some question has no answer, or a name leads nowhere. `doubt`: it computes, yet probably not what was
   * meant; whoever knows the text decides.
   */
  readonly severity: 'fault' | 'doubt';
  /** Names, rows and cases in `value`, each by itself, to say it in another language: `{ row: "3", other: "1", case: "paid = true" }`. */
  readonly parts?: Readonly<Record<string, string>>;
}

/**
 * Everything that is wrong or doubtful in an agreement. What keeps it from being computed, under
 * the readings in force or another option, stands alone.
 * Of one that can be computed:
 *
 * - faults: `clause-unknown`, `reading-unknown`, `reading-target-unknown`, `row-unknown` (a name that nothing has), `calendar-missing`
 *   (banking days without their calendar), `currency-mixed` (a sum no account has, or two currencies in one sum), `case-undecided` (a case
 *   without a row);
 * - doubts: `term-unread`, `fact-unread` (a term behind a source, a fact that nothing asks for), `row-unreachable` (a row that never
 *   decides), `rows-overlap` (rows about the same facts that both hold, with different outcomes, so that their order decides; `over`
 *   in the earlier row says that this is meant), `cap-idle` (a cap that can never bind), `notice-shortened` (a notice day
 *   that may roll forwards, or counts itself), `reading-idle` (a reading that changes nothing), `event-unanswered`, `field-unread` (an event no posting answers, a field of one that none reads), `posting-idle`,
 *   `fact-unbound` (a posting without any effect, or one that asks for a fact that nothing gives it), `value-unread`
 *   (what an account keeps and nothing reads), `word-missing`, `word-unread` (a code or a language without its word, a word for nothing),
 *   `table-unchecked` (a table with too many cases to be gone through).
 *
 * Each names the place, the clause where there is one, and one case in its value.
 *
 * @returns Faults first, each in the order of the agreement; an empty list for an agreement without faults and doubts.
 * @throws {@link AgreementError} `argument-invalid` if the calendars are no list of working calendars.
 * @example What is no agreement, and a sound one
 * ```ts
 * checkAgreement({} as AgreementDocument, { calendars: [kz] })[0]?.path // => 'format'
 * checkAgreement(agreement.toJSON(), { calendars: [kz] }) // => []
 * ```
 */
export function checkAgreement(
  document: AgreementDocument,
  surroundings: AgreementSurroundings,
): readonly AgreementFinding[] {
  return checked(() => defineAgreement(document, surroundings));
}

/** The same of a model, for tests of single doubts. @internal */
export function checkModel(model: AgreementData, surroundings: AgreementSurroundings): readonly AgreementFinding[] {
  return checked(() => defineModel(model, surroundings));
}

function checked(define: () => Agreement): readonly AgreementFinding[] {
  const { agreement, faults } = soundAgreement(define);
  if (agreement === undefined)
    return Object.freeze(faults.map((finding) => ({ ...finding, severity: 'fault' as const })));
  const doubts = new Doubts();
  nameDoubts(agreement, doubts);
  computationDoubts(agreement, doubts);
  thresholdDoubts(agreement, doubts);
  tableDoubts(agreement, doubts);
  readingDoubts(agreement, doubts);
  postingDoubts(agreement, doubts);
  wordDoubts(agreement, doubts);
  const found = placedFindings(doubts.findings, agreement).map(
    (finding): AgreementFinding => ({ ...finding, severity: severityOf(finding) }),
  );
  return Object.freeze([
    ...found.filter(({ severity }) => severity === 'fault'),
    ...found.filter(({ severity }) => severity === 'doubt'),
  ]);
}

/** The agreement, if it can be computed under every option of its readings; else what keeps it from that. */
function soundAgreement(define: () => Agreement): {
  readonly agreement?: Agreement;
  readonly faults: readonly Finding[];
} {
  const defined = findingsOf(define);
  if ('faults' in defined) return defined;
  const agreement = defined.made;
  const options = agreement.data.readings.flatMap(({ id, options }) =>
    Object.keys(options).map((option) => ({ [id]: option })),
  );
  const faults = options.flatMap((option) => {
    const found = findingsOf(() => withReadings(agreement, option));
    return 'faults' in found ? found.faults : [];
  });
  return faults.length > 0 ? { faults } : { agreement, faults };
}

function findingsOf<T>(make: () => T): { readonly made: T } | { readonly faults: readonly Finding[] } {
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid') return { faults: error.findings };
    throw error;
  }
}

const doubtful: readonly string[] = [
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

function severityOf({ code }: Finding): 'fault' | 'doubt' {
  return doubtful.includes(code) ? 'doubt' : 'fault';
}
