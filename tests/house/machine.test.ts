import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from '../support/sources.js';

// What is committed must not tell on which machine, or from which registry, it was made.

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed
  .split('\0')
  .filter((file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile());

/** Folders of a machine: at the start of a path, not within an address. */
const machinePath = /(?<![\w.~/-])(?:\/(?:work|tmp|root|var\/folders|Users\/\w|home\/\w)\b|[A-Z]:\\Users)/;

describe('files', () => {
  test('there are some', () => {
    expect(files).toContain('package.json');
  });

  test('name no folder of a machine', () => {
    const itself = 'tests/house/machine.test.ts';
    expect(files.filter((file) => file !== itself && machinePath.test(readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    );
  });

  test('name no registry but the public one', () => {
    const hosts = [process.env['npm_config_registry'], ...userRegistries()].flatMap((address) =>
      address !== undefined && URL.canParse(address) ? [new URL(address).host] : [],
    );
    const own = hosts.filter((host) => host !== 'registry.npmjs.org');
    expect(files.filter((file) => own.some((host) => readFileSync(join(root, file), 'utf8').includes(host)))).toEqual(
      [],
    );
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

/** The registry that npm uses here, read from its own answer. */
function userRegistries(): string[] {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    const answer = execFileSync(npm, ['config', 'get', 'registry'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return [answer.trim()];
  } catch {
    return [];
  }
}
