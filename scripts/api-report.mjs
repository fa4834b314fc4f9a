/**
 * Compares the public API of every entry point with its committed report in tests/api-reports:
 *
 *   node scripts/api-report.mjs [--write]
 *
 * A change of a public name, type or signature shows up in the report, and therefore in the review. With `--write` the reports are updated.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './project.mjs';

const writes = process.argv.includes('--write');
const folder = join(root, 'tests/api-reports');
const temporary = mkdtempSync(join(tmpdir(), 'oferta-api-'));
const stale = [];

try {
  if (writes) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = new Set();
  for (const { name, types } of entryPoints()) {
    const report = `${name.replaceAll('/', '-')}.api.md`;
    names.add(report);
    if (!extract(types, report)) stale.push(`tests/api-reports/${report} differs from the code`);
  }
  for (const report of readdirSync(folder))
    if (!names.has(report)) stale.push(`tests/api-reports/${report} belongs to no entry point`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (stale.length > 0) {
  process.stderr.write(`${stale.join('\n')}\nUpdate the reports with: npm run api-report -- --write\n`);
  process.exitCode = 1;
}

/** The entry points of package.json that have declarations. */
function entryPoints() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([path, { types }]) =>
    types === undefined ? [] : [{ name: path === '.' ? 'oferta' : path.slice(2), types }],
  );
}

/** Writes or compares one report; false if it differs. */
function extract(types, report) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023', 'esnext.disposable'],
            module: 'nodenext',
            moduleResolution: 'nodenext',
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: true,
            types: [],
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: folder,
        reportTempFolder: temporary,
        reportVariants: ['complete'],
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        // Documentation is checked by typedoc, types by tsc; this report is about names and signatures alone.
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  let hasErrors = false;
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: writes,
    showVerboseMessages: false,
    messageCallback(message) {
      message.handled = true;
      if (message.logLevel !== 'error') return;
      hasErrors = true;
      process.stderr.write(`${message.text}\n`);
    },
  });
  if (hasErrors) process.exitCode = 1;
  return writes || !apiReportChanged;
}
