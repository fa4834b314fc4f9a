// Prepares a fresh clone for `npm start` and `npm test`: dependencies and a build. Quick if nothing changed.
// Node built-ins only, because it runs before there are dependencies. Reports progress on stderr; stdout belongs to the next program.
//
//   node scripts/setup.mjs [--browser]     --browser also finds Chromium, or installs it if permitted, and prints its path
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { hashOf, npm, root, run, say, stamped } from './project.mjs';

process.chdir(root);
checkNode();
installDependencies();
run(process.execPath, ['scripts/build.mjs', '--if-stale']);
if (process.argv.includes('--browser')) process.stdout.write(`${findBrowser()}\n`);

function checkNode() {
  const { engines } = createRequire(import.meta.url)('../package.json');
  const [wantedMajor, wantedMinor] = engines.node.replace('>=', '').split('.').map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  stop(`Node ${engines.node} is needed, this is ${process.versions.node}.`);
}

function installDependencies() {
  const inputs = ['package.json', 'package-lock.json', '.npmrc', 'examples/*/package.json'];
  const stamp = stamped('dependencies', () => hashOf(inputs, [process.versions.node, process.platform, process.arch]));
  if (stamp.isFresh()) return;
  say('installing dependencies');
  const flags = ['--loglevel=error', '--no-audit', '--no-fund'];
  if (npm(['ci', ...flags]) !== 0) {
    say('npm ci failed, trying npm install');
    if (npm(['install', ...flags]) !== 0) stop('the dependencies could not be installed; npm says why above.');
  }
  stamp.write();
}

/** An existing browser, or one from the distribution's packages; never a download. */
function findBrowser() {
  const found = browserInPlace();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('installing chromium (apt-get)');
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  }
  return browserInPlace() ?? stop('No Chromium or Chrome was found: install one, or set CHROMIUM_PATH to it.');
}

function browserInPlace() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    process.env.CHROMIUM_PATH,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
  ];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

function stop(message) {
  say(message);
  process.exit(1);
}
