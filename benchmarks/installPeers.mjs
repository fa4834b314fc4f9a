/**
 * Installs the libraries for comparison in the full run, once: they are not dependencies of the project, and some are
 * large.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { hashOf, npm, say, stamped } from '../scripts/project.mjs';

export function installPeers() {
  const inputs = ['benchmarks/package.json', 'benchmarks/package-lock.json'];
  const stamp = stamped('benchmarks', () => hashOf(inputs, [process.versions.node]));
  if (stamp.isFresh()) return;
  say('installing the libraries the benchmarks compare with');
  const folder = fileURLToPath(new URL('.', import.meta.url));
  if (npm(['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'], folder) !== 0) {
    say('they could not be installed; npm says why above.');
    process.exit(1);
  }
  stamp.write();
}
