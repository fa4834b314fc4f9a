import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../scripts/mutation/equivalents/', import.meta.url);

describe('changes listed as those no test can notice', () => {
  const files = readdirSync(folder);

  test('there are some', () => expect(files.length).toBeGreaterThan(0));

  test.each(files)('%s: each is about a line that is there, and says why', async (file) => {
    const { equivalents } = (await import(new URL(file, folder).href)) as {
      equivalents: Record<string, readonly { code: string; because: string }[]>;
    };
    for (const [source, changes] of Object.entries(equivalents)) {
      const lines = new Set(
        readFileSync(new URL(`../../src/${source}`, import.meta.url), 'utf8')
          .split('\n')
          .map((line) => line.trim()),
      );
      expect(
        changes.filter(({ code }) => !lines.has(code)).map(({ code }) => code),
        source,
      ).toEqual([]);
      expect(
        changes.filter(({ because }) => because.length < 10),
        source,
      ).toEqual([]);
    }
  });
});
