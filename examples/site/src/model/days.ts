/** Days as numbers, to place them on a line or a slider. The package says what a day means for an agreement. */
const millisecondsOfDay = 86_400_000;

/** The number of a day since 1970-01-01; throws a `RangeError` for a text that is no day. */
export function numberOfDay(day: string): number {
  const number = Date.parse(`${day}T00:00Z`) / millisecondsOfDay;
  if (!Number.isInteger(number) || dayOfNumber(number) !== day) throw new RangeError(`${day} is no day`);
  return number;
}

/** The day of such a number. */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Whether a text of an answer is a day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && movedDay(text, 0) !== undefined;
}

/** The day so many days later; undefined where there is none. */
export function movedDay(day: string, days: number): string | undefined {
  try {
    return dayOfNumber(numberOfDay(day) + days);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
