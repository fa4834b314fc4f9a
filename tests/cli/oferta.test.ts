import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/sources.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oferta-cli-'));
  const entryPoints = [join(root, 'src/cli/oferta.ts')];
  buildSync({
    entryPoints,
    outfile: join(folder, 'oferta.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function oferta(...words: string[]): { status: number | null; out: string; complaints: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'oferta.mjs'), ...words], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, out: stdout, complaints: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const agreement = join(root, 'examples/autocall/agreement.json');
const events = join(root, 'examples/autocall/events.json');

/** Through a shell, for redirections and pipes. */
function shell(words: string, behind: string): { status: number | null; complaints: string } {
  const line = `"${process.execPath}" "${join(folder, 'oferta.mjs')}" ${words} ${behind}`;
  const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
  return { status, complaints: stderr };
}

describe('the program oferta', () => {
  it('refuses a device that does not end', () => {
    const { status, complaints } = oferta('check', '/dev/zero');
    expect([status, complaints]).toEqual([
      2,
      '/dev/zero: cannot be read: it has 50000000 bytes, at most 50000000 are read\n',
    ]);
  });

  it('reads a pipe', () => {
    const { status, complaints } = shell('check /dev/stdin', '< /dev/null');
    expect(status).toBe(2);
    expect(complaints).toContain('/dev/stdin: ');
  });

  it('says that an answer could not be written, and exits with 2: 1 would mean findings', () => {
    const { status, complaints } = shell('--help', '> /dev/full');
    expect([status, complaints]).toEqual([
      2,
      'the answer could not be written: ENOSPC: no space left on device, write\n',
    ]);
  });

  it('ends quietly where the reader goes away', () => {
    expect(shell('--help', '| head -c 1 > /dev/null')).toEqual({ status: 0, complaints: '' });
  });

  it('answers on standard output and exits with 0', () => {
    const { status, out, complaints } = oferta(
      'replay',
      agreement,
      events,
      '--as-of',
      '2026-12-31',
      '--format',
      'json',
    );
    expect([status, complaints]).toEqual([0, '']);
    expect(JSON.parse(out).balance).toEqual({ amount: '-500000.00', currency: 'KZT' });
  });

  it('exits with 1 for findings', () => {
    const { status, out, complaints } = oferta('check', file('broken.json', '{"format": 2}'));
    expect([status, complaints]).toEqual([1, '']);
    expect(out).toContain('broken.json:1:1: id is missing, expected a text [missing]');
  });

  it.each([
    { name: 'missing.json', content: undefined, told: 'cannot be read: ENOENT' },
    { name: 'latin.json', content: new Uint8Array([0x22, 0xe9, 0x22]), told: 'it is not in UTF-8' },
    { name: 'utf16.json', content: Buffer.from('\ufeff{"format": 1}', 'utf16le'), told: 'it is in UTF-16' },
    { name: 'big.json', content: new Uint8Array(50_000_000).fill(0x20), told: 'it has 50000000 bytes' },
    { name: 'deep.json', content: '['.repeat(10_000), told: 'more than 64 levels' },
  ])('exits with 2 and says nothing on standard output: $name', ({ name, content, told }) => {
    const path = content === undefined ? join(folder, name) : file(name, content);
    const { status, out, complaints } = oferta('check', path);
    expect([status, out]).toEqual([2, '']);
    expect(complaints).toContain(name);
    expect(complaints).toContain(told);
    expect(complaints).not.toContain('    at ');
  });

  it('makes a starting point in a new folder, and overwrites nothing', () => {
    const place = join(folder, 'agreements', 'hosting');
    const { status, complaints } = oferta('new', place);
    expect([status, complaints]).toEqual([0, '']);
    expect(readdirSync(place).toSorted()).toEqual(['README.md', 'agreement.json', 'events.json', 'facts.json']);
    expect(oferta('check', join(place, 'agreement.json'))).toMatchObject({ status: 0, complaints: '' });
    rmSync(join(place, 'events.json'));
    writeFileSync(join(place, 'facts.json'), 'mine');
    const again = oferta('new', place);
    expect([again.status, again.out]).toEqual([2, '']);
    expect(again.complaints).toContain('README.md is there already, and nothing is overwritten');
    expect(readFileSync(join(place, 'facts.json'), 'utf8')).toBe('mine');
    expect(existsSync(join(place, 'events.json'))).toBe(false);
  });

  it('a file of almost 50 MB is answered within seconds', () => {
    const events = `[${'{"id":"e","kind":"rained","on":"2026-02-30"},'.repeat(1_050_000)}7]`;
    const path = file('many.json', events);
    const { status, out, complaints } = oferta('replay', agreement, path, '--as-of', '2026-12-31');
    expect([status, out]).toEqual([2, '']);
    expect(complaints.split('\n').length).toBeLessThan(10_010);
    expect(complaints).toContain('many.json: event 1 (e): events.0.kind is "rained"');
  }, 180_000);
});
