/** Every case a table can tell apart, made from the comparisons of its rows. */

import type { CurrencyCode } from '../../money/currency.js';
import { fromMinorUnits } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { kinds } from '../kinds/index.js';
import type { AgreementData, Comparison, ConditionLiteral, Source, When } from '../model/agreement.js';
import type { Value, ValueShape } from '../model/value.js';
import { Faults, readValue, wireOf } from '../model/value.js';
import { compareFractions, type Fraction, fractionOf } from '../steps/exact.js';

/** What one operand can be, as far as the table asks. @internal */
export interface Situation {
  /** In words: `usedUnits 1`. */
  readonly said: string;
  /** Whether a comparison about this operand holds. */
  readonly holds: (comparison: Comparison) => boolean;
}

/** One situation for each operand, by the operand. @internal */
export type Case = ReadonlyMap<string, Situation>;

/** The operand of a condition, told apart from others. @internal */
export function operandKey(source: Source): string {
  if ('fact' in source) return source.fact;
  if ('result' in source) return `${source.result}#${source.field}`;
  return 'sum' in source ? `sum of ${source.sum.map(operandKey).join(' and ')}` : JSON.stringify(source.literal);
}

/** The comparisons of a condition. @internal */
export function atomsOf(when: When): readonly (Source & Comparison)[] {
  if (when === 'otherwise') return [];
  if ('all' in when) return when.all.flatMap(atomsOf);
  if ('any' in when) return when.any.flatMap(atomsOf);
  return 'not' in when ? atomsOf(when.not) : [when];
}

/** Whether a condition holds in a case. @internal */
export function holdsIn(when: When, of: Case): boolean {
  if (when === 'otherwise') return true;
  if ('all' in when) return when.all.every((part) => holdsIn(part, of));
  if ('any' in when) return when.any.some((part) => holdsIn(part, of));
  if ('not' in when) return !holdsIn(when.not, of);
  return of.get(operandKey(when))?.holds(when) ?? false;
}

/** What each operand of a table can be; their product is every case. @internal */
export function situationsOf(
  data: AgreementData,
  conditions: readonly When[],
): ReadonlyMap<string, readonly Situation[]> {
  const atoms = new Map<string, (Source & Comparison)[]>();
  for (const atom of conditions.flatMap(atomsOf)) {
    const key = operandKey(atom);
    atoms.set(key, [...(atoms.get(key) ?? []), atom]);
  }
  return new Map([...atoms].map(([key, about]) => [key, situations(data, key, about)]));
}

/** Every case, one operand after the other. @internal */
export function* casesOf(situations: ReadonlyMap<string, readonly Situation[]>): Generator<Case> {
  const operands = [...situations.keys()];
  const counts = [...situations.values()].map((list) => list.length);
  const at = operands.map(() => 0);
  for (;;) {
    yield new Map(
      operands.map((operand, index) => [operand, situations.get(operand)?.[at[index] as number] as Situation]),
    );
    let digit = operands.length - 1;
    while (digit >= 0 && (at[digit] as number) + 1 === counts[digit]) at[digit--] = 0;
    if (digit < 0) return;
    at[digit] = (at[digit] as number) + 1;
  }
}

type Relation = Exclude<keyof Comparison, 'isGiven' | 'isOneOf'>;
const relations: readonly Relation[] = [
  'is',
  'equals',
  'atMost',
  'moreThan',
  'atLeast',
  'lessThan',
  'onOrBefore',
  'before',
  'onOrAfter',
  'after',
];

function thresholdOf(atom: Comparison): readonly [Relation, ConditionLiteral | Source] | undefined {
  const relation = relations.find((name) => atom[name] !== undefined);
  return relation && [relation, atom[relation] as ConditionLiteral | Source];
}

function isSource(value: ConditionLiteral | Source): value is Source {
  return typeof value === 'object' && ('fact' in value || 'result' in value || 'sum' in value || 'literal' in value);
}

function shapeOf(data: AgreementData, source: Source): ValueShape | undefined {
  if ('fact' in source) return data.facts[source.fact];
  if ('sum' in source) return { type: 'money' };
  if (!('result' in source)) return undefined;
  const computation = data.clauses
    .flatMap(({ ref, computes = [] }) => computes.map((found) => ({ ...found, address: `${ref}/${found.id}` })))
    .find(({ address }) => address === source.result);
  return computation && kinds.get(computation.kind)?.gives[source.field];
}

/** One thing an operand is: its place among the literals, or before, at or after what another source gives. */
interface Aspect {
  readonly said: string;
  /** The order against a threshold; undefined if this aspect does not know it. */
  readonly order: (threshold: ConditionLiteral | Source) => number | undefined;
}

function situations(data: AgreementData, key: string, about: readonly (Source & Comparison)[]): readonly Situation[] {
  const [first] = about;
  const shape = first && shapeOf(data, first);
  if (first === undefined || shape === undefined) return [];
  const thresholds = about.flatMap((atom) => thresholdOf(atom)?.slice(1) ?? []) as (ConditionLiteral | Source)[];
  const literals = thresholds.filter((threshold) => !isSource(threshold)) as ConditionLiteral[];
  const sources = new Map(thresholds.filter(isSource).map((source) => [operandKey(source), source]));
  const listed = about.flatMap(({ isOneOf = [] }) => isOneOf);
  const aspects: readonly (readonly Aspect[])[] = [
    valueAspects(key, shape, [...literals, ...listed]),
    ...[...sources.keys()].map((other) => relativeAspects(key, shape, other)),
  ];
  const given = product(aspects).map((chosen): Situation => {
    const orderOf = (threshold: ConditionLiteral | Source): number =>
      chosen.map((aspect) => aspect.order(threshold)).find((order) => order !== undefined) ?? Number.NaN;
    return {
      said:
        chosen
          .map(({ said }) => said)
          .filter((said) => said !== '')
          .join(' and ') || `${key} given`,
      holds(comparison) {
        if (comparison.isGiven !== undefined) return comparison.isGiven;
        if (comparison.isOneOf !== undefined) return comparison.isOneOf.some((text) => orderOf(text) === 0);
        const found = thresholdOf(comparison);
        return found !== undefined && satisfies(found[0], orderOf(found[1]));
      },
    };
  });
  const mayBeLeftOut =
    about.some(({ isGiven }) => isGiven !== undefined) ||
    ('fact' in first && data.facts[first.fact]?.absent !== undefined);
  const leftOut: Situation = { said: `${key} left out`, holds: ({ isGiven }) => isGiven === false };
  return mayBeLeftOut ? [...given, leftOut] : given;
}

function satisfies(relation: Relation, order: number): boolean {
  switch (relation) {
    case 'is':
    case 'equals':
      return order === 0;
    case 'atMost':
    case 'onOrBefore':
      return order <= 0;
    case 'moreThan':
    case 'after':
      return order > 0;
    case 'atLeast':
    case 'onOrAfter':
      return order >= 0;
    default:
      return order < 0;
  }
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((entry) => [...row, entry])), [[]]);
}

/** Before, at, after; where there is no order, the same or another. What the other source gives is not known, so all are possible. */
function relativeAspects(key: string, shape: ValueShape, other: string): readonly Aspect[] {
  const ordered =
    shape.type === 'day' ? ['before', 'on', 'after'] : isNumber(shape) ? ['below', 'equal to', 'above'] : undefined;
  const words = ordered ?? ['the same as', 'other than'];
  return words.map((word, at) => ({
    said: `${key} ${word} ${other}`,
    order: (threshold) =>
      typeof threshold === 'object' && isSource(threshold) && operandKey(threshold) === other
        ? ordered
          ? at - 1
          : at === 0
            ? 0
            : Number.NaN
        : undefined,
  }));
}

function isNumber(shape: ValueShape): boolean {
  return ['money', 'count', 'rate', 'decimal', 'day'].includes(shape.type);
}

function valueAspects(key: string, shape: ValueShape, literals: readonly ConditionLiteral[]): readonly Aspect[] {
  if (shape.type === 'flag')
    return [true, false].map((flag) => ({ said: `${key} ${flag}`, order: (threshold) => sameOrNot(flag, threshold) }));
  if (shape.type === 'text') {
    const texts = shape.oneOf ?? [...new Set(literals.map(String))];
    const any: Aspect[] =
      shape.oneOf === undefined && literals.length > 0
        ? [{ said: `${key} something else`, order: (threshold) => sameOrNot(undefined, threshold) }]
        : [];
    if (texts.length === 0) return [{ said: '', order: () => undefined }];
    return [
      ...texts.map(
        (text): Aspect => ({
          said: `${key} ${JSON.stringify(text)}`,
          order: (threshold) => sameOrNot(text, threshold),
        }),
      ),
      ...any,
    ];
  }
  if (!isNumber(shape) || literals.length === 0) return [{ said: '', order: () => undefined }];
  return numberAspects(key, shape, literals);
}

function sameOrNot(own: string | boolean | undefined, threshold: ConditionLiteral | Source): number | undefined {
  if (typeof threshold === 'object') return undefined;
  return own === threshold ? 0 : Number.NaN;
}

/** At each literal, below, between and above them; of whole things, only where there is something between. */
function numberAspects(key: string, shape: ValueShape, literals: readonly ConditionLiteral[]): readonly Aspect[] {
  const points = [
    ...new Map(
      literals
        .map((literal) => [pointOf(shape, literal), literal] as const)
        .map(([point, literal]) => [`${point.n}/${point.d}`, { point, literal }]),
    ).values(),
  ];
  points.sort((a, b) => compareFractions(a.point, b.point));
  const isWhole = shape.type !== 'rate' && shape.type !== 'decimal';
  const places: { at: number; said: string }[] = [];
  points.forEach(({ point }, index) => {
    const before = points[index - 1]?.point;
    const isRoom =
      before === undefined ? !(shape.type === 'count' && point.n <= 0n) : !isWhole || point.n - before.n > 1n;
    if (isRoom)
      places.push({
        at: 2 * index,
        said: isWhole ? said(shape, { ...point, n: point.n - 1n }) : `below ${said(shape, point)}`,
      });
    places.push({ at: 2 * index + 1, said: said(shape, point) });
  });
  const last = (points[points.length - 1] as (typeof points)[number]).point;
  places.push({
    at: 2 * points.length,
    said: isWhole ? said(shape, { ...last, n: last.n + 1n }) : `above ${said(shape, last)}`,
  });
  return places.map(({ at, said: words }) => ({
    said: `${key} ${words}`,
    order(threshold) {
      if (typeof threshold === 'object' && isSource(threshold)) return undefined;
      const point = pointOf(shape, threshold);
      return at - (2 * points.findIndex((other) => compareFractions(other.point, point) === 0) + 1);
    },
  }));
}

interface Point extends Fraction {
  readonly currency?: string;
}

function pointOf(shape: ValueShape, literal: ConditionLiteral): Point {
  if (shape.type === 'money' && literal === 0) return { n: 0n, d: 1n };
  if (shape.type === 'day') return { n: BigInt(epochDayOf(literal as string, 'threshold')), d: 1n };
  const faults = new Faults();
  const held = readValue(shape, literal, 'threshold', faults);
  faults.throwAs('agreement-invalid');
  return fractionOf(wireOf(shape, held as never) as Value);
}

function said(shape: ValueShape, { n, d, currency }: Point): string {
  if (shape.type === 'day') return isoOfEpochDay(Number(n));
  if (shape.type === 'money')
    return currency === undefined ? String(n) : fromMinorUnits(n, currency as CurrencyCode).toString();
  return d === 1n ? String(n) : `${n}/${d}`;
}
