import type { RowCases } from '../agreement/evaluate/rowCases.js';
import type { ComputationAddress, Source } from '../agreement/model/agreement.js';
import type { Agreement, PlacedComputation } from '../agreement/model/definedAgreement.js';
import type { Held, ValueShape } from '../agreement/model/value.js';
import { AgreementError } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { type DayInput, readEpochDay } from '../time/dayInput.js';
import { firstEpochDay, isoOfEpochDay, lastEpochDay, noDay } from '../time/epochDay.js';
import { type Column, isInts, noAnswer } from './columns.js';
import { kernels } from './columnsOfKernels.js';

/** Rows reckoned at a time: few enough that all columns of a block stay in the cache nearest to the processor. @internal */
export const rowsOfBlock = 1024;

/**
 * Numbers of the rows of a block: minor units, days since 1970-01-01, counts, 1 for true and 0 for false. NaN is what was left out, infinite
 * what has to be asked of the agreement itself: a number that is none of these, a refusal, or an answer beyond the safe integers.
 *
 * @internal
 */
export type Numbers = Float64Array;

/** Fills what it was made for with the rows from `start` on. @internal */
export type FillBlock = (start: number, count: number) => void;

/** What kernels are made from: the arguments of one computation. @internal */
export interface KernelArguments {
  readonly agreement: Agreement;
  /** The argument of a path as numbers; undefined where it cannot be had without asking the agreement row by row. */
  numbers(path: string): Numbers | undefined;
  /** What the terms alone say; undefined where they do not, or where sources put values beside it. */
  term(path: string): unknown;
  /** Whether nothing gives the argument in any row. */
  isLeftOut(path: string): boolean;
  /** Paths of the arguments that sources give. */
  readonly sources: readonly string[];
  /** Numbers that `fill` writes anew for each block. */
  block(fill: (out: Numbers, count: number) => void): Numbers;
}

/** What the columns of one run are. @internal */
export interface RunFacts {
  /** Columns by fact. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Facts that are the same for all rows of the run, read. */
  readonly constants: ReadonlyMap<string, Held>;
  /** Those of them that were already there when the computation was compiled. */
  readonly fixed: ReadonlyMap<string, Held>;
  readonly currency: CurrencyCode | undefined;
}

/** Answers by day that outlast a run, by what they are of. @internal */
export type AnswersByDay = Map<string, Map<number, number>>;

/** Days remembered for one field: beyond, they are forgotten together. */
const daysRemembered = 20_000;

/** How the fields of a computation come about in one run, block by block. @internal */
export class ColumnPlan {
  readonly #agreement: Agreement;
  readonly #cases: RowCases;
  readonly #facts: RunFacts;
  readonly #byDay: AnswersByDay;
  readonly #size: number;
  readonly #fills: FillBlock[] = [];
  readonly #known = new Map<string, Numbers | undefined>();

  constructor(agreement: Agreement, cases: RowCases, facts: RunFacts, byDay: AnswersByDay, rows: number) {
    this.#agreement = agreement;
    this.#cases = cases;
    this.#facts = facts;
    this.#byDay = byDay;
    this.#size = Math.min(rowsOfBlock, rows);
  }

  /** Reckons the rows from `start` on. */
  fill(start: number, count: number): void {
    for (const fill of this.#fills) fill(start, count);
  }

  /** Numbers of a field of a computation; undefined where the agreement has to be asked row by row. */
  field(address: ComputationAddress, field: string): Numbers | undefined {
    const key = `${address}#${field}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const numbers = this.#fieldAnew(address, field, key);
    this.#known.set(key, numbers);
    return numbers;
  }

  #fieldAnew(address: ComputationAddress, field: string, key: string): Numbers | undefined {
    const placed = this.#agreement.computations.get(address) as PlacedComputation;
    const kind = this.#cases.kindOf(placed);
    const shape = (placed.computation.gives ?? kind.gives)[field];
    if (shape === undefined || !isColumnShape(shape)) return undefined;
    const { columns, constants } = this.#facts;
    const asked = factsOf(this.#agreement, address);
    const varying = asked.filter((name) => columns.has(name));
    if (varying.length === 0)
      return this.#constant(this.#answered(address, field, shape, (name) => constants.get(name)));
    const [only] = varying;
    if (varying.length === 1 && this.#agreement.data.facts[only as string]?.type === 'day')
      return this.#rememberedByDay(address, field, shape, only as string, asked, key);
    const kernel = kernels.get(kind.kind);
    return kernel?.(this.#argumentsOf(placed), field);
  }

  /** A number of one answer; infinite where it is refused or is none that a column holds. */
  #answered(address: ComputationAddress, field: string, shape: ValueShape, facts: (name: string) => unknown): number {
    try {
      return numberOf(shape, this.#cases.answer(address, facts)[field], this.#facts.currency);
    } catch (error) {
      if (error instanceof AgreementError) return Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** What depends on a single day is asked once for each day. */
  #rememberedByDay(
    address: ComputationAddress,
    field: string,
    shape: ValueShape,
    day: string,
    asked: readonly string[],
    key: string,
  ): Numbers {
    const { constants, fixed, currency } = this.#facts;
    const outlasts = asked.every((name) => name === day || fixed.has(name) || !constants.has(name));
    const answers = new Map<number, number>();
    const remembered = outlasts ? emplace(this.#byDay, `${key} ${currency}`, answers) : answers;
    const days = this.#fact(day) as Numbers;
    let asking = '';
    const facts = (name: string): unknown => (name === day ? asking : constants.get(name));
    return this.#block((out, count) => {
      if (remembered.size > daysRemembered) remembered.clear();
      for (let at = 0; at < count; at += 1) {
        const on = days[at] as number;
        if (!Number.isFinite(on)) {
          out[at] = Number.POSITIVE_INFINITY;
          continue;
        }
        let answer = remembered.get(on);
        if (answer === undefined) {
          asking = isoOfEpochDay(on);
          answer = this.#answered(address, field, shape, facts);
          remembered.set(on, answer);
        }
        out[at] = answer;
      }
    });
  }

  #argumentsOf(placed: PlacedComputation): KernelArguments {
    const { from = {}, terms = {} } = placed.computation;
    const kind = this.#cases.kindOf(placed);
    const sources = Object.keys(from);
    return {
      agreement: this.#agreement,
      sources,
      numbers: (path) => {
        const source = from[path];
        const shape = this.#cases.shapeOf(kind, path);
        return source === undefined || shape === undefined ? undefined : this.#source(source, shape);
      },
      term: (path) =>
        sources.some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
          ? undefined
          : path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], terms),
      isLeftOut: (path) => {
        const source = from[path];
        if (source === undefined) return !sources.some((other) => other.startsWith(`${path}.`));
        return 'fact' in source && !this.#facts.columns.has(source.fact) && !this.#facts.constants.has(source.fact);
      },
      block: (fill) => this.#block(fill),
    };
  }

  #source(source: Source, shape: ValueShape): Numbers | undefined {
    if (!isColumnShape(shape)) return undefined;
    if ('result' in source) return this.field(source.result, source.field);
    if ('fact' in source) return this.#fact(source.fact);
    if ('sum' in source) return this.#sum(source.sum);
    if ('compute' in source) return undefined;
    const literal = this.#cases.valueOf(source, shape, () => undefined);
    return this.#constant(numberOf(shape, literal, this.#facts.currency));
  }

  #fact(name: string): Numbers | undefined {
    const key = `fact ${name}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const shape = this.#agreement.data.facts[name] as ValueShape;
    const column = this.#facts.columns.get(name);
    const numbers =
      column === undefined
        ? this.#constant(numberOf(shape, this.#facts.constants.get(name), this.#facts.currency))
        : this.#column(column, shape);
    this.#known.set(key, numbers);
    return numbers;
  }

  #column(column: Column, { type }: ValueShape): Numbers {
    const least = type === 'day' ? firstEpochDay : type === 'flag' ? 0 : -Number.MAX_SAFE_INTEGER;
    const most = type === 'day' ? lastEpochDay : type === 'flag' ? 1 : Number.MAX_SAFE_INTEGER;
    const out = new Float64Array(this.#size);
    // One loop for each kind of array: a loop that sees two is several times slower on both.
    this.#fills.push(
      isInts(column)
        ? (start, count) => readInts(out, column, start, count, least, most)
        : (start, count) => readFloats(out, column, start, count, least, most),
    );
    return out;
  }

  #sum(parts: readonly Source[]): Numbers | undefined {
    const columns = parts.map((part) => this.#source(part, { type: 'money' }));
    if (columns.includes(undefined)) return undefined;
    return this.#block((out, count) => {
      out.fill(0, 0, count);
      for (const column of columns as readonly Numbers[])
        for (let at = 0; at < count; at += 1) {
          const sum = (out[at] as number) + (column[at] as number);
          // What was left out, and what leaves the safe integers on the way, is asked of the agreement.
          out[at] = Number.isSafeInteger(sum) ? sum : Number.POSITIVE_INFINITY;
        }
    });
  }

  #constant(value: number): Numbers {
    return new Float64Array(this.#size).fill(value);
  }

  #block(fill: (out: Numbers, count: number) => void): Numbers {
    const out = new Float64Array(this.#size);
    this.#fills.push((_, count) => fill(out, count));
    return out;
  }
}

function readInts(out: Numbers, column: Int32Array, start: number, count: number, least: number, most: number): void {
  for (let at = 0; at < count; at += 1) {
    const value = column[start + at] as number;
    out[at] =
      value >= least && value <= most && value !== noAnswer
        ? value
        : value === noAnswer
          ? Number.NaN
          : Number.POSITIVE_INFINITY;
  }
}

function readFloats(
  out: Numbers,
  column: Float64Array,
  start: number,
  count: number,
  least: number,
  most: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const value = column[start + at] as number;
    // Adding zero takes the sign off a zero.
    out[at] =
      value >= least && value <= most && Math.floor(value) === value
        ? value + 0
        : Number.isNaN(value)
          ? Number.NaN
          : Number.POSITIVE_INFINITY;
  }
}

/** What a cell of a column is as a fact; undefined where it was left out, the number itself where it is none, which is refused then. @internal */
export function cellOf(
  column: Column,
  row: number,
  { type }: ValueShape,
  cases: RowCases,
  currency: CurrencyCode | undefined,
): unknown {
  const value = column[row] as number;
  if (Number.isNaN(value) || (value === noAnswer && isInts(column))) return undefined;
  switch (type) {
    case 'money':
      return Number.isSafeInteger(value) ? cases.sum(value + 0, currency as CurrencyCode) : value;
    case 'day':
      return Number.isInteger(value) && value >= firstEpochDay && value <= lastEpochDay ? isoOfEpochDay(value) : value;
    case 'flag':
      return value === 0 || value === 1 ? value === 1 : value;
    default:
      return value;
  }
}

/** A value as the number of a column: NaN where there is none, infinite where no number says it. */
function numberOf(shape: ValueShape, held: Held | undefined, currency: CurrencyCode | undefined): number {
  if (held === undefined) return Number.NaN;
  switch (shape.type) {
    case 'money': {
      const sum = held as Money;
      return sum.currency === currency && !Number.isNaN(sum.units) ? sum.units : Number.POSITIVE_INFINITY;
    }
    case 'day': {
      const day = readEpochDay(held as DayInput);
      return day === noDay ? Number.POSITIVE_INFINITY : day;
    }
    case 'count':
      return held as number;
    case 'flag':
      return held === true ? 1 : 0;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Whether a value of the shape is a number of a column, going in or coming out. @internal */
export function isColumnShape({ type }: ValueShape): boolean {
  return type === 'money' || type === 'day' || type === 'count' || type === 'flag';
}

/** Facts a computation and those it depends on ask for, in the order they are found. @internal */
export function factsOf(agreement: Agreement, address: ComputationAddress): readonly string[] {
  const facts = new Set<string>();
  const seen = new Set<ComputationAddress>();
  const computation = (of: ComputationAddress): void => {
    if (seen.has(of)) return;
    seen.add(of);
    const placed = agreement.computations.get(of);
    Object.values(placed?.computation.from ?? {}).forEach(source);
  };
  // Sources, and conditions, in which sources stand at any depth; a literal is none, whatever it looks like.
  const source = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || 'literal' in part) return;
    const { fact, result } = part as { readonly fact?: unknown; readonly result?: unknown };
    if (typeof fact === 'string') facts.add(fact);
    if (typeof result === 'string') computation(result);
    Object.values(part).forEach(source);
  };
  computation(address);
  return [...facts];
}

function emplace<K, V>(map: Map<K, V>, key: K, value: V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, value);
  return value;
}
