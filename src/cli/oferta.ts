#!/usr/bin/env node
/// <reference types="node" />
// The program `oferta`: files and streams for the command line, and nothing else.
import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { main } from './main.js';

const mostBytes = 50_000_000;

process.exitCode = main(process.argv.slice(2), {
  readFile(path) {
    const { size } = statSync(path);
    if (size >= mostBytes) throw new Error(`it has ${size} bytes, at most ${mostBytes} are read`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  },
  write(text) {
    process.stdout.write(text);
  },
  complain(text) {
    process.stderr.write(text);
  },
});
