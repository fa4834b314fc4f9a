import { agreementJsonSchema } from 'oferta/schemas';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support/sources.js';

interface Schema {
  readonly [key: string]: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

const schema = agreementJsonSchema() as Schema;

describe('agreementJsonSchema', () => {
  it('the file is what the code gives; else run node scripts/write-schemas.mjs', () => {
    expect(JSON.parse(textOf('schemas/agreement.schema.json'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('is draft-07, which editors complete best', () => {
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('every reference leads to a definition', () => {
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name as string,
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((name) => schema.definitions?.[name] === undefined)).toEqual([]);
  });

  it('what stands in many places stands in the file once', () => {
    expect(Object.keys(schema.definitions ?? {})).toEqual(
      expect.arrayContaining(['money', 'day', 'limit', 'note', 'source']),
    );
    const limits = JSON.stringify(schema).match(/"calendarDays","workingDays"/g);
    expect(limits).toHaveLength(1);
    expect(textOf('schemas/agreement.schema.json').length).toBeLessThan(200_000);
  });

  it('offers words wherever there is a choice', () => {
    const { rounding } = schema.properties ?? {};
    expect(rounding?.['enum']).toContain('halfExpand');
    expect(schema.definitions?.['limit']?.properties?.['unit']?.['enum']).toContain('bankingDays');
    expect(schema.definitions?.['counts']?.['enum']).toEqual(['act', 'state']);
    expect(schema.definitions?.['counts']?.['description']).toMatch(/^Whether someone acts within its limit/);
  });

  // The schema is written beside the types of the model; neither may know a field the other does not.
  it.each([
    { type: 'AgreementData', found: () => namesOf(schema).filter((name) => name !== '$schema') },
    { type: 'Clause', found: () => namesOf(schema.definitions?.['clause']) },
    { type: 'Reading', found: () => namesOf(schema.definitions?.['reading']) },
    { type: 'Row', found: () => namesOf(schema.definitions?.['row']) },
    { type: 'Table', found: () => namesOf(schema.definitions?.['table']) },
    { type: 'EventDeclaration', found: () => namesOf(schema.definitions?.['eventDeclaration']) },
    { type: 'Posting', found: () => namesOf(schema.definitions?.['posting']) },
    { type: 'Computation', found: () => namesOf(branches('computation')[0]) },
    {
      type: 'Comparison',
      found: () =>
        namesOf(branches('when').find((branch) => branch.properties?.['fact'])).filter((name) => name !== 'fact'),
    },
  ])('$type has the fields of the model', ({ type, found }) => {
    // What a formula gives is found when format 2 is compiled, and never written.
    const written = fieldsOf(type).filter((field) => field !== 'gives');
    expect(found().toSorted()).toEqual(written.toSorted());
  });

  it('offers for each kind its own terms', () => {
    const kinds = branches('computation').map((branch) => branch.properties?.['kind']?.['const']);
    expect(kinds).toContain('latePaymentPenalty');
    const penalty = branches('computation').find(
      (branch) => branch.properties?.['kind']?.['const'] === 'latePaymentPenalty',
    );
    expect(namesOf(penalty?.properties?.['terms'])).toEqual([
      'overdue',
      'dueOn',
      'asOf',
      'rates',
      'cap',
      'payments',
      'countPaymentDay',
    ]);
    expect(namesOf(penalty?.properties?.['from'])).toContain('cap.base');
  });

  it('says in words what each field of a posting is', () => {
    const silent = Object.entries(schema.definitions?.['posting']?.properties ?? {}).filter(
      ([name, field]) =>
        name !== 'id' && field['description'] === undefined && field.$ref === undefined && field['allOf'] === undefined,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

function namesOf(of: Schema | undefined): string[] {
  return Object.keys(of?.properties ?? {});
}

function branches(definition: string): readonly Schema[] {
  const of = schema.definitions?.[definition];
  return of?.oneOf ?? of?.anyOf ?? [];
}

/** Field names of an interface of the model, read from its source. */
function fieldsOf(type: string): string[] {
  const file = 'src/agreement/model/agreement.ts';
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === type,
  );
  return found !== undefined && ts.isInterfaceDeclaration(found)
    ? found.members.map((member) => member.name?.getText(source) ?? '')
    : [];
}
