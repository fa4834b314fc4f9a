/** The sentences of steps and of errors in Kazakh, as they are loaded on demand. */
export { kk as sentences } from '../kinds/sentences/kk.js';
export { errorsKazakh as errors } from './errorsKazakh.js';
