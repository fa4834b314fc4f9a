import { expect, test } from 'vitest';
import { exceptionNotation } from '../../src/calendars/exceptionNotation.js';

const read = (line: string) =>
  exceptionNotation({
    id: 'MADE-UP',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    sources: [],
    law: 'the-law',
    bases: { 'founders-day': 'the-charter' },
    years: { 2026: line },
  });

test.each([
  {
    line: '05-01 unity-day',
    daysOff: [{ day: '2026-05-01', because: 'unity-day', basis: 'the-law' }],
    workingWeekendDays: [],
    because: 'a holiday rests on the law',
  },
  {
    line: '06-03 founders-day',
    daysOff: [{ day: '2026-06-03', because: 'founders-day', basis: 'the-charter' }],
    workingWeekendDays: [],
    because: 'or on the source named for it',
  },
  {
    line: '03-23 03-21>03-24 nauryz',
    daysOff: [
      { day: '2026-03-23', because: 'nauryz', basis: 'the-law' },
      { day: '2026-03-24', because: 'nauryz', basis: 'the-law', movedFrom: '2026-03-21' },
    ],
    workingWeekendDays: [],
    because: 'several days share a reason, one of them moved by law',
  },
  {
    line: '01-04>>12-31 act-7',
    daysOff: [{ day: '2026-12-31', because: 'moved-by-act', basis: 'act-7', movedFrom: '2026-01-04' }],
    workingWeekendDays: [],
    because: 'moved by act: the day it leaves is a holiday and stays off',
  },
  {
    line: '05-16<>05-15 act-7, 12-16 independence-day',
    daysOff: [
      { day: '2026-05-15', because: 'moved-by-act', basis: 'act-7', movedFrom: '2026-05-16' },
      { day: '2026-12-16', because: 'independence-day', basis: 'the-law' },
    ],
    workingWeekendDays: [{ day: '2026-05-16', because: 'moved-by-act', basis: 'act-7', movedTo: '2026-05-15' }],
    because: 'exchanged by act: the weekend day is worked',
  },
])('$line: $because', ({ line, daysOff, workingWeekendDays }) => {
  expect(read(line)).toEqual({
    id: 'MADE-UP',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    sources: [],
    daysOff,
    workingWeekendDays,
  });
});
