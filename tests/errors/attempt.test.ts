import { AgreementError, attempt, dateRange, money } from 'oferta';
import { describe, expect, it } from 'vitest';

describe('attempt', () => {
  it('hands the value on', () => {
    const outcome = attempt(() => money('1.00', 'KZT'));
    expect(outcome.ok && String(outcome.value)).toBe('1.00 KZT');
  });

  it('hands an AgreementError back as a value', () => {
    const outcome = attempt(() => dateRange('2026-04-30', '2026-04-01'));
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error).toBeInstanceOf(AgreementError);
    expect(outcome.error.code).toBe('range-reversed');
    expect(outcome.error.details.value).toContain('2026-04-30..2026-04-01');
  });

  it.each([
    { value: undefined, because: 'a question without an answer is still answered' },
    { value: false, because: 'no is an answer' },
    { value: 0, because: 'nothing is an answer' },
  ])('takes $value for a value: $because', ({ value }) => {
    expect(attempt(() => value)).toEqual({ ok: true, value });
  });

  it.each([
    { thrown: new TypeError('a defect'), because: 'a defect is not an answer' },
    {
      thrown: { code: 'amount-invalid', name: 'AgreementError' },
      because: 'looking like an AgreementError is not being one',
    },
    { thrown: undefined, because: 'anything can be thrown' },
  ])('lets $thrown go on up: $because', ({ thrown }) => {
    let caught: unknown = 'nothing';
    try {
      attempt(() => {
        throw thrown;
      });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
  });

  it('runs the question once', () => {
    let runs = 0;
    attempt(() => {
      runs += 1;
    });
    expect(runs).toBe(1);
  });
});
