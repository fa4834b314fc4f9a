/**
 * Measures one work in its own process and prints the result as JSON: `node one.mjs WORK OPTIONS`. Started by run.mjs.
 */
import process from 'node:process';
import { cRunner } from './limitInC.mjs';
import { measure } from './measure.mjs';
import { loadPeers } from './peers.mjs';
import { works } from './works.mjs';

const [id, options] = [process.argv[2], JSON.parse(process.argv[3])];
const work = works[id](await loadPeers(options), options);
const outcome = await measure(work, {
  rounds: options.rounds,
  bytes: !options.short,
  apart: options.apart,
  ...(options.binary !== undefined && { runC: cRunner(options.binary) }),
});
process.stdout.write(JSON.stringify(outcome));
