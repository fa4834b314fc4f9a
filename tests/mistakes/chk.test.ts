import { attempt } from 'oferta';
import { checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { it } from 'vitest';
import { exampleCatalogues, exampleFile, exampleNames } from '../examples/agreements.js';
it('list', () => {
  for (const n of exampleNames) {
    const f = attempt(() => checkAgreement(exampleFile(`${n}/agreement.json`) as never, { calendars: [kz, ru], catalogues: exampleCatalogues(n) }));
    for (const x of f.ok ? f.value : f.error.findings) console.log(n, x.path, x.code, x.value, '|', x.expected.slice(0, 200));
  }
});
