/** The texts of values, names and outcomes in English, without sentences: what is loaded first on demand. */
export { fieldsEnglish as fields } from './fieldsEnglish.js';
export { statementEnglish as statement } from './statementEnglish.js';
export { valuesEnglish as values } from './valuesEnglish.js';
