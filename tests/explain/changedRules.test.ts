import { defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { changedRules } from 'oferta/explain';
import { describe, expect, it } from 'vitest';
import { smallDocument } from '../agreement/language/smallAgreement.js';

const calendars = [kz];
const before = defineAgreement(smallDocument(), { calendars });

describe('changedRules', () => {
  it('reports nothing of editions with the same rules', () => {
    const words = defineAgreement(
      smallDocument((d) => Object.assign(d['clauses']?.['1.2'] as object, { says: 'Other words' })),
      { calendars },
    );
    expect(changedRules(before, words, 'en')).toEqual([]);
  });

  it('reports a computation before and after', () => {
    const after = defineAgreement(
      smallDocument((d) =>
        Object.assign(d['clauses']?.['1.1']?.['window']?.['deadline'] as object, { limit: '20 calendar days' }),
      ),
      { calendars },
    );
    const [rule, ...others] = changedRules(before, after, 'en');
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ clauses: ['1.1'], computation: '1.1/window', title: 'last day' });
    expect([rule?.was?.includes('14'), rule?.is?.includes('20')]).toEqual([true, true]);
  });

  it('reports a row that is new, and one that is gone, each by its side', () => {
    const after = defineAgreement(
      smallDocument((d) =>
        (d['tables'] as unknown as { refund: { rows: object[] } }).refund.rows.unshift({
          if: 'blocked',
          then: 'none',
          by: ['1.2'],
        }),
      ),
      { calendars },
    );
    expect(changedRules(before, after, 'ru').filter(({ is }) => is !== undefined)).toMatchObject([
      { clauses: ['1.2'], question: 'refund' },
    ]);
    expect(changedRules(after, before, 'ru').filter(({ was }) => was !== undefined)).toMatchObject([
      { clauses: ['1.2'], question: 'refund' },
    ]);
  });
});
