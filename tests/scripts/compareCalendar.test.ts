import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/compare-calendar.mjs', import.meta.url));
const fixture = (id: string) => fileURLToPath(new URL(`../calendars/fixtures/${id}.json`, import.meta.url));

interface Years {
  years: Record<string, { nonWorking: string[]; workingWeekends: string[] }>;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-calendar-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the script on the built library; the folder of the file is taken out of what it prints. */
function compare(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (stderr.includes('npm run build')) throw new Error(stderr);
  const shown = (text: string) => text.replaceAll(join(folder, '/'), '').trimEnd();
  return { status, lines: shown(stdout).split('\n'), stderr: shown(stderr) };
}

function write(content: string): string {
  const file = join(folder, 'new.json');
  writeFileSync(file, content);
  return file;
}

/** The fixture of a calendar, changed. */
function doctored(id: string, change: (data: Years) => void): string {
  const data = JSON.parse(readFileSync(fixture(id), 'utf8')) as Years;
  change(data);
  return write(JSON.stringify(data));
}

describe('differences', () => {
  test.each(['KZ', 'RU'])('%s: the data it was made from does not differ', (id) => {
    const { status, lines } = compare(id.toLowerCase(), fixture(id));
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${id} .+: no difference, 9 years compared$`))]);
    expect(status).toBe(0);
  });

  test('a day off more, a worked Saturday less: a line each, then the totals', () => {
    const file = doctored('KZ', ({ years }) => {
      years['2026']?.nonWorking.push('2026-08-31');
      const { workingWeekends } = years['2023'] as { workingWeekends: string[] };
      workingWeekends.length = 0;
    });
    const { status, lines } = compare('kz', file);
    expect(lines.slice(0, -1)).toEqual([
      '2023-07-01 Sat: was working, now off',
      '2026-08-31 Mon: was working, now off',
      '2023: was 246 working days, now 245, 1 day differs',
      '2026: was 247 working days, now 246, 1 day differs',
    ]);
    expect(lines.at(-1)).toMatch(/^KZ .+: 2 days differ, 9 years compared$/);
    expect(status).toBe(1);
  });

  test('a day exchanged within a year differs although the totals agree', () => {
    const file = doctored('RU', ({ years }) => {
      const { nonWorking } = years['2027'] as { nonWorking: string[] };
      nonWorking.splice(nonWorking.indexOf('2027-12-31'), 1, '2027-12-30');
    });
    const { status, lines } = compare('ru', file);
    expect(lines.slice(0, -1)).toEqual([
      '2027-12-30 Thu: was working, now off',
      '2027-12-31 Fri: was off, now working',
      '2027: was 247 working days, now 247, 2 days differ',
    ]);
    expect(status).toBe(1);
  });

  test('a file with the next year only: it is new, the shipped years are left alone', () => {
    // 2028 is a leap year that begins on Saturday and ends on Sunday, 53 weekends: 366 - 106 = 260, less one day off
    const file = write(JSON.stringify({ years: { 2028: { nonWorking: ['2028-01-03'], workingWeekends: [] } } }));
    const { status, lines } = compare('ru', file);
    expect(lines.slice(0, -1)).toEqual([
      '2028: not in the shipped calendar, 259 working days in new.json',
      'not in new.json, not compared: 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027',
    ]);
    expect(status).toBe(1);
  });
});

describe('input that cannot be read', () => {
  const year = (nonWorking: unknown, workingWeekends: unknown = []) =>
    JSON.stringify({ years: { 2026: { nonWorking, workingWeekends } } });

  test.each([
    { content: '{ "years": ', message: /^new\.json: is not JSON/ },
    { content: '[]', message: /^new\.json: expected an object with "years"$/ },
    { content: '{}', message: /^new\.json: years is missing or empty/ },
    { content: '{ "country": "RU", "years": {} }', message: /^new\.json: country is "RU", compared with kz$/ },
    { content: '{ "weekend": "Sunday", "years": {} }', message: /^new\.json: weekend is "Sunday"/ },
    { content: '{ "years": { "26": {} } }', message: /^new\.json: years\.26 is not a year$/ },
    { content: '{ "years": { "2026": {} } }', message: /^new\.json: years\.2026\.nonWorking is missing/ },
    { content: year([], 'none'), message: /^new\.json: years\.2026\.workingWeekends is missing/ },
    { content: year(['0607']), message: /^new\.json: years\.2026\.nonWorking\.0 is "0607"/ },
    { content: year(['2026-02-30']), message: /^new\.json: years\.2026\.nonWorking\.0 is "2026-02-30"/ },
    {
      content: year(['2026-07-06', '2025-07-07']),
      message: /^new\.json: years\.2026\.nonWorking\.1 is 2025-07-07, expected a day of/,
    },
    {
      content: year(['2026-05-09']),
      message: /^new\.json: years\.2026\.nonWorking\.0 is 2026-05-09, a Sat, expected a weekday/,
    },
    {
      content: year([], ['2026-05-11']),
      message: /^new\.json: years\.2026\.workingWeekends\.0 is 2026-05-11, a Mon, expected a weekend/,
    },
    {
      content: year(['2026-07-06', '2026-07-06']),
      message: /^new\.json: years\.2026\.nonWorking\.1 is 2026-07-06 for the second time$/,
    },
  ])('$content', ({ content, message }) => {
    const { status, lines, stderr } = compare('kz', write(content));
    expect(stderr).toMatch(message);
    expect(lines).toEqual(['']);
    expect(status).toBe(2);
  });

  test('no such file', () => {
    const { status, stderr } = compare('kz', join(folder, 'absent.json'));
    expect(stderr).toBe('absent.json: cannot be opened (ENOENT)');
    expect(status).toBe(2);
  });

  test.each([[[]], [['by', 'new.json']], [['kz']], [['kz', 'new.json', 'more']]])('arguments %j: the usage', (args) => {
    const { status, stderr } = compare(...args);
    expect(stderr).toBe('usage: node scripts/compare-calendar.mjs kz|ru NEW.json');
    expect(status).toBe(2);
  });
});
