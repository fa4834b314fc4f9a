/**
 * Compares the ledgers of random accounts over two years with the replay of each, entry by entry; `npm test` runs it with 120:
 *
 *   node billing/ledgers.mjs [--accounts 1000]
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [name = '--accounts', count = '1000'] = process.argv.slice(2);
if (name !== '--accounts' || !/^[1-9]\d{0,5}$/.test(count)) {
  process.stderr.write(`--accounts takes a count, not "${name} ${count}"\n`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url)),
    'run',
    `--config=${fileURLToPath(new URL('vitest.config.ts', import.meta.url))}`,
    // Takes minutes, or hours on a busy machine, because each event of an account asks the package.
    '--testTimeout=14400000',
    'ledger.test',
  ],
  { stdio: 'inherit', env: { ...process.env, BILLING_TEST_ACCOUNTS: count } },
);
process.exitCode = status ?? 1;
