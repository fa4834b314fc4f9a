import { kz } from 'oferta/calendars/kz';
import { eventsJsonSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { autocall, autocallData, autocallEvents } from '../agreement/autocall.js';
import { defineModel } from '../support/models.js';
import { refusal } from '../support/refusal.js';
import { textOf } from '../support/sources.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
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
    expect(namesOf(toppedUp)).toEqual(['id', 'kind', 'on', 'seq', 'note', 'at', 'amount']);
    expect(toppedUp?.required).toEqual(['id', 'kind', 'on', 'amount']);
  });

  it('under an agreement there is one branch for each kind it declares, closed to other fields', () => {
    const branches = (eventsJsonSchema(autocall) as Schema).items?.oneOf ?? [];
    expect(branches.map(({ properties }) => properties?.['kind']?.['const'])).toEqual(Object.keys(autocallData.events));
    for (const branch of branches) expect(branch.additionalProperties).toBe(false);
    const { items } = eventsJsonSchema() as Schema;
    expect(items?.additionalProperties).toEqual({});
  });

  it('an event of the example has the fields its branch asks for, and no others', () => {
    const branches = (eventsJsonSchema(autocall) as Schema).items?.oneOf ?? [];
    const wrong = autocallEvents.filter((event) => {
      const branch = branches.find(({ properties }) => properties?.['kind']?.['const'] === event.kind);
      const asked = branch?.required ?? ['a branch'];
      return (
        !asked.every((name) => name in event) || !Object.keys(event).every((name) => namesOf(branch).includes(name))
      );
    });
    expect(autocallEvents.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('under an agreement that declares no event the list stays empty', () => {
    const { ending: _, ...autocallWithoutEnd } = autocallData;
    const silent = defineModel({ ...autocallWithoutEnd, events: {}, postings: [] }, { calendars: [kz] });
    // An empty `oneOf` is not valid JSON Schema.
    expect((eventsJsonSchema(silent) as Schema).items).toEqual({ not: {} });
  });

  it.each([null, {}, autocallData, 'autocall'])('refuses what is not an agreement', (agreement) => {
    expect(refusal(() => eventsJsonSchema(agreement as never))).toBe('argument-invalid agreement');
  });

  it('gives a text of its own each time', () => {
    const changed = eventsJsonSchema() as { items: { required: string[] } };
    changed.items.required.length = 0;
    expect((eventsJsonSchema() as Schema).items?.required).toEqual(['id', 'kind', 'on']);
  });
});
