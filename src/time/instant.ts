import { refuse } from '../errors/agreementError.js';
import { Temporal } from './temporal.js';

/** An instant as an argument: an ISO string with `Z` or an offset, or a `Temporal.Instant` of any implementation. */
export type InstantInput = string | Temporal.Instant;

const instantText = /^([+-]\d{2})?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const instantExpected = 'an instant with Z or an offset, such as "2026-03-02T03:00:00Z" or "2026-03-02T08:00:00+05:00"';

/** @internal */
export function instantOf(input: InstantInput, field: string): Temporal.Instant {
  const text = textOf(input);
  if (text === undefined || text.length > 45 || !instantText.test(text))
    return refuse('instant-invalid', field, input, instantExpected);
  try {
    return Temporal.Instant.from(text);
  } catch {
    return refuse('instant-invalid', field, input, instantExpected);
  }
}

function textOf(input: InstantInput): string | undefined {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  try {
    return (input as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Temporal.Instant'
      ? String(input)
      : undefined;
  } catch {
    return undefined;
  }
}

const timeZoneExpected = 'an IANA time zone such as "Asia/Almaty"';

/**
 * Calls a function that uses a time zone; an unknown zone, or an instant outside the range of Temporal, becomes an
 * AgreementError. @internal
 */
export function inTimeZone<T>(timeZone: string, question: () => T): T {
  if (typeof timeZone !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(timeZone))
    return refuse('time-zone-unknown', 'timeZone', timeZone, timeZoneExpected);
  try {
    return question();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (!isTimeZone(timeZone)) return refuse('time-zone-unknown', 'timeZone', timeZone, timeZoneExpected);
    return refuse(
      'day-out-of-range',
      'timeZone',
      timeZone,
      'a zone in which that instant is within the range of Temporal',
    );
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, timeZone);
    return true;
  } catch {
    return false;
  }
}
