/** Forgeries of a result: one thing changed, left out or doubled, or several changed so that they fit together. */
import { closedOperations } from '../../src/verify/closedOperations.js';
import { executeStep } from '../../src/verify/executeStep.js';
import type { ResultStep, StepOperand, StepValue } from '../../src/verify/result.js';
import { plainOf } from '../../src/verify/stepValue.js';

/** A whole number from 0 to below a bound. */
export type Draw = (below: number) => number;

type Path = readonly string[];

/** The JSON of an answer, to be changed. */
export interface AnyResult {
  agreement: Record<string, unknown>;
  facts: Record<string, unknown>;
  value?: Record<string, unknown>;
  outcome?: Record<string, unknown>;
  rows?: Record<string, string>;
  steps: ChangedStep[];
  fields: Record<string, string>;
  cites: string[];
}

type ChangedStep = { -readonly [name in keyof ResultStep]: ResultStep[name] } & { in: Record<string, StepOperand> };

/** A forged result, how it was forged, and at which path. */
export interface Forgery {
  readonly how: string;
  readonly where: string;
  readonly forged: AnyResult;
}

const operations = Object.keys(closedOperations).concat(
  'addLimit subtractLimit roll countDays earlier later compare match select sum difference product quotient least greatest notBelowZero round choose holds'.split(
    ' ',
  ),
);
const roundings = 'ceil floor expand trunc halfCeil halfFloor halfExpand halfTrunc halfEven';
const units = 'calendarDays workingDays bankingDays weeks months halfMonths quarters halfYears years hours';
const closed = [
  operations,
  ...[roundings, units, 'fact term step rule', 'atMost atLeast moreThan lessThan is'].map((words) => words.split(' ')),
];

/** Paths of all texts, numbers and flags in JSON. */
function leavesOf(json: unknown, path: Path = []): Path[] {
  if (typeof json !== 'object' || json === null) return [path];
  return Object.entries(json).flatMap(([name, value]) => leavesOf(value, [...path, name]));
}

function at(json: unknown, path: Path): unknown {
  return path.reduce((value, name) => (value as Record<string, unknown>)[name], json);
}

/** Other values that could stand in the place of a value. */
function othersOf(value: unknown, same: readonly unknown[]): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, -value - 1, 1e300];
  if (typeof value !== 'string') return [0, 'x'];
  const words = closed.find((list) => list.includes(value)) ?? [];
  const day = /^\d{4}-\d\d-\d\d$/.test(value)
    ? [1, -1, 30].map((days) => new Date(Date.parse(value) + days * 86_400_000).toISOString().slice(0, 10))
    : [];
  const digits = [...value.matchAll(/\d/g)].map(({ index }) => {
    const digit = (Number(value[index]) + 1) % 10;
    return value.slice(0, index) + digit + value.slice(index + 1);
  });
  return [...new Set([...words, ...day, ...digits, ...same, `${value}x`, '', '__proto__'])].filter(
    (other) => other !== value,
  );
}

/** Texts that stand in places of the same name: other steps, facts, terms, clauses, roles. */
function alike(json: unknown, path: Path): readonly unknown[] {
  const name = path.at(-1);
  return leavesOf(json)
    .filter((other) => other.at(-1) === name || (/^\d+$/.test(name ?? '') && other.at(-2) === path.at(-2)))
    .map((other) => at(json, other));
}

/** The kind of a leaf, for the count of what was changed. */
function kindOf(path: Path, value: unknown): string {
  const name = path.at(-1) ?? '';
  if (name === 'op') return 'an operation';
  if (['fact', 'term', 'step', 'rule'].includes(name) || path[0] === 'fields') return 'an origin';
  if (name === 'clause' || path[0] === 'cites') return 'a clause';
  if (name === 'role' || name === 'id' || name === 'rounding' || path.includes('notes')) return 'a role or a rule';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return 'a day';
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d/.test(value))) return 'a number';
  return 'a word or a flag';
}

/** One leaf of a result changed. */
export function leafChanged(result: AnyResult, draw: Draw): Forgery {
  const leaves = leavesOf(result);
  const path = leaves[draw(leaves.length)] as Path;
  const value = at(result, path);
  const others = othersOf(value, alike(result, path));
  const forged = structuredClone(result);
  (at(forged, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1) as string] = others[draw(others.length)];
  return { how: `changed: ${kindOf(path, value)}`, where: path.join('.'), forged };
}

/** One thing left out, or a step doubled. */
export function leftOut(result: AnyResult, draw: Draw): Forgery | undefined {
  const forged = structuredClone(result);
  const { steps } = forged;
  const place = draw(Math.max(1, steps.length));
  const step = steps[place];
  const where = `steps.${place} ${step?.role}`;
  switch (draw(6)) {
    case 0: {
      const names = Object.keys(step?.in ?? {});
      if (step === undefined || names.length === 0) return undefined;
      const name = names[draw(names.length)] as string;
      delete step.in[name];
      return { how: 'left out: an operand', where: `${where} ${name}`, forged };
    }
    case 1:
      if (step === undefined) return undefined;
      steps.splice(place, 1);
      return { how: 'left out: a step', where, forged };
    case 2:
      if (step === undefined) return undefined;
      steps.splice(place, 0, structuredClone(step));
      return { how: 'doubled: a step', where, forged };
    case 3:
      return withoutOne(forged, 'value', 'a field', draw);
    case 4:
      return withoutOne(forged, 'facts', 'a fact', draw);
    default:
      return withoutOne(forged, 'fields', 'the step of a field', draw);
  }
}

function withoutOne(
  forged: AnyResult,
  record: 'value' | 'facts' | 'fields',
  what: string,
  draw: Draw,
): Forgery | undefined {
  const from = forged[record] ?? forged.outcome ?? {};
  const names = Object.keys(from);
  if (names.length === 0) return undefined;
  const name = names[draw(names.length)] as string;
  delete from[name];
  return { how: `left out: ${what}`, where: `${record}.${name}`, forged };
}

/** Several changes that fit together: one is made, and everything that rests on it is done again. */
export function fitted(result: AnyResult, draw: Draw, minimumWorkingDays: number): Forgery | undefined {
  const forged = structuredClone(result);
  const { steps } = forged;
  if (steps.length === 0) return undefined;
  const place = draw(steps.length);
  const step = steps[place] as ChangedStep;
  const names = Object.keys(step.in);
  const name = names[draw(Math.max(1, names.length))] as string;
  const where = `steps.${place} ${step.role} ${name ?? ''}`;
  const how = draw(6);
  if (how === 5) return withoutStep(forged, place, draw, minimumWorkingDays);
  if (how === 4) {
    step.op = operations[draw(operations.length)] as string;
    return refitted({ how: 'fitted: an operation', where: `${where} ${step.op}`, forged }, place, minimumWorkingDays);
  }
  if (name === undefined) return undefined;
  if (how === 3) {
    delete step.in[name];
    return refitted({ how: 'fitted: an operand left out', where, forged }, place, minimumWorkingDays);
  }
  if (how === 2) {
    // The condition of a choice turned, with the other branch in its place.
    const turning = steps.findIndex((other, from) => from >= place && other.op === 'choose');
    const choice = steps[turning];
    if (choice === undefined) return undefined;
    const branch = Object.keys(choice.in).find((key) => key.startsWith('value')) as string;
    const other = branch === 'value1' ? 'value2' : 'value1';
    const { condition, [branch]: chosen } = choice.in;
    const replaced = anotherOperand(forged, turning, chosen as StepOperand, draw) ?? chosen;
    choice.in = { condition: condition as StepOperand, [other]: replaced as StepOperand };
    const ofCondition = steps.find(({ id }) => id === condition?.step);
    if (ofCondition?.out.type === 'flag') ofCondition.out = { type: 'flag', value: !ofCondition.out.value };
    return refitted(
      { how: 'fitted: a branch', where: `steps.${turning} ${branch}`, forged },
      turning,
      minimumWorkingDays,
    );
  }
  const other = anotherOperand(forged, place, step.in[name] as StepOperand, draw);
  if (other === undefined) return undefined;
  step.in[name] = other;
  return refitted({ how: 'fitted: an operand', where, forged }, place, minimumWorkingDays);
}

/** Another operand of the same type: of any step, or the outcome of an earlier one. */
function anotherOperand(
  { steps }: AnyResult,
  place: number,
  operand: StepOperand,
  draw: Draw,
): StepOperand | undefined {
  const outcomes = steps.slice(0, place).map(({ id, out }) => ({ ...out, step: id }) as StepOperand);
  const others = [...steps.flatMap((step) => Object.values(step.in)), ...outcomes].filter(
    (other) =>
      other.type === operand.type &&
      (other.step === undefined || Number(other.step.slice(1)) <= place) &&
      JSON.stringify(other) !== JSON.stringify(operand),
  );
  return others.length === 0 ? undefined : structuredClone(others[draw(others.length)]);
}

/** A step left out; those that need it take something else of the same type, or go without. */
function withoutStep(forged: AnyResult, place: number, draw: Draw, runsOn: number): Forgery {
  const [gone] = forged.steps.splice(place, 1) as [ChangedStep];
  const where = `steps.${place} ${gone.role}`;
  const inPlace = anotherOperand(forged, place, { ...gone.out, step: '' } as StepOperand, draw);
  const moved = (id: string): string => {
    const number = Number(id.slice(1));
    return number > place + 1 ? `s${number - 1}` : id;
  };
  for (const step of forged.steps) {
    step.id = moved(step.id);
    for (const [name, operand] of Object.entries(step.in)) {
      if (operand.step === gone.id) {
        if (inPlace === undefined) delete step.in[name];
        else step.in[name] = inPlace;
      } else if (operand.step !== undefined) step.in[name] = { ...operand, step: moved(operand.step) } as StepOperand;
    }
  }
  for (const [field, id] of Object.entries(forged.fields)) {
    if (id === gone.id) {
      delete forged.fields[field];
      delete (forged.value ?? forged.outcome)?.[field];
    } else forged.fields[field] = moved(id);
  }
  const { rows = {} } = forged;
  for (const [row, id] of Object.entries(rows)) {
    if (id === gone.id) delete rows[row];
    else rows[row] = moved(id);
  }
  return refitted({ how: 'fitted: a step left out', where, forged }, place, runsOn);
}

/** Does every step from a place again, and the fields that come from them. */
function refitted(forgery: Forgery, from: number, runsOn: number): Forgery {
  const { steps, value, outcome, fields, cites } = forgery.forged;
  const outcomes = new Map<string, StepValue>();
  for (const [place, step] of steps.entries()) {
    if (place >= from) {
      for (const [name, operand] of Object.entries(step.in)) {
        const out = outcomes.get(operand.step ?? '');
        if (out !== undefined) step.in[name] = { ...out, step: operand.step } as StepOperand;
      }
      step.out = done(step, runsOn);
    }
    outcomes.set(step.id, step.out);
  }
  for (const [field, id] of Object.entries(fields)) {
    const out = outcomes.get(id);
    const place = value ?? outcome;
    if (out !== undefined && place !== undefined && !field.includes('.')) place[field] = plainOf(out);
  }
  if (value === undefined) return forgery;
  const clauses = new Set(steps.map(({ clause }) => clause));
  forgery.forged.cites = cites.filter((clause, place) => place === 0 || clauses.has(clause));
  return forgery;
}

function done(step: ResultStep, runsOn: number): StepValue {
  try {
    return executeStep(step, runsOn);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return step.out;
    throw error;
  }
}

/**
 * Whether the place is one that an answer says it takes as given; a field left out is no more certain than its value. That a
 * day did not roll, because it is a working day, only a calendar knows.
 */
export function isCalendars({ how, where }: Forgery, taken: readonly { readonly path: string }[]): boolean {
  if (how === 'fitted: a step left out' && where.endsWith(' limit.roll')) return true;
  return taken.some(({ path }) => where === path || where.startsWith(`${path}.`));
}
