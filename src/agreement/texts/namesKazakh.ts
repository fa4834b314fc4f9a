/** The texts of values, names and outcomes in Kazakh, without sentences: what is loaded first on demand. */
export { fieldsKazakh as fields } from './fieldsKazakh.js';
export { statementKazakh as statement } from './statementKazakh.js';
export { valuesKazakh as values } from './valuesKazakh.js';
