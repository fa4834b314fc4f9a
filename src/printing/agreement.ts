/** `oferta/agreement` as Node loads it: the same, and `console.log` shows an answer as JSON does, with its steps. */

import { Account } from '../agreement/account/account.js';
import { Decision } from '../agreement/decide/decide.js';
import { ReadingAnswer } from '../agreement/evaluate/acrossReadings.js';
import { ClauseResult } from '../agreement/evaluate/evaluate.js';
import { Agreement } from '../agreement/model/definedAgreement.js';
import { printAs, printAsJson } from './printAs.js';
import { printValues } from './values.js';

export * from '../agreement/index.js';

printAsJson([Account, ClauseResult, Decision, ReadingAnswer]);
printAs(Agreement.prototype, function () {
  const { id, edition } = (this as Agreement).data;
  return `Agreement ${id} ${edition}`;
});
printValues();
