import fc from 'fast-check';
import { fromMinorUnits, type LiabilityCap, type LimitLiabilityTerms, limitLiability, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { kzt as kztJson } from '../support/amountsAsJson.js';
import { asJson } from '../support/asJson.js';
import { errorOf, refusal } from '../support/refusal.js';

const cap = (clause: string, rate: string, base: string, used = '0.00'): LiabilityCap<'KZT'> => ({
  clause,
  rate,
  base: kzt(base),
  used: kzt(used),
});
const dataLoss = cap('7.6.2', '0.05', '120000.00');
const aggregate = cap('7.7', '0.1', '150000.00');
const terms: LimitLiabilityTerms<'KZT'> = {
  loss: kzt('50000.00'),
  requires: [{ what: 'fault-documented', met: true }],
  caps: [dataLoss, aggregate],
  rounding: 'halfExpand',
};
const refusalWith = (change: object) =>
  refusal(() => limitLiability({ ...terms, ...change } as LimitLiabilityTerms<'KZT'>));

describe('rows worked by hand', () => {
  it.each([
    {
      because: '5 % of 120 000 is less than 10 % of 150 000',
      change: {},
      payable: '6000.00',
      binding: '7.6.2',
      room: '6000.00',
    },
    {
      because: 'a tiyn below the room',
      change: { loss: kzt('5999.99') },
      payable: '5999.99',
      binding: undefined,
      room: '6000.00',
    },
    {
      because: 'exactly the room: bound by none',
      change: { loss: kzt('6000.00') },
      payable: '6000.00',
      binding: undefined,
      room: '6000.00',
    },
    {
      because: 'a tiyn above',
      change: { loss: kzt('6000.01') },
      payable: '6000.00',
      binding: '7.6.2',
      room: '6000.00',
    },
    { because: 'no loss', change: { loss: kzt('0.00') }, payable: '0.00', binding: undefined, room: '6000.00' },
    { because: 'no cap at all', change: { caps: [] }, payable: '50000.00', binding: undefined, room: undefined },
    {
      because: 'used: the other cap has less left',
      change: { caps: [dataLoss, cap('7.7', '0.1', '150000.00', '9000.01')] },
      payable: '5999.99',
      binding: '7.7',
      room: '5999.99',
    },
    {
      because: 'a tie: the first in order',
      change: { caps: [dataLoss, cap('7.7', '0.1', '150000.00', '9000.00')] },
      payable: '6000.00',
      binding: '7.6.2',
      room: '6000.00',
    },
    {
      because: 'a tie turned round',
      change: { caps: [cap('7.7', '0.1', '150000.00', '9000.00'), dataLoss] },
      payable: '6000.00',
      binding: '7.7',
      room: '6000.00',
    },
    {
      because: 'a tiyn of room left',
      change: { caps: [cap('7.7', '0.1', '150000.00', '14999.99')] },
      payable: '0.01',
      binding: '7.7',
      room: '0.01',
    },
    {
      because: 'used up exactly',
      change: { caps: [cap('7.7', '0.1', '150000.00', '15000.00')] },
      payable: '0.00',
      binding: '7.7',
      room: '0.00',
    },
    {
      because: 'used beyond the cap: no room, never a negative one',
      change: { caps: [cap('7.7', '0.1', '150000.00', '15000.01')] },
      payable: '0.00',
      binding: '7.7',
      room: '0.00',
    },
    {
      because: 'nothing paid, nothing answered for',
      change: { caps: [cap('12.4', '1', '0.00')] },
      payable: '0.00',
      binding: '12.4',
      room: '0.00',
    },
    {
      because: 'nothing lost and no room: nothing is taken off',
      change: { loss: kzt('0.00'), caps: [cap('12.4', '1', '0.00')] },
      payable: '0.00',
      binding: undefined,
      room: '0.00',
    },
    {
      because: 'a rate of zero',
      change: { caps: [cap('1', '0', '5.00')] },
      payable: '0.00',
      binding: '1',
      room: '0.00',
    },
    {
      because: 'the sum of one month, 45.00 lost',
      change: { loss: kzt('45.00'), caps: [cap('6.3', '1', '10.00')] },
      payable: '10.00',
      binding: '6.3',
      room: '10.00',
    },
    {
      because: 'no condition asked for',
      change: { requires: [] },
      payable: '6000.00',
      binding: '7.6.2',
      room: '6000.00',
    },
  ])('$because', ({ change, payable, binding, room }) => {
    const answer = limitLiability({ ...terms, ...change });
    expect(answer.payable).toEqual(kzt(payable));
    expect(answer.bindingCap).toBe(binding);
    expect(answer.room).toEqual(room === undefined ? undefined : kzt(room));
    expect(answer.because).toBeUndefined();
  });

  it('gives the answer and its figures as JSON', () => {
    expect(
      asJson<Record<string, unknown>>(
        limitLiability({ ...terms, caps: [dataLoss, cap('7.7', '0.1', '150000.00', '14000.00')] }),
      ),
    ).toEqual({
      payable: kztJson('1000.00'),
      bindingCap: '7.7',
      room: kztJson('1000.00'),
      basis: {
        loss: kztJson('50000.00'),
        caps: [
          {
            clause: '7.6.2',
            rate: '0.05',
            base: kztJson('120000.00'),
            used: kztJson('0.00'),
            cap: kztJson('6000.00'),
            room: kztJson('6000.00'),
          },
          {
            clause: '7.7',
            rate: '0.1',
            base: kztJson('150000.00'),
            used: kztJson('14000.00'),
            cap: kztJson('15000.00'),
            room: kztJson('1000.00'),
          },
        ],
        unmet: [],
      },
    });
  });

  it('rounds each cap once, before what was used is taken off', () => {
    // 0.05 × 0.30 = 0.015
    const room = (rounding: 'floor' | 'ceil') =>
      limitLiability({ ...terms, rounding, caps: [cap('1', '0.05', '0.30', '0.01')] }).room;
    expect(room('floor')).toEqual(kzt('0.00'));
    expect(room('ceil')).toEqual(kzt('0.01'));
  });
});

describe('exclusions and conditions', () => {
  const unmet = [
    { what: 'fault-documented', met: false },
    { what: 'written-claim', met: true },
    { what: 'in-time', met: false },
  ];
  it.each([
    { because: 'a ground', change: { excludedBy: 'force-majeure' }, why: 'excluded' },
    { because: 'a condition not met', change: { requires: unmet }, why: 'condition-not-met' },
    { because: 'both: the ground is named', change: { excludedBy: 'force-majeure', requires: unmet }, why: 'excluded' },
    { because: 'a ground without any cap', change: { excludedBy: 'force-majeure', caps: [] }, why: 'excluded' },
  ])('$because', ({ change, why }) => {
    const answer = limitLiability({ ...terms, ...change });
    expect(answer.payable).toEqual(kzt('0.00'));
    expect(answer.because).toBe(why);
    expect(answer.bindingCap).toBeUndefined();
  });

  it('names the ground and every condition that is not met, and keeps the room in sight', () => {
    const answer = limitLiability({ ...terms, excludedBy: 'force-majeure', requires: unmet });
    expect(answer.room).toEqual(kzt('6000.00'));
    expect(answer.basis.excludedBy).toBe('force-majeure');
    expect(answer.basis.unmet).toEqual(['fault-documented', 'in-time']);
  });
});

describe('heads of loss', () => {
  const heads: LimitLiabilityTerms<'KZT'>['heads'] = [
    { head: 'lost-profit', treatment: 'excluded' },
    { head: 'data-loss', treatment: 'capped', caps: [dataLoss] },
    { head: 'disclosure', treatment: 'capped' },
    { head: 'breakdown', treatment: 'capped', caps: [] },
    { head: 'intent', treatment: 'uncapped' },
  ];
  const byHead: LimitLiabilityTerms<'KZT'> = { ...terms, caps: [aggregate], heads };
  it.each([
    {
      because: 'an excluded head',
      head: 'lost-profit',
      payable: '0.00',
      binding: undefined,
      why: 'excluded',
      room: '15000.00',
    },
    {
      because: 'own cap and those of the terms together',
      head: 'data-loss',
      payable: '6000.00',
      binding: '7.6.2',
      why: undefined,
      room: '6000.00',
    },
    {
      because: 'no cap of its own: those of the terms',
      head: 'disclosure',
      payable: '15000.00',
      binding: '7.7',
      why: undefined,
      room: '15000.00',
    },
    {
      because: 'an empty list is none of its own',
      head: 'breakdown',
      payable: '15000.00',
      binding: '7.7',
      why: undefined,
      room: '15000.00',
    },
    {
      because: 'no cap reaches an uncapped head',
      head: 'intent',
      payable: '50000.00',
      binding: undefined,
      why: undefined,
      room: undefined,
    },
  ])('$because', ({ head, payable, binding, why, room }) => {
    const answer = limitLiability({ ...byHead, head });
    expect(answer.payable).toEqual(kzt(payable));
    expect(answer.bindingCap).toBe(binding);
    expect(answer.because).toBe(why);
    expect(answer.room).toEqual(room === undefined ? undefined : kzt(room));
    expect(answer.basis.head).toBe(head);
    expect(answer.basis.treatment).toBe(heads?.find((entry) => entry.head === head)?.treatment);
  });

  it('lets the aggregate cap bind a head with a cap of its own', () => {
    const answer = limitLiability({ ...byHead, caps: [cap('7.7', '0.1', '150000.00', '14000.00')], head: 'data-loss' });
    expect(answer.payable).toEqual(kzt('1000.00'));
    expect(answer.bindingCap).toBe('7.7');
    expect(answer.basis.caps.map(({ clause }) => clause)).toEqual(['7.6.2', '7.7']);
  });

  it('names the own cap of the head on a tie', () => {
    const answer = limitLiability({ ...byHead, caps: [cap('7.7', '0.1', '60000.00')], head: 'data-loss' });
    expect(answer.bindingCap).toBe('7.6.2');
  });

  it('needs no cap of the terms where the head has one', () => {
    expect(limitLiability({ ...byHead, caps: [], head: 'data-loss' }).bindingCap).toBe('7.6.2');
  });

  it('holds grounds and conditions against every head', () => {
    expect(limitLiability({ ...byHead, head: 'intent', excludedBy: 'force-majeure' }).because).toBe('excluded');
    expect(limitLiability({ ...byHead, head: 'intent', requires: [{ what: 'claim', met: false }] }).because).toBe(
      'condition-not-met',
    );
    expect(limitLiability({ ...byHead, head: 'lost-profit', requires: [{ what: 'claim', met: false }] }).because).toBe(
      'excluded',
    );
  });

  it('names the heads there are', () => {
    const expectedFor = (change: object) =>
      errorOf(() => limitLiability({ ...terms, head: 'reputation', ...change } as typeof terms)).details.expected;
    expect(expectedFor({ heads: heads?.slice(0, 2) })).toBe('one of lost-profit, data-loss');
    expect(expectedFor({ heads: [] })).toBe('a head of the list, which has none');
  });

  it.each([
    {
      because: 'a head the table does not name',
      change: { heads, head: 'reputation' },
      refused: 'term-not-in-force head',
    },
    { because: 'a prototype key', change: { heads, head: '__proto__' }, refused: 'term-not-in-force head' },
    { because: 'an empty table', change: { heads: [], head: 'intent' }, refused: 'term-not-in-force head' },
    { because: 'heads without a head', change: { heads }, refused: 'argument-invalid head' },
    { because: 'a head without heads', change: { head: 'intent' }, refused: 'argument-invalid heads' },
    {
      because: 'heads that are no list',
      change: { heads: { intent: 'uncapped' }, head: 'intent' },
      refused: 'argument-invalid heads',
    },
    { because: 'an empty place', change: { heads: [null], head: 'intent' }, refused: 'argument-invalid heads.0.head' },
    {
      because: 'a head named twice',
      change: { heads: [...(heads ?? []), { head: 'intent', treatment: 'excluded' }], head: 'intent' },
      refused: 'argument-invalid heads.5.head',
    },
    {
      because: 'an unknown treatment, of another head too',
      change: {
        heads: [
          { head: 'a', treatment: 'limited' },
          { head: 'b', treatment: 'uncapped' },
        ],
        head: 'b',
      },
      refused: 'argument-invalid heads.0.treatment',
    },
    {
      because: 'caps on an uncapped head',
      change: { heads: [{ head: 'a', treatment: 'uncapped', caps: [dataLoss] }], head: 'a' },
      refused: 'argument-invalid heads.0.caps',
    },
    {
      because: 'caps on an excluded head',
      change: { heads: [{ head: 'a', treatment: 'excluded', caps: [dataLoss] }], head: 'a' },
      refused: 'argument-invalid heads.0.caps',
    },
    {
      because: 'a capped head without any cap',
      change: { caps: [], heads, head: 'disclosure' },
      refused: 'argument-invalid caps',
    },
    {
      because: 'a cap of a head in another currency',
      change: {
        heads: [{ head: 'a', treatment: 'capped', caps: [{ ...dataLoss, base: money('1.00', 'USD') }] }],
        head: 'a',
      },
      refused: 'currency-mismatch heads.0.caps.0.base',
    },
  ])('refuses $because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });
});

describe('one term changed', () => {
  const heads = [
    { head: 'a', treatment: 'uncapped' },
    { head: 'b', treatment: 'capped' },
  ] as const;
  it('term: loss', () => expect(limitLiability({ ...terms, loss: kzt('1.00') }).payable).toEqual(kzt('1.00')));
  it('term: excludedBy', () => expect(limitLiability({ ...terms, excludedBy: 'x' }).payable).toEqual(kzt('0.00')));
  it('term: requires', () =>
    expect(limitLiability({ ...terms, requires: [{ what: 'x', met: false }] }).payable).toEqual(kzt('0.00')));
  it('term: caps', () => expect(limitLiability({ ...terms, caps: [aggregate] }).payable).toEqual(kzt('15000.00')));
  it('term: heads', () => {
    expect(limitLiability({ ...terms, head: 'a', heads }).payable).toEqual(kzt('50000.00'));
    expect(limitLiability({ ...terms, head: 'a', heads: [{ head: 'a', treatment: 'excluded' }] }).payable).toEqual(
      kzt('0.00'),
    );
  });
  it('term: head', () => expect(limitLiability({ ...terms, head: 'b', heads }).payable).toEqual(kzt('6000.00')));
  it.each([
    { base: '119999.80', capRounding: 'floor', payable: '5999.99', because: '5 % is 5,999.99 exactly' },
    { base: '119999.90', capRounding: undefined, payable: '6000.00', because: '5 % is 5,999.995: as the rest' },
    { base: '119999.90', capRounding: 'floor', payable: '5999.99', because: 'the maximum is rounded down' },
    { base: '120000.00', capRounding: 'floor', payable: '6000.00', because: '5 % is 6,000.00 exactly' },
  ] as const)('term: capRounding, $because', ({ base, capRounding, payable }) => {
    const limited = limitLiability({
      ...terms,
      loss: kzt('50000.00'),
      caps: [cap('1', '0.05', base)],
      rounding: 'halfExpand',
      ...(capRounding !== undefined && { capRounding }),
    });
    expect(limited.payable).toEqual(kzt(payable));
    expect(limited.basis.caps[0]?.cap).toEqual(kzt(payable));
  });
  it('a third of 100.00 is exact until it is rounded', () => {
    const third = { ...terms, loss: kzt('50000.00'), caps: [cap('1', '1/3', '100.00')] };
    expect(limitLiability({ ...third, rounding: 'floor' }).payable).toEqual(kzt('33.33'));
    expect(limitLiability({ ...third, rounding: 'ceil' }).payable).toEqual(kzt('33.34'));
    const whole = { ...third, caps: [cap('1', '1/3', '90071992547409.93')] };
    expect(limitLiability({ ...whole, loss: kzt('90071992547409.93'), rounding: 'ceil' }).payable).toEqual(
      kzt('30023997515803.31'),
    );
  });
  it('term: rounding', () => {
    const odd = { ...terms, caps: [cap('1', '0.05', '0.30')] };
    expect(limitLiability({ ...odd, rounding: 'floor' }).payable).toEqual(kzt('0.01'));
    expect(limitLiability({ ...odd, rounding: 'ceil' }).payable).toEqual(kzt('0.02'));
  });
});

describe('beyond 2^53', () => {
  it.each([
    {
      because: '5 % of 2^53 + 1 tiyn is 450 359 962 737 049.65',
      rate: '0.05',
      base: '90071992547409.93',
      used: '0.00',
      room: '4503599627370.50',
    },
    {
      because: 'a base far beyond',
      rate: '0.1',
      base: '1000000000000000000.00',
      used: '0.01',
      room: '99999999999999999.99',
    },
    {
      because: 'a small cap and a used sum far beyond',
      rate: '0.1',
      base: '100.00',
      used: '1000000000000000000.00',
      room: '0.00',
    },
    {
      because: 'a rate whose digits leave the safe integers',
      rate: '0.1000000000000000000001',
      base: '100.00',
      used: '0.00',
      room: '10.00',
    },
  ])('$because', ({ rate, base, used, room }) => {
    const answer = limitLiability({
      ...terms,
      loss: kzt('9999999999999999999.99'),
      caps: [cap('1', rate, base, used)],
    });
    expect(answer.room).toEqual(kzt(room));
    expect(answer.payable).toEqual(kzt(room));
    expect(answer.basis.caps[0]?.room).toEqual(kzt(room));
  });

  it('compares a loss and rooms of any size', () => {
    const huge = cap('huge', '1', '9999999999999999999.99');
    expect(limitLiability({ ...terms, caps: [huge, aggregate] }).bindingCap).toBe('7.7');
    expect(limitLiability({ ...terms, caps: [huge] }).bindingCap).toBeUndefined();
    expect(limitLiability({ ...terms, loss: kzt('10000000000000000000.00'), caps: [huge] }).bindingCap).toBe('huge');
  });
});

describe('laws', () => {
  const units = fc.oneof(fc.bigInt(0n, 1_000_000n), fc.bigInt(0n, 2n ** 60n));
  const aCap = fc.record({ thousandths: fc.integer({ min: 0, max: 1500 }), base: units, used: units });
  const answer = (loss: bigint, caps: readonly { thousandths: number; base: bigint; used: bigint }[]) =>
    limitLiability({
      loss: fromMinorUnits(loss, 'KZT'),
      requires: [],
      caps: caps.map(({ thousandths, base, used }, at) => ({
        clause: String(at),
        rate: `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`,
        base: fromMinorUnits(base, 'KZT'),
        used: fromMinorUnits(used, 'KZT'),
      })),
      rounding: 'floor',
    });

  it('pays the least of the loss and all rooms, found by going through them', () => {
    fc.assert(
      fc.property(units, fc.array(aCap, { maxLength: 5 }), (loss, caps) => {
        let least = loss;
        let binding: string | undefined;
        for (const [at, { thousandths, base, used }] of caps.entries()) {
          const limit = (base * BigInt(thousandths)) / 1000n;
          const room = limit > used ? limit - used : 0n;
          if (room < least) {
            least = room;
            binding = String(at);
          }
        }
        const { payable, bindingCap, room } = answer(loss, caps);
        expect(payable.minorUnits).toBe(least);
        expect(bindingCap).toBe(binding);
        expect(room === undefined).toBe(caps.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('never pays more for one cap more, nor less for a larger loss', () => {
    fc.assert(
      fc.property(units, units, fc.array(aCap, { maxLength: 4 }), aCap, (loss, more, caps, another) => {
        const { payable } = answer(loss, caps);
        expect(answer(loss, [...caps, another]).payable.minorUnits <= payable.minorUnits).toBe(true);
        expect(answer(loss + more, caps).payable.minorUnits >= payable.minorUnits).toBe(true);
      }),
    );
  });

  it('pays one claim or two in a row the same, when what was paid is used up', () => {
    fc.assert(
      fc.property(units, units, aCap, (one, two, given) => {
        const fresh = { ...given, used: 0n };
        const first = answer(one, [fresh]).payable.minorUnits;
        const second = answer(two, [{ ...fresh, used: first }]).payable.minorUnits;
        expect(first + second).toBe(answer(one + two, [fresh]).payable.minorUnits);
      }),
    );
  });
});

describe('hostile input', () => {
  const usd = money('1.00', 'USD');
  it.each([
    { because: 'a loss below zero', change: { loss: kzt('-0.01') }, refused: 'amount-invalid loss' },
    { because: 'a number for a loss', change: { loss: 50_000 }, refused: 'argument-invalid loss' },
    { because: 'a loss in another currency', change: { loss: usd }, refused: 'currency-mismatch caps.0.base' },
    {
      because: 'a base in another currency',
      change: { caps: [dataLoss, { ...aggregate, base: usd }] },
      refused: 'currency-mismatch caps.1.base',
    },
    {
      because: 'a used sum in another currency',
      change: { caps: [{ ...aggregate, used: usd }] },
      refused: 'currency-mismatch caps.0.used',
    },
    {
      because: 'a base below zero',
      change: { caps: [{ ...aggregate, base: kzt('-1.00') }] },
      refused: 'amount-invalid caps.0.base',
    },
    {
      because: 'a used sum below zero',
      change: { caps: [{ ...aggregate, used: kzt('-1.00') }] },
      refused: 'amount-invalid caps.0.used',
    },
    {
      because: 'a used sum left out',
      change: { caps: [{ clause: '1', rate: '0.1', base: kzt('1.00') }] },
      refused: 'argument-invalid caps.0.used',
    },
    {
      because: 'a rate as a number',
      change: { caps: [{ ...aggregate, rate: 0.1 }] },
      refused: 'rate-invalid caps.0.rate',
    },
    {
      because: 'a rate below zero',
      change: { caps: [{ ...aggregate, rate: '-0.1' }] },
      refused: 'rate-invalid caps.0.rate',
    },
    {
      because: 'a clause without a name',
      change: { caps: [{ ...aggregate, clause: '' }] },
      refused: 'argument-invalid caps.0.clause',
    },
    { because: 'an empty place for a cap', change: { caps: [null] }, refused: 'argument-invalid caps.0' },
    { because: 'caps left out', change: { caps: undefined }, refused: 'argument-invalid caps' },
    { because: 'conditions left out', change: { requires: undefined }, refused: 'argument-invalid requires' },
    {
      because: 'an empty place for a condition',
      change: { requires: [null] },
      refused: 'argument-invalid requires.0.what',
    },
    {
      because: 'a condition without a name',
      change: { requires: [{ met: true }] },
      refused: 'argument-invalid requires.0.what',
    },
    {
      because: 'a condition that is nearly true',
      change: { requires: [{ what: 'x', met: 1 }] },
      refused: 'argument-invalid requires.0.met',
    },
    { because: 'an empty ground', change: { excludedBy: '' }, refused: 'argument-invalid excludedBy' },
    { because: 'a flag for a ground', change: { excludedBy: true }, refused: 'argument-invalid excludedBy' },
    {
      because: 'a wrong cap under an exclusion is wrong all the same',
      change: { excludedBy: 'x', caps: [{ ...aggregate, used: usd }] },
      refused: 'currency-mismatch caps.0.used',
    },
    {
      because: 'an unknown rounding of the caps',
      change: { capRounding: 'down' },
      refused: 'rounding-unknown capRounding',
    },
    {
      because: 'an unknown rounding, without caps too',
      change: { rounding: 'up', caps: [] },
      refused: 'rounding-unknown rounding',
    },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('takes 10^5 caps and conditions', () => {
    const caps = Array.from({ length: 100_000 }, (_, at) => cap(`c${at}`, '1', at === 77_777 ? '1.00' : '2.00'));
    const requires = Array.from({ length: 100_000 }, (_, at) => ({ what: `w${at}`, met: true }));
    const answer = limitLiability({ ...terms, caps, requires });
    expect(answer.bindingCap).toBe('c77777');
  });

  it('keeps nothing of the objects it was given', () => {
    const mine = { ...dataLoss };
    const given = { ...terms, caps: [mine], requires: [{ what: 'x', met: false }] };
    const answer = limitLiability(given);
    const before = asJson<Record<string, unknown>>(answer);
    Object.assign(mine, { clause: 'other', base: kzt('1.00') });
    given.requires.length = 0;
    expect(asJson<Record<string, unknown>>(answer)).toEqual(before);
    expect(Object.isFrozen(answer.basis.caps)).toBe(true);
    expect(Object.isFrozen(answer.basis.unmet)).toBe(true);
  });
});
