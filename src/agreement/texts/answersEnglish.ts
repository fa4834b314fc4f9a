/** The sentences of steps and of errors in English, as they are loaded on demand. */
export { en as sentences } from '../kinds/sentences/en.js';
export { errorsEnglish as errors } from './errorsEnglish.js';
