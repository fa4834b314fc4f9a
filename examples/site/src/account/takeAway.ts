/** Writes an account to files; loaded when a file is requested. */
export { statementCalendar, statementCsv } from '../library.js';
