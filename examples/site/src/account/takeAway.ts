/** What writes an account into files; loaded when somebody asks for one. */
export { statementCalendar, statementCsv } from '../library.js';
