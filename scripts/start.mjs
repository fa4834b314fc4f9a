// `npm start`: prints the statement of the AutoCall account. On a terminal and without arguments it then serves the site until Ctrl-C; otherwise
// it exits, so that the output can be piped.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './project.mjs';

const given = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ['examples/start.mjs', 'autocall', ...given], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
if (given.length === 0 && process.stdout.isTTY) await import('./site.mjs');
