import { evaluate } from 'oferta/agreement';
import { parseResult, resultJsonSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { autocall } from '../agreement/autocall.js';
import { textOf } from '../support/sources.js';

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema is walked by name
const schema = JSON.parse(JSON.stringify(resultJsonSchema())) as any;

describe('resultJsonSchema', () => {
  it('is the file of the package', () => {
    expect(JSON.parse(textOf('schemas/result.schema.json'))).toEqual(schema);
  });

  it('demands every part an answer has, and its version', () => {
    const answer = JSON.parse(JSON.stringify(evaluate(autocall, '6.8/fine', { breaches: 3 })));
    expect(Object.keys(answer).sort()).toEqual([...schema.required].sort());
    expect(Object.keys(schema.properties).sort()).toEqual([...schema.required].sort());
    expect(schema.properties.format.const).toBe(2);
    expect(schema.additionalProperties).toBe(false);
  });

  it('another version is refused where it is read', () => {
    const answer = JSON.parse(JSON.stringify(evaluate(autocall, '6.8/fine', { breaches: 3 })));
    expect(parseResult(answer)).toEqual(answer);
    expect(() => parseResult({ ...answer, format: 3 })).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
  });
});
