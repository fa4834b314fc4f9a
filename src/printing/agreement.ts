/** `oferta/agreement` for Node: in addition, `console.log` shows an answer like its JSON, with its steps. */

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
