/** The texts of answers in Kazakh, as they are loaded on demand. */
export { kk as sentences } from '../kinds/sentences/kk.js';
export { errorsKazakh as errors } from './errorsKazakh.js';
export { fieldsKazakh as fields } from './fieldsKazakh.js';
export { statementKazakh as statement } from './statementKazakh.js';
