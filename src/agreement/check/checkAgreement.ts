import { AgreementError, type Finding } from '../../errors/agreementError.js';
import type { AgreementData } from '../model/agreement.js';
import { type Agreement, type AgreementSurroundings, defineAgreement } from '../model/defineAgreement.js';
import { Faults } from '../model/value.js';
import { computationDoubts } from './computationDoubts.js';
import { nameDoubts } from './nameDoubts.js';
import { readingDoubts } from './readingDoubts.js';
import { tableDoubts } from './tableDoubts.js';

/**
 * Everything that is wrong or doubtful in an agreement. What is wrong keeps it from being computed, and stands alone: it is what
 * `defineAgreement` throws. What is doubtful computes, yet probably not what was meant:
 *
 * - `term-unread`, `fact-unread`: a term behind a source, a declared fact that nothing asks for;
 * - `clause-unknown`, `reading-unknown`, `reading-target-unknown`: a name that nothing has;
 * - `row-unreachable`, `case-undecided`, `rows-overlap`: a row that never decides, a case without a row, two rows about the same facts that
 *   both hold with different outcomes, so that their order decides. All cases are gone through, by the comparisons of the rows;
 * - `cap-idle`, `calendar-missing`, `currency-mixed`: a cap that can never bind, banking days without their calendar, sums of two currencies;
 * - `reading-idle`, `reading-unlisted`, and under a reading's option whatever would be wrong then.
 *
 * Each finding names the place, the clause where there is one, and one case in its value.
 *
 * @returns An empty list for an agreement without faults and doubts.
 * @throws {@link AgreementError} `argument-invalid` if the calendars are no list of working calendars.
 * @example
 * ```ts
 * checkAgreement({} as AgreementData, { calendars: [kz] })[0]?.path // => 'format'
 * ```
 */
export function checkAgreement(data: AgreementData, surroundings: AgreementSurroundings): readonly Finding[] {
  let agreement: Agreement;
  try {
    agreement = defineAgreement(data, surroundings);
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid')
      return Object.freeze([...error.findings]);
    throw error;
  }
  const faults = new Faults();
  nameDoubts(agreement, faults);
  computationDoubts(agreement, faults);
  tableDoubts(agreement, faults);
  readingDoubts(agreement, faults);
  return Object.freeze(faults.findings);
}
