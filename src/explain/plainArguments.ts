import type { ParsedValue, RecordShape, ValueShape } from '../agreement/model/value.js';
import { refuse } from '../errors/agreementError.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { type InstantInput, instantOf } from '../time/instant.js';

/**
 * Converts the terms of a primitive to the form its kind uses: days and instants as ISO strings, ranges of days as
 * records. The primitive has validated the terms before, so this only rejects what the steps do not support.
 *
 * @throws {@link AgreementError} `argument-invalid` with the primitive's own path for a term that the kind does not
 * have, or of another type.
 * @internal
 */
export function plainArguments(
  takes: RecordShape,
  terms: object,
  besides: readonly string[],
  pathOf: (path: string) => string,
): Readonly<Record<string, ParsedValue>> {
  return fieldsOf(takes, terms, '');

  function fieldsOf(shape: RecordShape, from: object, prefix: string): Record<string, ParsedValue> {
    const { fields, optional = [] } = shape;
    const plain: Record<string, ParsedValue> = {};
    // A range of days is an instance of a class, whose fields are not terms.
    const isPlain = Object.getPrototypeOf(from) === Object.prototype;
    for (const name of isPlain ? Object.keys(from) : [])
      if (
        !Object.hasOwn(fields, name) &&
        fieldOf(from, name) !== undefined &&
        !(prefix === '' && besides.includes(name))
      )
        refuse(
          'argument-invalid',
          pathOf(`${prefix}${name}`),
          fieldOf(from, name),
          'no value: the steps do not use it',
        );
    for (const [name, shape] of Object.entries(fields)) {
      const value = fieldOf(from, name);
      const path = `${prefix}${name}`;
      if (value !== undefined && value !== null) plain[name] = plainOf(shape, value, path);
      else if (!optional.includes(name)) refuse('argument-invalid', pathOf(path), value, 'a value: the steps need it');
    }
    return plain;
  }

  function plainOf(shape: ValueShape, value: unknown, path: string): ParsedValue {
    switch (shape.type) {
      case 'day':
        return isoOfEpochDay(epochDayOf(value as DayInput, pathOf(path)));
      case 'instant':
        return instantOf(value as InstantInput, pathOf(path)).toString();
      case 'decimal':
        return String(value);
      case 'list':
        if (!Array.isArray(value)) refuse('argument-invalid', pathOf(path), value, 'a list');
        return [...(value as readonly unknown[])].map((entry, at) => plainOf(shape.of, entry, `${path}.${at}`));
      case 'record':
        return fieldsOf(shape, value as object, `${path}.`);
      default:
        return value as ParsedValue;
    }
  }
}

function fieldOf(record: object, name: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[name];
}
