/** The limit in C, if there is a compiler: compiled for each run in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Compiles limit.c. Returns undefined if there is no compiler; otherwise the program, the name of the compiler and a
 * function that removes the program.
 */
export function compileLimit() {
  const folder = mkdtempSync(join(tmpdir(), 'oferta-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const binary = join(folder, process.platform === 'win32' ? 'limit.exe' : 'limit');
  const source = fileURLToPath(new URL('limit.c', import.meta.url));
  const compiler = ['gcc', 'clang', 'cc'].find(
    (name) => spawnSync(name, ['-O2', '-std=gnu11', '-o', binary, source]).status === 0,
  );
  if (compiler === undefined) {
    remove();
    return undefined;
  }
  const version = spawnSync(compiler, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0];
  return { binary, version: `${version}, -O2`, remove };
}

/** Runs the loop of a work in C for a slice: nanoseconds of CPU time per operation, and the sum of its answers. */
export function cRunner(binary) {
  const files = new Map();
  return ({ c: { kernel, columns } }) => {
    let file = files.get(kernel);
    if (file === undefined) {
      file = `${binary}.${kernel}`;
      const numbers = [columns.length, ...columns.flatMap((column) => [column.length, ...column])];
      writeFileSync(file, new Uint8Array(Float64Array.from(numbers).buffer));
      files.set(kernel, file);
    }
    const { status, stdout } = spawnSync(binary, [kernel, file, '12'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`limit.c does not know ${kernel}`);
    const [ns, sum] = stdout.split(' ').map(Number);
    return { ns, sum };
  };
}
