// What a consumer writes, against the declarations of the package alone.
import {
  AgreementError,
  attempt,
  calendarDays,
  countingRules,
  type Deadline,
  deadline,
  type Money,
  money,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';

const due: Deadline = deadline({
  trigger: '2026-02-15',
  limit: calendarDays(14),
  rules: countingRules.kzCivilCode,
  calendar: kz,
});
const day: string = due.lastDay.toString();
const price: Money<'KZT'> = money('120.00', 'KZT');
const outcome = attempt(() => money('12.345', 'KZT'));
const code: string | undefined =
  outcome.ok || !(outcome.error instanceof AgreementError) ? undefined : outcome.error.code;

// @ts-expect-error Days are not counted in hours.
deadline({ trigger: day, limit: { count: 1, unit: 'hours' }, rules: countingRules.asWritten });
// @ts-expect-error A counting rule has no default.
deadline({ trigger: day, limit: calendarDays(1) });
// @ts-expect-error A currency is not an invention.
money('1.00', 'XXXX');

export { code, day, price };
