/** The clause that README.md shows is the one of the example, line by line. */
import { expect, it } from 'vitest';
import { textOf } from '../support/sources.js';

it('the clause in README.md stands so in examples/autocall/agreement.json', () => {
  const [, shown = ''] = /```json\n([\s\S]*?)\n```/.exec(textOf('README.md')) ?? [];
  const indented = shown
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  expect(shown).toContain('"6.10"');
  expect(textOf('examples/autocall/agreement.json')).toContain(indented);
});
