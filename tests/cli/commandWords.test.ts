import { describe, expect, it } from 'vitest';
import { commands, usage, usageOf } from '../../src/cli/commandWords.js';

describe('usage', () => {
  it('names every command and option', () => {
    for (const word of ['check', 'statement', 'ask', 'explain', 'new', '--as-of', '--readings', '--lang', '--format'])
      expect(usage).toContain(word);
  });
});

describe('usageOf', () => {
  it.each(Object.keys(commands))('%s', (name) => {
    expect(usageOf(name as keyof typeof commands)).toMatch(new RegExp(`^oferta ${name}[^\\n]*\\n {4}\\S`));
  });
});
