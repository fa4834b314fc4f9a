/** Every version of the data of a calendar has its row in docs/concepts/working-calendars.md, so that an old result can be judged. */
import { readFileSync } from 'node:fs';
import { dayStatus } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/concepts/working-calendars.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| (KZ|RU) \| (\d{4}-\d\d-\d\d) \| (\d{4})-(\d{4}), (\d{4})-(\d{4}) \|/gm)];

it.each([kz, ru])('$id: the last row is the version that is shipped, with what it covers', (calendar) => {
  const [, , version, first, last, firmFirst, firmLast] = rows.filter(([, id]) => id === calendar.id).at(-1) ?? [];
  expect(version).toBe(calendar.version);
  expect(`${first}-01-01`).toBe(calendar.coverage.firstDay.toString());
  expect(`${last}-12-31`).toBe(calendar.coverage.lastDay.toString());
  expect(`${firmFirst}-01-01`).toBe(calendar.coverage.firstDay.toString());
  expect(dayStatus(`${firmLast}-12-31`, calendar).firm).toBe(true);
  if (firmLast !== last) expect(dayStatus(`${Number(firmLast) + 1}-01-01`, calendar).firm).toBe(false);
});
