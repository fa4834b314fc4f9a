const { calendarDays, countingRules, deadline } = require('oferta');
const { kz } = require('oferta/calendars/kz');

const { lastDay } = deadline({
  trigger: '2026-02-15',
  limit: calendarDays(14),
  rules: countingRules.kzCivilCode,
  calendar: kz,
});
if (String(lastDay) !== '2026-03-02') throw new Error(`the last day is ${lastDay}`);
