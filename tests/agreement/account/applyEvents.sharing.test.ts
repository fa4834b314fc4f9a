import fc from 'fast-check';
import { type Account, applyEvents, openAccount, statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/agreement/account/accountEvent.js';
import { happened, smallAgreement, sum } from './smallAccount.js';

// Accounts that follow one another share what happened on them; none may see what happened on another.

const agreement = smallAgreement({});
const begun = applyEvents(openAccount(agreement), [happened('toppedUp', '01-02', sum('100.00'))]);

function next(account: Account, day: number, amount: string, kind = 'toppedUp'): Account {
  const on = `02-${String(day).padStart(2, '0')}`;
  return applyEvents(account, [{ ...happened(kind, on, sum(amount)), id: `${kind}-${on}-${amount}` }]);
}

describe('accounts that go on from one', () => {
  it('twenty of them, each with its own entry, and the one they go on from has none of them', () => {
    const others = Array.from({ length: 20 }, (_, at) => next(begun, 1, `${at + 1}.00`));
    expect(others.map(({ entries }) => entries.map(({ seq, amount }) => `${seq}: ${amount.amount}`))).toEqual(
      others.map((_, at) => ['1: 100.00', `2: ${at + 1}.00`]),
    );
    expect(begun.entries).toHaveLength(1);
    expect(others.map(({ balance }) => balance.minorUnits)).toEqual(others.map((_, at) => BigInt(10_100 + 100 * at)));
  });

  it('along twelve branches of branches', () => {
    let account = begun;
    for (let day = 1; day <= 12; day += 1) {
      const branch = next(account, day, '1.00');
      // The other branch is created second, and the account continues from it.
      account = next(account, day, '2.00');
      expect(branch.entries.map(({ amount }) => amount.amount).at(-1)).toBe('1.00');
    }
    expect(account.entries.map(({ amount }) => amount.amount)).toEqual(['100.00', ...Array(12).fill('2.00')]);
    expect(account.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    expect(Object.keys(account.state.appliedEvents)).toHaveLength(13);
    // Each event counts once, also those of the oldest branch.
    expect(applyEvents(account, [happened('toppedUp', '01-02', sum('100.00'))]).entries).toHaveLength(13);
  });

  it('an event that one of them had is new to the other', () => {
    const one = next(begun, 1, '1.00');
    const other = next(begun, 2, '5.00');
    expect(next(other, 3, '1.00').balance.toString()).toBe('106.00 KZT');
    expect(Object.keys(one.state.appliedEvents)).toEqual(['toppedUp-01-02', 'toppedUp-02-01-1.00']);
  });

  it('credits that are spent and debts that are paid stay in the state of each', () => {
    const spent = next(begun, 1, '100.00', 'charged');
    const owing = next(spent, 2, '30.00', 'charged');
    const paid = next(next(owing, 3, '30.00'), 4, '7.00');
    const other = next(owing, 3, '10.00');
    expect(paid.state.lots.map(({ left }) => left.amount)).toEqual(['0.00', '0.00', '7.00']);
    expect(paid.state.debts.map(({ payments }) => payments.map(({ amount }) => amount.amount))).toEqual([['30.00']]);
    expect(other.state.debts.map(({ payments }) => payments.map(({ amount }) => amount.amount))).toEqual([['10.00']]);
    expect(statement(other, '2026-02-05').toPay.amount).toBe('20.00');
    expect(owing.state.debts.map(({ payments }) => payments)).toEqual([[]]);
  });

  it('4,000 debts and 4,000 payments: each pays one, the oldest first', () => {
    const events = Array.from({ length: 4000 }, (_, at) => [
      { ...happened('charged', '02-01', sum('1.00')), id: `c${at}`, seq: at },
      { ...happened('toppedUp', '02-02', sum('1.00')), id: `p${at}`, seq: at },
    ]).flat();
    const { state, balance } = applyEvents(openAccount(agreement), events);
    expect(balance.toString()).toBe('0.00 KZT');
    expect(state.debts.map(({ cause, payments }) => `${cause} ${payments.length}`)).toEqual(
      Array.from({ length: 4000 }, (_, at) => `c${at} 1`),
    );
  });
});

describe('a statement', () => {
  it('reads as a plain record: its entries are made once, and a copy of it has them', () => {
    const told = statement(begun, '2026-02-01');
    expect(Object.keys(told).slice(0, 6)).toEqual(['format', 'agreement', 'asOf', 'toPay', 'entries', 'remarks']);
    expect(told.entries).toBe(told.entries);
    expect(told.remarks).toBe(told.remarks);
    expect({ ...told }).toEqual(told);
    expect(JSON.parse(JSON.stringify(told)).entries).toHaveLength(1);
    expect(Object.keys(told)).toEqual(Object.keys(JSON.parse(JSON.stringify(told))));
  });
});

describe('the digest of an event', () => {
  it.each([
    { because: 'no content: FNV-1a of "{}" from both seeds', content: {}, digest: fnv('{}') },
    { because: 'names in one order', content: { b: 1, a: true }, digest: fnv('{a:true,b:1}') },
    { because: 'lists, null and depth', content: { a: [1, null, { c: 'x' }] }, digest: fnv('{a:[1,null,{c:"x"}]}') },
  ])('$because', ({ content, digest }) => expect(digestOf(content)).toBe(digest));

  it('of any text is that of its JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\ud800', '\u007f', '\u2028')),
        (text) => {
          expect(digestOf({ text })).toBe(fnv(`{text:${JSON.stringify(text)}}`));
        },
      ),
    );
  });
});

/** The two hashes of a text, written out. */
function fnv(text: string): string {
  const hash = (seed: number, prime: number): string =>
    (
      [...Array(text.length).keys()].reduce((sum, at) => Math.imul(sum ^ text.charCodeAt(at), prime), seed) >>> 0
    ).toString(36);
  return `${text.length}-${hash(0x811c9dc5, 0x01000193)}-${hash(0x01000193, 0x85ebca6b)}`;
}
