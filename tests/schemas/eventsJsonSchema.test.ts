import { eventsJsonSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { autocall } from '../agreement/autocall.js';
import { textOf } from '../support/sources.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
}

function namesOf(of: Schema | undefined): string[] {
  return Object.keys(of?.properties ?? {});
}

describe('eventsJsonSchema', () => {
  it('the file is what the code gives; else run node scripts/write-schemas.mjs', () => {
    expect(JSON.parse(textOf('schemas/events.schema.json'))).toEqual(JSON.parse(JSON.stringify(eventsJsonSchema())));
  });

  it('is draft-07, which editors complete best', () => {
    expect(eventsJsonSchema()['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('without an agreement an event has what every event has', () => {
    const { items } = eventsJsonSchema() as Schema;
    expect(namesOf(items).slice(0, 3)).toEqual(['id', 'kind', 'on']);
    expect(items?.required).toEqual(['id', 'kind', 'on']);
  });

  it('under an agreement an event has the fields of its kind', () => {
    const events = eventsJsonSchema(autocall) as Schema;
    const toppedUp = events.items?.oneOf?.find((kind) => kind.properties?.['kind']?.['const'] === 'toppedUp');
    expect(namesOf(toppedUp)).toEqual(['id', 'kind', 'on', 'seq', 'note', 'amount']);
    expect(toppedUp?.required).toEqual(['id', 'kind', 'on', 'amount']);
  });
});
