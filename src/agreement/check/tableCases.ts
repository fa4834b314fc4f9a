/** Searches for the cases that a table distinguishes, one question at a time. */

import type { CurrencyCode } from '../../money/currency.js';
import { fromMinorUnits } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { isInOrder } from '../decide/conditions.js';
import { shapeOfSource } from '../evaluate/shapeOfSource.js';
import type { Agreement } from '../model/definedAgreement.js';
import { isSource } from '../model/isSource.js';
import { relations } from '../model/relations.js';
import type { Comparison, ConditionLiteral, Source, When } from '../model/source.js';
import { ErrorList, readValue, type Value, type ValueShape, wireOf } from '../model/value.js';
import { compareFractions, type Fraction, fractionOf } from '../steps/exact.js';

/** A circumstance of a case: `usedUnits 1`, `requestedOn after 3.3/window#lastDay`. */
interface Circumstance {
  /** In words; empty if another circumstance implies it. */
  readonly said: string;
  /** Whether a comparison that depends on it is true; `leftOut` if the operand has no value. */
  readonly holds: (comparison: Comparison) => boolean;
  readonly leftOut?: true;
}

/** What a comparison depends on, with all its possible values. */
interface Aspect {
  readonly key: string;
  readonly values: readonly Circumstance[];
}

/** The relevant circumstances of a case. @internal */
export type Case = ReadonlyMap<string, Circumstance>;

type Atom = Source & Comparison;

/** The maximum number of comparisons evaluated for one table before the search gives up. */
const mostLooks = 5_000_000;

/**
 * Searches for cases of one table. The aspects that a comparison depends on are tried value by value, and only as long
 * as they affect the condition, so the search is as fast as the rows are simple, however many facts the table has. If
 * it takes too long, the search gives up and reports that.
 *
 * Facts are assumed to be independent: the search does not know, for example, that one day always precedes another.
 *
 * @internal
 */
export class CaseSearch {
  readonly #agreement: Agreement;
  readonly #atoms = new Map<string, Atom[]>();
  readonly #given = new Map<string, Aspect>();
  readonly #values = new Map<string, Aspect>();
  readonly #relations = new Map<string, Aspect>();
  readonly #dependsOn = new Map<Atom, Aspect>();
  #looks = 0;

  constructor(agreement: Agreement, conditions: readonly When[]) {
    this.#agreement = agreement;
    for (const atom of conditions.flatMap(atomsOf)) {
      const key = operandKey(atom);
      this.#atoms.set(key, [...(this.#atoms.get(key) ?? []), atom]);
    }
    for (const [key, about] of this.#atoms) this.#prepare(key, about);
  }

  /** Whether the search has given up; a case that it did not find may then exist. */
  get hasGivenUp(): boolean {
    return this.#looks > mostLooks;
  }

  /** A case in which a condition is true, with everything relevant to it; undefined if there is none. */
  find(condition: When): Case | undefined {
    return this.#search(condition, new Map());
  }

  #search(condition: When, of: Case): Case | undefined {
    const verdict = this.#verdict(condition, of);
    if (verdict === true) return of;
    if (verdict === false || this.hasGivenUp) return undefined;
    for (const circumstance of verdict.values) {
      const found = this.#search(condition, new Map([...of, [verdict.key, circumstance]]));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether a condition is true, or what that still depends on. */
  #verdict(when: When, of: Case): boolean | Aspect {
    this.#looks += 1;
    if (when === 'otherwise') return true;
    if ('all' in when) return this.#group(when.all, of, false);
    if ('any' in when) return this.#group(when.any, of, true);
    if ('not' in when) {
      const verdict = this.#verdict(when.not, of);
      return typeof verdict === 'boolean' ? !verdict : verdict;
    }
    return this.#comparison(when, of);
  }

  /** All or any of a group: one part can determine the result, whatever the others depend on. */
  #group(parts: readonly When[], of: Case, settles: boolean): boolean | Aspect {
    let open: Aspect | undefined;
    for (const part of parts) {
      const verdict = this.#verdict(part, of);
      if (verdict === settles) return settles;
      if (typeof verdict !== 'boolean') open ??= verdict;
    }
    return open ?? !settles;
  }

  #comparison(atom: Atom, of: Case): boolean | Aspect {
    const given = this.#given.get(operandKey(atom));
    if (given !== undefined) {
      const chosen = of.get(given.key);
      if (chosen === undefined) return given;
      if (chosen.leftOut) return atom.isGiven === false;
    }
    if (atom.isGiven !== undefined) return atom.isGiven;
    const aspect = this.#dependsOn.get(atom) as Aspect;
    return of.get(aspect.key)?.holds(atom) ?? aspect;
  }

  #prepare(key: string, about: readonly Atom[]): void {
    const { data } = this.#agreement;
    const [first] = about as [Atom];
    const mayBeLeftOut =
      about.some(({ isGiven }) => isGiven !== undefined) ||
      ('fact' in first && data.facts[first.fact]?.absent !== undefined);
    const compared = about.filter(({ isGiven }) => isGiven === undefined);
    if (mayBeLeftOut) {
      const never = (): boolean => false;
      this.#given.set(key, {
        key: `${key} given`,
        values: [
          { said: compared.length === 0 ? `${key} given` : '', holds: never },
          { said: `${key} left out`, holds: never, leftOut: true },
        ],
      });
    }
    const shape = shapeOfSource(this.#agreement, first);
    const values = shape && valuesOf(key, shape, compared.flatMap(literalsOf), data.currencies[0] as CurrencyCode);
    if (values !== undefined) this.#values.set(key, { key, values });
    for (const atom of compared) this.#dependsOn.set(atom, this.#aspectOf(key, shape, atom));
  }

  #aspectOf(key: string, shape: ValueShape | undefined, atom: Atom): Aspect {
    const threshold = thresholdOf(atom)?.[1];
    if (threshold !== undefined && isSource(threshold) && shape !== undefined)
      return this.#relationOf(key, shape, operandKey(threshold));
    return this.#values.get(key) ?? unknownAspect(key, atom);
  }

  /** Before, at or after the value of another source; the same aspect for both of the two. */
  #relationOf(key: string, shape: ValueShape, other: string): Aspect {
    const [low, high] = key < other ? [key, other] : [other, key];
    const pair = `${low} beside ${high}`;
    const known = this.#relations.get(pair);
    if (known !== undefined) return known;
    const words =
      shape.type === 'day' || shape.type === 'instant'
        ? ['before', 'on', 'after']
        : isOrdered(shape)
          ? ['below', 'equal to', 'above']
          : undefined;
    const values = (words ?? ['other than', 'the same as']).map((word, at): Circumstance => {
      const order = words === undefined ? (at === 0 ? Number.NaN : 0) : at - 1;
      const holds = (comparison: Comparison): boolean => {
        const asked = operandKey(comparison as Atom);
        const found = thresholdOf(comparison);
        return found !== undefined && isInOrder(found[0], asked === key ? order : -order);
      };
      return { said: `${key} ${word} ${other}`, holds };
    });
    const aspect = { key: pair, values };
    this.#relations.set(pair, aspect);
    return aspect;
  }
}

/** A case in words. @internal */
export function caseText(of: Case): string {
  return (
    [...of.values()]
      .map(({ said }) => said)
      .filter((said) => said !== '')
      .join(', ') || 'any case'
  );
}

/** A unique key for the operand of a condition. @internal */
export function operandKey(source: Source): string {
  if ('fact' in source) return source.fact;
  if ('result' in source) return `${source.result}#${source.field}`;
  if ('compute' in source) return JSON.stringify(source);
  return 'sum' in source ? `sum of ${source.sum.map(operandKey).join(' and ')}` : JSON.stringify(source.literal);
}

/** The comparisons of a condition. @internal */
export function atomsOf(when: When): readonly Atom[] {
  if (when === 'otherwise') return [];
  if ('all' in when) return when.all.flatMap(atomsOf);
  if ('any' in when) return when.any.flatMap(atomsOf);
  return 'not' in when ? atomsOf(when.not) : [when];
}

type Relation = Exclude<keyof Comparison, 'isGiven' | 'isOneOf'>;
const isThreshold = (name: keyof Comparison): name is Relation => name !== 'isGiven' && name !== 'isOneOf';
const thresholds = relations.filter(isThreshold);

function thresholdOf(comparison: Comparison): readonly [Relation, ConditionLiteral | Source] | undefined {
  const relation = thresholds.find((name) => comparison[name] !== undefined);
  return relation && [relation, comparison[relation] as ConditionLiteral | Source];
}

function literalsOf(comparison: Comparison): readonly ConditionLiteral[] {
  const threshold = thresholdOf(comparison)?.[1];
  const own = threshold === undefined || isSource(threshold) ? [] : [threshold];
  return [...own, ...(comparison.isOneOf ?? [])];
}

function isOrdered(shape: ValueShape): boolean {
  return ['money', 'count', 'rate', 'decimal', 'day', 'instant'].includes(shape.type);
}

/** A comparison of values that cannot be enumerated, such as two limits: it is either true or false. */
function unknownAspect(key: string, atom: Atom): Aspect {
  const text = JSON.stringify(atom);
  return {
    key: text,
    values: [true, false].map((holds) => ({
      said: `${key} as ${holds ? 'asked' : 'not asked'} by ${text}`,
      holds: () => holds,
    })),
  };
}

function valuesOf(
  key: string,
  shape: ValueShape,
  literals: readonly ConditionLiteral[],
  defaultCurrency: CurrencyCode,
): readonly Circumstance[] | undefined {
  if (shape.type === 'flag') return [true, false].map((flag) => among(`${key} ${flag}`, flag));
  if (shape.type === 'text') {
    const texts = shape.oneOf ?? [...new Set(literals.map(String))];
    const known = texts.map((text) => among(`${key} ${JSON.stringify(text)}`, text));
    return shape.oneOf === undefined ? [...known, among(`${key} something else`, undefined)] : known;
  }
  if (!isOrdered(shape) || shape.type === 'instant' || literals.length === 0) return undefined;
  return numberValues(key, shape, literals, defaultCurrency);
}

/** One of several unordered values. */
function among(said: string, own: string | boolean | undefined): Circumstance {
  return {
    said,
    holds(comparison) {
      if (comparison.isOneOf !== undefined) return comparison.isOneOf.some((text) => text === own);
      return thresholdOf(comparison)?.[1] === own;
    },
  };
}

/** The literals, and values below, between and above them; for integers, only if there is one in between. */
function numberValues(
  key: string,
  shape: ValueShape,
  literals: readonly ConditionLiteral[],
  defaultCurrency: CurrencyCode,
): readonly Circumstance[] {
  const points = new Map(
    literals.map((literal) => pointOf(shape, literal)).map((point) => [`${point.n}/${point.d}`, point]),
  );
  const sorted = [...points.values()].sort(compareFractions);
  const isWhole = shape.type !== 'rate' && shape.type !== 'decimal';
  const places: { at: number; said: string }[] = [];
  const word = (point: Fraction): string => said(shape, point, defaultCurrency);
  sorted.forEach((point, index) => {
    const before = sorted[index - 1];
    const isRoom =
      before === undefined ? !(shape.type === 'count' && point.n <= 0n) : !isWhole || point.n - before.n > 1n;
    if (isRoom)
      places.push({ at: 2 * index, said: isWhole ? word({ ...point, n: point.n - 1n }) : `below ${word(point)}` });
    places.push({ at: 2 * index + 1, said: word(point) });
  });
  const last = sorted[sorted.length - 1] as Fraction;
  places.push({
    at: 2 * sorted.length,
    said: isWhole ? word({ ...last, n: last.n + 1n }) : `above ${word(last)}`,
  });
  return places.map(({ at, said: words }) => ({
    said: `${key} ${words}`,
    holds(comparison) {
      const [relation, threshold] = thresholdOf(comparison) as readonly [Relation, ConditionLiteral];
      const point = pointOf(shape, threshold);
      const place = 2 * sorted.findIndex((other) => compareFractions(other, point) === 0) + 1;
      return isInOrder(relation, at - place);
    },
  }));
}

function pointOf(shape: ValueShape, literal: ConditionLiteral): Fraction {
  if (shape.type === 'money' && literal === 0) return { n: 0n, d: 1n };
  if (shape.type === 'day') return { n: BigInt(epochDayOf(literal as string, 'threshold')), d: 1n };
  const errors = new ErrorList();
  const parsed = readValue(shape, literal, 'threshold', errors);
  errors.throwAs('agreement-invalid');
  return fractionOf(wireOf(shape, parsed as never) as Value);
}

function said(shape: ValueShape, { n, d, currency }: Fraction, defaultCurrency: CurrencyCode): string {
  if (shape.type === 'day') return isoOfEpochDay(Number(n));
  if (shape.type === 'money')
    return fromMinorUnits(n, (currency as CurrencyCode | undefined) ?? defaultCurrency).toString();
  return d === 1n ? String(n) : `${n}/${d}`;
}
