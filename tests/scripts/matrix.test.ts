/** The answers that `npm run matrix` compares everywhere: those of the sources are what is committed. */
import { readFileSync } from 'node:fs';
import * as library from 'oferta';
import * as agreements from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import * as schemas from 'oferta/schemas';
import { expect, test } from 'vitest';
import { answers } from '../../scripts/matrix/answers.mjs';
import { digests } from '../../scripts/matrix/digests.mjs';
import { questions } from '../../scripts/matrix/questions.mjs';

const expected = JSON.parse(
  readFileSync(new URL('../../scripts/matrix/expected.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const given = answers({ library, agreements, schemas, calendars: [kz, ru] }, questions());

test('every call is as worked out by hand', () => {
  expect(given.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
});

test('every answer is what scripts/matrix/expected.json has; `npm run matrix -- --write` after an intended change', () => {
  expect(digests(given)).toEqual(expected);
});
