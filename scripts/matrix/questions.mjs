// What the answers of the matrix are asked: read from tests/conformance and the examples. Node only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorsOf } from '../../tests/conformance/runVectors.mjs';
import { root } from '../project.mjs';

const callFiles = ['calls', 'time-limits', 'reports-time', 'reports-money'];

/** @returns {import('./answers.mjs').Questions} */
export function questions() {
  return {
    calls: callFiles.map((file) => vectorsOf(read(`tests/conformance/${file}.json`), file)),
    examples: readdirSync(join(root, 'examples'))
      .filter((name) => existsSync(join(root, 'examples', name, 'agreement.json')))
      .sort()
      .map(example),
  };
}

function example(name) {
  const { statementAsOf } = read(`examples/${name}/package.json`);
  const scenarios = readdirSync(join(root, 'examples', name, 'scenarios')).sort();
  return {
    name,
    agreement: read(`examples/${name}/agreement.json`),
    catalogues: ['ru', 'kk'].map((language) => read(`examples/${name}/agreement.${language}.json`)),
    accounts: ['events.json', ...scenarios.map((file) => `scenarios/${file}`)].map((file) => {
      const events = read(`examples/${name}/${file}`);
      const last = events.map(({ on }) => on).reduce((one, other) => (one > other ? one : other));
      return { file, events, asOf: last > statementAsOf ? last : statementAsOf };
    }),
  };
}

function read(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
