import { agreementJsonSchema, catalogueJsonSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/agreement/kinds/index.js';
import { agreementNode, catalogueNode } from '../../src/agreement/language/document.js';
import type { Node } from '../../src/agreement/language/node.js';
import { textOf } from '../support/sources.js';

interface Schema {
  readonly [key: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schemas = [
  { name: 'agreement', schema: agreementJsonSchema() as Schema, node: agreementNode as Node },
  { name: 'catalogue', schema: catalogueJsonSchema() as Schema, node: catalogueNode as Node },
];

describe.each(schemas)('the JSON Schema of $name', ({ name, schema, node }) => {
  it('the file is what the code gives; else run node scripts/write-schemas.mjs', () => {
    expect(JSON.parse(textOf(`schemas/${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('is draft-07, which editors complete best', () => {
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('every reference leads to a definition', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, to]) => to);
    expect(references.filter((to) => schema.definitions?.[to as string] === undefined)).toEqual([]);
    expect(textOf(`schemas/${name}.schema.json`).length).toBeLessThan(200_000);
  });

  it('has the fields of the form, those needed and those that may be left out', () => {
    const fields = node.is === 'record' ? Object.keys(node.fields) : [];
    expect(fields.length).toBeGreaterThan(8);
    expect(Object.keys(schema.properties ?? {})).toEqual(fields.map((field) => field.replace('?', '')));
    expect(schema.required).toEqual(fields.filter((field) => !field.endsWith('?')));
  });
});

describe('agreementJsonSchema', () => {
  const schema = agreementJsonSchema() as Schema;
  const offered = schema.definitions?.['kinds']?.properties ?? {};

  it('offers every kind by the name it is written with, with its own arguments', () => {
    const written = [...kinds.keys()].filter((kind) => kind !== 'formula');
    expect(Object.keys(offered).toSorted()).toEqual(written.toSorted());
    expect(Object.keys(offered['latePaymentPenalty']?.properties ?? {})).toEqual([
      'overdue',
      'dueOn',
      'asOf',
      'rates',
      'cap',
      'payments',
      'countPaymentDay',
      'capRounding',
    ]);
    expect(offered['deadline']?.required).toEqual(['trigger', 'limit']);
  });

  it('says in words what each field of a posting is, but for names', () => {
    const postings = schema.properties?.['postings']?.['additionalProperties'] as Schema;
    const silent = Object.entries(postings.properties ?? {}).filter(([, field]) => field.description === undefined);
    expect(silent.map(([name]) => name).filter((name) => !['each'].includes(name))).toEqual([]);
  });
});
