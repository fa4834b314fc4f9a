import { evaluate, explain, loadLanguage } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { errorTexts } from '../../../src/agreement/texts/errorTexts.js';
import { fieldTexts } from '../../../src/agreement/texts/fieldTexts.js';
import { ruleTexts } from '../../../src/agreement/texts/ruleTexts.js';
import { sentenceTexts } from '../../../src/agreement/texts/sentenceTexts.js';
import { statementTexts } from '../../../src/agreement/texts/statementTexts.js';
import * as onDemand from '../../../src/agreement/texts/textsOnDemand.js';
import { valueTexts } from '../../../src/agreement/texts/valueTexts.js';
import { awaitedRefusal } from '../../support/refusal.js';
import { autocall } from '../autocall.js';

const onDemandTexts = {
  valueTexts: onDemand.valueTexts,
  sentenceTexts: onDemand.sentenceTexts,
  statementTexts: onDemand.statementTexts,
  fieldTexts: onDemand.fieldTexts,
  errorTexts: onDemand.errorTexts,
  ruleTexts: onDemand.ruleTexts,
};
const all = { valueTexts, sentenceTexts, statementTexts, fieldTexts, errorTexts, ruleTexts };

describe('loadLanguage', () => {
  it('has nothing to do where the texts are there from the start', async () => {
    await loadLanguage('ru');
    const [sentence] = explain(evaluate(autocall, '5.7/paymentDue', { negativeOn: '2026-03-19' }), 'ru');
    expect(sentence?.text.replaceAll('\u00a0', ' ')).toContain('31 марта 2026');
  });

  // First that nothing is there, then what each step brings; the order of these cases is the order of a page.
  it('brings one language and leaves the others out, where texts are loaded on demand', async () => {
    for (const name of Object.keys(all) as (keyof typeof all)[])
      expect(Object.keys(onDemandTexts[name]), name).toEqual([]);
    await onDemand.loadTexts('ru', 'names');
    for (const name of ['sentenceTexts', 'errorTexts', 'ruleTexts'] as const)
      expect(Object.keys(onDemandTexts[name]), name).toEqual([]);
    for (const name of ['valueTexts', 'statementTexts', 'fieldTexts'] as const)
      expect(onDemandTexts[name].ru, name).toBe(all[name].ru);
    await onDemand.loadTexts('ru', 'answers');
    for (const name of ['valueTexts', 'sentenceTexts', 'statementTexts', 'fieldTexts', 'errorTexts'] as const) {
      expect(Object.keys(onDemandTexts[name]), name).toEqual(['ru']);
      expect(onDemandTexts[name].ru, name).toBe(all[name].ru);
    }
    expect(Object.keys(onDemand.ruleTexts)).toEqual([]);
    await onDemand.loadTexts('ru', 'all');
    expect(onDemand.ruleTexts.ru).toBe(ruleTexts.ru);
  });

  it.each(['en', 'kk'] as const)('brings every text of %s', async (language) => {
    await onDemand.loadTexts(language, 'all');
    for (const name of Object.keys(all) as (keyof typeof all)[])
      expect(onDemandTexts[name][language], name).toBe(all[name][language]);
  });

  it.each(['de', '', 'toString', '__proto__', null, undefined, ['en']])('refuses the language %j', async (language) => {
    expect(await awaitedRefusal(() => loadLanguage(language as never))).toBe('argument-invalid language');
  });

  it.each(['everything', '', null, ['all']])('refuses the extent %j', async (extent) => {
    expect(await awaitedRefusal(() => loadLanguage('en', extent as never))).toBe('argument-invalid extent');
  });
});
