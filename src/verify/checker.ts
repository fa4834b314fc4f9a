import { absentFact } from './absentFact.js';
import { agreementRules } from './agreementRules.js';
import { canonicalFact } from './canonicalFact.js';
import { derivedField } from './derivedField.js';
import { executeStep } from './executeStep.js';
import { fieldHasStep } from './fieldHasStep.js';
import { fieldAt, isRecord, type Json, listOf, printed, sameJson, textAt } from './json.js';
import { type Placed, placedComputations } from './placedComputations.js';
import { Places } from './places.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { factsReadBy, literalsIn } from './sourcesIn.js';
import { stepShapes } from './stepShapes.js';
import { plainOf, wireLike } from './stepValue.js';
import type { TakenAsGiven, VerificationCode, VerificationFinding } from './verification.js';
import { withoutOrigin } from './withoutOrigin.js';

const resultFields = ['format', 'agreement', 'computation', 'facts', 'value', 'steps', 'fields', 'cites'];
const stepFields = ['id', 'op', 'role', 'in', 'out', 'clause', 'rounding', 'notes'];
const origins = ['fact', 'term', 'step', 'rule'] as const;

/** Operations that round by the rule of the agreement. */
const rounds = ['round', 'dailyCharges', 'firstUnpaidDay'];

/** Roles of steps that count backwards. */
const countedBack = ['notice.latest', 'notice.latestClear', 'renewal.notice'];

/** Roles of steps whose day a roll can move. */
const rolled = [...countedBack, 'limit.add', 'limit.addTimes', 'acceptance.dayOfNextMonth'];

/** Stop checking steps after this many findings. */
const mostFindings = 1000;

/** The notes allowed in a step, by operation. */
const notesOf: Readonly<Record<string, readonly string[]>> = {
  addLimit: ['skipped', 'provisional', 'calendar', 'countTriggerDay', 'monthEnd'],
  subtractLimit: ['skipped', 'countTriggerDay'],
  roll: ['rolledOver', 'convention'],
  compare: ['relation'],
  latestDayBefore: ['skipped', 'countTriggerDay', 'monthEnd'],
  termsThrough: ['monthEnd'],
};

/** The check of one result. */
export class Checker {
  readonly findings: VerificationFinding[] = [];
  readonly taken: TakenAsGiven[] = [];
  protected agreement: Json;
  protected result: Json;
  protected places = new Places(new Map(), {}, {});
  #shownTerms = new Set<string>();

  check(agreement: Json, facts: Json, result: Json): void {
    this.begin(agreement, result, resultFields);
    const computations = placedComputations(agreement, fieldAt(result, 'agreement', 'readings'));
    const asked = computations.get(textAt(result, 'computation'));
    if (asked === undefined) {
      this.find('computation', 'agreement-differs', 'a computation of the agreement', fieldAt(result, 'computation'));
      return;
    }
    const reached = this.checkSteps(computations, facts, [asked]);
    if (reached === undefined) return;
    this.checkReadings([asked], reached);
    this.#checkAnswer(asked);
    const fields = fieldAt(result, 'fields');
    this.checkWhole(isRecord(fields) ? Object.values(fields) : [], asked);
    this.#checkCites(asked, reached);
    this.takeTerms();
  }

  /** Checks what every result states of itself. */
  protected begin(agreement: Json, result: Json, fields: readonly string[]): void {
    [this.agreement, this.result] = [agreement, result];
    for (const name of isRecord(result) ? Object.keys(result) : [])
      if (!fields.includes(name)) this.find(name, 'unreadable', 'nothing', fieldAt(result, name));
    this.same('format', 'unreadable', 2);
    this.same('agreement.id', 'agreement-differs', fieldAt(agreement, 'id'));
    this.same('agreement.edition', 'agreement-differs', fieldAt(agreement, 'edition'));
  }

  /**
   * Checks the facts and the steps; returns the computations that may have been evaluated, or nothing after a thousand
   * findings.
   */
  protected checkSteps(
    computations: ReadonlyMap<string, Placed>,
    facts: Json,
    asked: readonly Placed[],
  ): ReadonlySet<Placed> | undefined {
    const declared = fieldAt(this.agreement, 'facts');
    const given = new Map<string, Json>();
    for (const [name, fact] of isRecord(facts) ? Object.entries(facts) : [])
      if (fact !== null) given.set(name, canonicalFact(fieldAt(declared, name), fact));
    this.places = new Places(computations, Object.fromEntries(given), declared);
    const reached = new Set(asked.flatMap((placed) => [...this.places.reachedFrom(placed)]));
    this.#checkFacts(given, declared);
    for (const [at, step] of listOf(fieldAt(this.result, 'steps')).entries()) {
      // A thousand findings are enough.
      if (this.findings.length >= mostFindings) return undefined;
      this.#checkStep(step, at, reached);
    }
    this.#checkFactsRead(given, asked);
    return reached;
  }

  /** Adds a finding. */
  find(path: string, code: VerificationCode, expected: string, found: Json, step?: string): void {
    this.findings.push({ path, code, ...(step !== undefined && { step }), expected, found: printed(found) });
  }

  protected same(path: string, code: VerificationCode, expected: Json): void {
    const found = fieldAt(this.result, ...path.split('.'));
    if (expected === undefined || !sameJson(found, expected)) this.find(path, code, printed(expected), found);
  }

  protected take(path: string, value: Json, step?: string): void {
    this.taken.push({ path, ...(step !== undefined && { step }), value });
  }

  #checkFacts(given: ReadonlyMap<string, Json>, declared: Json): void {
    const found = fieldAt(this.result, 'facts');
    const names = isRecord(found) ? Object.keys(found) : [];
    if (!isRecord(found)) this.find('facts', 'unreadable', 'a record of facts', found);
    for (const name of names) {
      const expected = fieldAt(declared, name) === undefined ? undefined : given.get(name);
      if (!sameJson(fieldAt(found, name), expected))
        this.find(`facts.${name}`, 'fact-differs', printed(expected), fieldAt(found, name));
    }
  }

  /** Checks that no fact is missing that a computation must have read. */
  #checkFactsRead(given: ReadonlyMap<string, Json>, asked: readonly Placed[]): void {
    const found = fieldAt(this.result, 'facts');
    const names = isRecord(found) ? Object.keys(found) : [];
    const read = new Set<string>();
    const done = new Set(asked.flatMap((placed) => [...this.places.reachedFrom(placed, true)]));
    for (const fits of this.places.fits.values()) if (fits.size === 1) for (const placed of fits) done.add(placed);
    for (const { from } of done)
      for (const source of Object.values(from)) for (const name of factsReadBy(source)) read.add(name);
    for (const { in: operands } of this.places.order)
      for (const { fact } of Object.values(operands)) if (fact !== undefined) read.add(fact.split('.')[0] as string);
    for (const name of read)
      if (given.has(name) && !names.includes(name))
        this.find(`facts.${name}`, 'fact-differs', printed(given.get(name)), undefined);
  }

  #checkStep(json: Json, at: number, reached: ReadonlySet<Placed>): void {
    const path = `steps.${at}`;
    const id = `s${at + 1}`;
    if (!isStep(json) || json.id !== id) {
      this.find(path, 'unreadable', `step ${id}: an operation with a role, operands, an outcome and a clause`, json);
      return;
    }
    const step = json;
    const before = this.findings.length;
    this.#checkOperands(step, path);
    const fits = this.places.fitting(step, reached);
    if (fits.length === 0)
      this.find(
        path,
        'step-out-of-place',
        Object.hasOwn(stepShapes, step.role)
          ? `${step.role} of clause ${step.clause} as "${stepShapes[step.role]}"`
          : 'a step of a kind of the clause',
        { op: step.op, role: step.role, clause: step.clause },
        id,
      );
    const [placed] = fits;
    const rules = agreementRules(this.agreement, placed?.counts);
    this.#checkNotes(step, path, placed, rules);
    if (this.findings.length === before) {
      try {
        const expected = executeStep(step, rules.minimumWorkingDays);
        if (!sameJson(expected, step.out)) this.find(`${path}.out`, 'outcome-differs', printed(expected), step.out, id);
        // Only a calendar knows which days are working days, and which are firm.
        const isOfCalendar = step.op === 'isWorkingDay' || step.op === 'isSettledDay';
        if (isOfCalendar) this.take(`${path}.out`, step.out, id);
        // How far a limit is extended cannot be checked without a calendar (to one of the next working days), nor which
        // side is nearer.
        if (step.op === 'roll' && (rules.minimumWorkingDays > 0 || step.notes?.convention === 'nearest'))
          this.take(`${path}.out`, step.out, id);
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
        this.find(`${path}.out`, 'outcome-differs', error.message, step.out, id);
      }
    }
    this.places.add(step, fits);
  }

  /** Looks up every operand at its stated origin. */
  #checkOperands(step: ResultStep, path: string): void {
    for (const [name, operand] of Object.entries(step.in)) {
      const here = `${path}.in.${name}`;
      const value = withoutOrigin(operand);
      const { fact, term, step: from } = operand;
      const isRate = name.startsWith('rate') || (step.role === 'penalty.rate' && name.startsWith('value'));
      const numeric = isRate ? 'rate' : name === 'units' ? 'decimal' : 'count';
      const isArgument = from === undefined && operand.rule === undefined && !isOfFormula(step);
      if (isArgument && isNumeric(operand.type) && operand.type !== numeric)
        this.find(`${here}.type`, 'operand-differs', printed(numeric), operand.type, step.id);
      if (fact !== undefined) {
        const names = fact.split('.');
        const expected = isOfFormula(step)
          ? this.#formulaFact(operand, names)
          : wireLike(operand, fieldAt(this.places.facts, ...names), unitIn(step));
        if (!sameJson(value, expected) || !this.#isOfType(operand, names))
          this.find(here, 'fact-differs', printed(expected), value, step.id);
      } else if (from !== undefined) {
        const expected = this.places.steps.get(from)?.out;
        if (!sameJson(value, expected))
          this.find(
            here,
            'operand-differs',
            expected ? printed(expected) : 'the outcome of an earlier step',
            operand,
            step.id,
          );
      } else if (term !== undefined) this.#checkTerm(term, operand, step, here);
      else this.#checkRule(operand, step, here);
    }
  }

  /** A fact in a formula must have its declared type; one that was left out must have its declared value. */
  #formulaFact(operand: StepOperand, names: readonly string[]): StepValue | undefined {
    const declared = this.#shapeOf(names);
    if (fieldAt(declared, 'type') !== operand.type) return undefined;
    const given = fieldAt(this.places.facts, ...names);
    return wireLike(operand, given ?? absentFact(declared), fieldAt(declared, 'unit'), fieldAt(declared, 'of'));
  }

  #shapeOf([name = '', ...rest]: readonly string[]): Json {
    let shape = fieldAt(this.agreement, 'facts', name);
    for (const part of rest) shape = fieldAt(shape, 'of') ?? fieldAt(shape, 'fields', part);
    return shape;
  }

  /** A rule must be the one of the agreement; the version of a calendar is taken as given. */
  #checkRule(operand: StepOperand, step: ResultStep, here: string): void {
    const { rule } = operand;
    const value = withoutOrigin(operand);
    if (rule === 'timeZone') {
      const expected = { type: 'text', value: fieldAt(this.agreement, 'timeZone') };
      if (!sameJson(value, expected)) this.find(here, 'rule-differs', printed(expected), value, step.id);
    } else if (rule === 'calendar' && value.type === 'text' && this.#namesCalendar(value.value))
      this.take(here, value, step.id);
    else this.find(here, 'rule-differs', 'a rule of the agreement', operand, step.id);
  }

  /** Whether an operand has the type of its fact; numbers have the type of the argument. */
  #isOfType({ type }: StepOperand, names: readonly string[]): boolean {
    const declared = fieldAt(this.#shapeOf(names), 'type');
    return type === declared || (isNumeric(type) && isNumeric(declared));
  }

  #checkTerm(term: string, operand: StepOperand, step: ResultStep, here: string): void {
    const [address = '', path = ''] = term.split('#');
    const placed = this.places.computations.get(address);
    const json = placed && this.#termOf(placed, path.split('.'));
    this.#shownTerms.add(term);
    // An answer of another computation that no step produced appears as a term of it.
    if (json === undefined && placed !== undefined && this.places.isAnswer(placed, path, operand)) {
      this.take(here, withoutOrigin(operand), step.id);
      return;
    }
    const written = Array.isArray(json) ? json : [json];
    // A number in a formula has the type in which it is written.
    const fits = (value: Json): boolean =>
      !isOfFormula(step) ||
      !isNumeric(operand.type) ||
      operand.type === (typeof value === 'number' ? 'count' : 'decimal');
    const found = written.filter(fits).map((value) => wireLike(operand, value, unitIn(step)));
    const [expected] = found;
    if (!found.some((value) => sameJson(withoutOrigin(operand), value)))
      this.find(here, 'term-differs', printed(expected), operand, step.id);
  }

  /** The value of a term of a computation: a literal among its sources, or one of its terms. */
  #termOf({ from, terms }: Placed, names: readonly string[]): Json {
    for (let length = names.length; length > 0; length -= 1) {
      const source = fieldAt(from, names.slice(0, length).join('.'));
      const literal = fieldAt(source, 'literal');
      if (literal !== undefined) return fieldAt(literal, ...names.slice(length));
      // Among the literals of a sum or a formula it must be one of them; which one, its place says.
      const stated = fieldAt(source, 'sum') ?? fieldAt(source, 'compute');
      if (stated !== undefined) return literalsIn(source);
    }
    return fieldAt(terms, ...names);
  }

  /** Rounding, relation and counting rules must be those of the agreement; which days are off is taken as given. */
  #checkNotes(
    step: ResultStep,
    path: string,
    placed: Placed | undefined,
    rules: ReturnType<typeof agreementRules>,
  ): void {
    // The rounding of a cap can differ from that of the agreement.
    const ofCap = ['penalty.cap', 'liability.cap'].includes(step.role)
      ? fieldAt(placed?.terms, 'capRounding')
      : undefined;
    const ownRounding = step.role === 'formula.round' ? this.places.roundingOf(step, placed) : ofCap;
    const rounding = ownRounding ?? (rounds.includes(step.op) ? fieldAt(this.agreement, 'rounding') : undefined);
    if (step.rounding !== rounding)
      this.find(`${path}.rounding`, 'rule-differs', printed(rounding), step.rounding, step.id);
    const notes: Readonly<Record<string, Json>> = { ...step.notes };
    const counted =
      step.role === 'formula.dayAfter'
        ? false
        : step.role === 'renewal.end'
          ? fieldAt(placed?.terms, 'termEnd') === 'dayBefore'
          : rules.countTriggerDay;
    const expected: Readonly<Record<string, Json>> = {
      ...(step.op === 'addLimit' && {
        countTriggerDay: counted,
        monthEnd: ['formula.dayAfter', 'renewal.end'].includes(step.role) ? 'clamp' : rules.monthEnd,
      }),
      ...(step.op === 'subtractLimit' &&
        !isOfFormula(step) &&
        rules.countTriggerDay === true && { countTriggerDay: true }),
      ...(step.op === 'latestDayBefore' && { countTriggerDay: rules.countTriggerDay, monthEnd: rules.monthEnd }),
      ...(step.op === 'termsThrough' && { monthEnd: 'clamp' }),
      ...(step.op === 'roll' && { convention: this.#rollOf(step, rules) }),
      ...(step.op === 'compare' && { relation: relationOf(step) }),
    };
    for (const name of new Set([...Object.keys(notes), ...Object.keys(expected)])) {
      const [here, note] = [`${path}.notes.${name}`, notes[name]];
      const allowed = Object.hasOwn(notesOf, step.op) && notesOf[step.op]?.includes(name);
      if (Object.hasOwn(expected, name) || !allowed) {
        if (!sameJson(note, expected[name])) this.find(here, 'rule-differs', printed(expected[name]), note, step.id);
      } else if (
        name === 'calendar'
          ? !this.#namesCalendar(note)
          : !listOf(note).every((day) => wireLike({ type: 'day', value: '' }, day))
      )
        this.find(here, 'rule-differs', name === 'calendar' ? 'a calendar of the agreement' : 'days', note, step.id);
      else if (!Array.isArray(note) || note.length > 0) this.take(here, note, step.id);
    }
  }

  /** The roll of a day that was counted backwards, which has its own rule. */
  #rollOf(step: ResultStep, rules: ReturnType<typeof agreementRules>): Json {
    const { role = '' } = this.places.steps.get(step.in['day']?.step ?? '') ?? {};
    return countedBack.includes(role) ? rules.backwardRoll : rules.roll;
  }

  #namesCalendar(note: Json): boolean {
    const named = fieldAt(this.agreement, 'calendars');
    return isRecord(named) && Object.values(named).some((id) => String(note).startsWith(`${id} `));
  }

  /** The readings named must be those that affect the answer, each with an existing option. */
  protected checkReadings(asked: readonly Placed[], reached: ReadonlySet<Placed>, more: readonly Json[] = []): void {
    const found = fieldAt(this.result, 'agreement', 'readings');
    const names = isRecord(found) ? Object.keys(found) : [];
    const done = new Set<Placed>(asked);
    for (const fits of this.places.fits.values()) if (fits.size === 1) for (const placed of fits) done.add(placed);
    const known = listOf(fieldAt(this.agreement, 'readings'));
    const touching = (of: Iterable<Placed>) => new Set([...more, ...[...of].flatMap(({ readings }) => readings)]);
    const may = touching(reached);
    for (const name of names) {
      const reading = known.find((entry) => fieldAt(entry, 'id') === name);
      const option = fieldAt(found, name);
      if (!may.has(name) || typeof option !== 'string' || fieldAt(reading, 'options', option) === undefined)
        this.find(
          `agreement.readings.${name}`,
          'reading-differs',
          'an option of a reading that affects the answer',
          option,
        );
    }
    for (const name of touching(done))
      if (!names.includes(textAt(name)))
        this.find(`agreement.readings.${name}`, 'reading-differs', 'the option in force', undefined);
  }

  #checkAnswer(asked: Placed): void {
    const [value, fields] = [fieldAt(this.result, 'value'), fieldAt(this.result, 'fields')];
    if (!isRecord(value)) this.find('value', 'unreadable', 'a record', value);
    const shapes = this.places.answerShape(asked);
    for (const name of isRecord(fields) ? Object.keys(fields) : [])
      if (fieldAt(value, name) === undefined)
        this.find(`fields.${name}`, 'value-differs', 'a field of the value', name);
    for (const name of shapes.keys()) {
      if (name === '' || fieldAt(value, name) !== undefined) continue;
      const [derived] = derivedField(asked, name, this.places) ?? [];
      if (!this.places.mayBeWithout(asked, name, derived))
        this.find(`value.${name}`, 'value-differs', 'a field that the answer has', undefined);
    }
    if (!this.places.hasNameless(asked))
      this.find('steps', 'step-out-of-place', 'the last step of the answer', undefined);
    for (const [name, found] of isRecord(value) ? Object.entries(value) : []) {
      const places = shapes.get(name);
      if (places === undefined) {
        this.find(`value.${name}`, 'value-differs', `a field of ${asked.kind}`, found);
        continue;
      }
      const id = fieldAt(fields, name);
      if (id === undefined) this.#checkWithoutStep(asked, name, found, places);
      else this.#checkField(asked, name, found, textAt(id), places);
    }
  }

  /**
   * Checks that nothing was removed: every step is used by another one or produces a field of an answer, and every
   * answer that others depend on is complete.
   */
  protected checkWhole(named: readonly Json[], asked?: Placed): void {
    const { order, fits } = this.places;
    const used = new Set<Json>(order.flatMap((step) => Object.values(step.in).map((operand) => operand.step)));
    for (const id of named) used.add(id);
    for (const step of order)
      if (!used.has(step.id) && ![...(fits.get(step.id) ?? [])].some((placed) => this.places.givesField(step, placed)))
        this.find(
          `steps.${order.indexOf(step)}`,
          'step-out-of-place',
          'a step that another step uses',
          step.role,
          step.id,
        );
    const done = new Set([...fits.values()].flatMap((placed) => (placed.size === 1 ? [...placed] : [])));
    for (const placed of done)
      if (placed !== asked && !this.places.isWhole(placed))
        this.find('steps', 'step-out-of-place', `every step of ${placed.address}`, undefined);
  }

  #checkField(asked: Placed, name: string, found: Json, id: string, places: readonly string[]): void {
    const step = this.places.steps.get(id);
    if (step === undefined || !this.places.isAmong({ ...step.out, step: id }, places, asked)) {
      this.find(`fields.${name}`, 'value-differs', `a step: ${places.join(' or ')}`, id);
      return;
    }
    const expected = plainOf(step.out);
    if (!sameJson(found, expected)) this.find(`value.${name}`, 'value-differs', printed(expected), found, id);
  }

  /**
   * A field without a step: an argument passed through, nothing, a value that follows from the steps, or one that is
   * taken as given.
   */
  #checkWithoutStep(asked: Placed, name: string, found: Json, places: readonly string[]): void {
    if (fieldHasStep(asked, name, this.places) === true || this.places.hasStep(asked, places)) {
      this.find(`value.${name}`, 'value-differs', `a field with a step: ${places.join(' or ')}`, found);
      return;
    }
    const derived = derivedField(asked, name, this.places);
    if (derived !== undefined) {
      if (!derived.some((expected) => sameJson(found, expected)))
        this.find(`value.${name}`, 'value-differs', derived.map(printed).join(' or '), found);
    } else if (places.includes('?')) this.take(`value.${name}`, found);
    else if (!this.places.isPlain(found, places, asked))
      this.find(`value.${name}`, 'value-differs', `a field with a step: ${places.join(' or ')}`, found);
  }

  /** The cited clauses: the requested one first, then those computed for it, without duplicates. */
  #checkCites(asked: Placed, reached: ReadonlySet<Placed>): void {
    const sure = [...this.places.reachedFrom(asked, true)].filter((placed) => !this.places.lacksFact(placed));
    const found = fieldAt(this.result, 'cites');
    const cites = listOf(found);
    const may = new Set([...reached].map(({ clause }) => clause));
    const must = [...sure, ...this.places.steps.values()].map(({ clause }) => clause).filter((clause) => clause !== '');
    if (
      cites[0] !== asked.clause ||
      new Set(cites).size !== cites.length ||
      !cites.every((cite) => may.has(textAt(cite))) ||
      !must.every((clause) => cites.includes(clause))
    )
      this.find('cites', 'clause-differs', `${asked.clause}, then among ${[...may].join(', ')}`, found);
  }

  /** Days that would move if they were days off, which only a calendar knows. */
  #takeUnrolled(): void {
    for (const [at, step] of this.places.order.entries()) {
      const { limit } = step.in;
      const inWorkingDays = limit?.type === 'limit' && ['workingDays', 'bankingDays'].includes(limit.unit);
      if (!rolled.includes(step.role) || inWorkingDays || this.places.isRolled(step.id)) continue;
      const [placed] = this.places.fits.get(step.id) ?? [];
      const { roll, backwardRoll } = agreementRules(this.agreement, placed?.counts);
      const rule = countedBack.includes(step.role) ? backwardRoll : roll;
      if (rule !== 'none') this.take(`steps.${at}.out`, step.out, step.id);
    }
  }

  /** Terms, sums and formulas of the evaluated computations that no step shows. */
  protected takeTerms(): void {
    this.#takeUnrolled();
    const done = new Set([...this.places.fits.values()].flatMap((fits) => [...fits]));
    for (const placed of done) {
      const { address, terms } = placed;
      const visit = (json: Json, path: string): void => {
        if (this.#shownTerms.has(`${address}#${path}`)) return;
        if (typeof json !== 'object' || json === null) this.take(`${address}#${path}`, json);
        else for (const [name, value] of Object.entries(json)) visit(value, path === '' ? name : `${path}.${name}`);
      };
      if (terms !== undefined) visit(terms, '');
      for (const path of this.places.unshown(placed)) this.take(`${address}#${path}`, fieldAt(placed.from, path));
    }
  }
}

/** The unit of a count that is a fact or a term. */
function unitIn({ role }: ResultStep): string | undefined {
  return role.startsWith('fine.') ? 'breaches' : undefined;
}

/** The relation that a comparison of this role tests. */
function relationOf(step: ResultStep): string | undefined {
  const { role } = step;
  return isOfFormula(step) ? role.slice('formula.'.length) : stepShapes[role]?.split(' ')[0]?.split('.')[1];
}

function isOfFormula({ role }: ResultStep): boolean {
  return role.startsWith('formula.');
}

function isNumeric(type: Json): boolean {
  return type === 'count' || type === 'rate' || type === 'decimal';
}

function isStep(json: Json): json is ResultStep {
  if (!isRecord(json) || !Object.keys(json).every((name) => stepFields.includes(name))) return false;
  const { op, role, clause, out, rounding, notes } = json;
  const operands = json['in'];
  return (
    [op, role, clause].every((text) => typeof text === 'string') &&
    (rounding === undefined || typeof rounding === 'string') &&
    (notes === undefined || isRecord(notes)) &&
    isValue(out) &&
    isRecord(operands) &&
    Object.values(operands).every((operand) => isRecord(operand) && isOperand(operand))
  );
}

function isOperand(operand: Readonly<Record<string, Json>>): boolean {
  const from = origins.filter((origin) => Object.hasOwn(operand, origin));
  return (
    from.length === 1 &&
    typeof operand[from[0] as string] === 'string' &&
    isValue(withoutOrigin(operand as unknown as StepOperand))
  );
}

/** Whether JSON is the value of a step, without missing or additional fields. */
function isValue(json: Json): json is StepValue {
  const like = json as StepValue;
  if (isRecord(json) && json['type'] === 'list')
    return (
      Object.keys(json).length === 2 &&
      Array.isArray(json['items']) &&
      json['items'].every((item) => fieldAt(item, 'type') !== 'list' && isValue(item))
    );
  return isRecord(json) && sameJson(json, wireLike(like, plainOf(like), fieldAt(json, 'unit')));
}
