import { calendarDays, countingRules, deadline, money } from 'oferta';
import { kz } from 'oferta/calendars/kz';

const { lastDay } = deadline({
  trigger: '2026-02-15',
  limit: calendarDays(14),
  rules: countingRules.kzCivilCode,
  calendar: kz,
});
if (String(lastDay) !== '2026-03-02') throw new Error(`the last day is ${lastDay}`);
if (String(money('120', 'KZT')) !== '120.00 KZT') throw new Error('the sum is not 120.00 KZT');
