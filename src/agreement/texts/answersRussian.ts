/** The texts of answers in Russian, as they are loaded on demand. */
export { ru as sentences } from '../kinds/sentences/ru.js';
export { errorsRussian as errors } from './errorsRussian.js';
export { fieldsRussian as fields } from './fieldsRussian.js';
export { statementRussian as statement } from './statementRussian.js';
