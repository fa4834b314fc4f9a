import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { root } from '../support/sources.js';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

export const example: Readonly<Record<string, string>> = {
  'agreement.json': readFileSync(join(root, 'examples/autocall/agreement.json'), 'utf8'),
  'events.json': readFileSync(join(root, 'examples/autocall/events.json'), 'utf8'),
};

/** Runs the command line on files that exist only here. */
export function run(line: string, files: Readonly<Record<string, string>> = {}): Run {
  const known = { ...example, ...files };
  let out = '';
  let complaints = '';
  const code = main(line === '' ? [] : line.split(' '), {
    readFile(path) {
      const text = Object.hasOwn(known, path) ? known[path as keyof typeof known] : undefined;
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    write(text) {
      out += text;
    },
    complain(text) {
      complaints += text;
    },
  });
  return { code, out, complaints };
}
