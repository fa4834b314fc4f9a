/** The reference of kinds is what the code gives, and each of its snippets is defined and answered. */
import { defineAgreement, evaluate } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { caseOf, kindsPage, type Library, page } from '../../scripts/kinds-reference.mjs';
import { taken, written } from '../../scripts/kindsExamples.mjs';
import { kinds } from '../../src/agreement/kinds/index.js';
import { formatDocument } from '../../src/agreement/language/formatDocument.js';
import { shortKinds } from '../../src/agreement/language/shortKinds.js';
import { textOf } from '../support/sources.js';

const library: Library = { kinds, shortKinds, defineAgreement, evaluate, formatDocument, calendars: [kz, ru] };

describe(page, () => {
  it('is what `node scripts/kinds-reference.mjs` writes', () => {
    expect(textOf(page)).toBe(kindsPage(library));
  });

  it('has one case for each kind and none for what is not a kind', () => {
    expect([...Object.keys(taken), ...Object.keys(written)].sort()).toEqual([...kinds.keys()].sort());
  });

  it.each([...kinds.keys()])('%s: its snippet is in the page, and is answered with fields that it gives', (name) => {
    const { snippet, value } = caseOf(name, library);
    const { gives } = kinds.get(name) as NonNullable<ReturnType<typeof kinds.get>>;
    const known = name === 'formula' ? ['value'] : Object.keys(gives);
    expect(textOf(page)).toContain(`\`\`\`json\n${snippet}\n\`\`\``);
    expect(Object.keys(value).length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(Object.keys(value)));
  });

  it('refuses a kind without a case', () => {
    expect(() => caseOf('nothing', library)).toThrow('nothing needs one example');
  });
});
