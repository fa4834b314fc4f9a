/** The texts of values, names and outcomes in Russian, without sentences: what is loaded first on demand. */
export { fieldsRussian as fields } from './fieldsRussian.js';
export { statementRussian as statement } from './statementRussian.js';
export { valuesRussian as values } from './valuesRussian.js';
