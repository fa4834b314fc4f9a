import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startingPoint } from '../../src/cli/startingPoint.js';

let folder = '';
let agreement = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oferta-terminal-'));
  agreement = join(folder, 'agreement.json');
  writeFileSync(agreement, startingPoint('offer')['agreement.json'] as string);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs the program here, where the streams can be made a terminal. */
async function oferta(isTerminal: boolean, ...words: string[]): Promise<{ code: unknown; out: string; shown: string }> {
  const { argv, exitCode } = process;
  const tty = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
  let [out, shown] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    shown += text;
    return true;
  });
  try {
    process.argv = [argv[0] as string, 'oferta', ...words];
    Object.defineProperty(process.stderr, 'isTTY', { value: isTerminal, configurable: true });
    vi.resetModules();
    await import('../../src/cli/oferta.js');
    return { code: process.exitCode, out, shown };
  } finally {
    vi.restoreAllMocks();
    process.argv = argv;
    process.exitCode = exitCode;
    if (tty === undefined) Reflect.deleteProperty(process.stderr, 'isTTY');
    else Object.defineProperty(process.stderr, 'isTTY', tty);
  }
}

describe('oferta on a terminal', () => {
  it('says what it does on standard error, each over the one before, and takes it away before the answer', async () => {
    const { code, out, shown } = await oferta(true, 'check', agreement);
    expect([code, out]).toEqual([0, `${agreement}: no findings\n`]);
    const [before, ...said] = shown.split('\r\u001b[K');
    expect([before, ...said]).toEqual(['', `reading ${agreement} …`, `checking ${agreement} …`, '']);
  });

  it('takes it away before a complaint, too', async () => {
    const path = join(folder, 'none.json');
    const { code, out, shown } = await oferta(true, 'check', path);
    expect([code, out]).toEqual([2, '']);
    expect(shown.split('\r\u001b[K').at(-1)).toMatch(/none\.json: cannot be read: ENOENT/);
  });

  it('says nothing of it where nobody looks on', async () => {
    expect(await oferta(false, 'check', agreement)).toMatchObject({ code: 0, shown: '' });
    const { code, shown } = await oferta(false, 'check', join(folder, 'none.json'));
    expect(code).toBe(2);
    expect(shown).not.toContain('\r');
  });

  it('reads no file of 50 MB', async () => {
    const path = join(folder, 'big.json');
    writeFileSync(path, '');
    truncateSync(path, 50_000_000);
    const { code, shown } = await oferta(false, 'check', path);
    expect([code, shown]).toEqual([2, `${path}: cannot be read: it has 50000000 bytes, at most 50000000 are read\n`]);
  });

  it('makes new files and never writes over one', async () => {
    const place = join(folder, 'hosting');
    expect(await oferta(false, 'new', place)).toMatchObject({ code: 0, shown: '' });
    const made = readFileSync(join(place, 'agreement.json'), 'utf8');
    expect(JSON.parse(made).id).toBe('hosting');
    writeFileSync(join(place, 'agreement.json'), 'mine');
    const { code, out, shown } = await oferta(false, 'new', place);
    expect([code, out]).toEqual([2, '']);
    expect(shown).toContain('is there already, and nothing is overwritten');
    expect(readFileSync(join(place, 'agreement.json'), 'utf8')).toBe('mine');
  });
});
