import { writeFileSync } from 'node:fs';
import { attempt } from 'oferta';
import { checkAgreement, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { it } from 'vitest';
import { exampleCatalogues, exampleFile, exampleNames } from '../examples/agreements.js';
import { mistakeIn, type Files } from './mistakes.js';
it('measure', () => {
  const all = exampleNames.map((n) => [exampleFile(`${n}/agreement.json`), ...exampleCatalogues(n)] as unknown as Files);
  const missed: string[] = []; let n = 0; const per: Record<string, [number, number]> = {};
  const base = Number(process.env['SEED'] ?? 1);
  for (let seed = base; n < Number(process.env['N'] ?? 300); seed++) {
    const i = seed % all.length;
    const m = mistakeIn(all[i] as Files, seed * 7919);
    if (!m) continue;
    n++;
    const [document, ...catalogues] = m.files;
    const f = attempt(() => checkAgreement(document, { calendars: [kz, ru], catalogues }));
    const found = f.ok ? f.value.length > 0 : f.error.code === 'agreement-invalid';
    if (!f.ok && f.error.code !== 'agreement-invalid') missed.push('ERR ' + f.error.message);
    const p = (per[m.what] ??= [0, 0]); p[1]++; if (found) p[0]++;
    else missed.push(`${exampleNames[i]} | ${m.what} | ${m.where} | ${m.change}`);
  }
  writeFileSync('/tmp/missed.txt', JSON.stringify(per) + '\n' + missed.join('\n') + '\n');
}, 3_000_000);
