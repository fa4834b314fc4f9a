import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandEnvironment } from '../../src/cli/commandEnvironment.js';
import { main } from '../../src/cli/main.js';
import { root } from '../support/sources.js';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
  /** Files that were made, by their paths. */
  readonly made: Readonly<Record<string, string>>;
  /** What was said to be done, in order. */
  readonly done: readonly string[];
}

export const example: Readonly<Record<string, string>> = {
  'agreement.json': readFileSync(join(root, 'examples/autocall/agreement.json'), 'utf8'),
  'agreement.ru.json': readFileSync(join(root, 'examples/autocall/agreement.ru.json'), 'utf8'),
  'agreement.kk.json': readFileSync(join(root, 'examples/autocall/agreement.kk.json'), 'utf8'),
  'events.json': readFileSync(join(root, 'examples/autocall/events.json'), 'utf8'),
};

/** Runs the command line on files that exist only here. */
export function run(
  line: string,
  files: Readonly<Record<string, string>> = {},
  more: Pick<CommandEnvironment, 'terminal' | 'ask'> = {},
): Run {
  const known = { ...example, ...files };
  let out = '';
  let complaints = '';
  const made: Record<string, string> = {};
  const done: string[] = [];
  const code = main(line === '' ? [] : line.split(' '), {
    version: '1.2.3',
    ...more,
    readFile(path) {
      const text = Object.hasOwn(known, path) ? known[path as keyof typeof known] : undefined;
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    fileExists: (path) => Object.hasOwn(known, path),
    writeFile(path, text) {
      made[path] = text;
    },
    createFiles(folder, created) {
      for (const [name, text] of Object.entries(created)) {
        if (Object.hasOwn(known, `${folder}/${name}`)) throw new Error(`${folder}/${name} is there already`);
        made[`${folder}/${name}`] = text;
      }
    },
    progress(doing) {
      done.push(doing);
    },
    write(text) {
      out += text;
    },
    complain(text) {
      complaints += text;
    },
  });
  return { code, out, complaints, made, done };
}
