import { expect, it } from 'vitest';
import { fitsAsParsed, type ValueShape } from '../../../src/agreement/model/value.js';

const text = (...oneOf: readonly string[]): ValueShape => ({ type: 'text', oneOf });
const list = (of: ValueShape): ValueShape => ({ type: 'list', of });
const record = (fields: Readonly<Record<string, ValueShape>>, ...optional: readonly string[]): ValueShape => ({
  type: 'record',
  fields,
  optional,
});
const any: ValueShape = { type: 'text' };
const day: ValueShape = { type: 'day' };
const sum: ValueShape = { type: 'money' };

it.each<{ wanted: ValueShape; given: ValueShape; fits: boolean; because: string }>([
  { wanted: sum, given: sum, fits: true, because: 'a sum is a sum' },
  { wanted: sum, given: day, fits: false, because: 'a day is none' },
  { wanted: { type: 'rate' }, given: { type: 'decimal' }, fits: true, because: 'both are held as decimal texts' },
  { wanted: { type: 'decimal' }, given: { type: 'count' }, fits: false, because: 'a count becomes a text' },
  { wanted: any, given: text('a'), fits: true, because: 'any text will do' },
  { wanted: text('a', 'b'), given: text('b'), fits: true, because: 'its one choice is among those wanted' },
  { wanted: text('a'), given: text('a', 'b'), fits: false, because: 'b is not wanted' },
  { wanted: text('a'), given: any, fits: false, because: 'it may be anything' },
  { wanted: list(day), given: list(day), fits: true, because: 'entry by entry' },
  { wanted: list(day), given: list(sum), fits: false, because: 'its entries do not' },
  { wanted: list(day), given: day, fits: false, because: 'one day is no list' },
  { wanted: record({ day }), given: record({ day }), fits: true, because: 'field by field' },
  { wanted: record({ day }), given: record({ day: sum }), fits: false, because: 'its field does not' },
  { wanted: record({ day }), given: record({ day }, 'day'), fits: false, because: 'the field may be left out' },
  {
    wanted: record({ day }, 'day'),
    given: record({ day }, 'day'),
    fits: true,
    because: 'it may be left out there, too',
  },
  { wanted: record({ day, sum }, 'sum'), given: record({ day }), fits: true, because: 'what it lacks is optional' },
  { wanted: record({ day, sum }), given: record({ day }), fits: false, because: 'what it lacks is needed' },
  { wanted: record({ day }), given: record({ day, sum }), fits: false, because: 'it has a field too many' },
  { wanted: record({ day }), given: list(day), fits: false, because: 'a list is no record' },
])('$because', ({ wanted, given, fits }) => {
  expect(fitsAsParsed(wanted, given)).toBe(fits);
});
