import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('worker.mjs', import.meta.url));

/**
 * Runs several workers in parallel until every slice has reached the day. A worker that dies is replaced: the server rolled back what it
 * had not committed, and its slice is free at once.
 *
 * @param {{ address: string, termsFile: string, day: string, workers: number, replacements?: number,
 *   onSlice?: (tally: object) => void, onFailure?: (failure: object) => void, onStart?: (child: import('node:child_process').ChildProcess) => void }} options
 */
export async function runWorkers({ address, termsFile, day, workers, replacements = 20, onSlice, onFailure, onStart }) {
  let left = replacements;
  let isStopped = false;
  const children = new Set();
  const outcome = { failed: [], lost: 0, spent: 0, cpu: 0 };
  const stop = () => {
    isStopped = true;
    for (const child of children) child.kill('SIGTERM');
  };
  const one = async () => {
    for (;;) {
      const { code, error } = await new Promise((resolve) => {
        const child = fork(file, [address, termsFile, day], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        children.add(child);
        onStart?.(child);
        let said;
        child.on('message', ({ tally, failure, spent, cpu, error: told }) => {
          if (tally) onSlice?.(tally);
          if (spent) outcome.spent += spent;
          if (cpu) outcome.cpu += cpu;
          if (failure) {
            outcome.failed.push(failure);
            onFailure?.(failure);
          }
          said ??= told;
        });
        child.on('exit', (exitCode) => {
          children.delete(child);
          resolve({ code: exitCode, error: said });
        });
      });
      if (code === 0 || code === 2 || isStopped) {
        if (error !== undefined)
          throw Object.assign(new Error(error.message), { code: error.code, isRefused: code === 2 });
        return;
      }
      outcome.lost += 1;
      left -= 1;
      if (left < 0) throw new Error(`workers keep dying${error ? `: ${error.message}` : ''}`);
    }
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    await Promise.all(Array.from({ length: workers }, one));
  } finally {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  }
  return { ...outcome, isStopped };
}
