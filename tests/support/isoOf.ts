/** A day counted from 1 January 1970 as an ISO date, by JavaScript's own calendar and not by the package's. */
export function isoOf(epochDay: number): string {
  return new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
}
