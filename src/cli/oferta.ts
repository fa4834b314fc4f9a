#!/usr/bin/env node
/// <reference types="node" />
// The program `oferta`: connects the command line with files and streams.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { decodeText } from './decodeText.js';
import { FileFault } from './fileFault.js';
import { main } from './main.js';

const mostBytes = 50_000_000;

/** Progress is shown only on a terminal, and is cleared before the answer. */
const onTerminal = process.stderr.isTTY === true;
const clearLine = '\r\u001b[K';

function clearProgress(): void {
  if (onTerminal) process.stderr.write(clearLine);
}

/** The version in the package.json of this program. */
function versionOf(folder: string): string {
  const path = join(folder, 'package.json');
  if (existsSync(path)) {
    const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
    if (name === 'oferta' && version !== undefined) return version;
  }
  return dirname(folder) === folder ? '' : versionOf(dirname(folder));
}

/** Prompts on the terminal and reads one line; undefined at the end of the input. */
function askOnTerminal(question: string): string | undefined {
  clearProgress();
  process.stderr.write(question);
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  const input = process.platform === 'win32' ? 0 : openSync('/dev/tty', 'r');
  try {
    while (readSync(input, one) === 1) {
      if (one[0] === 0x0a) return Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
      bytes.push(one[0] as number);
    }
    return bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8');
  } finally {
    if (input !== 0) closeSync(input);
  }
}

/** What is in a file, a pipe or a device; one that does not end is refused. */
function bytesOf(path: string): Buffer {
  const { size } = statSync(path);
  if (size >= mostBytes) throw new FileFault('tooLarge', { size, most: mostBytes });
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let read = 0; ; ) {
      const chunk = Buffer.allocUnsafe(1_000_000);
      const count = readSync(file, chunk);
      if (count === 0) return Buffer.concat(chunks);
      read += count;
      if (read >= mostBytes) throw new FileFault('tooLarge', { size: read, most: mostBytes });
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
}

/** A reader that went away, as `head` does, wants no more; where an answer cannot be written, nothing was answered. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`the answer could not be written: ${error.message}\n`);
  process.exitCode = 2;
});

const { columns } = process.stdout;
const showsColour = !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';

process.exitCode = main(process.argv.slice(2), {
  readFile: (path) => decodeText(bytesOf(path)),
  fileExists: (path) => existsSync(path),
  writeFile(path, text) {
    writeFileSync(path, text);
  },
  createFiles(folder, files) {
    const paths = Object.entries(files).map(([name, text]) => [join(folder, name), text] as const);
    const there = paths.filter(([path]) => existsSync(path)).map(([path]) => path);
    if (there.length > 0) throw new FileFault('isThere', { paths: there.join(', ') });
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of paths) writeFileSync(path, text, { flag: 'wx' });
  },
  ...(onTerminal && {
    progress(doing: string): void {
      // What wraps could not be cleared again: only the last row of it would be.
      const columns = process.stderr.columns || 80;
      process.stderr.write(`${clearLine}${[...`${doing} …`].slice(0, columns - 1).join('')}`);
    },
  }),
  ...(process.stdout.isTTY === true && { terminal: { columns: columns || 80, hasColour: showsColour } }),
  ...(process.stdin.isTTY === true && onTerminal && { ask: askOnTerminal }),
  version: versionOf(dirname(fileURLToPath(import.meta.url))),
  write(text) {
    clearProgress();
    process.stdout.write(text);
  },
  complain(text) {
    clearProgress();
    process.stderr.write(text);
  },
});
