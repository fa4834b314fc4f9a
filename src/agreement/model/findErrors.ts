import { attempt } from '../../errors/attempt.js';
import { isKnownCurrency } from '../../money/currency.js';
import { roundings } from '../../money/rounding.js';
import { type DailyWindow, readWindow } from '../../proration/dailyWindow.js';
import { type CountingRules, countingRules, requireRules } from '../../time/countingRules.js';
import { dayIn } from '../../time/dayIn.js';
import { noDay, parseIsoDay } from '../../time/epochDay.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { givesOf } from '../kinds/givesOf.js';
import { kinds } from '../kinds/index.js';
import type { Kind } from '../kinds/kind.js';
import { operandNameErrors } from '../kinds/operandNameErrors.js';
import { isRecord } from '../language/node.js';
import { accountNameErrors } from './accountNameErrors.js';
import type { AgreementData, Computation, Posting, Source } from './agreement.js';
import { bindingErrors } from './bindingErrors.js';
import { isSource } from './isSource.js';
import { eachRecord, pathOfRecord } from './recordsIn.js';
import { relations } from './relations.js';
import { shapeAt } from './shapeAt.js';
import { type ErrorList, readValue, sameShape, type ValueShape } from './value.js';

/**
 * Finds what prevents an agreement from being computed: wrong shapes, unknown names, arguments without a source,
 * circular references. What is valid but doubtful (an unused term, an unreachable row) is reported by `checkAgreement`.
 *
 * @internal
 */
export function findErrors(data: AgreementData, calendars: readonly WorkingCalendar[], errors: ErrorList): void {
  frontErrors(data, calendars, errors);
  const computations = computationErrors(data, errors);
  circleErrors(computations, errors);
  readingErrors(data, errors);
  tableErrors(data, computations, errors);
  postingErrors(data, computations, errors);
  accountNameErrors(data, errors);
  bindingErrors(data, errors);
}

function frontErrors(data: AgreementData, calendars: readonly WorkingCalendar[], errors: ErrorList): void {
  for (const name of ['id', 'edition', 'timeZone'] as const)
    if (typeof data[name] !== 'string' || data[name] === '') errors.add(name, 'type', data[name], 'a text');
  const zone = attempt(() => dayIn('2026-01-01T00:00:00Z', data.timeZone));
  if (!zone.ok && data.timeZone !== '')
    errors.add('timeZone', zone.error.code, data.timeZone, zone.error.details.expected);
  if (!data.text.languages.includes(data.text.governing))
    errors.add('text.governing', 'choice', data.text.governing, `one of ${data.text.languages.join(', ')}`);
  if (typeof data.effectiveOn !== 'string' || parseIsoDay(data.effectiveOn) === noDay)
    errors.add('effectiveOn', 'day-invalid', data.effectiveOn, 'a day such as "2026-01-01"');
  if (!Array.isArray(data.currencies) || data.currencies.length === 0 || !data.currencies.every(isKnownCurrency))
    errors.add('currencies', 'currency-unknown', data.currencies, 'at least one ISO 4217 code');
  if (!roundings.includes(data.rounding))
    errors.add('rounding', 'choice', data.rounding, `one of ${roundings.join(', ')}`);
  for (const side of ['acts', 'states'] as const) {
    const rules = isRecord(data.countingRules) ? data.countingRules[side] : undefined;
    if (isRecord(rules)) rulesErrors(rules, `countingRules.${side}`, errors);
    else if (!(typeof rules === 'string' && Object.hasOwn(countingRules, rules)))
      errors.add(
        `countingRules.${side}`,
        'choice',
        rules,
        `one of ${Object.keys(countingRules).join(', ')}, or the rules in full`,
      );
  }
  const working = isRecord(data.calendars) ? data.calendars.working : undefined;
  for (const [name, id] of [
    ['working', working],
    ['banking', isRecord(data.calendars) ? data.calendars.banking : undefined],
  ] as const)
    if (id !== undefined && !calendars.some((calendar) => calendar.id === id))
      errors.add(
        `calendars.${name}`,
        'calendar-required',
        id,
        `a calendar that is passed beside the agreement (${calendars.map((c) => c.id).join(', ') || 'none is'})`,
      );
  if (typeof working !== 'string') errors.add('calendars.working', 'type', working, 'the id of a working calendar');
}

/** The first missing or unknown option in custom rules. */
function rulesErrors(rules: Record<string, unknown>, path: string, errors: ErrorList): void {
  const read = attempt(() => requireRules(rules as unknown as CountingRules, path));
  if (read.ok) return;
  const { field, expected } = read.error.details;
  errors.add(field, read.error.code, rules[field.slice(path.length + 1)], expected);
}

interface Placed {
  readonly path: string;
  readonly clause: string;
  readonly computation: Computation;
  readonly kind: Kind | undefined;
}

function computationErrors(data: AgreementData, errors: ErrorList): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const numbers = new Set<string>();
  data.clauses.forEach((clause, at) => {
    const path = `clauses.${at}`;
    if (!isRecord(clause) || typeof clause.ref !== 'string' || clause.ref === '') {
      errors.add(`${path}.ref`, 'type', isRecord(clause) ? clause.ref : clause, 'a clause number');
      return;
    }
    if (numbers.has(clause.ref))
      errors.add(`${path}.ref`, 'duplicate', clause.ref, 'a unique clause number', clause.ref);
    numbers.add(clause.ref);
    if ((clause.computes === undefined) === (clause.text === undefined))
      errors.add(path, 'choice', clause, 'either computes or text', clause.ref);
    if (clause.computes !== undefined && !Array.isArray(clause.computes))
      errors.add(`${path}.computes`, 'type', clause.computes, 'a list', clause.ref);
    (Array.isArray(clause.computes) ? clause.computes : []).forEach((computation: Computation, index: number) => {
      const here = `${path}.computes.${index}`;
      if (!isRecord(computation) || typeof computation.id !== 'string' || typeof computation.kind !== 'string') {
        errors.add(here, 'type', computation, 'a computation with id and kind', clause.ref);
        return;
      }
      const address = `${clause.ref}/${computation.id}`;
      if (placed.has(address))
        errors.add(`${here}.id`, 'duplicate', computation.id, 'a name that is unique in its clause', clause.ref);
      const kind = kinds.get(computation.kind);
      if (kind === undefined)
        errors.add(`${here}.kind`, 'choice', computation.kind, `one of ${[...kinds.keys()].join(', ')}`, clause.ref);
      placed.set(address, { path: here, clause: clause.ref, computation, kind });
    });
  });
  for (const found of placed.values()) argumentErrors(data, found, placed, errors);
  return placed;
}

/** Every argument must be given once, by a term or by a source of the right type. */
function argumentErrors(
  data: AgreementData,
  found: Placed,
  placed: ReadonlyMap<string, Placed>,
  errors: ErrorList,
): void {
  const { kind, computation, path, clause } = found;
  // The type of a formula was checked when it was compiled.
  if (kind === undefined || kind.kind === 'formula') return;
  if (kind.countsLimit && computation.counts === undefined)
    errors.add(
      `${path}.counts`,
      'missing',
      computation.counts,
      '"act" (someone acts within the limit) or "state" (something changes by itself)',
      clause,
    );
  const { terms = {}, from = {} } = computation;
  if (!isRecord(terms)) errors.add(`${path}.terms`, 'type', terms, 'a record', clause);
  if (!isRecord(from)) errors.add(`${path}.from`, 'type', from, 'a record', clause);
  if (!isRecord(terms) || !isRecord(from)) return;
  for (const [argument, source] of Object.entries(from)) {
    const here = `${path}.from.${argument}`;
    const wanted = shapeAt(kind.takes, argument);
    if (wanted === undefined)
      errors.add(
        here,
        'unknown',
        argument,
        `an argument of ${kind.kind}: ${Object.keys(kind.takes.fields).join(', ')}`,
        clause,
      );
    else sourceErrors(data, source as Source, wanted, here, clause, placed, errors);
  }
  choiceErrors(data, found, errors);
  eachRecord(terms, (record) => {
    const { timeZone } = record;
    if (typeof timeZone !== 'string') return;
    const read = attempt(() => dayIn('2026-01-01T00:00:00Z', timeZone));
    if (read.ok) return;
    const here = `${pathOfRecord(terms, record, `${path}.terms`)}.timeZone`;
    errors.add(here, read.error.code, timeZone, read.error.details.expected, clause);
  });
  const given = withSources(terms, Object.keys(from));
  requiredErrors(kind.takes, given, `${path}.terms`, clause, errors);
  operandNameErrors(kind, given, `${path}.terms`, errors, clause);
}

/** Reports texts among which an argument is looked up, but which its fact can never have. */
function choiceErrors({ facts }: AgreementData, { kind, computation, path, clause }: Placed, errors: ErrorList): void {
  const { terms = {}, from = {} } = computation;
  const among = kind?.oneAmong;
  const source = among === undefined ? undefined : from[among.value];
  const shape = source !== undefined && 'fact' in source ? facts[source.fact] : undefined;
  if (among === undefined || shape?.type !== 'text' || shape.oneOf === undefined) return;
  for (const list of among.lists) {
    const [name = '', , field] = list.split('.');
    const entries: unknown = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry: unknown, at) => {
      const text = field === undefined ? entry : isRecord(entry) ? entry[field] : undefined;
      if (typeof text === 'string' && !shape.oneOf?.includes(text))
        errors.add(
          `${path}.terms.${name}.${at}${field === undefined ? '' : `.${field}`}`,
          'choice',
          text,
          `one of ${shape.oneOf?.join(', ')}`,
          clause,
        );
    });
  }
}

/** Represents a value that a source will supply. */
const fromSource = Symbol('from a source');

function withSources(terms: Record<string, unknown>, paths: readonly string[]): Record<string, unknown> {
  const given = copyOf(terms) as typeof terms;
  for (const path of paths) {
    const names = path.split('.');
    let at: Record<string, unknown> = given;
    names.slice(0, -1).forEach((name, index) => {
      const next = Object.hasOwn(at, name) ? at[name] : undefined;
      // A number is the index of a list.
      const none = /^\d+$/.test(names[index + 1] as string) ? [] : {};
      at[name] = isRecord(next) || Array.isArray(next) ? next : none;
      at = at[name] as Record<string, unknown>;
    });
    at[names[names.length - 1] as string] = fromSource;
  }
  return given;
}

function requiredErrors(shape: ValueShape, given: unknown, path: string, clause: string, errors: ErrorList): void {
  if (given === fromSource) return;
  if (shape.type === 'record' && isRecord(given)) {
    for (const [name, field] of Object.entries(shape.fields)) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) requiredErrors(field, value, `${path}.${name}`, clause, errors);
      else if (!(shape.optional ?? []).includes(name))
        errors.add(`${path}.${name}`, 'missing', undefined, `a term or a source for ${name}`, clause);
    }
    for (const name of Object.keys(given))
      if (!Object.hasOwn(shape.fields, name))
        errors.add(`${path}.${name}`, 'unknown', given[name], `one of ${Object.keys(shape.fields).join(', ')}`, clause);
    return;
  }
  if (shape.type === 'list' && Array.isArray(given)) {
    given.forEach((entry, at) => {
      requiredErrors(shape.of, entry, `${path}.${at}`, clause, errors);
    });
    return;
  }
  readValue(shape, given, path, errors);
}

function sourceErrors(
  data: AgreementData,
  source: Source,
  wanted: ValueShape,
  path: string,
  clause: string | undefined,
  placed: ReadonlyMap<string, Placed>,
  errors: ErrorList,
): void {
  if (!isRecord(source)) {
    errors.add(path, 'type', source, '{ fact }, { result, field }, { sum } or { literal }', clause);
    return;
  }
  // A patch with another source must remove the first one, or the first one remains.
  if (['fact', 'result', 'sum', 'literal', 'compute'].filter((name) => Object.hasOwn(source, name)).length > 1) {
    errors.add(
      path,
      'choice',
      source,
      'one of fact, result, sum and literal; in a patch, null removes the other',
      clause,
    );
    return;
  }
  if ('sum' in source && wanted.type !== 'money') {
    errors.add(path, 'type', source, `a value of type ${wanted.type}: only sums of money can be added up`, clause);
    return;
  }
  if ('sum' in source && Array.isArray(source.sum) && source.sum.length > 0) {
    source.sum.forEach((part, at) => {
      sourceErrors(data, part as Source, wanted, `${path}.sum.${at}`, clause, placed, errors);
    });
    return;
  }
  // The shape of a formula was determined when it was compiled.
  if ('compute' in source) return;
  if ('literal' in source) {
    readValue(wanted, source.literal, `${path}.literal`, errors);
    return;
  }
  const given = shapeOfSource(data, source as Source, placed);
  if (given === undefined)
    errors.add(path, 'unknown', source, 'a fact the agreement declares, or a field of one of its computations', clause);
  else if (!sameShape(wanted, given))
    errors.add(path, 'type', source, `a value of type ${wanted.type}, not ${given.type}`, clause);
}

function shapeOfSource(
  data: AgreementData,
  source: Source,
  placed: ReadonlyMap<string, Placed>,
): ValueShape | undefined {
  if ('fact' in source) return Object.hasOwn(data.facts, source.fact) ? data.facts[source.fact] : undefined;
  if ('compute' in source) return source.shape;
  if (!('result' in source)) return undefined;
  const found = placed.get(source.result);
  const gives = found && givesOf(found.computation);
  return gives !== undefined && Object.hasOwn(gives, source.field) ? gives[source.field] : undefined;
}

/** The maximum length of a chain of computations that depend on one another; real agreements have less than ten. */
const longestChain = 64;

/** Finds computations that depend on themselves, and chains so long that evaluating them would exhaust the stack. */
function circleErrors(placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  // The length of the longest chain that ends with each computation; open while it is being visited.
  const depths = new Map<string, number | 'open'>();
  let isReported = false;
  const tooLong = ({ path, clause }: Placed, address: string): number => {
    if (!isReported)
      errors.add(path, 'nesting', address, `at most ${longestChain} computations that depend on one another`, clause);
    isReported = true;
    return 0;
  };
  const visit = (address: string, way: readonly string[]): number => {
    const found = placed.get(address);
    if (found === undefined) return 0;
    const known = depths.get(address);
    if (known === 'open') {
      errors.add(
        found.path,
        'circle',
        [...way, address].join(' -> '),
        'a computation that does not depend on itself',
        found.clause,
      );
      return 0;
    }
    if (known !== undefined) return known;
    if (way.length >= longestChain) return tooLong(found, address);
    depths.set(address, 'open');
    let deepest = 0;
    for (const source of Object.values(found.computation.from ?? {}))
      for (const next of resultsOf(source)) deepest = Math.max(deepest, visit(next, [...way, address]));
    const depth = deepest < longestChain ? deepest + 1 : tooLong(found, address);
    depths.set(address, depth);
    return depth;
  };
  for (const address of placed.keys()) visit(address, []);
}

function resultsOf(source: Source): string[] {
  if (!isRecord(source)) return [];
  if ('sum' in source && Array.isArray(source.sum)) return (source.sum as Source[]).flatMap(resultsOf);
  // The condition of a formula uses results, too.
  if ('compute' in source) return Object.values(source).flatMap((part) => partsIn(part).flatMap(resultsOf));
  return 'result' in source ? [source.result as string] : [];
}

/** Every record in a part of the model. */
function partsIn(part: unknown): Source[] {
  if (typeof part !== 'object' || part === null) return [];
  return [...(Array.isArray(part) ? [] : [part as Source]), ...Object.values(part).flatMap(partsIn)];
}

function readingErrors(data: AgreementData, errors: ErrorList): void {
  const ids = new Set<string>();
  data.readings.forEach((reading, at) => {
    const path = `readings.${at}`;
    if (!isRecord(reading) || typeof reading.id !== 'string' || !isRecord(reading.options)) {
      errors.add(path, 'type', reading, 'a reading with id, clause, chosen, why and options');
      return;
    }
    if (ids.has(reading.id)) errors.add(`${path}.id`, 'duplicate', reading.id, 'a unique id', reading.clause);
    ids.add(reading.id);
    if (!Object.hasOwn(reading.options, reading.chosen))
      errors.add(
        `${path}.chosen`,
        'choice',
        reading.chosen,
        `one of ${Object.keys(reading.options).join(', ')}`,
        reading.clause,
      );
  });
}

function tableErrors(data: AgreementData, placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  const questions = new Set<string>();
  data.tables.forEach((table, at) => {
    const path = `tables.${at}`;
    if (
      !isRecord(table) ||
      typeof table.question !== 'string' ||
      !Array.isArray(table.rows) ||
      table.rows.length === 0
    ) {
      errors.add(path, 'type', table, 'a table with a question and rows');
      return;
    }
    if (questions.has(table.question)) errors.add(`${path}.question`, 'duplicate', table.question, 'a unique question');
    questions.add(table.question);
    const names = new Set<unknown>();
    table.rows.forEach((row, index) => {
      const here = `${path}.rows.${index}`;
      const clause = Array.isArray(row?.clauses) ? row.clauses[0] : undefined;
      if (names.has(row?.n))
        errors.add(`${here}.n`, 'duplicate', row.n, 'a row name that is unique in its table', clause);
      names.add(row?.n);
      whenErrors({ data, placed, errors, clause }, row?.when, `${here}.when`);
      outcomeErrors({ data, placed, errors, clause }, row?.outcome, `${here}.outcome`);
    });
    const last = table.rows[table.rows.length - 1];
    if (table.complete && last?.when !== 'otherwise')
      errors.add(
        `${path}.rows.${table.rows.length - 1}.when`,
        'choice',
        last?.when,
        '"otherwise", because the table says it is complete',
      );
  });
}

/** The context for checking a condition or an outcome. */
interface Looking {
  readonly data: AgreementData;
  readonly placed: ReadonlyMap<string, Placed>;
  readonly errors: ErrorList;
  readonly clause?: string | undefined;
}

function whenErrors(looking: Looking, when: unknown, path: string): void {
  const { data, placed, errors, clause } = looking;
  if (when === 'otherwise') return;
  if (!isRecord(when)) {
    errors.add(path, 'type', when, 'a condition or "otherwise"', clause);
    return;
  }
  for (const group of ['all', 'any'] as const)
    if (Array.isArray(when[group])) {
      // An empty group would be always or never true; use "otherwise" for a condition that is always true.
      if (when[group].length === 0) errors.add(`${path}.${group}`, 'type', [], 'at least one condition', clause);
      when[group].forEach((part, at) => {
        whenErrors(looking, part, `${path}.${group}.${at}`);
      });
      return;
    }
  if ('not' in when) {
    whenErrors(looking, when['not'], `${path}.not`);
    return;
  }
  const shape = shapeOfSource(data, when as never, placed);
  if (shape === undefined)
    errors.add(path, 'unknown', when, 'a condition about a declared fact or a field of a computation', clause);
  const made = relations.filter((name) => Object.hasOwn(when, name));
  const [relation] = made;
  if (made.length !== 1 || relation === undefined)
    errors.add(path, 'choice', when, `exactly one of ${relations.join(', ')}`, clause);
  else if (shape !== undefined) thresholdErrors(looking, shape, relation, when[relation], `${path}.${relation}`);
}

const orderedTypes: readonly string[] = ['money', 'count', 'rate', 'decimal', 'day', 'instant', 'exact', 'fraction'];

/** The threshold of a comparison must be comparable with its operand. */
function thresholdErrors(
  looking: Looking,
  shape: ValueShape,
  relation: string,
  threshold: unknown,
  path: string,
): void {
  const { data, placed, errors, clause } = looking;
  if (relation === 'isGiven') {
    readValue({ type: 'flag' }, threshold, path, errors);
    return;
  }
  if (relation === 'isOneOf') {
    if (shape.type === 'text') readValue({ type: 'list', of: shape }, threshold, path, errors);
    else errors.add(path, 'type', threshold, `a comparison for type ${shape.type}: isOneOf is for texts`, clause);
    return;
  }
  if (relation !== 'is' && relation !== 'equals' && !orderedTypes.includes(shape.type)) {
    errors.add(path, 'type', threshold, `is or equals: type ${shape.type} has no order`, clause);
    return;
  }
  if (isSource(threshold)) sourceErrors(data, threshold as never, shape, path, clause, placed, errors);
  else if (!((shape.type === 'money' || shape.type === 'exact') && threshold === 0))
    readValue(shape, threshold, path, errors);
}

/** An outcome must be one of the known ones, and its amounts must come from a source that gives an amount. */
function outcomeErrors(looking: Looking, outcome: unknown, path: string): void {
  const { data, placed, errors, clause } = looking;
  const outcomes = ['amount', 'none', 'open', 'discretion', 'state'];
  if (!isRecord(outcome) || !outcomes.includes(outcome['is'] as string)) {
    errors.add(path, 'choice', outcome, 'an outcome: amount, none, open, discretion or state', clause);
    return;
  }
  for (const name of ['cash', 'toBalance', 'owed', 'sum', 'ceiling']) {
    const source = outcome[name];
    if (source !== undefined && source !== 0)
      sourceErrors(data, source as Source, { type: 'money' }, `${path}.${name}`, clause, placed, errors);
  }
  if (outcome['is'] === 'discretion') outcomeErrors(looking, outcome['ifRefused'], `${path}.ifRefused`);
}

function postingErrors(data: AgreementData, placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  const ids = new Set<string>();
  data.postings.forEach((posting, at) => {
    const path = `postings.${at}`;
    if (!isRecord(posting) || typeof posting.id !== 'string') {
      errors.add(path, 'type', posting, 'a posting with an id');
      return;
    }
    if (ids.has(posting.id)) errors.add(`${path}.id`, 'duplicate', posting.id, 'a unique id');
    ids.add(posting.id);
    if ((posting.on === undefined) === (posting.each === undefined))
      errors.add(path, 'choice', posting.id, 'either on or each');
    if (posting.on !== undefined && posting.on !== 'balanceBelowZero' && !Object.hasOwn(data.events, posting.on))
      errors.add(
        `${path}.on`,
        'unknown',
        posting.on,
        `an event the agreement declares: ${Object.keys(data.events).join(', ')}`,
      );
    if (posting.window !== undefined) windowErrors(posting, path, placed, errors);
    if (posting.computes !== undefined && !placed.has(posting.computes))
      errors.add(`${path}.computes`, 'unknown', posting.computes, 'the address of a computation');
    if (posting.decides !== undefined && !data.tables.some((table) => table.question === posting.decides))
      errors.add(`${path}.decides`, 'unknown', posting.decides, 'the question of a table');
    if (posting.if !== undefined) whenErrors({ data, placed, errors }, posting.if, `${path}.if`);
    for (const name of Object.keys(posting.bind ?? {}))
      if (!Object.hasOwn(data.facts, name))
        errors.add(`${path}.bind.${name}`, 'unknown', name, 'a fact the agreement declares');
    answerErrors(posting, path, placed, errors);
  });
}

/** The window of a posting must be a term of a computation, and the posting must run daily. */
function windowErrors(posting: Posting, path: string, placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  const term = isRecord(posting.window) ? posting.window.term : undefined;
  const [address = '', name = ''] = String(term).split('#');
  const window = placed.get(address)?.computation.terms?.[name];
  const expected = 'the daily window of a computation, such as "4.2/firstDay#window"';
  if (typeof term !== 'string' || !isRecord(window)) errors.add(`${path}.window.term`, 'unknown', term, expected);
  else
    try {
      readWindow(window as unknown as DailyWindow);
    } catch {
      errors.add(`${path}.window.term`, 'type', window, expected);
    }
  if (posting.each !== 'day') errors.add(`${path}.window`, 'choice', posting.id, 'a posting with each: "day"');
}

/** A posting must enter an amount, and open a day, of the computation it names. */
function answerErrors(posting: Posting, path: string, placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  const found = posting.computes === undefined ? undefined : placed.get(posting.computes);
  const gives = found && givesOf(found.computation);
  if (gives === undefined) return;
  const field = (name: string, type: ValueShape['type'], here: string): void => {
    if (Object.hasOwn(gives, name) && gives[name]?.type === type) return;
    const fitting = Object.keys(gives).filter((known) => gives[known]?.type === type);
    const expected = `a field of type ${type} that ${posting.computes} gives: ${fitting.join(', ') || 'it gives none'}`;
    errors.add(here, 'unknown', name, expected, found?.clause);
  };
  const amount = posting.post?.amount;
  if (amount !== undefined && 'result' in amount) field(amount.result, 'money', `${path}.post.amount.result`);
  const { opensRight, tells, sharedCap } = posting;
  if (opensRight?.lastDay !== undefined) field(opensRight.lastDay, 'day', `${path}.opensRight.lastDay`);
  if (sharedCap !== undefined) field(sharedCap.field, 'money', `${path}.sharedCap.field`);
  if (tells !== undefined && !Object.hasOwn(gives, tells))
    errors.add(
      `${path}.tells`,
      'unknown',
      tells,
      `a field that ${posting.computes} gives: ${Object.keys(gives).join(', ')}`,
    );
  if (typeof posting.opens?.deadline === 'string') field(posting.opens.deadline, 'day', `${path}.opens.deadline`);
}

/** A copy of terms in which values are replaced; what is not JSON is found when it is read. */
function copyOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(copyOf);
  if (!isRecord(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, copyOf(value)]));
}
