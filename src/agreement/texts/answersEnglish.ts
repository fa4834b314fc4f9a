/** The texts of answers in English, as they are loaded on demand. */
export { en as sentences } from '../kinds/sentences/en.js';
export { errorsEnglish as errors } from './errorsEnglish.js';
export { fieldsEnglish as fields } from './fieldsEnglish.js';
export { statementEnglish as statement } from './statementEnglish.js';
