/** What formulas give, worked by hand, and what they refuse. */
import { attempt } from 'oferta';
import { evaluate, explain, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { define, findingsOf, formulaValue, put } from './smallAgreement.js';

const kzt = (amount: string) => ({ amount, currency: 'KZT' });
const facts = {
  paid: kzt('100.00'),
  dollars: { amount: '5.00', currency: 'USD' },
  boughtOn: '2026-02-27',
  askedOn: '2026-03-02',
  startAt: '2026-03-01T10:00:00Z',
  endAt: '2026-03-01T11:30:30Z',
  units: 7,
  factor: '2.5',
  blocked: false,
  plan: 'extra',
  sums: [kzt('10.00'), kzt('20.05'), kzt('0.00')],
  counts: [3, 4, 6],
};

describe('formulas', () => {
  it.each([
    ['paid + 0.50 KZT', '100.50 KZT', 'a sum and a sum'],
    ['paid - 100.01 KZT', '-0.01 KZT', 'below zero'],
    ['-paid', '-100.00 KZT', 'a sign'],
    ['paid * units', '700.00 KZT', 'a whole number of sums is a sum'],
    ['units * paid', '700.00 KZT', 'in either order'],
    ['round(paid * 0.333 %)', '0.33 KZT', '0.333 rounds half away to 0.33'],
    ['round(paid * 0.335 %)', '0.34 KZT', '0.335 is a half and goes away from zero'],
    ['round(paid * 0.335 %, floor)', '0.33 KZT', 'or down'],
    ['round(paid / 3, ceil)', '33.34 KZT', 'or up'],
    ['round(paid * factor)', '250.00 KZT', 'two and a half times'],
    ['round(paid / units)', '14.29 KZT', '14.2857…'],
    ['round(paid / 3 - paid / 3)', '0.00 KZT', 'thirds cancel exactly'],
    ['round(paid / -3)', '-33.33 KZT', 'a negative divisor'],
    ['paid / 40.00 KZT', '5/2', 'a share is an exact fraction'],
    ['units / 2', '7/2', 'numbers'],
    ['units + 1', '8', 'counts'],
    ['units - 9', '-2', 'below zero'],
    ['-units', '-7', 'a sign'],
    ['units * 3', '21', 'counts'],
    ['factor + 1', '7/2', 'a decimal and a count'],
    ['max(paid - 200.00 KZT, 0)', '0.00 KZT', 'a bare zero is a sum'],
    ['min(paid, 99.99 KZT, 100.01 KZT)', '99.99 KZT', 'the least of three'],
    ['round(min(paid / 3, paid))', '33.33 KZT', 'an unrounded sum beside one'],
    ['max(units, 9)', '9', 'counts'],
    ['max(boughtOn, askedOn)', '2026-03-02', 'the later day'],
    ['earliest(boughtOn, askedOn)', '2026-02-27', 'the earlier day'],
    ['earliest(startAt, endAt)', '2026-03-01T10:00:00Z', 'the earlier instant'],
    ['latest(startAt, endAt)', '2026-03-01T11:30:30Z', 'the later instant'],
    ['latest(startAt, startAt)', '2026-03-01T10:00:00Z', 'the same one'],
    ['sum(sums)', '30.05 KZT', 'a list of sums'],
    ['sum(counts)', '13', 'a list of counts'],
    ['round(mean(sums))', '10.02 KZT', '30.05 by three is 10.01666…'],
    ['mean(counts)', '13/3', 'exact'],
    ['askedOn - boughtOn', '3', '28 February, 1 and 2 March'],
    ['boughtOn - askedOn', '-3', 'backwards'],
    ['boughtOn + 2 calendar days', '2026-03-01', 'February has 28 days'],
    ['boughtOn + 1 month', '2026-03-27', 'the day of the same number'],
    ['askedOn - 1 month', '2026-02-02', 'a month back'],
    ['startOfMonth(boughtOn)', '2026-02-01', ''],
    ['endOfMonth(boughtOn)', '2026-02-28', ''],
    ['daysInMonth(boughtOn)', '28', ''],
    ['daysInMonth(askedOn)', '31', ''],
    ['startOfDay(askedOn)', '2026-03-01T19:00:00Z', 'midnight in Almaty is 19:00 UTC of the day before'],
    ['minutesBetween(startAt, endAt)', '181/2', '90 minutes and a half'],
    ['if blocked then 0.00 KZT else paid', '100.00 KZT', 'not blocked'],
    ['if plan = extra then units else 0', '7', 'a bare word is one of the plans'],
    ['if plan != extra then units else 0', '0', 'not another'],
    ["if plan in ('base', 'extra') then 1 else 2", '1', 'among them'],
    ["if plan not in ('base') then 1 else 2", '1', 'not among them'],
    ['if 5 < units and not blocked then 1 else 2', '1', 'a number may come first'],
    ['if 7 >= units or blocked then 1 else 2', '1', 'at its edge'],
    ['if units > 7 then 1 else 2', '2', 'more than is more'],
    ['if paid / 40.00 KZT > 2.4 then 1 else 2', '1', 'a share is compared exactly'],
    ['if askedOn > boughtOn then 1 else 2', '1', 'days'],
    ['if endAt <= startAt then 1 else 2', '2', 'instants'],
    ['if blocked = false then 1 else 2', '1', 'asks for a value'],
    ['if gift is given then 1 else 2', '2', 'left out'],
    ['if gift is not given then 1 else 2', '1', 'left out'],
    ['units > 5 and units < 9', 'true', 'a condition is a value'],
    ['[1.1] - boughtOn', '14', '13 March 2026 is a Friday; a clause with one computation'],
  ])('%s is %s (%s)', (formula, expected) => {
    expect(formulaValue(formula, facts)).toBe(expected);
  });

  it.each([
    ['paid - fines', '100.00 KZT', 'absent: 0.00 KZT'],
    ['units + bonusUnits', '10', 'absent: 3'],
    ['round(paid * share)', '10.00 KZT', 'absent: 10 %'],
    ['boughtOn + notice', '2026-03-04', 'absent: 5 calendar days'],
  ])('%s is %s where the fact left out is %s', (formula, expected) => {
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
    const asked = attempt(() =>
      formulaValue(formula.startsWith('paid / (units') ? `round(${formula})` : formula, {
        ...facts,
        ...(formula === 'sum(sums)' && { sums: [] }),
      }),
    );
    expect(asked.ok ? 'ok' : asked.error.code).toBe(code);
  });

  it('names every fact it misses by its name', () => {
    const asked = attempt(() => formulaValue('paid - 1.00 KZT', {}));
    expect(asked.ok ? [] : [asked.error.code, asked.error.details.field]).toEqual(['fact-missing', 'paid']);
  });

  it.each([
    ['paid * paid', 'a sum and a number'],
    ['paid * boughtOn', 'a sum and a number'],
    ['units / paid', 'a share'],
    ['boughtOn + askedOn', 'one unit'],
    ['boughtOn - 5', 'one unit'],
    ['plan + plan', 'one unit'],
    ['min(paid, units)', 'compared with each other'],
    ['min(plan, plan)', 'an order'],
    ['min()', 'two values or more'],
    ['sum(paid)', 'a list'],
    ['mean(plan)', 'a list'],
    ['round(units)', 'a sum to round'],
    ['round(paid, upwards)', 'a rounding'],
    ['round(paid, 2)', 'round(a sum'],
    ['round()', 'round(a sum'],
    ['startOfMonth(units)', 'a day'],
    ['daysInMonth(paid)', 'a day'],
    ['startOfDay(startAt)', 'a day'],
    ['minutesBetween(boughtOn, askedOn)', 'two instants'],
    ['if blocked then paid else units', 'of one kind'],
    ['if units then paid else paid', 'a condition'],
    ['if paid > boughtOn then 1 else 2', 'compared'],
    ['if plan in (units) then 1 else 2', 'words in apostrophes'],
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
    ['round(paid / 3, floor)', ['quotient', 'round'], 'rounded down (floor): 33.33 KZT'],
    ['max(paid - 200.00 KZT, 0)', ['difference', 'greatest'], 'the greatest of -100.00 KZT, 0: 0.00 KZT'],
    ['units * 3', ['product'], '7 × 3 = 21'],
    ['-units', ['select'], 'the opposite of 7: -7'],
    ['sum(sums)', ['sum'], 'the sum of 10.00 KZT, 20.05 KZT, 0.00 KZT: 30.05 KZT'],
    ['mean(counts)', ['select'], 'the mean of 3, 4, 6: 4.333333…'],
    ['askedOn - boughtOn', ['difference'], '2 March 2026 − 27 February 2026 = 3 days'],
    ['boughtOn + 2 calendar days', ['sum'], '27 February 2026 + 2 days = 1 March 2026'],
    ['endOfMonth(boughtOn)', ['select'], 'the last day of the month of 27 February 2026: 28 February 2026'],
    // The branch that is not taken is not looked at: the gift was left out.
    ['if blocked then gift else paid', ['select'], 'of the two, as the condition decides: 100.00 KZT'],
    ['units > 5', ['select'], 'the condition holds: yes'],
  ])('%s has the steps %j, each in words', (formula, ops, last) => {
    const agreement = define((d) => put(d, ['clauses', '9', 'value'], { formula }));
    const result = evaluate(agreement, '9/value', facts);
    const steps = JSON.parse(JSON.stringify(result.steps)) as readonly { op: string; clause: string }[];
    expect(steps.map(({ op }) => op)).toEqual(ops);
    expect(JSON.stringify(steps)).not.toContain('undefined');
    for (const { clause } of steps) expect(clause).toBe('9');
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const { text } of explain(result, language)) expect(text).not.toMatch(/[{}]|undefined/);
    // Sums in words stand with a sign of the currency and unbreakable blanks.
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

  it('is told when two lead to each other', () => {
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
