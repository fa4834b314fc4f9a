import { AgreementError, refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import type { Money } from '../../money/money.js';
import { countingRules } from '../../time/countingRules.js';
import { holds } from '../decide/conditions.js';
import type { AgreementDefaults, Answer, Arguments, Kind } from '../kinds/kind.js';
import { operandNameErrors } from '../kinds/operandNameErrors.js';
import { isRecord } from '../language/isRecord.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import { shapeAt } from '../model/shapeAt.js';
import type { ComputationAddress, Formula, Source, When } from '../model/source.js';
import { sourceName } from '../model/sourceName.js';
import {
  describeShape,
  ErrorList,
  isExact,
  jsonOf,
  type ParsedValue,
  readValue,
  type ValueShape,
  wireOf,
} from '../model/value.js';
import { combine, fractionOf, moneyValue } from '../steps/exact.js';
import { StepRecorder } from '../steps/recorder.js';
import type { Operand, Origin } from '../steps/step.js';
import { ruleOperand } from '../steps/values.js';
import { type ConditionRecording, conditionSteps } from './conditionSteps.js';
import type { Evaluation } from './evaluation.js';
import { type EvaluationPlan, evaluationPlan } from './evaluationPlan.js';
import { shapeOfOperand } from './shapeOfOperand.js';
import { shapeOfSource } from './shapeOfSource.js';

/** The facts of a case by name: JSON, or values of the library. */
export type Facts = Readonly<Record<string, unknown>>;

/** A computation that was evaluated. */
export interface Evaluated {
  readonly placed: PlacedComputation;
  readonly kind: Kind;
  readonly given: Arguments;
  readonly answer: Answer;
  readonly defaults: AgreementDefaults;
}

/** Looks up a fact of a case by its name; undefined or null if it was left out. */
export type FactLookup = (name: string) => unknown;

/** Where a step belongs: its address for terms, and its clause. */
interface RecordedPlace {
  readonly address: string;
  readonly clause: Pick<PlacedComputation['clause'], 'ref'>;
}

/** One case: its facts, parsed on demand, and the computations evaluated so far. @internal */
export class Session implements Evaluation {
  readonly agreement: Agreement;
  readonly #facts: FactLookup;
  // Allocated lazily: many cases are settled by a fact that was left out.
  #read: Map<string, ParsedValue> | undefined;
  #done: Map<ComputationAddress, Evaluated> | undefined;
  #leftOut: Source[] | undefined;
  #recorder: StepRecorder | undefined;
  #recorded: Map<ComputationAddress, Readonly<Record<string, Operand>>> | undefined;

  constructor(agreement: Agreement, facts: FactLookup) {
    this.agreement = agreement;
    this.#facts = facts;
  }

  /** The facts that were used, as JSON. */
  get factsUsed(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...(this.#read ?? [])].map(([name, parsed]) => [name, jsonOf(parsed)]));
  }

  /** The computations that were evaluated, in order. */
  get evaluated(): readonly Evaluated[] {
    return this.#done === undefined ? [] : [...this.#done.values()];
  }

  /** The sources of arguments that were omitted because a fact they need was left out. */
  get leftOut(): readonly Source[] {
    return this.#leftOut ?? [];
  }

  /** The number of computations evaluated. */
  get done(): number {
    return this.#done?.size ?? 0;
  }

  /** A fact, or undefined if it was left out. */
  fact(name: string): ParsedValue | undefined {
    const known = this.#read?.get(name);
    if (known !== undefined) return known;
    const given = this.#facts(name);
    if (given === undefined || given === null) return undefined;
    const errors = new ErrorList();
    const shape = this.agreement.data.facts[name] as ValueShape;
    const parsed = readValue(shape, given, name, errors);
    errors.throwAs('fact-invalid');
    this.#read ??= new Map();
    this.#read.set(name, parsed as ParsedValue);
    return parsed;
  }

  /** Evaluates a computation, and those it depends on, once. */
  evaluate(address: ComputationAddress): Evaluated {
    const done = this.#done?.get(address);
    if (done !== undefined) return done;
    // The caller has resolved the address.
    const placed = this.agreement.computations.get(address) as PlacedComputation;
    const plan = evaluationPlan(this.agreement, placed);
    const { kind, defaults } = plan;
    const given = this.#argumentsOf(placed, plan);
    const evaluated: Evaluated = { placed, kind, given, defaults, answer: kind.answer(given, defaults) };
    this.#done ??= new Map();
    this.#done.set(address, evaluated);
    return evaluated;
  }

  /**
   * The value of a source; undefined if it is a fact that was left out, or a field the answer does not have. A literal
   * is parsed as the wanted shape, or returned unchanged if there is none.
   */
  valueOf(source: Source, wanted?: ValueShape): ParsedValue | undefined {
    if ('fact' in source) return this.fact(source.fact);
    if ('result' in source) return this.evaluate(source.result).answer[source.field];
    if ('sum' in source) return this.sumsOf(source.sum).reduce((a, b) => addMoney(a, b));
    if ('compute' in source) return this.agreement.formulasLoaded().evaluateFormula(this, source);
    if (wanted === undefined) return source.literal as ParsedValue;
    const errors = new ErrorList();
    const parsed = readValue(wanted, source.literal, 'literal', errors);
    errors.throwAs('agreement-invalid');
    return parsed;
  }

  /** The amounts of several sources; reports all missing ones at once. */
  sumsOf(sources: readonly Source[]): readonly Money[] {
    const errors = new ErrorList();
    const sums = sources.map(
      (source) =>
        this.valueOf(source, { type: 'money' }) ?? errors.add(sourceName(source), 'missing', undefined, 'an amount'),
    );
    errors.throwAs('fact-missing');
    return sums as readonly Money[];
  }

  /** The shape of the value of a source. */
  shapeOf(source: Source): ValueShape | undefined {
    return shapeOfSource(this.agreement, source);
  }

  #argumentsOf(placed: PlacedComputation, plan: EvaluationPlan): Arguments {
    const given = copyOf(plan.begun) as Record<string, unknown>;
    const missing = new ErrorList();
    for (const place of plan.places) this.#place(given, place, placed, plan.kind, missing);
    missing.throwAs('fact-missing');
    const errors = new ErrorList();
    const read: Record<string, ParsedValue> = {};
    for (const { name, path, shape, isOptional, fixed, isRead } of plan.arguments) {
      const value = fixed ?? given[name];
      if (value === undefined || value === null) {
        if (!isOptional) errors.add(path, 'missing', undefined, describeShape(shape));
      } else
        read[name] =
          fixed !== undefined || isRead
            ? (value as ParsedValue)
            : (readValue(shape, value, path, errors) as ParsedValue);
    }
    if (plan.kind.named !== undefined) operandNameErrors(plan.kind, read, placed.address, errors);
    errors.throwAs('fact-invalid');
    return read;
  }

  /** Puts the value of a source at its place among the arguments. */
  #place(
    given: Record<string, unknown>,
    { path, names, source }: EvaluationPlan['places'][number],
    placed: PlacedComputation,
    kind: Kind,
    missing: ErrorList,
  ): void {
    let value: ParsedValue | undefined;
    try {
      // The type of a literal in a formula is given by the formula.
      value = this.valueOf(source, placed.computation.gives?.[path]);
    } catch (error) {
      // Report all missing facts at once, including those of the computations it depends on.
      if (!(error instanceof AgreementError) || error.code !== 'fact-missing') throw error;
      // An argument that depends on an omitted optional fact is itself omitted, if it is optional.
      const { facts } = this.agreement.data;
      const isLeftOut = isOptional(kind, names, placed.computation.terms);
      if (isLeftOut && error.findings.some((found) => facts[found.path]?.absent !== undefined)) {
        this.#leftOut ??= [];
        this.#leftOut.push(source);
        return;
      }
      missing.findings.push(...error.findings);
      return;
    }
    if (value === undefined) {
      if (isOptional(kind, names, placed.computation.terms)) return;
      const shape = shapeAt(kind.takes, path) as ValueShape;
      missing.add(sourceName(source), 'missing', undefined, describeShape(shape), placed.clause.ref);
      return;
    }
    let at: Record<string, unknown> = given;
    for (let depth = 0; depth < names.length - 1; depth += 1) {
      const name = names[depth] as string;
      // A number is the index of a list.
      at[name] ??= /^\d+$/.test(names[depth + 1] as string) ? [] : {};
      at = at[name] as Record<string, unknown>;
    }
    at[names[names.length - 1] as string] = value;
  }

  /** The steps of a computation, after those it depends on. */
  stepsOf(address: ComputationAddress): StepRecorder {
    this.#record(address);
    return this.#steps;
  }

  get #steps(): StepRecorder {
    this.#recorder ??= new StepRecorder();
    return this.#recorder;
  }

  /** The operand that produced each field of an answer. */
  fieldsOf(address: ComputationAddress): Readonly<Record<string, Operand>> {
    return this.#record(address);
  }

  #record(address: ComputationAddress): Readonly<Record<string, Operand>> {
    const known = this.#recorded?.get(address);
    if (known !== undefined) return known;
    const { placed, kind, given, answer, defaults } = this.evaluate(address);
    const operand = (path: string): Operand | undefined => this.#operandOf(placed, kind, given, path);
    const fields = kind.steps(
      {
        operand,
        need: (path) => operand(path) ?? refuse('argument-invalid', path, undefined, 'an argument that was given'),
        add: (op, role, operands, out, more) => this.#steps.add(placed.clause.ref, op, role, operands, out, more),
      },
      given,
      answer,
      defaults,
    );
    this.#recorded ??= new Map();
    this.#recorded.set(address, fields);
    return fields;
  }

  /** An argument with its origin: the longest path that has a source, otherwise the term. */
  #operandOf(placed: PlacedComputation, kind: Kind, given: Arguments, path: string): Operand | undefined {
    const value = valueAt(given, path);
    // The shape of a formula is that of its expression.
    const shape = placed.computation.gives?.[path] ?? shapeAt(kind.takes, path);
    if (value === undefined || shape === undefined) return undefined;
    const { from = {} } = placed.computation;
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const source = from[names.slice(0, length).join('.')];
      if (source !== undefined) return this.#operandFrom(placed, path, source, names.slice(length), value, shape);
    }
    return { ...wireOf(shape, value), term: `${placed.address}#${path}` };
  }

  #operandFrom(
    placed: RecordedPlace,
    path: string,
    source: Source,
    rest: readonly string[],
    value: ParsedValue,
    shape: ValueShape,
  ): Operand {
    const wire = wireOf(isExact(value) ? { type: 'exact' } : shape, value);
    if ('fact' in source) return { ...wire, fact: [source.fact, ...rest].join('.') };
    if ('literal' in source) return { ...wire, term: `${placed.address}#${path}` };
    if ('compute' in source) return this.#formulaOperand(placed, path, source, value);
    if ('result' in source) {
      const field = this.#record(source.result)[source.field];
      // A value keeps its original type: a count stays a count even if a decimal is wanted.
      if (field !== undefined && rest.length === 0) return 'step' in field ? field : { ...wire, ...originOf(field) };
      return { ...wire, term: `${source.result}#${[source.field, ...rest].join('.')}` };
    }
    return this.#sumOf(placed, path, source.sum);
  }

  /** The step of a formula, after those of its parts. */
  #formulaOperand(placed: RecordedPlace, path: string, formula: Formula, value: ParsedValue): Operand {
    const { compute, of, when, rounding = this.agreement.data.rounding } = formula;
    const out = wireOf(isExact(value) ? { type: 'exact' } : formula.shape, value);
    const operands: Record<string, Operand> = {};
    if (when !== undefined) operands['condition'] = conditionSteps(this.#conditionsOf(placed, path), when);
    // Of two alternatives only the one chosen is explained.
    const { partsOf, partOfFormula, formulaStep } = this.agreement.formulasLoaded();
    const asked = partsOf(this, formula);
    of.forEach((part, at) => {
      if (!asked.includes(part)) return;
      const shape = shapeOfOperand(this.agreement, part);
      const own = partOfFormula(this, part, shape);
      if (own !== undefined) operands[`value${at + 1}`] = this.#operandFrom(placed, path, part, [], own, shape);
    });
    if (compute === 'startOfDay') operands['zone'] = ruleOperand('timeZone', this.agreement.data.timeZone);
    const [op, role] = formulaStep(compute, operands);
    const rounds = compute === 'round' && { rounding };
    const rules = op === 'addLimit' && {
      notes: { countTriggerDay: false, monthEnd: countingRules.asWritten.monthEnd },
    };
    return this.#steps.add(placed.clause.ref, op, role, operands, out, { ...rounds, ...rules });
  }

  /** The steps so far of what was asked. */
  get recorded(): StepRecorder {
    return this.#steps;
  }

  /** The steps of a condition outside the computations, at an address of its own. */
  conditionAt(address: string, when: When): Operand {
    return conditionSteps(this.#conditionsOf({ address, clause: { ref: '' } }, 'when'), when);
  }

  /** The steps of an amount outside the computations. */
  amountAt(address: string, path: string, source: Source): Operand {
    const [value] = this.sumsOf([source]) as readonly [Money];
    return this.#operandFrom({ address, clause: { ref: '' } }, path, source, [], value, { type: 'money' });
  }

  /** How the conditions in a formula are recorded. */
  #conditionsOf(placed: RecordedPlace, path: string): ConditionRecording {
    return {
      term: `${placed.address}#${path}`,
      valueOf: (source, wanted) => this.valueOf(source, wanted),
      shapeOf: (source) => shapeOfOperand(this.agreement, source),
      operand: (source, value, shape) => this.#operandFrom(placed, path, source, [], value, shape),
      recordAbsent: (source) => this.#recordAbsent(source),
      holds: (when) => holds(this, when),
      add: (op, role, operands, out, more) => this.#steps.add(placed.clause.ref, op, role, operands, out, more),
    };
  }

  /** Records the computations that show why a source has no value. */
  #recordAbsent(source: Source): void {
    if ('result' in source) this.#record(source.result);
    if ('compute' in source)
      for (const part of this.agreement.formulasLoaded().partsOf(this, source)) this.#recordAbsent(part);
  }

  #sumOf(placed: RecordedPlace, path: string, parts: readonly Source[]): Operand {
    const sums = this.sumsOf(parts);
    const operands = parts.map((part, at) =>
      this.#operandFrom(placed, path, part, [], sums[at] as Money, { type: 'money' }),
    );
    const { n, currency } = combine(operands.map(fractionOf), 1n);
    const out = moneyValue(n, currency as string);
    return this.#steps.add(
      '',
      'sum',
      'sum',
      Object.fromEntries(operands.map((operand, at) => [`part${at + 1}`, operand])),
      out,
    );
  }
}

function originOf(operand: Operand): Origin {
  if ('step' in operand) return { step: operand.step };
  if ('fact' in operand) return { fact: operand.fact };
  if ('argument' in operand) return { argument: operand.argument };
  return 'term' in operand ? { term: operand.term } : { rule: operand.rule };
}

/** A copy of JSON that can be modified; faster than structuredClone. */
function copyOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(copyOf);
  if (typeof json !== 'object' || json === null) return json;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(json)) copy[name] = copyOf((json as Readonly<Record<string, unknown>>)[name]);
  return copy;
}

/** Whether an argument is optional, or the record that contains it is optional and the terms give no part of it. */
function isOptional(kind: Kind, names: readonly string[], terms: unknown): boolean {
  let shape: ValueShape = kind.takes;
  let given = terms;
  for (const [at, name] of names.entries()) {
    given = isRecord(given) && Object.hasOwn(given, name) ? given[name] : undefined;
    if (shape.type === 'list') {
      shape = shape.of;
      continue;
    }
    if (shape.type !== 'record') return false;
    if ((shape.optional ?? []).includes(name) && (given === undefined || at === names.length - 1)) return true;
    shape = shape.fields[name] as ValueShape;
  }
  return false;
}

function valueAt(given: Arguments, path: string): ParsedValue | undefined {
  let at: unknown = given;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at as ParsedValue;
}
