// Prints the answers of one engine, for the package as `import` finds it.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { answers, surroundings } from './answers.mjs';
import { entries } from './entries.mjs';

const engine = globalThis.Bun
  ? `Bun ${Bun.version}`
  : globalThis.Deno
    ? `Deno ${Deno.version.deno}`
    : `Node ${process.versions.node}`;
const questions = JSON.parse(readFileSync('questions.json', 'utf8'));
const native = process.execArgv.includes('native-temporal') ? ', its own Temporal' : '';
const outcome = { version: `${engine}${native}`, ...surroundings(), answers: answers(entries, questions) };
process.stdout.write(JSON.stringify(outcome));
