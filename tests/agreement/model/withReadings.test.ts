import { type AgreementData, evaluate, withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { errorOf, refusal } from '../../support/refusal.js';
import { autocall, autocallData } from '../autocall.js';

describe('withReadings', () => {
  const facts = { negativeOn: '2026-03-19', asOf: '2026-12-31', overdue: kzt('40000.00'), totalDebt: kzt('100000.00') };

  it.each([
    { option: 'total-debt', cap: '5000.00', because: '5 % of 100,000.00' },
    { option: 'overdue-only', cap: '2000.00', because: '5 % of 40,000.00' },
  ])('6.10 under $option: $because', ({ option, cap }) => {
    const agreement = withReadings(autocall, { '6.10-cap-base': option });
    const result = evaluate(agreement, '6.10', facts);
    expect(JSON.parse(JSON.stringify(result.value['penalty']))).toEqual(kzt(cap));
    expect(result.agreement.readings['6.10-cap-base']).toBe(option);
  });

  it.each([
    { option: 'repeat-alone', latest: '1000000.00', total: '2100000.00' },
    { option: 'first-and-repeat', latest: '1100000.00', total: '2300000.00' },
  ])('6.8 under $option: three breaches cost $total', ({ option, latest, total }) => {
    const { value } = evaluate(withReadings(autocall, { '6.8-repeat': option }), '6.8', { breaches: 3 });
    expect(JSON.parse(JSON.stringify(value))).toEqual({ latest: kzt(latest), total: kzt(total) });
  });

  it('6.7 under both readings', () => {
    const told = (option: string): unknown => {
      const { value } = evaluate(withReadings(autocall, { '6.7-repeat': option }), '6.7', {
        breaches: 3,
        smsPrice: kzt('18.00'),
      });
      return JSON.parse(JSON.stringify(value['total']));
    };
    expect(told('repeat-alone')).toEqual(kzt('2018.00'));
    expect(told('first-and-repeat')).toEqual(kzt('2054.00'));
  });

  it('leaves the agreement it began with alone', () => {
    withReadings(autocall, { '6.10-cap-base': 'overdue-only' });
    expect(autocall.readings['6.10-cap-base']).toBe('total-debt');
  });

  it('switches several at once, and those that are not named stay as they are', () => {
    const first = withReadings(autocall, { '6.7-repeat': 'first-and-repeat', '6.8-repeat': 'first-and-repeat' });
    const second = withReadings(first, { '6.8-repeat': 'repeat-alone' });
    expect(first.readings).toEqual({
      ...autocall.readings,
      '6.7-repeat': 'first-and-repeat',
      '6.8-repeat': 'first-and-repeat',
    });
    expect(second.readings).toEqual({ ...autocall.readings, '6.7-repeat': 'first-and-repeat' });
    const totalOf = (agreement: typeof first) =>
      JSON.parse(JSON.stringify(evaluate(agreement, '6.8', { breaches: 3 }).value['total']));
    expect(totalOf(first)).toEqual(kzt('2300000.00'));
    expect(totalOf(second)).toEqual(kzt('2100000.00'));
  });

  it('named with nothing is the same agreement, and there and back is too', () => {
    expect(withReadings(autocall, {}).readings).toEqual(autocall.readings);
    const back = withReadings(withReadings(autocall, { '6.10-cap-base': 'overdue-only' }), {
      '6.10-cap-base': 'total-debt',
    });
    expect(back.readings).toEqual(autocall.readings);
    expect(evaluate(back, '6.10', facts).value).toEqual(evaluate(autocall, '6.10', facts).value);
    expect(back.toJSON()).toBe(autocall.toJSON());
  });

  it.each([
    { readings: { nothing: 'x' }, refused: 'reading-unknown readings', because: 'no such reading' },
    {
      readings: { '6.10-cap-base': 'nothing' },
      refused: 'reading-unknown readings.6.10-cap-base',
      because: 'no option',
    },
    {
      readings: { '6.10-cap-base': 'toString' },
      refused: 'reading-unknown readings.6.10-cap-base',
      because: 'a key of every object',
    },
    {
      readings: { '6.10-cap-base': undefined },
      refused: 'reading-unknown readings.6.10-cap-base',
      because: 'no option is none of them',
    },
    {
      readings: JSON.parse('{"__proto__":"x"}'),
      refused: 'reading-unknown readings',
      because: 'a key that is no reading',
    },
    { readings: { ['9'.repeat(1_000_000)]: 'x' }, refused: 'reading-unknown readings', because: 'a huge name' },
    { readings: null, refused: 'argument-invalid readings', because: 'null' },
    { readings: undefined, refused: 'argument-invalid readings', because: 'absent' },
    { readings: 7, refused: 'argument-invalid readings', because: 'a number' },
    { readings: 'overdue-only', refused: 'argument-invalid readings', because: 'an option of which reading' },
    { readings: ['overdue-only'], refused: 'argument-invalid readings', because: 'a list' },
  ])('$refused: $because', ({ readings, refused }) => {
    expect(refusal(() => withReadings(autocall, readings as never))).toBe(refused);
    expect(errorOf(() => withReadings(autocall, readings as never)).message.length).toBeLessThan(5000);
  });

  it.each([
    { agreement: autocallData, because: 'the JSON of an agreement' },
    { agreement: {}, because: 'an empty object' },
    { agreement: null, because: 'null' },
    { agreement: 'autocall', because: 'a name' },
  ])('argument-invalid agreement: $because', ({ agreement }) => {
    expect(refusal(() => withReadings(agreement as never, {}))).toBe('argument-invalid agreement');
  });

  it('refuses an option under which the agreement cannot be computed, each time it is asked for', () => {
    const data = structuredClone(autocallData) as AgreementData;
    const at = data.readings.findIndex(({ id }) => id === '6.10-cap-base');
    const options = data.readings[at]?.options as Record<string, { label: object; patch: object }>;
    options['overdue-only'] = {
      ...(options['overdue-only'] as { label: object; patch: object }),
      patch: { '6.10/penalty': { from: { 'cap.base': { fact: 'negativeOn' } } } },
    };
    const agreement = defineModel(data, { calendars: [kz] });
    for (const again of [1, 2]) {
      const outcome = errorOf(() => withReadings(agreement, { '6.10-cap-base': 'overdue-only' }));
      expect(outcome.code, `time ${again}`).toBe('agreement-invalid');
      expect(outcome.findings.map(({ path, clause }) => ({ path, clause }))).toEqual([
        { path: `readings.${at}.options.overdue-only`, clause: '6.10' },
      ]);
    }
    expect(withReadings(agreement, { '6.10-cap-base': 'total-debt' }).readings['6.10-cap-base']).toBe('total-debt');
  });
});
