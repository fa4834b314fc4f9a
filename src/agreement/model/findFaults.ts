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
import { operandNameFaults } from '../kinds/operandNameFaults.js';
import { isRecord } from '../language/node.js';
import { accountNameFaults } from './accountNameFaults.js';
import type { AgreementData, Computation, Posting, Source } from './agreement.js';
import { bindingFaults } from './bindingFaults.js';
import { recordsIn } from './recordsIn.js';
import { relations } from './relations.js';
import { shapeAt } from './shapeAt.js';
import { type Faults, readValue, sameShape, type ValueShape } from './value.js';

/**
 * Finds what keeps an agreement from being computed: shapes, names that nothing has, arguments without a source, circles. What is sound but
 * doubtful (a term nobody reads, a row nobody reaches) is `checkAgreement`'s to say.
 *
 * @internal
 */
export function findFaults(data: AgreementData, calendars: readonly WorkingCalendar[], faults: Faults): void {
  frontFaults(data, calendars, faults);
  const computations = computationFaults(data, faults);
  circleFaults(computations, faults);
  readingFaults(data, faults);
  tableFaults(data, computations, faults);
  postingFaults(data, computations, faults);
  accountNameFaults(data, faults);
  bindingFaults(data, faults);
}

function frontFaults(data: AgreementData, calendars: readonly WorkingCalendar[], faults: Faults): void {
  for (const name of ['id', 'edition', 'timeZone'] as const)
    if (typeof data[name] !== 'string' || data[name] === '') faults.add(name, 'type', data[name], 'a text');
  const zone = attempt(() => dayIn('2026-01-01T00:00:00Z', data.timeZone));
  if (!zone.ok && data.timeZone !== '')
    faults.add('timeZone', zone.error.code, data.timeZone, zone.error.details.expected);
  if (!data.text.languages.includes(data.text.governing))
    faults.add('text.governing', 'choice', data.text.governing, `one of ${data.text.languages.join(', ')}`);
  if (typeof data.effectiveOn !== 'string' || parseIsoDay(data.effectiveOn) === noDay)
    faults.add('effectiveOn', 'day-invalid', data.effectiveOn, 'a day as "2026-01-01"');
  if (!Array.isArray(data.currencies) || data.currencies.length === 0 || !data.currencies.every(isKnownCurrency))
    faults.add('currencies', 'currency-unknown', data.currencies, 'at least one ISO 4217 code');
  if (!roundings.includes(data.rounding))
    faults.add('rounding', 'choice', data.rounding, `one of ${roundings.join(', ')}`);
  for (const side of ['acts', 'states'] as const) {
    const rules = isRecord(data.countingRules) ? data.countingRules[side] : undefined;
    if (isRecord(rules)) rulesFaults(rules, `countingRules.${side}`, faults);
    else if (!(typeof rules === 'string' && Object.hasOwn(countingRules, rules)))
      faults.add(
        `countingRules.${side}`,
        'choice',
        rules,
        `one of ${Object.keys(countingRules).join(', ')}, or rules written out`,
      );
  }
  const working = isRecord(data.calendars) ? data.calendars.working : undefined;
  for (const [name, id] of [
    ['working', working],
    ['banking', isRecord(data.calendars) ? data.calendars.banking : undefined],
  ] as const)
    if (id !== undefined && !calendars.some((calendar) => calendar.id === id))
      faults.add(
        `calendars.${name}`,
        'calendar-required',
        id,
        `a calendar that is passed beside the agreement (${calendars.map((c) => c.id).join(', ') || 'none is'})`,
      );
  if (typeof working !== 'string') faults.add('calendars.working', 'type', working, 'the id of a working calendar');
}

/** The first choice of rules written out that is missing or unknown. */
function rulesFaults(rules: Record<string, unknown>, path: string, faults: Faults): void {
  const read = attempt(() => requireRules(rules as unknown as CountingRules, path));
  if (read.ok) return;
  const { field, expected } = read.error.details;
  faults.add(field, read.error.code, rules[field.slice(path.length + 1)], expected);
}

interface Placed {
  readonly path: string;
  readonly clause: string;
  readonly computation: Computation;
  readonly kind: Kind | undefined;
}

function computationFaults(data: AgreementData, faults: Faults): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const numbers = new Set<string>();
  data.clauses.forEach((clause, at) => {
    const path = `clauses.${at}`;
    if (!isRecord(clause) || typeof clause.ref !== 'string' || clause.ref === '') {
      faults.add(`${path}.ref`, 'type', isRecord(clause) ? clause.ref : clause, 'a clause number');
      return;
    }
    if (numbers.has(clause.ref))
      faults.add(`${path}.ref`, 'duplicate', clause.ref, 'a clause number that stands once', clause.ref);
    numbers.add(clause.ref);
    if ((clause.computes === undefined) === (clause.text === undefined))
      faults.add(path, 'choice', clause, 'either computes or text', clause.ref);
    if (clause.computes !== undefined && !Array.isArray(clause.computes))
      faults.add(`${path}.computes`, 'type', clause.computes, 'a list', clause.ref);
    (Array.isArray(clause.computes) ? clause.computes : []).forEach((computation: Computation, index: number) => {
      const here = `${path}.computes.${index}`;
      if (!isRecord(computation) || typeof computation.id !== 'string' || typeof computation.kind !== 'string') {
        faults.add(here, 'type', computation, 'a computation with id and kind', clause.ref);
        return;
      }
      const address = `${clause.ref}/${computation.id}`;
      if (placed.has(address))
        faults.add(`${here}.id`, 'duplicate', computation.id, 'a name that stands once in its clause', clause.ref);
      const kind = kinds.get(computation.kind);
      if (kind === undefined)
        faults.add(`${here}.kind`, 'choice', computation.kind, `one of ${[...kinds.keys()].join(', ')}`, clause.ref);
      placed.set(address, { path: here, clause: clause.ref, computation, kind });
    });
  });
  for (const found of placed.values()) argumentFaults(data, found, placed, faults);
  return placed;
}

/** Every argument is given once, by a term or by a source that fits. */
function argumentFaults(data: AgreementData, found: Placed, placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  const { kind, computation, path, clause } = found;
  // A formula was typed when it was compiled.
  if (kind === undefined || kind.kind === 'formula') return;
  if (kind.countsLimit && computation.counts === undefined)
    faults.add(
      `${path}.counts`,
      'missing',
      computation.counts,
      '"act" (someone acts within the limit) or "state" (something changes by itself)',
      clause,
    );
  const { terms = {}, from = {} } = computation;
  if (!isRecord(terms)) faults.add(`${path}.terms`, 'type', terms, 'a record', clause);
  if (!isRecord(from)) faults.add(`${path}.from`, 'type', from, 'a record', clause);
  if (!isRecord(terms) || !isRecord(from)) return;
  for (const [argument, source] of Object.entries(from)) {
    const here = `${path}.from.${argument}`;
    const wanted = shapeAt(kind.takes, argument);
    if (wanted === undefined)
      faults.add(
        here,
        'unknown',
        argument,
        `an argument of ${kind.kind}: ${Object.keys(kind.takes.fields).join(', ')}`,
        clause,
      );
    else sourceFaults(data, source as Source, wanted, here, clause, placed, faults);
  }
  choiceFaults(data, found, faults);
  for (const [record, here] of recordsIn(terms, `${path}.terms`)) zoneFaults(record['timeZone'], here, clause, faults);
  const given = withSources(terms, Object.keys(from));
  requiredFaults(kind.takes, given, `${path}.terms`, clause, faults);
  operandNameFaults(kind, given, `${path}.terms`, faults, clause);
}

/** A time zone that is a term is one that exists. */
function zoneFaults(timeZone: unknown, path: string, clause: string, faults: Faults): void {
  if (typeof timeZone !== 'string') return;
  const read = attempt(() => dayIn('2026-01-01T00:00:00Z', timeZone));
  if (!read.ok) faults.add(`${path}.timeZone`, read.error.code, timeZone, read.error.details.expected, clause);
}

/** Texts among which an argument is looked for, but which its fact can never be. */
function choiceFaults({ facts }: AgreementData, { kind, computation, path, clause }: Placed, faults: Faults): void {
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
        faults.add(
          `${path}.terms.${name}.${at}${field === undefined ? '' : `.${field}`}`,
          'choice',
          text,
          `one of ${shape.oneOf?.join(', ')}`,
          clause,
        );
    });
  }
}

/** Stands where a source will put a value. */
const fromSource = Symbol('from a source');

function withSources(terms: Record<string, unknown>, paths: readonly string[]): Record<string, unknown> {
  const given = copyOf(terms) as typeof terms;
  for (const path of paths) {
    const names = path.split('.');
    let at: Record<string, unknown> = given;
    names.slice(0, -1).forEach((name, index) => {
      const next = Object.hasOwn(at, name) ? at[name] : undefined;
      // A number names a place in a list.
      const none = /^\d+$/.test(names[index + 1] as string) ? [] : {};
      at[name] = isRecord(next) || Array.isArray(next) ? next : none;
      at = at[name] as Record<string, unknown>;
    });
    at[names[names.length - 1] as string] = fromSource;
  }
  return given;
}

function requiredFaults(shape: ValueShape, given: unknown, path: string, clause: string, faults: Faults): void {
  if (given === fromSource) return;
  if (shape.type === 'record' && isRecord(given)) {
    for (const [name, field] of Object.entries(shape.fields)) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) requiredFaults(field, value, `${path}.${name}`, clause, faults);
      else if (!(shape.optional ?? []).includes(name))
        faults.add(`${path}.${name}`, 'missing', undefined, `a term or a source for ${name}`, clause);
    }
    for (const name of Object.keys(given))
      if (!Object.hasOwn(shape.fields, name))
        faults.add(`${path}.${name}`, 'unknown', given[name], `one of ${Object.keys(shape.fields).join(', ')}`, clause);
    return;
  }
  if (shape.type === 'list' && Array.isArray(given)) {
    given.forEach((entry, at) => {
      requiredFaults(shape.of, entry, `${path}.${at}`, clause, faults);
    });
    return;
  }
  readValue(shape, given, path, faults);
}

function sourceFaults(
  data: AgreementData,
  source: Source,
  wanted: ValueShape,
  path: string,
  clause: string | undefined,
  placed: ReadonlyMap<string, Placed>,
  faults: Faults,
): void {
  if (!isRecord(source)) {
    faults.add(path, 'type', source, '{ fact }, { result, field }, { sum } or { literal }', clause);
    return;
  }
  // A patch that names another source has to take the first one out, or the first one stays.
  if (['fact', 'result', 'sum', 'literal', 'compute'].filter((name) => Object.hasOwn(source, name)).length > 1) {
    faults.add(
      path,
      'choice',
      source,
      'one of fact, result, sum and literal; a patch takes the other out by null',
      clause,
    );
    return;
  }
  if ('sum' in source && wanted.type !== 'money') {
    faults.add(path, 'type', source, `something of type ${wanted.type}: only sums of money are added up`, clause);
    return;
  }
  if ('sum' in source && Array.isArray(source.sum) && source.sum.length > 0) {
    source.sum.forEach((part, at) => {
      sourceFaults(data, part as Source, wanted, `${path}.sum.${at}`, clause, placed, faults);
    });
    return;
  }
  // What a formula gives was found when it was compiled.
  if ('compute' in source) return;
  if ('literal' in source) {
    readValue(wanted, source.literal, `${path}.literal`, faults);
    return;
  }
  const given = shapeOfSource(data, source as Source, placed);
  if (given === undefined)
    faults.add(path, 'unknown', source, 'a fact the agreement declares, or a field of one of its computations', clause);
  else if (!sameShape(wanted, given))
    faults.add(path, 'type', source, `something of type ${wanted.type}, not ${given.type}`, clause);
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

/** How many computations may rest on one another in a row; those of real agreements do by less than ten. */
const longestChain = 64;

/** Computations that depend on themselves, and those that rest on so many others in a row that asking for them would exhaust the stack. */
function circleFaults(placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  // How many rest on one another below each, itself included; none yet for those that are being looked at.
  const depths = new Map<string, number | 'open'>();
  let isTold = false;
  const tooLong = ({ path, clause }: Placed, address: string): number => {
    if (!isTold)
      faults.add(path, 'nesting', address, `at most ${longestChain} computations that rest on one another`, clause);
    isTold = true;
    return 0;
  };
  const visit = (address: string, way: readonly string[]): number => {
    const found = placed.get(address);
    if (found === undefined) return 0;
    const known = depths.get(address);
    if (known === 'open') {
      faults.add(
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
  // The condition of a formula asks for results, too.
  if ('compute' in source) return Object.values(source).flatMap((part) => partsIn(part).flatMap(resultsOf));
  return 'result' in source ? [source.result as string] : [];
}

/** Every record in a part of the model. */
function partsIn(part: unknown): Source[] {
  if (typeof part !== 'object' || part === null) return [];
  return [...(Array.isArray(part) ? [] : [part as Source]), ...Object.values(part).flatMap(partsIn)];
}

function readingFaults(data: AgreementData, faults: Faults): void {
  const ids = new Set<string>();
  data.readings.forEach((reading, at) => {
    const path = `readings.${at}`;
    if (!isRecord(reading) || typeof reading.id !== 'string' || !isRecord(reading.options)) {
      faults.add(path, 'type', reading, 'a reading with id, clause, chosen, why and options');
      return;
    }
    if (ids.has(reading.id))
      faults.add(`${path}.id`, 'duplicate', reading.id, 'an id that stands once', reading.clause);
    ids.add(reading.id);
    if (!Object.hasOwn(reading.options, reading.chosen))
      faults.add(
        `${path}.chosen`,
        'choice',
        reading.chosen,
        `one of ${Object.keys(reading.options).join(', ')}`,
        reading.clause,
      );
  });
}

function tableFaults(data: AgreementData, placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  const questions = new Set<string>();
  data.tables.forEach((table, at) => {
    const path = `tables.${at}`;
    if (
      !isRecord(table) ||
      typeof table.question !== 'string' ||
      !Array.isArray(table.rows) ||
      table.rows.length === 0
    ) {
      faults.add(path, 'type', table, 'a table with a question and rows');
      return;
    }
    if (questions.has(table.question))
      faults.add(`${path}.question`, 'duplicate', table.question, 'a question that stands once');
    questions.add(table.question);
    const names = new Set<unknown>();
    table.rows.forEach((row, index) => {
      const here = `${path}.rows.${index}`;
      const clause = Array.isArray(row?.clauses) ? row.clauses[0] : undefined;
      if (names.has(row?.n)) faults.add(`${here}.n`, 'duplicate', row.n, 'a row that stands once in its table', clause);
      names.add(row?.n);
      whenFaults({ data, placed, faults, clause }, row?.when, `${here}.when`);
      outcomeFaults({ data, placed, faults, clause }, row?.outcome, `${here}.outcome`);
    });
    const last = table.rows[table.rows.length - 1];
    if (table.complete && last?.when !== 'otherwise')
      faults.add(
        `${path}.rows.${table.rows.length - 1}.when`,
        'choice',
        last?.when,
        '"otherwise", because the table says it is complete',
      );
  });
}

/** What a condition or an outcome is looked at with. */
interface Looking {
  readonly data: AgreementData;
  readonly placed: ReadonlyMap<string, Placed>;
  readonly faults: Faults;
  readonly clause?: string | undefined;
}

function whenFaults(looking: Looking, when: unknown, path: string): void {
  const { data, placed, faults, clause } = looking;
  if (when === 'otherwise') return;
  if (!isRecord(when)) {
    faults.add(path, 'type', when, 'a condition or "otherwise"', clause);
    return;
  }
  for (const group of ['all', 'any'] as const)
    if (Array.isArray(when[group])) {
      // Of none at all every one holds and none does; what always holds is "otherwise".
      if (when[group].length === 0) faults.add(`${path}.${group}`, 'type', [], 'at least one condition', clause);
      when[group].forEach((part, at) => {
        whenFaults(looking, part, `${path}.${group}.${at}`);
      });
      return;
    }
  if ('not' in when) {
    whenFaults(looking, when['not'], `${path}.not`);
    return;
  }
  const shape = shapeOfSource(data, when as never, placed);
  if (shape === undefined)
    faults.add(path, 'unknown', when, 'a condition about a declared fact or a field of a computation', clause);
  const made = relations.filter((name) => Object.hasOwn(when, name));
  const [relation] = made;
  if (made.length !== 1 || relation === undefined)
    faults.add(path, 'choice', when, `exactly one of ${relations.join(', ')}`, clause);
  else if (shape !== undefined) thresholdFaults(looking, shape, relation, when[relation], `${path}.${relation}`);
}

const orderedTypes: readonly string[] = ['money', 'count', 'rate', 'decimal', 'day', 'instant', 'exact', 'fraction'];

/** What an operand is compared with is something it can be compared with. */
function thresholdFaults(
  looking: Looking,
  shape: ValueShape,
  relation: string,
  threshold: unknown,
  path: string,
): void {
  const { data, placed, faults, clause } = looking;
  if (relation === 'isGiven') {
    readValue({ type: 'flag' }, threshold, path, faults);
    return;
  }
  if (relation === 'isOneOf') {
    if (shape.type === 'text') readValue({ type: 'list', of: shape }, threshold, path, faults);
    else faults.add(path, 'type', threshold, `a comparison for type ${shape.type}: isOneOf is for texts`, clause);
    return;
  }
  if (relation !== 'is' && relation !== 'equals' && !orderedTypes.includes(shape.type)) {
    faults.add(path, 'type', threshold, `is or equals: type ${shape.type} has no order`, clause);
    return;
  }
  const isSource =
    isRecord(threshold) &&
    ['fact', 'result', 'sum', 'literal', 'compute'].some((name) => Object.hasOwn(threshold, name));
  if (isSource) sourceFaults(data, threshold as never, shape, path, clause, placed, faults);
  else if (!((shape.type === 'money' || shape.type === 'exact') && threshold === 0))
    readValue(shape, threshold, path, faults);
}

/** An outcome is one of the known ones, and its sums come from something that gives a sum. */
function outcomeFaults(looking: Looking, outcome: unknown, path: string): void {
  const { data, placed, faults, clause } = looking;
  const outcomes = ['amount', 'none', 'open', 'discretion', 'state'];
  if (!isRecord(outcome) || !outcomes.includes(outcome['is'] as string)) {
    faults.add(path, 'choice', outcome, 'an outcome: amount, none, open, discretion or state', clause);
    return;
  }
  for (const name of ['cash', 'toBalance', 'owed', 'sum', 'ceiling']) {
    const source = outcome[name];
    if (source !== undefined && source !== 0)
      sourceFaults(data, source as Source, { type: 'money' }, `${path}.${name}`, clause, placed, faults);
  }
  if (outcome['is'] === 'discretion') outcomeFaults(looking, outcome['ifRefused'], `${path}.ifRefused`);
}

function postingFaults(data: AgreementData, placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  const ids = new Set<string>();
  data.postings.forEach((posting, at) => {
    const path = `postings.${at}`;
    if (!isRecord(posting) || typeof posting.id !== 'string') {
      faults.add(path, 'type', posting, 'a posting with an id');
      return;
    }
    if (ids.has(posting.id)) faults.add(`${path}.id`, 'duplicate', posting.id, 'an id that stands once');
    ids.add(posting.id);
    if ((posting.on === undefined) === (posting.each === undefined))
      faults.add(path, 'choice', posting.id, 'either on or each');
    if (posting.on !== undefined && posting.on !== 'balanceBelowZero' && !Object.hasOwn(data.events, posting.on))
      faults.add(
        `${path}.on`,
        'unknown',
        posting.on,
        `an event the agreement declares: ${Object.keys(data.events).join(', ')}`,
      );
    if (posting.window !== undefined) windowFaults(posting, path, placed, faults);
    if (posting.computes !== undefined && !placed.has(posting.computes))
      faults.add(`${path}.computes`, 'unknown', posting.computes, 'the address of a computation');
    if (posting.decides !== undefined && !data.tables.some((table) => table.question === posting.decides))
      faults.add(`${path}.decides`, 'unknown', posting.decides, 'the question of a table');
    if (posting.if !== undefined) whenFaults({ data, placed, faults }, posting.if, `${path}.if`);
    for (const name of Object.keys(posting.bind ?? {}))
      if (!Object.hasOwn(data.facts, name))
        faults.add(`${path}.bind.${name}`, 'unknown', name, 'a fact the agreement declares');
    answerFaults(posting, path, placed, faults);
  });
}

/** The window of a posting is a term of a computation, and the posting one of the day. */
function windowFaults(posting: Posting, path: string, placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  const term = isRecord(posting.window) ? posting.window.term : undefined;
  const [address = '', name = ''] = String(term).split('#');
  const window = placed.get(address)?.computation.terms?.[name];
  const expected = 'the daily window of a computation, as "4.2/firstDay#window"';
  if (typeof term !== 'string' || !isRecord(window)) faults.add(`${path}.window.term`, 'unknown', term, expected);
  else
    try {
      readWindow(window as unknown as DailyWindow);
    } catch {
      faults.add(`${path}.window.term`, 'type', window, expected);
    }
  if (posting.each !== 'day') faults.add(`${path}.window`, 'choice', posting.id, 'a posting with each: "day"');
}

/** A posting enters a sum and opens a day of the computation it names. */
function answerFaults(posting: Posting, path: string, placed: ReadonlyMap<string, Placed>, faults: Faults): void {
  const found = posting.computes === undefined ? undefined : placed.get(posting.computes);
  const gives = found && givesOf(found.computation);
  if (gives === undefined) return;
  const field = (name: string, type: ValueShape['type'], here: string): void => {
    if (Object.hasOwn(gives, name) && gives[name]?.type === type) return;
    const fitting = Object.keys(gives).filter((known) => gives[known]?.type === type);
    const expected = `a field of type ${type} that ${posting.computes} gives: ${fitting.join(', ') || 'it gives none'}`;
    faults.add(here, 'unknown', name, expected, found?.clause);
  };
  const amount = posting.post?.amount;
  if (amount !== undefined && 'result' in amount) field(amount.result, 'money', `${path}.post.amount.result`);
  const { opensRight, tells, sharedCap } = posting;
  if (opensRight?.lastDay !== undefined) field(opensRight.lastDay, 'day', `${path}.opensRight.lastDay`);
  if (sharedCap !== undefined) field(sharedCap.field, 'money', `${path}.sharedCap.field`);
  if (tells !== undefined && !Object.hasOwn(gives, tells))
    faults.add(
      `${path}.tells`,
      'unknown',
      tells,
      `a field that ${posting.computes} gives: ${Object.keys(gives).join(', ')}`,
    );
  if (typeof posting.opens?.deadline === 'string') field(posting.opens.deadline, 'day', `${path}.opens.deadline`);
}

/** A copy of terms, to put values in; what is no JSON is found where it is read. */
function copyOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(copyOf);
  if (!isRecord(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, copyOf(value)]));
}
