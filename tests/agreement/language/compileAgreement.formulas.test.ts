import { evaluate, explain, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf, refusal } from '../../support/refusal.js';
import { absentCases, formulaFacts as facts, formulaCases } from './formulaCases.js';
import { define, findingsOf, formulaValue, put } from './smallAgreement.js';

describe('formulas', () => {
  it.each(formulaCases)('%s is %s (%s)', (formula, expected) => {
    expect(formulaValue(formula, facts)).toBe(expected);
  });

  it.each(absentCases)('%s is %s where the fact left out is %s', (formula, expected) => {
    expect(formulaValue(formula, facts)).toBe(expected);
  });

  it.each([
    ['paid + gift', 'fact-missing', 'what leaving it out means is no value'],
    ['paid / (units - 7)', 'argument-invalid', 'nothing is divided by zero'],
    ['sum(sums)', 'argument-invalid', 'an empty list has no currency'],
    ['paid + dollars', 'currency-mismatch', 'sums of two currencies'],
    ['max(paid, dollars)', 'currency-mismatch', 'which have no order'],
    ['round(paid / (dollars / dollars))', 'ok', 'their share is a number'],
  ])('%s ends in %s: %s', (formula, code) => {
    expect(
      codeOf(() =>
        formulaValue(formula.startsWith('paid / (units') ? `round(${formula})` : formula, {
          ...facts,
          ...(formula === 'sum(sums)' && { sums: [] }),
        }),
      ) ?? 'ok',
    ).toBe(code);
  });

  it('names every fact it misses by its name', () => {
    expect(refusal(() => formulaValue('paid - 1.00 KZT', {}))).toBe('fact-missing paid');
  });

  it.each([
    ['paid * paid', 'an amount and a number'],
    ['paid * boughtOn', 'an amount and a number'],
    ['units / paid', 'a share'],
    ['boughtOn + askedOn', 'one unit'],
    ['boughtOn - 5', 'one unit'],
    ['plan + plan', 'one unit'],
    ['min(paid, units)', 'compared with each other'],
    ['min(plan, plan)', 'can be ordered'],
    ['min()', 'two values or more'],
    ['sum(paid)', 'a list'],
    ['mean(plan)', 'a list'],
    ['round(units)', 'an amount to round'],
    ['round(paid, upwards)', 'a rounding'],
    ['round(paid, 2)', 'round(an amount'],
    ['round()', 'round(an amount'],
    ['startOfMonth(units)', 'a day'],
    ['daysInMonth(paid)', 'a day'],
    ['startOfDay(startAt)', 'a day'],
    ['minutesBetween(boughtOn, askedOn)', 'two instants'],
    ['if blocked then paid else units', 'of the same type'],
    ['if units then paid else paid', 'a condition'],
    ['if paid > boughtOn then 1 else 2', 'compared'],
    ['if plan in (units) then 1 else 2', 'texts in apostrophes'],
    ['maximum(paid, paid)', 'a function'],
    ['payd', 'paid'],
    ['something.else', 'a fact'],
    ['[1.1/windw]', '1.1/window'],
    ['[1.1/window].latestDay', 'lastDay'],
    ['[7.7]', 'the address of a computation'],
    ['purchase[units].paid', 'belong to an account'],
    ['5 clear days', 'a limit'],
    ['paid / 3', 'a rounding'],
    ['payd and units > 1', 'paid'],
    ['not payd', 'paid'],
    ['payd is given', 'paid'],
    ['payd is not given', 'paid'],
    ["payd in ('a')", 'paid'],
    ['payd > 1', 'paid'],
    ['units > unts', 'units'],
    ['plan in (other)', 'a fact'],
    ['-payd', 'paid'],
    ['if payd then 1 else 2', 'paid'],
  ])('%s is refused: %s', (formula, expected) => {
    const findings = findingsOf((d) => put(d, ['clauses', '9', 'value'], { formula }));
    expect(findings.map((finding) => finding.expected).join('; ')).toContain(expected);
    for (const { place } of findings) expect(place).toEqual(['clauses', '9', 'value', 'formula']);
  });

  it.each([
    ['paid - 30.05 KZT', ['difference'], '100.00 KZT − 30.05 KZT = 69.95 KZT'],
    ['round(paid / 3, floor)', ['quotient', 'round'], 'rounded down: 33.33 KZT'],
    ['max(paid - 200.00 KZT, 0)', ['difference', 'greatest'], 'the greatest of -100.00 KZT, 0: 0.00 KZT'],
    ['units * 3', ['product'], '7 × 3 = 21'],
    ['-units', ['negative'], 'the opposite of 7: -7'],
    ['sum(sums)', ['total'], 'the sum of 10.00 KZT, 20.05 KZT, 0.00 KZT: 30.05 KZT'],
    ['mean(counts)', ['mean'], 'the mean of 3, 4, 6: 4.333333…'],
    ['askedOn - boughtOn', ['daysBetween'], 'from 27 February 2026 to 2 March 2026: 3 days'],
    ['boughtOn + 2 calendar days', ['addLimit'], '2 days after 27 February 2026: 1 March 2026'],
    ['endOfMonth(boughtOn)', ['monthEnd'], 'the last day of the month of 27 February 2026: 28 February 2026'],
    // The branch that is not taken is not evaluated: the gift was left out.
    ['if blocked then gift else paid', ['compare', 'choose'], 'of the two, as the condition decides: 100.00 KZT'],
    // The comparison has a step, and the sentence of what it decides.
    ['units > 5', ['compare', 'holds'], 'the condition is met: yes'],
  ])('%s has the steps %j, each in words', (formula, ops, last) => {
    const agreement = define((d) => put(d, ['clauses', '9', 'value'], { formula }));
    const result = evaluate(agreement, '9/value', facts);
    const steps = JSON.parse(JSON.stringify(result.steps)) as readonly { op: string; clause: string }[];
    expect(steps.map(({ op }) => op)).toEqual(ops);
    expect(JSON.stringify(steps)).not.toContain('undefined');
    for (const { clause } of steps) expect(clause).toBe('9');
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const { text } of explain(result, language)) expect(text).not.toMatch(/[{}]|undefined/);
    // Amounts in sentences have the sign of the currency and no-break spaces.
    const words = explain(result, 'en')
      .at(-1)
      ?.text.replaceAll('\u00a0', ' ')
      .replaceAll('₸', 'KZT')
      .replaceAll('−1', '-1');
    expect(words).toBe(last);
  });

  it('feeds other computations, in whatever order they are written', () => {
    const agreement = define((d) => {
      put(d, ['clauses', '8', 'twice'], { formula: '=[9/rest] + [9/rest]' });
      put(d, ['clauses', '9', 'rest'], { formula: '=paid - fines' });
      put(d, ['clauses', '9', 'kept'], { debitBalance: { balance: '=[9/rest]', charge: '1.00 KZT', partial: true } });
    });
    expect(String(evaluate(agreement, '8/twice', facts).value['value'])).toBe('200.00 KZT');
    expect(String(evaluate(agreement, '9/kept', facts).value['balance'])).toBe('99.00 KZT');
  });

  it('is reported when two lead to each other', () => {
    const findings = findingsOf((d) => {
      put(d, ['clauses', '8', 'a'], { formula: '=[9/b] + 1' });
      put(d, ['clauses', '9', 'b'], { formula: '=[8/a] + 1' });
    });
    expect(findings.map(({ code }) => code)).toContain('circle');
  });

  it('changes with a reading', () => {
    const agreement = define((d) => {
      put(d, ['clauses', '9', 'rest'], { formula: '=paid - fines' });
      put(d, ['readings', 'days-to-ask', 'options', 'ten', 'changes'], { '9/rest.formula': '=paid' });
    });
    const ten = withReadings(agreement, { 'days-to-ask': 'ten' });
    const fined = { ...facts, fines: kzt('30.00') };
    expect(String(evaluate(agreement, '9/rest', fined).value['value'])).toBe('70.00 KZT');
    expect(String(evaluate(ten, '9/rest', fined).value['value'])).toBe('100.00 KZT');
  });
});
