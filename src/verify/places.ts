import { absentFact } from './absentFact.js';
import type { AnswerSteps } from './answerSteps.js';
import { choiceFits } from './choiceFits.js';
import { type ConditionPlaces, conditionFits, holdsIn } from './conditionFits.js';
import { derivedField } from './derivedField.js';
import { fieldHasStep, isAnswered } from './fieldHasStep.js';
import { sumOf } from './fraction.js';
import { fieldAt, isRecord, type Json, listOf, sameJson, textAt } from './json.js';
import type { Placed } from './placedComputations.js';
import type { ResultStep, StepOperand } from './result.js';
import { conditionsIn, factsIn, formulasIn, sumsIn } from './sourcesIn.js';
import { answerShapes, stepShapes } from './stepShapes.js';
import { plainOf } from './stepValue.js';
import { withoutOrigin } from './withoutOrigin.js';

/** Abort after this many lookups. */
const mostLooks = 5_000_000;

/** The maximum number of entries checked in a list of unknown length. */
const mostUnknown = 64;

/** The maximum length of a list. */
const mostListed = 100_000;

/** Operations whose operands are the results of the steps immediately before them. */
const chained = ['product', 'quotient', 'round', 'difference', 'notBelowZero'];

/** The roles of the steps of conditions. */
const conditionRoles = 'all any not isGiven isOneOf is atMost atLeast moreThan lessThan unknown'
  .split(' ')
  .map((name) => `formula.${name}`);

/** An operand of a shape, or several with the same name. */
interface Part {
  readonly name: string;
  readonly many: boolean;
  readonly numbered: boolean;
  readonly optional: boolean;
  readonly complete: boolean;
  readonly exact: boolean;
  readonly places: readonly string[];
}

function partOf(token: string): Part {
  const [head = '', places = ''] = token.split(':');
  const [numbered, any] = [head.includes('#'), head.includes('*')];
  return {
    name: head.replace(/[#?+*^]/g, ''),
    many: numbered || any,
    numbered,
    optional: any || head.includes('?') || head.includes('^'),
    complete: head.includes('+'),
    exact: head.includes('^'),
    places: places.split('|'),
  };
}

/** The possible origins of operands: the sources that the agreement names for the arguments of its computations. */
export class Places implements AnswerSteps {
  readonly computations: ReadonlyMap<string, Placed>;
  readonly facts: Json;
  /** The declarations of the facts. */
  readonly declared: Json;
  readonly steps: Map<string, ResultStep> = new Map();
  /** The steps in order. */
  readonly order: ResultStep[] = [];
  /** The computations that a step can belong to. */
  readonly fits: Map<string, ReadonlySet<Placed>> = new Map();
  readonly #roles = new Map<string, ReadonlySet<string>>();
  #looks = 0;

  constructor(computations: ReadonlyMap<string, Placed>, facts: Json, declared: Json) {
    this.computations = computations;
    this.facts = facts;
    this.declared = declared;
  }

  /** Adds a step and the computations it can belong to. */
  add(step: ResultStep, fits: readonly Placed[]): void {
    this.steps.set(step.id, step);
    this.order.push(step);
    this.fits.set(step.id, new Set(fits));
  }

  /**
   * A computation and everything its sources lead to: all that may have been evaluated, or (`must`) all that must have
   * been, without those under a condition or choice.
   */
  reachedFrom(asked: Placed, must = false): Set<Placed> {
    const reached = new Set([asked]);
    const follow = (source: Json): void => {
      if (typeof source !== 'object' || source === null) return;
      if (must && (fieldAt(source, 'compute') === 'choose' || fieldAt(source, 'compute') === 'holds')) return;
      const next = this.computations.get(textAt(source, 'result'));
      if (next !== undefined) reached.add(next);
      for (const part of Object.values(source)) follow(part);
    };
    for (const { from } of reached) for (const source of Object.values(from)) follow(source);
    return reached;
  }

  /** The computations that a step can belong to, by its clause, its role and its operands. */
  fitting(step: ResultStep, reached: ReadonlySet<Placed>): readonly Placed[] {
    const shape = Object.hasOwn(stepShapes, step.role) ? stepShapes[step.role] : undefined;
    // The sum of several sources belongs to no computation: its parts are checked where it is used.
    if (step.role === 'sum')
      return step.op === 'sum' && step.clause === ''
        ? [...reached].filter((placed) =>
            Object.entries(placed.from).some(([path, whole]) =>
              sumsIn(whole).some((source) => this.#isSum(step, source, placed, path)),
            ),
          )
        : [];
    if (shape === undefined) return [];
    if (step.role.startsWith('formula.'))
      return (shape.split('|') as readonly string[]).includes(step.op)
        ? [...reached].filter(
            (placed) =>
              placed.clause === step.clause &&
              Object.entries(placed.from).some(([path, whole]) =>
                step.in['condition'] === undefined && conditionRoles.includes(step.role)
                  ? conditionsIn(whole).some((when) => conditionFits(step, when, this.#conditionPlaces(placed, path)))
                  : formulasIn(whole).some((source) => this.isFormula(step, source, placed, path)),
              ),
          )
        : [];
    const [op = '', ...tokens] = shape.split(' ');
    if (!(op.split('.')[0] ?? '').split('|').includes(step.op)) return [];
    return [...reached].filter(
      (placed) =>
        placed.clause === step.clause && this.#rolesOf(placed).has(step.role) && this.#hasShape(step, tokens, placed),
    );
  }

  /** The roles of the steps of a kind: those that produce its fields, and those that these are made of. */
  #rolesOf(placed: Placed): ReadonlySet<string> {
    const known = this.#roles.get(placed.kind);
    if (known !== undefined) return known;
    const rolesIn = (places: string): readonly string[] =>
      [...places.matchAll(/<([\w.-]+)/g)].map(([, role]) => role as string);
    const roles = new Set([...this.answerShape(placed).values()].flatMap((places) => rolesIn(places.join('|'))));
    for (const role of roles) for (const next of rolesIn(stepShapes[role] ?? '')) roles.add(next);
    this.#roles.set(placed.kind, roles);
    return roles;
  }

  #hasShape(step: ResultStep, tokens: readonly string[], placed: Placed): boolean {
    const whole = tokens.every((token) => {
      const [name = '', text] = token.split('=');
      if (text === undefined) return true;
      if (name === 'out') return textAt(plainOf(step.out)) === text;
      if (name.startsWith('in.'))
        return Object.entries(step.in).every(
          ([key, operand]) => `in.${key.replace(/\d+$/, '')}` !== name || textAt(operand, 'value') === text,
        );
      const given = this.argument(placed, name);
      return given === undefined || textAt(given) === text;
    });
    if (!whole) return false;
    const parts = tokens.filter((token) => !token.includes('=')).map(partOf);
    // The minuend or dividend comes first.
    if ((step.op === 'difference' || step.op === 'quotient') && parts[0]?.name !== Object.keys(step.in)[0])
      return false;
    if (!choiceFits(step, placed, this)) return false;
    // All operands from one list must be from the same entry: the rate of a cap and the base of the same cap.
    const lists = parts
      .filter(({ many }) => !many)
      .flatMap(({ places }) => places.filter((place) => place.includes('#')));
    const entries = lists.map((place) => this.#lengthOf(place.split('.#')[0] ?? '', placed) ?? mostUnknown);
    for (let entry = 0; entry < Math.max(1, ...entries); entry += 1)
      if (this.#hasParts(step, parts, placed, entry)) return true;
    return false;
  }

  #hasParts(step: ResultStep, parts: readonly Part[], placed: Placed, entry: number): boolean {
    const left = new Set(Object.keys(step.in));
    const steps = new Set<string>();
    const named = new Set<string>();
    return (
      parts.every(({ name, many, numbered, optional, complete, exact, places }) => {
        const own = many ? [...left].filter((key) => !numbered || isNumbered(key, name)) : left.has(name) ? [name] : [];
        for (const key of own) left.delete(key);
        if (exact && !this.#areAllThere(name, own, numbered, places, placed)) return false;
        if (own.length === 0) return optional;
        if (complete && !this.#isComplete(own.length, places, placed)) return false;
        return own.every((key) => {
          const operand = step.in[key] as StepOperand;
          const { step: id } = operand;
          if (id !== undefined) {
            // The same step twice under one name would count twice; two names may refer to the same step.
            if (numbered && named.has(`${name} ${id}`)) return false;
            named.add(`${name} ${id}`);
            if (!many && chained.includes(step.op) && !this.#isLatest(id, placed, steps)) return false;
            steps.add(id);
          }
          if (!many || numbered) return this.isAmong(operand, places, placed, many ? numberOf(key) - 1 : entry);
          return this.#entriesNamed(key, places, placed).some((at) => this.isAmong(operand, places, placed, at));
        });
      }) && left.size === 0
    );
  }

  /** Whether each argument supplied by facts and terms has its operand. */
  #areAllThere(
    name: string,
    own: readonly string[],
    numbered: boolean,
    places: readonly string[],
    placed: Placed,
  ): boolean {
    const [place = ''] = places;
    if (name === '') return this.#hasAllNamed(own, place, placed);
    if (!numbered) return own.length > 0 || this.argument(placed, place) === undefined;
    return this.#entriesOf(place.split('.#')[0] ?? '', placed).every((at) => {
      const found = this.argument(placed, place.replace('#', String(at)));
      return found === undefined || own.includes(`${name}${at + 1}`);
    });
  }

  /** Whether all entries of a list that apply and are given have operands with their names. */
  #hasAllNamed(own: readonly string[], place: string, placed: Placed): boolean {
    const [list = '', field = ''] = place.split('.#.');
    return this.#entriesOf(list, placed).every((at) => {
      const entry = `${list}.${at}`;
      const what = this.argument(placed, `${entry}.what`) ?? this.argument(placed, `${entry}.name`);
      const applies = this.isGiven(placed, `${entry}.applies`) ? this.argument(placed, `${entry}.applies`) : true;
      const isAsked = field === 'applies' || applies === true;
      return !isAsked || own.includes(textAt(what)) || !this.#mustBeThere(placed, `${entry}.${field}`);
    });
  }

  /** Whether an argument has a value: one that is known, or that of several days of which one is, although no step shows it. */
  #mustBeThere(placed: Placed, path: string): boolean {
    const asked = this.computations.get(textAt(placed.from, path, 'result'));
    return (
      this.argument(placed, path) !== undefined ||
      (asked !== undefined && !this.#hasAllNamed([], 'days.#.on', asked) && this.argument(asked, 'needsAll') !== true)
    );
  }

  /** The entries of a list, none if its length is not known. */
  #entriesOf(list: string, placed: Placed): readonly number[] {
    const length = this.#lengthOf(list, placed) ?? 0;
    if (length > mostListed) throw new RangeError('too many entries');
    return Array.from({ length }, (_, at) => at);
  }

  /** The entries of a list that are named in the agreement; all of them if none is. */
  #entriesNamed(key: string, places: readonly string[], placed: Placed): readonly number[] {
    const list = places[0]?.split('.#')[0] ?? '';
    const length = this.#lengthOf(list, placed) ?? mostUnknown;
    this.#looks += length;
    const entries = Array.from({ length }, (_, at) => at);
    const nameAt = (at: number): Json =>
      fieldAt(placed.terms, list, String(at), 'name') ?? fieldAt(placed.terms, list, String(at), 'what');
    return entries.some((at) => nameAt(at) !== undefined)
      ? entries.filter((at) => nameAt(at) === key)
      : [0, ...entries];
  }

  /** Whether no later step of the same role belongs to the computation, except those used together with it. */
  #isLatest(id: string, placed: Placed, used: ReadonlySet<string>): boolean {
    const role = this.steps.get(id)?.role;
    for (let at = this.order.length - 1; at >= 0; at -= 1) {
      this.#looks += 1;
      const step = this.order[at];
      if (step?.id === id) return true;
      if (used.has(step?.id ?? '')) continue;
      // The result of another computation may be much older.
      if (step?.role === role && this.fits.get(step?.id ?? '')?.has(placed) && this.fits.get(id)?.has(placed))
        return false;
    }
    return false;
  }

  /** Whether there is an operand for every entry of the list at these places. */
  #isComplete(count: number, places: readonly string[], placed: Placed): boolean {
    const list = places[0]?.split('.#')[0] ?? '';
    const length = this.#lengthOf(list, placed);
    return length === undefined || length === count;
  }

  #lengthOf(list: string, { from, terms }: Placed): number | undefined {
    const source = fieldAt(from, list);
    if (source !== undefined) {
      const fact = fieldAt(source, 'fact');
      return typeof fact === 'string' ? listOf(fieldAt(this.facts, fact)).length : undefined;
    }
    const own = listOf(fieldAt(terms, list)).length;
    const places = Object.keys(from).filter((path) => path.startsWith(`${list}.`));
    const length = places.reduce(
      (most, path) => Math.max(most, Number(path.split('.')[list.split('.').length]) + 1),
      own,
    );
    return length === 0 ? undefined : length;
  }

  /** Whether an operand comes from one of these places of a computation. */
  isAmong(operand: StepOperand, places: readonly string[], placed: Placed, entry = 0): boolean {
    return places.some((place) => {
      const [path = '', ...without] = place.split('~');
      if (without.some((given) => this.isGiven(placed, given))) return false;
      if (path.startsWith('$')) return operand.rule === path.slice(1);
      if (path.startsWith('<')) {
        const id = operand.step ?? '';
        if (places.includes('<limit.roll') && this.isRolled(id)) return false;
        return this.steps.get(id)?.role === path.slice(1) && this.fits.get(id)?.has(placed) === true;
      }
      if (path === '0' || path === 'true' || path === '?') return false;
      return this.#isArgument(operand, path.replace('#', String(entry)), placed);
    });
  }

  /** Whether a later step rolls the day of a step, which then stands in its place. */
  isRolled(id: string): boolean {
    return this.order.some(({ role, in: operands }) => role === 'limit.roll' && operands['day']?.step === id);
  }

  /** Whether a JSON value is a field that no step produces. */
  isPlain(found: Json, places: readonly string[], placed: Placed): boolean {
    return places.some((place) => {
      const [path = '', without] = place.split('~');
      if (path.startsWith('<') || (without !== undefined && this.isGiven(placed, without))) return false;
      if (path === '0') return this.#sumsOf(placed).some((sum) => sameJson(found, plainOf(sumOf(0n, sum.currency))));
      if (path === 'true') return found === true;
      return sameJson(found, this.argument(placed, path));
    });
  }

  /** Whether a term names an answer of a computation that no step produced, which must be an optional one. */
  isAnswer(placed: Placed, path: string, operand: StepOperand): boolean {
    const places = this.fieldPlaces(placed, path.split('.')[0] ?? '');
    if (places === undefined) return false;
    const found = plainOf(withoutOrigin(operand));
    const derived = derivedField(placed, path, this);
    if (derived !== undefined) return derived.some((expected) => sameJson(found, expected));
    return places.includes('?') || this.isPlain(found, places, placed);
  }

  /** The fields of an answer and the origin of each. */
  answerShape({ kind }: Placed): ReadonlyMap<string, readonly string[]> {
    const shape = Object.hasOwn(answerShapes, kind) ? (answerShapes[kind] as string) : '';
    return new Map(
      shape.split(' ').map((token) => {
        const [name = '', places = ''] = token.split(':');
        return [name.replace('?', ''), places.split('|')];
      }),
    );
  }

  /** Whether a field may be missing: it is optional, and no step produced it. */
  mayBeWithout(placed: Placed, field: string, derived: Json): boolean {
    const shape = Object.hasOwn(answerShapes, placed.kind) ? (answerShapes[placed.kind] as string) : '';
    if (!shape.split(' ').some((token) => token.startsWith(`${field}?:`))) return false;
    if (derived !== undefined || fieldHasStep(placed, field, this) === true) return false;
    return !this.hasStep(placed, this.answerShape(placed).get(field) ?? []);
  }

  /** Whether a field of the answer of a computation comes from a step of this role. */
  givesField({ role }: ResultStep, placed: Placed): boolean {
    if (placed.kind === 'formula') return true;
    return [...this.answerShape(placed).values()].some((places) =>
      places.some((place) => place.split('~')[0] === `<${role}`),
    );
  }

  /** Whether each field of the answer of a computation that must come from a step has one. */
  isWhole(placed: Placed): boolean {
    if (placed.kind === 'formula') return true;
    return [...this.answerShape(placed)].every(([field, places]) => {
      const must = fieldHasStep(placed, field, this) ?? places.every((place) => place.startsWith('<'));
      return !must || this.hasStep(placed, places) || this.mayBeWithout(placed, field, undefined);
    });
  }

  /** Whether a step produces a field that comes from these places. */
  hasStep(placed: Placed, places: readonly string[]): boolean {
    return this.order.some((step) => this.isAmong({ ...step.out, step: step.id }, places, placed));
  }

  /** The origins of a field; an argument passed on is one only if no step produces the field. */
  fieldPlaces(placed: Placed, field: string): readonly string[] | undefined {
    const places = this.answerShape(placed).get(field);
    const made = places?.filter((place) => place.startsWith('<')) ?? [];
    return fieldHasStep(placed, field, this) === true || this.hasStep(placed, made) ? made : places;
  }

  /** Whether the steps that produce no field are present. */
  hasNameless(placed: Placed): boolean {
    const places = this.answerShape(placed).get('');
    return places === undefined || this.hasStep(placed, places);
  }

  /** The value of an argument, if terms and facts determine it. */
  argument(placed: Placed, path: string): Json {
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const source = fieldAt(placed.from, names.slice(0, length).join('.'));
      const rest = names.slice(length);
      if (source === undefined) continue;
      const fact = fieldAt(source, 'fact');
      if (typeof fact === 'string') return fieldAt(this.facts, fact, ...rest);
      const result = this.computations.get(textAt(source, 'result'));
      const field = textAt(source, 'field');
      if (result !== undefined) return this.#outcome(result, field);
      if (fieldAt(source, 'compute') !== undefined || fieldAt(source, 'sum') !== undefined) {
        const step = this.#stepOf(placed, source, path);
        return step && plainOf(step.out);
      }
      return fieldAt(source, 'literal', ...rest);
    }
    // The entries of a list can come from several places.
    const entries = Object.keys(placed.from).some((name) => name.startsWith(`${path}.`));
    const length = entries ? this.#lengthOf(path, placed) : undefined;
    if (length === undefined || length > 10_000) return fieldAt(placed.terms, ...names);
    return Array.from({ length }, (_, at) => this.argument(placed, `${path}.${at}`));
  }

  /** The step of a sum or a formula. */
  #stepOf(placed: Placed, source: Json, path: string): ResultStep | undefined {
    return this.order.find(
      (step) =>
        this.fits.get(step.id)?.has(placed) && this.#isFrom({ ...step.out, step: step.id }, source, [], placed, path),
    );
  }

  /** The sums and formulas of a computation that no step shows, by the paths of their arguments. */
  unshown(placed: Placed): readonly string[] {
    return Object.entries(placed.from).flatMap(([path, source]) => {
      const isMade = fieldAt(source, 'compute') !== undefined || fieldAt(source, 'sum') !== undefined;
      return isMade && !this.isAbsent(source) && this.#stepOf(placed, source, path) === undefined ? [path] : [];
    });
  }

  /** The result of the step that produced a field of a computation. */
  #outcome(placed: Placed, field: string): Json {
    const places = this.answerShape(placed).get(field) ?? [];
    for (const [id, step] of this.steps)
      if (this.isAmong({ ...step.out, step: id }, places, placed)) return plainOf(step.out);
    return undefined;
  }

  /** The amounts among the operands and the arguments of a computation. */
  #sumsOf(placed: Placed): readonly { readonly currency: string }[] {
    const steps = this.order.filter(({ id }) => this.fits.get(id)?.has(placed));
    const operands: readonly Json[] = steps.flatMap((step) => Object.values(step.in));
    const values = [...operands, ...Object.keys(placed.from).map((path) => this.argument(placed, path))];
    return values.flatMap((value) => {
      const currency = fieldAt(value, 'currency');
      return typeof currency === 'string' ? [{ currency }] : [];
    });
  }

  /** Whether an argument is written, or is a fact of this case; an answer of another computation is not known to be. */
  isGiven(placed: Placed, path: string): boolean {
    if (fieldAt(placed.terms, ...path.split('.')) !== undefined) return true;
    return Object.entries(placed.from).some(([name, source]) => {
      if (name !== path && !name.startsWith(`${path}.`)) return false;
      const fact = fieldAt(source, 'fact');
      return typeof fact === 'string'
        ? fieldAt(this.facts, fact) !== undefined
        : fieldAt(source, 'result') === undefined;
    });
  }

  /** Whether an operand is an argument of a computation: from the longest path that has a source, otherwise a term. */
  #isArgument(operand: StepOperand, path: string, placed: Placed): boolean {
    this.#looks += 1;
    if (this.#looks > mostLooks) throw new RangeError('too many operands');
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const source = fieldAt(placed.from, names.slice(0, length).join('.'));
      if (source !== undefined) return this.#isFrom(operand, source, names.slice(length), placed, path);
    }
    return operand.term === `${placed.address}#${path}`;
  }

  #isFrom(operand: StepOperand, source: Json, rest: readonly string[], placed: Placed, at: string): boolean {
    const fact = fieldAt(source, 'fact');
    if (typeof fact === 'string') return operand.fact === [fact, ...rest].join('.');
    const result = fieldAt(source, 'result');
    if (typeof result === 'string') {
      const [asked, field] = [this.computations.get(result), textAt(source, 'field')];
      const places = asked && this.fieldPlaces(asked, field);
      if (asked === undefined || places === undefined) return false;
      if (rest.length === 0 && this.isAmong(operand, places, asked)) return true;
      // An answer that comes from a step is not a term of it.
      if (asked.kind === 'formula' || this.hasStep(asked, places) || !this.isWhole(asked)) return false;
      return operand.term === `${result}#${[field, ...rest].join('.')}`;
    }
    const summed = this.steps.get(operand.step ?? '');
    if (isRecord(source) && 'compute' in source)
      return summed !== undefined && this.isFormula(summed, source, placed, at);
    if (isRecord(source) && 'sum' in source) return summed !== undefined && this.#isSum(summed, source, placed, at);
    return (
      operand.term === `${placed.address}#${at}` &&
      sameJson(plainOf(withoutOrigin(operand)), fieldAt(source, 'literal', ...rest))
    );
  }

  /** Whether a step is that of a formula: its operation on its known parts. */
  isFormula({ role, in: operands, rounding }: ResultStep, source: Json, placed: Placed, path: string): boolean {
    const compute = textAt(source, 'compute');
    const ofDays = { sum: ['dayAfter'], difference: ['dayBefore', 'daysBetween'] } as Readonly<
      Record<string, string[]>
    >;
    const roles = [compute, ...(Object.hasOwn(ofDays, compute) ? (ofDays[compute] as string[]) : [])];
    const parts = listOf(fieldAt(source, 'of'));
    const own = fieldAt(source, 'rounding');
    const isFrom = (operand: Json, part: Json): boolean =>
      operand !== undefined && this.#isFrom(operand as StepOperand, part, [], placed, path);
    if (!roles.some((name) => role === `formula.${name}`)) return false;
    if (compute === 'choose' || compute === 'holds') {
      const { condition, ...branch } = operands;
      if (!holdsIn(condition, fieldAt(source, 'when'), this.#conditionPlaces(placed, path))) return false;
      const names = Object.keys(branch);
      if (compute === 'holds') return names.length === 0;
      const chosen = fieldAt(condition, 'value') === true ? 0 : 1;
      return names.length === 1 && isFrom(branch[`value${chosen + 1}`], parts[chosen]);
    }
    return (
      (compute !== 'round' || own === undefined || own === rounding) &&
      Object.keys(operands).length === (compute === 'startOfDay' ? parts.length + 1 : parts.length) &&
      parts.every((part, at) => isFrom(operands[`value${at + 1}`], part))
    );
  }

  #conditionPlaces(placed: Placed, path: string): ConditionPlaces {
    return {
      steps: this.steps,
      term: `${placed.address}#${path}`,
      isFrom: (operand, source) => this.#isFrom(operand, source, [], placed, path),
      isAbsent: (source) => this.isAbsent(source),
    };
  }

  /** Whether a step is that of a condition of a computation. */
  isCondition(step: ResultStep, when: Json, address: string, path: string): boolean {
    const placed = this.computations.get(address);
    return placed !== undefined && conditionFits(step, when, this.#conditionPlaces(placed, path));
  }

  /** Whether a JSON value is that of a source: the outcome of the named step, or a value that needs none. */
  isSourceOf(found: Json, id: Json, source: Json, address: string, path: string): boolean {
    const placed = this.computations.get(address);
    if (placed === undefined) return false;
    if (found === undefined) return this.isAbsent(source);
    if (id !== undefined) {
      const step = this.steps.get(textAt(id));
      if (step === undefined || !sameJson(found, plainOf(step.out))) return false;
      return this.#isFrom({ ...step.out, step: step.id }, source, [], placed, path);
    }
    const isMade = this.order.some((step) => this.#isFrom({ ...step.out, step: step.id }, source, [], placed, path));
    if (isMade) return false;
    const fact = fieldAt(source, 'fact');
    if (typeof fact === 'string') return sameJson(found, fieldAt(this.facts, fact));
    const result = this.computations.get(textAt(source, 'result'));
    if (result === undefined) return sameJson(found, fieldAt(source, 'literal'));
    const field = textAt(source, 'field');
    const places = this.fieldPlaces(result, field) ?? [];
    const derived = derivedField(result, field, this);
    return derived === undefined
      ? this.isWhole(result) && this.isPlain(found, places, result)
      : derived.some((expected) => sameJson(found, expected));
  }

  /** Whether a source has no value in this case. */
  isAbsent(source: Json): boolean {
    const [fact, result] = [fieldAt(source, 'fact'), fieldAt(source, 'result')];
    if (typeof fact === 'string') return fieldAt(this.facts, fact) === undefined;
    if (typeof result === 'string') return this.#isWithout(result, textAt(source, 'field'));
    // In a formula the declaration of a fact can say what stands for it.
    return listOf(fieldAt(source, 'of')).some((part) => {
      const name = fieldAt(part, 'fact');
      return (
        this.isAbsent(part) && (typeof name !== 'string' || absentFact(fieldAt(this.declared, name)) === undefined)
      );
    });
  }

  /** Whether the answer of a computation has no such field, or there is no answer because a fact was left out. */
  #isWithout(address: string, field: string): boolean {
    const placed = this.computations.get(address);
    if (placed === undefined) return false;
    if (!this.order.some(({ id }) => this.fits.get(id)?.has(placed)))
      return this.lacksFact(placed) && !isAnswered(placed, this);
    const [derived] = derivedField(placed, field, this) ?? [];
    return this.isWhole(placed) && this.mayBeWithout(placed, field, derived);
  }

  /** Whether a fact that a computation can depend on was left out. */
  lacksFact(placed: Placed): boolean {
    return [...this.reachedFrom(placed)].some(({ from }) =>
      Object.values(from).some((source) => factsIn(source).some((fact) => fieldAt(this.facts, fact) === undefined)),
    );
  }

  /** Whether an argument of a computation has a value in this case. */
  hasArgument(placed: Placed, path: string): boolean {
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const source = fieldAt(placed.from, names.slice(0, length).join('.'));
      if (source === undefined) continue;
      return length === names.length ? !this.isAbsent(source) : this.argument(placed, path) !== undefined;
    }
    return (
      fieldAt(placed.terms, ...names) !== undefined ||
      Object.keys(placed.from).some((name) => name.startsWith(`${path}.`))
    );
  }

  /** The rounding that the formula of a step specifies. */
  roundingOf(step: ResultStep, placed: Placed | undefined): Json {
    const sources = Object.entries(placed?.from ?? {}).flatMap(([path, whole]) =>
      formulasIn(whole).map((source) => [path, source] as const),
    );
    const own = sources.find(([path, source]) => placed && this.isFormula(step, source, placed, path));
    return fieldAt(own?.[1], 'rounding');
  }

  #isSum({ role, in: operands }: ResultStep, source: Json, placed: Placed, path: string): boolean {
    const parts = listOf(fieldAt(source, 'sum'));
    return (
      role === 'sum' &&
      parts.length > 0 &&
      parts.length === Object.keys(operands).length &&
      parts.every((part, at) => {
        const operand = fieldAt(operands, `part${at + 1}`);
        return operand !== undefined && this.#isFrom(operand as StepOperand, part, [], placed, path);
      })
    );
  }
}

function isNumbered(key: string, name: string): boolean {
  return key.startsWith(name) && /^[1-9]\d*$/.test(key.slice(name.length));
}

function numberOf(key: string): number {
  return Number(/(\d{1,9})$/.exec(key)?.[1] ?? 0);
}
