import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDay } from './days.mjs';
import { Refusal } from './refusal.mjs';

/** Options of the command line, with the values each accepts, its environment variable and its default. */
const options = {
  database: {
    takes: 'a folder, or postgres://… (several with commas: nodes)',
    variable: 'BILLING_DATABASE',
    otherwise: 'billing-data',
  },
  terms: {
    takes: 'a file',
    variable: 'BILLING_TERMS',
    otherwise: fileURLToPath(new URL('terms/streaming-center.json', import.meta.url)),
  },
  accounts: { takes: 'a count', whole: true, otherwise: '20000' },
  'slice-size': { takes: 'a count', whole: true, otherwise: '5000' },
  day: { takes: 'a day', day: true },
  'as-of': { takes: 'a day', day: true },
  workers: { takes: 'a count', whole: true, variable: 'BILLING_WORKERS', otherwise: '1' },
  sample: { takes: 'a count', whole: true },
  seed: { takes: 'a count', whole: true, otherwise: '1' },
  at: { takes: 'a day, or an instant with its offset' },
  id: { takes: 'a text' },
  to: { takes: 'the number of a node' },
  'announced-on': { takes: 'a day', day: true },
  'effective-on': { takes: 'a day', day: true },
  port: { takes: 'a port', whole: true, variable: 'BILLING_PORT', otherwise: '8080' },
  secret: { takes: 'a text of 16 characters or more', variable: 'BILLING_SECRET' },
  lang: { takes: 'en, ru or kk', otherwise: 'en' },
  kills: { takes: 'a count', whole: true, otherwise: '10' },
  days: { takes: 'a count', whole: true, otherwise: '3' },
  close: { flag: true },
  force: { flag: true },
};

/**
 * Reads options and words; reports all mistakes at once.
 *
 * @param {readonly string[]} given @param {Record<string, string | undefined>} environment
 */
export function readSettings(given, environment = {}) {
  const faults = [];
  const words = [];
  const settings = {};
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at];
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, inline] = word.slice(2).split(/=(.*)/s);
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) faults.push(`--${name}: there is no such option`);
    else if (name in settings) faults.push(`--${name} is given twice`);
    else if (option.flag) settings[name] = true;
    else {
      const value = inline ?? given[at + 1];
      if (inline === undefined) at += 1;
      if (value === undefined) faults.push(`--${name} takes ${option.takes}`);
      else settings[name] = value;
    }
  }
  for (const [name, { variable, otherwise }] of Object.entries(options))
    settings[name] ??= (variable && environment[variable]) || otherwise;
  for (const [name, { whole, day, takes }] of Object.entries(options)) {
    const value = settings[name];
    if (value === undefined) continue;
    if (whole && !/^[1-9]\d{0,9}$/.test(value)) faults.push(`--${name} takes ${takes}, not "${value}"`);
    else if (whole) settings[name] = Number(value);
    if (day && !isDay(value)) faults.push(`--${name} takes ${takes} such as 2026-03-02, not "${value}"`);
  }
  if (settings.secret !== undefined && settings.secret.length < 16)
    faults.push(`--secret takes ${options.secret.takes}`);
  if (!existsSync(settings.terms)) faults.push(`--terms: there is no file ${settings.terms}`);
  if (!['en', 'ru', 'kk'].includes(settings.lang))
    faults.push(`--lang takes ${options.lang.takes}, not "${settings.lang}"`);
  if (faults.length > 0) throw new Refusal('options-invalid', faults.join('\n'));
  return { words, settings };
}
