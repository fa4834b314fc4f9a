import { describe, expect, test } from 'vitest';
import { filesIn } from '../support/sources.js';

/** What each file of this folder exports for `npm run exhaustive`. */
interface Domain {
  run(drawn: {
    readonly sample: number;
    readonly seed: number;
  }): Promise<{ readonly cases: number; readonly failures: number | readonly unknown[] }>;
}

const files = filesIn('tests/exhaustive', '.mjs');

// Here a part of each domain is drawn, the same one every time; `npm run exhaustive` leaves nothing out.
describe('a drawn part of each whole domain', () => {
  test('there are some', () => {
    expect(files).toContain('tests/exhaustive/rounding.mjs');
  });

  test.each(files)('%s', async (file) => {
    const { run }: Domain = await import(`../../${file}`);
    const { cases, failures } = await run({ sample: 2000, seed: 20_261_130 });
    expect(cases).toBeGreaterThan(0);
    expect(Array.isArray(failures) ? failures.slice(0, 5) : failures).toEqual(Array.isArray(failures) ? [] : 0);
  });
});
