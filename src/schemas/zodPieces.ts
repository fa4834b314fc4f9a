import * as z from 'zod/mini';
import { ErrorList, type RecordShape, readValue, type ValueShape } from '../agreement/model/value.js';
import { dayUnits } from '../time/timeLimit.js';

/**
 * Titles and descriptions for the JSON Schema, which editors show; a separate registry, because zod's own is global.
 * @internal
 */
export type Descriptions = z.core.$ZodRegistry<Readonly<Record<string, unknown>>>;

/** A record with a fixed set of keys; an unknown key is reported together with the known ones. @internal */
export function record<const F extends Readonly<Record<string, z.core.$ZodType>>>(
  fields: F,
  expected: string,
): z.ZodMiniObject<F, z.core.$strict> {
  return z.strictObject(fields, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `one of ${Object.keys(fields).join(', ')}` : expected),
  }) as z.ZodMiniObject<F, z.core.$strict>;
}

/** One of several words. @internal */
export function choice<const W extends readonly string[]>(words: W): z.ZodMiniEnum<z.core.util.ToEnum<W[number]>> {
  return z.enum(words, `one of ${words.join(', ')}`);
}

/** Schemas used in many places; the JSON Schema contains each of them once, as a definition with this name. */
const sharedSchemas = new WeakMap<Descriptions, Map<string, z.ZodMiniType>>();

/** The schema with a given name among those with the same descriptions. @internal */
function shared(
  about: Descriptions,
  id: string,
  make: () => z.ZodMiniType,
  said: Readonly<Record<string, unknown>> = {},
): z.ZodMiniType {
  const known = sharedSchemas.get(about) ?? new Map<string, z.ZodMiniType>();
  sharedSchemas.set(about, known);
  const schema = known.get(id) ?? make();
  if (!known.has(id)) about.add(schema, { ...said, id });
  known.set(id, schema);
  return schema;
}

/** Parses the value with the shape itself, so that the schema and the evaluator accept the same values. */
function readable(base: z.ZodMiniType, shape: ValueShape): z.ZodMiniType {
  return base.check((payload) => {
    const errors = new ErrorList();
    readValue(shape, payload.value, '', errors);
    for (const { code, expected, path } of errors.findings)
      payload.issues.push({
        code: 'custom',
        input: payload.value,
        message: expected,
        params: { code },
        path: path.split('.').filter((name) => name !== ''),
        continue: false,
      });
  });
}

const patterns = { day: '^([+-]\\d{2})?\\d{4}-\\d{2}-\\d{2}$', decimal: '^-?\\d+(\\.\\d+)?$' };

/**
 * The schema of a value by its shape. With `partly`, fields of records may be omitted because a source supplies them.
 * @internal
 */
export function schemaOfShape(shape: ValueShape, about: Descriptions, partly: boolean): z.ZodMiniType {
  const described = (schema: z.ZodMiniType, said: Readonly<Record<string, unknown>>): z.ZodMiniType => {
    about.add(schema, said);
    return schema;
  };
  const once = (make: () => z.ZodMiniType, said: Readonly<Record<string, unknown>>): z.ZodMiniType =>
    shared(about, shape.type, () => readable(make(), shape), said);
  switch (shape.type) {
    case 'money':
      return once(
        () => {
          const amount = described(z.string('a decimal string such as "120.00"'), { pattern: patterns.decimal });
          const currency = described(z.string('an ISO 4217 code such as "KZT"'), { pattern: '^[A-Z]{3}$' });
          return record({ amount, currency }, 'an amount such as { "amount": "120.00", "currency": "KZT" }');
        },
        { description: 'An amount: { "amount": "120.00", "currency": "KZT" }.' },
      );
    case 'day':
      return once(() => z.string('a day such as "2026-03-02"'), {
        pattern: patterns.day,
        description: 'A day: "2026-03-02".',
      });
    case 'instant':
      return once(() => z.string('an instant with Z or an offset'), { description: 'An instant with Z or an offset.' });
    case 'rate':
      return once(() => z.string('a decimal string such as "0.001"'), {
        pattern: patterns.decimal,
        description: 'A fraction of one as a decimal string: "0.001" is 0.1 %.',
      });
    case 'decimal':
      return once(() => z.union([z.string(), z.int()], 'a decimal string such as "1.5"') as unknown as z.ZodMiniType, {
        description: 'A decimal string.',
      });
    case 'count':
      return described(z.int('a whole number'), {
        description: `A whole number${shape.unit === undefined ? '' : ` of ${shape.unit}`}.`,
      });
    case 'flag':
      return z.boolean('true or false');
    case 'text':
      return shape.oneOf === undefined ? z.string('a text') : choice(shape.oneOf);
    case 'limit':
      return once(
        () =>
          record(
            { count: z.int('a whole number'), unit: choice(limitUnits) },
            'a limit such as { "count": 5, "unit": "workingDays" }',
          ),
        { description: 'A time limit: { "count": 5, "unit": "workingDays" }.' },
      );
    case 'list':
      return z.array(schemaOfShape(shape.of, about, partly), 'a list');
    case 'record':
      return record(fieldSchemas(shape, about, partly), `a record with ${Object.keys(shape.fields).join(', ')}`);
    default:
      return z.never('a value that a formula gives');
  }
}

/** The schemas of the fields of a record, with optional ones marked. @internal */
export function fieldSchemas(shape: RecordShape, about: Descriptions, partly: boolean): Record<string, z.ZodMiniType> {
  return Object.fromEntries(
    Object.entries(shape.fields).map(([name, field]) => {
      const schema = schemaOfShape(field, about, partly);
      return [name, partly || (shape.optional ?? []).includes(name) ? z.exactOptional(schema) : schema];
    }),
  );
}

/** The units of time limits, for completion in editors. @internal */
const limitUnits = ['hours', ...dayUnits] as const;
