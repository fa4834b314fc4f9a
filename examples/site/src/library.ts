/** All that the pages take from the package, in one place: what is not yet public is marked. */
export {
  AgreementError,
  attempt,
  dayStatus,
  formatDay,
  formatMoney,
  isMoney,
  type MoneyJson,
  money,
  subtractMoney,
  type WorkingCalendar,
} from 'oferta';
export {
  type AccountEvent,
  type Agreement,
  type AgreementDocument,
  type ClauseResult,
  type CompiledAgreement,
  type DecidedOutcome,
  type Decision,
  decide,
  defineAgreement,
  type ExplainLanguage,
  evaluate,
  explain,
  explainError,
  explainStatement,
  type Facts,
  type FailedCondition,
  type LanguageExtent,
  loadCompiledAgreement,
  loadLanguage,
  type RefundOnRequest,
  refundsOnRequest,
  replay,
  type Statement,
  type StatementPart,
  type ValueShape,
  withReadings,
} from 'oferta/agreement';
// Not public: how values and names are written, and the moments of an agreement's own clock.
export { touchingReadings } from '../../../src/agreement/evaluate/readingSets.js';
export { happeningsByDay } from '../../../src/agreement/statement/happenings.js';
export { Wording } from '../../../src/agreement/statement/wording.js';
export { statementCalendar } from '../../../src/cli/statementCalendar.js';
export { statementCsv } from '../../../src/cli/statementCsv.js';
export { epochDayOf } from '../../../src/time/dayInput.js';
export { isoOfEpochDay } from '../../../src/time/epochDay.js';
export { Temporal } from '../../../src/time/temporal.js';
