#!/usr/bin/env node
/// <reference types="node" />
// The program `oferta`: files and streams for the command line, and nothing else.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { decodeText } from './decodeText.js';
import { main } from './main.js';

const mostBytes = 50_000_000;

/** What is being done is told where somebody looks on, and is gone when the answer comes. */
const onTerminal = process.stderr.isTTY === true;
const clearLine = '\r\u001b[K';

function clearProgress(): void {
  if (onTerminal) process.stderr.write(clearLine);
}

process.exitCode = main(process.argv.slice(2), {
  readFile(path) {
    const { size } = statSync(path);
    if (size >= mostBytes) throw new Error(`it has ${size} bytes, at most ${mostBytes} are read`);
    return decodeText(readFileSync(path));
  },
  fileExists: (path) => existsSync(path),
  writeFile(path, text) {
    writeFileSync(path, text);
  },
  createFiles(folder, files) {
    const paths = Object.entries(files).map(([name, text]) => [join(folder, name), text] as const);
    const there = paths.filter(([path]) => existsSync(path)).map(([path]) => path);
    if (there.length > 0) throw new Error(`${there.join(', ')} is there already, and nothing is overwritten`);
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of paths) writeFileSync(path, text, { flag: 'wx' });
  },
  ...(onTerminal && {
    progress(doing: string): void {
      process.stderr.write(`${clearLine}${doing} …`);
    },
  }),
  write(text) {
    clearProgress();
    process.stdout.write(text);
  },
  complain(text) {
    clearProgress();
    process.stderr.write(text);
  },
});
