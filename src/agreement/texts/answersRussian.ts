/** The sentences of steps and of errors in Russian, as they are loaded on demand. */
export { ru as sentences } from '../kinds/sentences/ru.js';
export { errorsRussian as errors } from './errorsRussian.js';
