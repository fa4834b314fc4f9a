// Packs the package and compiles and runs a project that uses it, on every TypeScript and under every way to resolve modules it is for:
// `npm run consumers`. Prints the table of docs/quality.md; `npm test` compiles fewer of the combinations.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root, run } from './project.mjs';

const folder = mkdtempSync(join(tmpdir(), 'oferta-packed-'));
const tarball = join(folder, 'oferta.tgz');
try {
  run(process.execPath, ['scripts/pack.mjs', tarball]);
  const { status } = spawnSync(process.execPath, ['tests/packaging/consumer.mjs', '--all'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, OFERTA_TARBALL: tarball },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
