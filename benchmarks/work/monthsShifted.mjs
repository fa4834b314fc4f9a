/**
 * The day so many months from a day, clamped, for any day from the year 0 on: part of the limit where no calendar bounds the days, so that no
 * table can hold them. Whole 32-bit numbers, after Neri and Schneider (2022).
 */
export function monthsShifted(day, months) {
  // From day number to year, month from March = 3 and day.
  const days = (4 * (day + 719_468) + 3) | 0;
  const century = (days / 146_097) | 0;
  const ofCentury = (days - century * 146_097) | 3;
  const yearOfCentury = (ofCentury / 1461) | 0;
  const ofYear = (2141 * ((ofCentury - yearOfCentury * 1461) >> 2) + 197_913) | 0;
  const dayOfMonth = ((ofYear & 65_535) / 2141) | 0;
  // Months counted from the March of the year 0, then back.
  const month = (100 * century + yearOfCentury) * 12 + (ofYear >> 16) - 3 + months;
  const year = (month / 12) | 0;
  const ofMarch = month - year * 12;
  const hundreds = (year / 100) | 0;
  const start = year * 365 + (year >> 2) - hundreds + (hundreds >> 2) + (((153 * ofMarch + 2) / 5) | 0) - 719_468;
  if (dayOfMonth < 28) return start + dayOfMonth;
  // February, the last month of such a year, has 29 days if the year after is a leap year.
  const next = year + 1;
  const length =
    ofMarch === 11
      ? (next & 3) === 0 && (next % 100 !== 0 || next % 400 === 0)
        ? 29
        : 28
      : 30 + ((0b110_1011_0101 >> ofMarch) & 1);
  return start + Math.min(dayOfMonth, length - 1);
}
