import { describe, expect, it } from 'vitest';
import { textOf } from '../support/sources.js';
import { run } from './environment.js';

const guide = 'docs/guides/command-line.md';
const made = run('new hosting').made;
const files = {
  ...made,
  'hosting/edited.json': JSON.stringify(JSON.parse(made['hosting/agreement.json'] ?? '')),
  'hosting/invoice.json': '{ "invoicedOn": "2026-03-16" }',
  'hosting/wrong.json': JSON.stringify([
    { id: 'e1', kind: 'rained', on: '2026-03-16' },
    { id: 'e2', kind: 'paymentReceived', on: '16.03.2026', amount: 5 },
  ]),
};

/** Commands of the console blocks, with the output below each. */
const runs = [...textOf(guide).matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ oferta /m)
    .slice(1)
    .map((text) => {
      const [line = '', ...answer] = text.split('\n');
      return { line, answer: answer.join('\n').trimEnd() };
    }),
);

describe(guide, () => {
  it('has runs', () => {
    expect(runs.length).toBeGreaterThan(3);
  });

  it.each(runs)('oferta $line', ({ line, answer }) => {
    const { out, complaints } = run(line, line.startsWith('new ') ? {} : files);
    expect(`${out}${complaints}`.replaceAll('\u00a0', ' ').trimEnd()).toBe(answer);
  });
});
