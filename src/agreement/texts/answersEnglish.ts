/** What answers are told with in English, as it is loaded on demand. */
export { en as sentences } from '../kinds/sentences/en.js';
export { errorsEnglish as errors } from './errorsEnglish.js';
export { fieldsEnglish as fields } from './fieldsEnglish.js';
export { statementEnglish as statement } from './statementEnglish.js';
