import * as z from 'zod/mini';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import { type Descriptions, fieldSchemas, record, schemaOfShape } from './zodPieces.js';

/** The schema of an event of any agreement: its common fields, and any others. @internal */
export function anyEvent(): z.ZodMiniType {
  frameOnly ??= z.catchall(z.object(frame(z.string('a kind of event'), z.registry()), 'an event'), z.unknown());
  return frameOnly;
}

let frameOnly: z.ZodMiniType | undefined;

/**
 * The schema of a list of events under an agreement, by kind; only for editors, because the agreement itself parses
 * events. @internal
 */
export function eventsDocument(agreement: Agreement | undefined): {
  readonly schema: z.ZodMiniType;
  readonly about: Descriptions;
} {
  const about: Descriptions = z.registry();
  if (agreement === undefined) {
    const event = z.catchall(z.object(frame(z.string('a kind of event'), about), 'an event'), z.unknown());
    return { schema: z.array(event, 'a list of events'), about };
  }
  const kinds = Object.entries(agreement.data.events).map(([kind, { payload, optional }]) => {
    const carried = fieldSchemas({ type: 'record', fields: payload, ...(optional && { optional }) }, about, false);
    const at = schemaOfShape({ type: 'instant' }, about, false);
    about.add(at, { description: 'The instant it happened, on that day.' });
    return record({ ...frame(z.literal(kind), about), at: z.exactOptional(at), ...carried }, 'an event');
  });
  const expected = 'an event of a kind the agreement declares';
  const event =
    kinds.length === 0
      ? z.never(expected)
      : z.discriminatedUnion('kind', kinds as unknown as [z.core.$ZodTypeDiscriminable], expected);
  return { schema: z.array(event, 'a list of events'), about };
}

function frame(kind: z.ZodMiniType, about: Descriptions): Record<string, z.ZodMiniType> {
  const described = (description: string, schema: z.ZodMiniType): z.ZodMiniType => {
    about.add(schema, { description });
    return schema;
  };
  return {
    id: described('Names the event for ever; the same id with the same content counts once.', z.string('a text')),
    kind: described('What happened.', kind),
    on: schemaOfShape({ type: 'day' }, about, false),
    seq: described('Orders events of one day.', z.exactOptional(z.int('a whole number'))),
    note: described('For people; nothing reads it.', z.exactOptional(z.string('a text'))),
  };
}
