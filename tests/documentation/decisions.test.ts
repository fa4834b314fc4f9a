import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);

test('the index of the decisions lists every page once, in the order of their numbers', () => {
  const pages = readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .sort();
  const index = readFileSync(new URL('README.md', folder), 'utf8');
  const listed = [...index.matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \|/gm)].map(([, number, page]) => ({ number, page }));
  expect(listed.map(({ page }) => page)).toEqual(pages);
  for (const { number, page } of listed) expect(page?.slice(0, 4)).toBe(number);
});
