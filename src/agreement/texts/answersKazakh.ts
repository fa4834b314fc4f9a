/** What answers are told with in Kazakh, as it is loaded on demand. */
export { kk as sentences } from '../kinds/sentences/kk.js';
export { errorsKazakh as errors } from './errorsKazakh.js';
export { fieldsKazakh as fields } from './fieldsKazakh.js';
export { statementKazakh as statement } from './statementKazakh.js';
