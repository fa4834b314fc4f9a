import { catalogueJsonSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';

// That the file in schemas/ is the same, and that the fields are those of the form, is tested with the schema of an agreement.
describe('catalogueJsonSchema', () => {
  it('takes words by name in each section, and nothing else', () => {
    const { properties, additionalProperties } = catalogueJsonSchema() as {
      properties: Readonly<Record<string, object>>;
      additionalProperties: boolean;
    };
    expect(additionalProperties).toBe(false);
    for (const section of ['words', 'facts', 'clauses', 'tables', 'readings', 'events', 'postings', 'wallets'])
      expect(properties[section], section).toMatchObject({
        type: 'object',
        additionalProperties: { type: 'string' },
      });
  });
});
