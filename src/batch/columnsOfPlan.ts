import type { RowCases } from '../agreement/evaluate/rowCases.js';
import type { Agreement, PlacedComputation } from '../agreement/model/definedAgreement.js';
import type { ComputationAddress, Source } from '../agreement/model/source.js';
import type { ParsedValue, ValueShape } from '../agreement/model/value.js';
import { AgreementError } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { type DayInput, readEpochDay } from '../time/dayInput.js';
import { firstEpochDay, isoOfEpochDay, lastEpochDay, noDay } from '../time/epochDay.js';
import { type Column, isInts, noAnswer } from './columns.js';
import { type KernelArguments, kernels, type Numbers } from './columnsOfKernels.js';

/** The number of rows computed at a time: few enough that all columns of a block stay in the cache. @internal */
export const rowsOfBlock = 1024;

/** Fills its output with the rows starting at `start`. @internal */
export type FillBlock = (start: number, count: number) => void;

/** The columns of a run by fact. @internal */
export type RunColumns = ReadonlyMap<string, Column>;

/** What runs with the same plan have in common. @internal */
export interface RunFacts {
  /** Parsed facts that are the same for all rows of the run. */
  readonly constants: ReadonlyMap<string, ParsedValue>;
  /** Those that were already known when the computation was compiled. */
  readonly fixed: ReadonlyMap<string, ParsedValue>;
  readonly currency: CurrencyCode | undefined;
}

/** Answers by day that are kept between runs, by what they answer. @internal */
export type AnswersByDay = Map<string, Map<number, number>>;

/** The number of days cached for one field; when exceeded, the cache is cleared. */
const daysRemembered = 20_000;

const noColumns: RunColumns = new Map();

/** How the fields of a computation are computed block by block, in any run that differs only in its columns. @internal */
export class ColumnPlan {
  /** The largest number of rows of a run that it can be used for. */
  readonly fits: number;
  readonly #agreement: Agreement;
  readonly #cases: RowCases;
  readonly #facts: RunFacts;
  readonly #byDay: AnswersByDay;
  readonly #size: number;
  #columns: RunColumns;
  readonly #fills: FillBlock[] = [];
  readonly #known = new Map<string, Numbers | undefined>();

  constructor(
    agreement: Agreement,
    cases: RowCases,
    facts: RunFacts,
    byDay: AnswersByDay,
    columns: RunColumns,
    rows: number,
  ) {
    this.#agreement = agreement;
    this.#cases = cases;
    this.#facts = facts;
    this.#byDay = byDay;
    this.#columns = columns;
    this.#size = Math.min(rowsOfBlock, rows);
    this.fits = this.#size === rowsOfBlock ? Number.POSITIVE_INFINITY : rows;
  }

  /** Takes the columns of another run: of the same facts, and of the same array types. */
  take(columns: RunColumns): void {
    this.#columns = columns;
  }

  /** Lets go of the columns of a run. */
  release(): void {
    this.#columns = noColumns;
  }

  /** Computes the rows starting at `start`. */
  fill(start: number, count: number): void {
    for (const fill of this.#fills) fill(start, count);
  }

  /** The numbers of a field of a computation; undefined if the agreement must be evaluated row by row. */
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
    const { constants } = this.#facts;
    const asked = factsOf(this.#agreement, address);
    const varying = asked.filter((name) => this.#columns.has(name));
    if (varying.length === 0)
      return this.#constant(this.#answered(address, field, shape, (name) => constants.get(name)));
    const [only] = varying;
    if (varying.length === 1 && this.#agreement.data.facts[only as string]?.type === 'day')
      return this.#rememberedByDay(address, field, shape, only as string, asked, key);
    const kernel = kernels.get(kind.kind);
    return kernel?.(this.#argumentsOf(placed), field);
  }

  /** A number of one answer; infinity if it throws or cannot be represented in a column. */
  #answered(address: ComputationAddress, field: string, shape: ValueShape, facts: (name: string) => unknown): number {
    try {
      return numberOf(shape, this.#cases.answer(address, facts)[field], this.#facts.currency);
    } catch (error) {
      if (error instanceof AgreementError) return Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** A value that depends only on a day is computed once per day. */
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
        return 'fact' in source && !this.#columns.has(source.fact) && !this.#facts.constants.has(source.fact);
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
    const column = this.#columns.get(name);
    const numbers =
      column === undefined
        ? this.#constant(numberOf(shape, this.#facts.constants.get(name), this.#facts.currency))
        : this.#column(name, isInts(column), shape);
    this.#known.set(key, numbers);
    return numbers;
  }

  #column(name: string, ints: boolean, { type }: ValueShape): Numbers {
    const least = type === 'day' ? firstEpochDay : type === 'flag' ? 0 : -Number.MAX_SAFE_INTEGER;
    const most = type === 'day' ? lastEpochDay : type === 'flag' ? 1 : Number.MAX_SAFE_INTEGER;
    const out = new Float64Array(this.#size);
    // One loop per array type: a loop that sees both types is several times slower on either.
    this.#fills.push(
      ints
        ? (start, count) => readInts(out, this.#columns.get(name) as Int32Array, start, count, least, most)
        : (start, count) => readFloats(out, this.#columns.get(name) as Float64Array, start, count, least, most),
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
          // Rows with an omitted fact, or beyond the safe integers, are left to the agreement.
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
    // Adding zero turns -0 into 0.
    out[at] =
      value >= least && value <= most && Math.floor(value) === value
        ? value + 0
        : Number.isNaN(value)
          ? Number.NaN
          : Number.POSITIVE_INFINITY;
  }
}

/**
 * The fact in a cell of a column; undefined if it was left out; an invalid number as is, to be rejected later.
 * @internal
 */
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

/** A value as the number in a column: NaN if there is none, infinity if it cannot be represented. */
function numberOf(shape: ValueShape, parsed: ParsedValue | undefined, currency: CurrencyCode | undefined): number {
  if (parsed === undefined) return Number.NaN;
  switch (shape.type) {
    case 'money': {
      const sum = parsed as Money;
      return sum.currency === currency && !Number.isNaN(sum.units) ? sum.units : Number.POSITIVE_INFINITY;
    }
    case 'day': {
      const day = readEpochDay(parsed as DayInput);
      return day === noDay ? Number.POSITIVE_INFINITY : day;
    }
    case 'count':
      return parsed as number;
    case 'flag':
      return parsed === true ? 1 : 0;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Whether a type can be a column, as input or output. @internal */
export function isColumnShape({ type }: ValueShape): boolean {
  return type === 'money' || type === 'day' || type === 'count' || type === 'flag';
}

/** The facts needed by a computation and those it depends on, in the order in which they are found. @internal */
export function factsOf(agreement: Agreement, address: ComputationAddress): readonly string[] {
  const facts = new Set<string>();
  const seen = new Set<ComputationAddress>();
  const computation = (of: ComputationAddress): void => {
    if (seen.has(of)) return;
    seen.add(of);
    const placed = agreement.computations.get(of);
    Object.values(placed?.computation.from ?? {}).forEach(source);
  };
  // Sources occur directly and at any depth inside conditions; a literal never is one, whatever it looks like.
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
