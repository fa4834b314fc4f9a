/** Agreements from the model that is computed with, for tests of single kinds, postings and warnings. */
export { checkModel } from '../../src/agreement/check/checkAgreement.js';
export { defineModel } from '../../src/agreement/model/defineAgreement.js';
