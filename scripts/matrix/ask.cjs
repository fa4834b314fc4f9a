// Prints the answers of one engine, for the package as `require` finds it.
const { readFileSync } = require('node:fs');
const process = require('node:process');
const library = require('oferta');
const agreements = require('oferta/agreement');
const { kz } = require('oferta/calendars/kz');
const { ru } = require('oferta/calendars/ru');
const schemas = require('oferta/schemas');

const entries = { library, agreements, schemas, calendars: [kz, ru] };
const engine = globalThis.Bun
  ? `Bun ${Bun.version}`
  : globalThis.Deno
    ? `Deno ${Deno.version.deno}`
    : `Node ${process.versions.node}`;
const questions = JSON.parse(readFileSync('questions.json', 'utf8'));
const native = process.execArgv.includes('native-temporal') ? ', its own Temporal' : '';

import('./answers.mjs').then(({ answers, surroundings }) => {
  const outcome = { version: `${engine}${native}`, ...surroundings(), answers: answers(entries, questions) };
  process.stdout.write(JSON.stringify(outcome));
});
