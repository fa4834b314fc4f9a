import { readFileSync } from 'node:fs';

/** One year of a fixture: what statute and acts give, written down apart from the code. */
interface OfficialYear {
  readonly nonWorking: readonly string[];
  readonly workingWeekends: readonly string[];
  readonly workingDays: number;
  readonly officialWorkingDays: number | null;
  readonly movedAutomatically: readonly (readonly [from: string, to: string])[];
  readonly movedByDecree: readonly (readonly [from: string, to: string])[];
  readonly decreeDays?: { readonly dates: readonly string[] };
}

/** A fixture of this folder. */
export interface OfficialDays {
  readonly coverage: { readonly from: string; readonly to: string };
  readonly firmCoverageTo: string;
  readonly compiled: string;
  readonly years: Readonly<Record<string, OfficialYear>>;
}

/** Reads `fixtures/KZ.json` or `fixtures/RU.json`. */
export function officialDays(id: 'KZ' | 'RU'): OfficialDays {
  return JSON.parse(readFileSync(new URL(`./fixtures/${id}.json`, import.meta.url), 'utf8')) as OfficialDays;
}

/** Every day of a year, as ISO text, by the clock of the machine's Date and not by the library. */
export function everyDay(year: string): readonly string[] {
  const days: string[] = [];
  const end = Date.UTC(Number(year) + 1, 0, 1);
  for (let at = Date.UTC(Number(year), 0, 1); at < end; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
