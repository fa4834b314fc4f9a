import { type AgreementData, namesOfPosting, type Posting } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';
import { autocallData } from '../autocall.js';
import { smallData } from './smallAccount.js';

const listed = (posting: Partial<Posting>): readonly string[] =>
  namesOfPosting({ id: 'p', on: 'toppedUp', ...posting }).map(
    ({ does, is, name, path }) => `${path}: ${does} ${is} ${name}`,
  );

describe('namesOfPosting', () => {
  it.each<{ posting: Partial<Posting>; names: readonly string[] }>([
    { posting: { bind: { a: { state: 'price' } } }, names: ['bind.a.state: reads value price'] },
    { posting: { bind: { a: { state: 'balance' } } }, names: [] },
    { posting: { bind: { a: { counter: 'c', plus: 1 } } }, names: ['bind.a.counter: reads counter c'] },
    {
      posting: { bind: { a: { record: 'act', key: { state: 'last' }, field: 'on' } } },
      names: ['bind.a.field: reads field act.on', 'bind.a.key.state: reads value last'],
    },
    {
      posting: { of: 'act', bind: { a: { own: 'on' }, b: { own: 'key' } } },
      names: ['bind.a.own: reads field act.on', 'of: reads record act'],
    },
    {
      posting: { sets: [{ set: 'x', to: { state: 'y' } }] },
      names: ['sets.0.set: sets value x', 'sets.0.to.state: reads value y'],
    },
    {
      posting: { setsIfShort: [{ count: 'c', by: 1 }, { status: 'over' }] },
      names: ['setsIfShort.0.count: sets counter c', 'setsIfShort.1.status: sets status over'],
    },
    {
      posting: { setsByState: { won: [{ record: 'act', key: { event: 'act' }, status: 'won' }] } },
      names: [
        'setsByState.won.0.record: sets record act',
        'setsByState.won.0.status: sets field act.status',
        'setsByState.won.0.status: sets recordStatus act.won',
      ],
    },
    {
      posting: { sets: [{ record: 'act', key: { event: 'act' }, take: { left: { event: 'units' } } }] },
      names: ['sets.0.record: sets record act', 'sets.0.take.left: reads field act.left'],
    },
    {
      posting: { exercisesRight: { name: 'leave', without: 'finding' }, opensRight: { name: 'stay' } },
      names: ['opensRight.name: sets right stay', 'exercisesRight.name: reads right leave'],
    },
    {
      posting: {
        bind: { s: { state: 'status' }, t: { record: 'act', key: { event: 'act' }, field: 'status' } },
        if: { any: [{ fact: 's', is: 'over' }, { not: { fact: 't', isOneOf: ['open', 'won'] } }] },
      },
      names: [
        'bind.t.field: reads field act.status',
        'if.any.0.is: reads status over',
        'if.any.1.not.isOneOf: reads recordStatus act.open',
        'if.any.1.not.isOneOf: reads recordStatus act.won',
      ],
    },
  ])('$posting', ({ posting, names }) => {
    expect(listed(posting)).toEqual(names);
  });
});

/** The findings of AutoCall with one text of its postings misspelt. */
function faultsWith(from: string, to: string): readonly string[] {
  const text = JSON.stringify(autocallData.postings);
  expect(text).toContain(from);
  const postings = JSON.parse(text.replace(from, to));
  return findingsFrom(() => defineModel({ ...autocallData, postings } as AgreementData, { calendars: [kz] })).map(
    ({ code, value }) => `${code} ${value}`,
  );
}

describe('a name misspelt in a posting is found when the agreement is defined', () => {
  it.each([
    { from: '{"state":"lastToppedUpOn"}', to: '{"state":"lastTopedUpOn"}', found: 'unknown "lastTopedUpOn"' },
    { from: '{"counter":"6.8"', to: '{"counter":"6.9"', found: 'unknown "6.9"' },
    { from: '{"records":"basePrice"}', to: '{"records":"basePrices"}', found: 'unknown "basePrices"' },
    { from: '"field":"usedUnits"', to: '"field":"usedUnit"', found: 'unknown "purchase.usedUnit"' },
    { from: '"of":"act"', to: '"of":"acts"', found: 'unknown "acts"' },
    { from: '"actState","is":"open"', to: '"actState","is":"opened"', found: 'unknown "act.opened"' },
    { from: '"accountStatus","is":"terminated"', to: '"accountStatus","is":"ended"', found: 'unknown "ended"' },
  ])('$to', ({ from, to, found }) => {
    expect(faultsWith(from, to)).toContain(found);
  });

  it('and so is a final status that no posting sets', () => {
    const data = smallData({ ending: { statuses: ['ovr'], after: 'finding' } });
    expect(
      findingsFrom(() => defineModel(data, { calendars: [kz] })).map(({ path, code }) => `${path} ${code}`),
    ).toEqual(['ending.statuses.0 unknown']);
  });
});
