import { attempt, epochDayOf } from '../library.js';

/** Whether a text of an answer is a day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && attempt(() => epochDayOf(text, 'day')).ok;
}
