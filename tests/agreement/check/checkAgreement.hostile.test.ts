import { type AgreementDocument, checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { everyPart } from '../../schemas/everyPart.js';
import { type Path, placesIn } from '../../support/placesIn.js';

function changed(path: Path, value: unknown): unknown {
  const data = structuredClone(everyPart()) as Record<string | number, unknown>;
  let at = data;
  for (const name of path.slice(0, -1)) at = at[name] as typeof data;
  at[path[path.length - 1] as string] = value;
  return data;
}

const hostile: readonly unknown[] = [
  ...[null, undefined, 7, -1, 1.5, Number.NaN, true, 'x', '=x', '=', '__proto__', '=[toString].x', 'x'.repeat(10_000)],
  ...[`=${'('.repeat(10_000)}`, [], [7], [null], {}, { formula: '=1' }, { constructor: 1 }, { deadline: [] }],
];

function findingsOf(document: unknown) {
  return checkAgreement(document as AgreementDocument, { calendars: [kz] });
}

describe('any value anywhere in an agreement', () => {
  it('the agreement itself can be computed', () => {
    expect(findingsOf(everyPart()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(placesIn(everyPart()).map((path) => ({ place: path.join('.'), path })))(
    'it ends in findings or in none, never in another error: $place',
    ({ path }) => {
      for (const value of hostile)
        for (const finding of findingsOf(changed(path, value))) {
          expect(finding.value.length).toBeLessThan(2_000);
          expect(finding.expected).not.toBe('');
        }
    },
  );
});
