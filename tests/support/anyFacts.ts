import fc from 'fast-check';
import type { Agreement, ValueShape } from 'oferta/agreement';

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((offset) => new Date(Date.UTC(2023, 5, 1 + offset)).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 1200 * 1440 })
  .map((minutes) => new Date(Date.UTC(2023, 5, 1) + minutes * 60_000).toISOString().replace('.000Z', 'Z'));

/** Values of a shape, as a case would carry them. */
function anyOf(shape: ValueShape, currency: string, words: readonly string[]): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'money':
      return fc
        .oneof(
          fc.integer({ min: 0, max: 20_000_000 }),
          fc.integer({ min: 0, max: 9_000 }).map((n) => n * 10_000),
        )
        .map((units) => ({ amount: `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`, currency }));
    case 'day':
      return day;
    case 'instant':
      return instant;
    case 'rate':
      return fc.constantFrom('0', '0.001', '0.05', '0.1', '1');
    case 'decimal':
      return fc.constantFrom('0', '1', '2.5', '120');
    case 'count':
      return fc.integer({ min: 0, max: 40 });
    case 'flag':
      return fc.boolean();
    case 'limit':
      return fc.record({
        count: fc.integer({ min: 1, max: 30 }),
        unit: fc.constantFrom('calendarDays', 'workingDays', 'months'),
      });
    case 'text':
      return fc.constantFrom(
        ...(shape.oneOf ?? [...words, '', 'Привет', 'hello', 'a'.repeat(161), '12345678901234567890']),
      );
    case 'list':
      return fc.array(anyOf(shape.of, currency, words), { maxLength: 4 });
    case 'record':
      return fc.record(
        Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, anyOf(field, currency, words)])),
        { requiredKeys: Object.keys(shape.fields).filter((name) => !shape.optional?.includes(name)) },
      );
    default:
      throw new TypeError(`${shape.type} is what a formula gives, and no fact`);
  }
}

/** Facts of all kinds an agreement declares, as JSON; those that may be left out are at times. */
export function anyFacts({ data }: Agreement): fc.Arbitrary<Record<string, unknown>> {
  const currency = data.currencies[0] as string;
  const words = [
    ...new Set(data.clauses.flatMap(({ computes = [] }) => computes.flatMap(({ terms }) => textsOf(terms)))),
  ];
  return fc.record(
    Object.fromEntries(Object.entries(data.facts).map(([name, shape]) => [name, anyOf(shape, currency, words)])),
    { requiredKeys: Object.keys(data.facts).filter((name) => data.facts[name]?.absent === undefined) },
  );
}

/** Texts the terms of an agreement name: channels, plans, grounds. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
