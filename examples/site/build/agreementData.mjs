// What the pages know about each agreement, in one file for each: the compiled agreement with its words, views, accounts, and which scenario uses what.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledAgreement, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} root of the project @param {string} id */
export function agreementData(root, id) {
  const folder = join(root, 'examples', id);
  const document = readJson(join(folder, 'agreement.json'));
  const catalogues = ['ru', 'kk'].map((language) => readJson(join(folder, `agreement.${language}.json`)));
  const { views } = readJson(join(root, 'examples/site/views', `${id}.json`));
  const { statementAsOf } = readJson(join(folder, 'package.json'));
  const scenarios = join(folder, 'scenarios');
  const names = existsSync(scenarios)
    ? readdirSync(scenarios)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
  const titles = readJson(join(root, 'examples/site/views/stories.json'));
  const stories = [
    story(titles, 'account', readJson(join(folder, 'events.json')), statementAsOf),
    ...names.map((name) => story(titles, name.replace(/\.json$/, ''), readJson(join(scenarios, name)))),
  ];
  const agreement = compiledAgreement(defineAgreement(document, { calendars: [kz, ru], catalogues }));
  return { document, catalogues, page: { agreement, views, stories, reached: reachedBy(root, document.name) } };
}

/** A file of events; without a day of its own, it is shown as of a month after its last event. */
function story(titles, name, json, asOf) {
  if (!Object.hasOwn(titles, name)) throw new Error(`views/stories.json has no title for ${name}`);
  const events = Array.isArray(json) ? json : json.events;
  const last = events
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return { name, says: titles[name], events, asOf: asOf ?? Temporal.PlainDate.from(last).add({ days: 30 }).toString() };
}

/** Which accounts use which computation and which row, according to docs/scenarios.md. */
function reachedBy(root, name) {
  const parts = readFileSync(join(root, 'docs/scenarios.md'), 'utf8').split(/^## /m);
  const part = parts.find((text) => text.startsWith(name));
  if (part === undefined) throw new Error(`docs/scenarios.md says nothing of ${name}`);
  const reached = {};
  for (const line of part.split('\n')) {
    const [, place, walked] = /^\| `([^`]+[/#][^`]+)` \| (.+?) \|$/.exec(line) ?? [];
    if (place === undefined || walked === undefined) continue;
    reached[place] = ['test', '—', 'none'].includes(walked) ? [] : walked.split(', ');
  }
  if (Object.keys(reached).length === 0) throw new Error(`docs/scenarios.md has no rows for ${name}`);
  return reached;
}
