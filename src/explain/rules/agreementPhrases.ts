import { shapeOfOperand } from '../../agreement/evaluate/shapeOfOperand.js';
import { shapeOfSource } from '../../agreement/evaluate/shapeOfSource.js';
import { type StepContext, valueText } from '../../agreement/explain/valueText.js';
import type { Kind } from '../../agreement/kinds/kind.js';
import type { RelationId, RuleWords } from '../../agreement/kinds/rules/ruleWords.js';
import type { Computation, Outcome } from '../../agreement/model/agreement.js';
import type { Agreement, PlacedComputation } from '../../agreement/model/definedAgreement.js';
import { relations } from '../../agreement/model/relations.js';
import { shapeAt } from '../../agreement/model/shapeAt.js';
import type {
  ClauseNumber,
  Comparison,
  ConditionLiteral,
  Formula,
  Source,
  When,
} from '../../agreement/model/source.js';
import { ErrorList, readValue, type ValueShape, wireOf } from '../../agreement/model/value.js';
import { refuse } from '../../errors/agreementError.js';
import type { Rounding } from '../../money/rounding.js';
import { type CountingRules, countingRules } from '../../time/countingRules.js';
import type { ExplanationLanguage } from '../explanationLanguage.js';
import { fillTemplate } from './fillTemplate.js';
import { fillWords } from './fillWords.js';

/** The relation required when a comparison must be false. */
const opposites: Readonly<Record<keyof Comparison, RelationId>> = {
  isGiven: 'isNotGiven',
  is: 'isNot',
  isOneOf: 'isNoneOf',
  equals: 'isNot',
  atMost: 'moreThan',
  moreThan: 'atMost',
  atLeast: 'lessThan',
  lessThan: 'atLeast',
  onOrBefore: 'after',
  before: 'onOrAfter',
  onOrAfter: 'before',
  after: 'onOrBefore',
};

/** Operations whose operands need no parentheses. */
const wordy: readonly string[] = ['holds', 'startOfMonth', 'endOfMonth', 'daysInMonth', 'startOfDay', 'minutesBetween'];

/**
 * Puts parts of an agreement into words of one language: sources, conditions, outcomes and the rules of computations.
 * @internal
 */
export class AgreementPhrases {
  readonly agreement: Agreement;
  readonly words: RuleWords;
  readonly #language: ExplanationLanguage;
  readonly #context: StepContext;

  constructor(agreement: Agreement, words: RuleWords, language: ExplanationLanguage) {
    this.agreement = agreement;
    this.words = words;
    this.#language = language;
    this.#context = agreement.data;
  }

  /** The text in this language, or in the first language available. */
  label(texts: Readonly<Record<string, string>> | undefined, otherwise: string): string {
    return texts?.[this.#language.language] ?? Object.values(texts ?? {})[0] ?? otherwise;
  }

  /** A code in the words of the agreement, or in those of its kind. */
  word(code: string): string {
    const { words = {} } = this.agreement.data;
    const own = Object.hasOwn(words, code) ? words[code] : undefined;
    if (own !== undefined) return this.label(own, code);
    return Object.hasOwn(this.words.codes, code) ? (this.words.codes[code] as string) : code;
  }

  quoted(text: string): string {
    return fillWords(this.words.quoted, { text });
  }

  /** The rule of a computation, without a case. */
  rule({ clause, computation }: PlacedComputation): string {
    const kind = this.agreement.kindOf(computation);
    const template =
      this.words.kinds[computation.kind] ??
      refuse('argument-invalid', 'kind', computation.kind, 'a kind with its own wording');
    const defaults = this.agreement.defaultsOf(computation);
    const own = new ArgumentPhrases(this, computation, kind, clause.ref);
    return fillTemplate(template, {
      phrase: (path) => {
        if (path === 'rules') return this.#counted(defaults.rules);
        if (path === 'rounding') return fillWords(this.words.rounded, { mode: this.rounding(defaults.rounding) });
        return own.phrase(path);
      },
      literal: (path) => own.literal(path),
      isGiven: (path, orZero) => path === 'rules' || path === 'rounding' || own.isGiven(path, orZero),
      entries: (path) => own.entries(path),
    });
  }

  /** A rounding mode without its identifier. */
  rounding(mode: Rounding): string {
    return this.#language.texts.roundings[mode].replace(/ \(\w+\)$/, '');
  }

  #counted(rules: CountingRules): string {
    const name = (['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten'] as const).find(
      (known) => countingRules[known] === rules,
    );
    return this.words.counted[name ?? 'own'];
  }

  /** The source of a value, as seen from a clause. */
  source(source: Source, shape: ValueShape | undefined, clause: ClauseNumber): string {
    if ('fact' in source) return this.fact(source.fact);
    if ('result' in source) return this.result(source.result, source.field, clause);
    if ('sum' in source) return source.sum.map((part) => this.#operand(part, { type: 'money' }, clause)).join(' + ');
    if ('compute' in source) return this.#formula(source, clause);
    return this.value(source.literal, shape ?? shapeOfOperand(this.agreement, source));
  }

  fact(name: string): string {
    return this.quoted(this.label(this.agreement.data.facts[name]?.label, name));
  }

  /**
   * The answer of another computation: its label, the field unless it is the first, and the clause unless it is the
   * same.
   */
  result(address: string, field: string, clause: ClauseNumber): string {
    const { clause: home, computation } = this.agreement.computations.get(address) as PlacedComputation;
    const label = this.quoted(this.label(computation.label, computation.id));
    const [first] = Object.keys(this.agreement.givesOf(computation) ?? {});
    const text =
      field === first || field === 'holds'
        ? label
        : fillWords(this.words.fieldOf, { label, field: this.words.fields[field] ?? field });
    return home.ref === clause ? text : fillWords(this.words.under, { text, clause: this.#clause(home.ref) });
  }

  /** A clause by its number, or by the agreement's word for it. */
  #clause(ref: ClauseNumber): string {
    if (/^\d/.test(ref)) return fillWords(this.words.numbered, { clause: ref });
    return ref.startsWith('definitions.') && this.word(ref) === ref ? this.words.definitions : this.word(ref);
  }

  /** A literal value of the agreement. */
  value(literal: unknown, shape: ValueShape): string {
    // A plain zero means zero in the currency of the other side.
    if (literal === 0) return '0';
    const errors = new ErrorList();
    const parsed = readValue(shape, literal, '', errors);
    if (parsed === undefined) return String(literal);
    const wire = wireOf(shape, parsed);
    if (wire.type === 'text') return this.word(wire.value);
    return valueText(wire, this.#language.texts, this.#language.language, this.#context);
  }

  #operand(source: Source, shape: ValueShape | undefined, clause: ClauseNumber): string {
    const text = this.source(source, shape, clause);
    const isSimple = 'fact' in source || 'result' in source || 'literal' in source;
    return isSimple || ('compute' in source && wordy.includes(source.compute)) ? text : `(${text})`;
  }

  #formula({ compute, of, when, rounding }: Formula, clause: ClauseNumber): string {
    const [value1 = '', value2 = ''] = of.map((part) => this.#operand(part, undefined, clause));
    const values = of.map((part) => this.source(part, undefined, clause)).join(', ');
    return fillWords(this.words.formulas[compute], {
      value1,
      value2,
      values,
      condition: when === undefined ? '' : this.condition(when, clause),
      mode: this.rounding(rounding ?? this.agreement.data.rounding),
    });
  }

  /** A condition in words; empty if it is always true. */
  condition(when: When, clause: ClauseNumber, isInner = false): string {
    if (when === 'otherwise') return '';
    if ('all' in when || 'any' in when) {
      const parts = 'all' in when ? when.all : when.any;
      const text = parts
        .map((part) => this.condition(part, clause, parts.length > 1))
        .join('all' in when ? this.words.and : this.words.or);
      return isInner && parts.length > 1 ? `(${text})` : text;
    }
    if ('not' in when) return this.#negated(when.not, clause);
    return this.#comparison(when, clause, false);
  }

  #negated(when: When, clause: ClauseNumber): string {
    const isComparison = when !== 'otherwise' && !('all' in when) && !('any' in when) && !('not' in when);
    if (isComparison) return this.#comparison(when as Source & Comparison, clause, true);
    return fillWords(this.words.not, { condition: this.condition(when, clause) });
  }

  #comparison(when: Source & Comparison, clause: ClauseNumber, isNegated: boolean): string {
    const relation = relations.find((name) => when[name] !== undefined) as keyof Comparison;
    const shape = shapeOfSource(this.agreement, when);
    const operand = this.#operand(when, shape, clause);
    const wanted = when[relation];
    if (relation === 'isGiven')
      return this.relation((wanted === true) === isNegated ? 'isNotGiven' : 'isGiven', operand, '');
    const threshold =
      relation === 'isOneOf'
        ? (wanted as readonly string[]).map((code) => this.word(code)).join(', ')
        : this.#threshold(wanted as ConditionLiteral | Source, shape, clause);
    return this.relation(isNegated ? opposites[relation] : relation, operand, threshold);
  }

  #threshold(wanted: ConditionLiteral | Source, shape: ValueShape | undefined, clause: ClauseNumber): string {
    if (typeof wanted === 'object' && !('amount' in wanted)) return this.#operand(wanted, shape, clause);
    return this.value(wanted, shape ?? shapeOfOperand(this.agreement, { literal: wanted }));
  }

  relation(id: RelationId, operand: string, threshold: string): string {
    return fillWords(this.words.relations[id], { operand, threshold });
  }

  /** The relation that a comparison requires, inverted if it must be false. */
  asked(relation: keyof Comparison, threshold: unknown, isNegated: boolean): RelationId {
    if (relation === 'isGiven') return (threshold === true) === isNegated ? 'isNotGiven' : 'isGiven';
    return isNegated ? opposites[relation] : relation;
  }

  /** The outcome of a row. */
  outcome(outcome: Outcome, clause: ClauseNumber): string {
    const { outcomes } = this.words;
    const sum = (source: Source): string => this.source(source, { type: 'money' }, clause);
    switch (outcome.is) {
      case 'amount': {
        const parts = (['cash', 'toBalance', 'owed'] as const).flatMap((to) => {
          const source = outcome[to];
          return source === undefined || source === 0 ? [] : [fillWords(outcomes[to], { sum: sum(source) })];
        });
        return parts.length === 0 ? outcomes.none : parts.join('; ');
      }
      case 'open': {
        const text = outcome.decidedBy === 'law' ? outcomes.openLaw : outcomes.openParties;
        return outcome.sum === undefined ? text : fillWords(outcomes.about, { outcome: text, sum: sum(outcome.sum) });
      }
      case 'discretion':
        return fillWords(outcomes.discretion, {
          sum: sum(outcome.ceiling),
          outcome: this.outcome(outcome.ifRefused, clause),
        });
      case 'state':
        return fillWords(outcomes.state, { state: this.word(outcome.state) });
      default:
        return outcomes.none;
    }
  }
}

/** The arguments of a computation in words. */
class ArgumentPhrases {
  readonly #phrases: AgreementPhrases;
  readonly #from: Readonly<Record<string, Source>>;
  readonly #terms: Readonly<Record<string, unknown>>;
  readonly #kind: Kind;
  readonly #clause: ClauseNumber;
  readonly #gives: Computation['gives'];

  constructor(
    phrases: AgreementPhrases,
    { from = {}, terms = {}, gives }: Computation,
    kind: Kind,
    clause: ClauseNumber,
  ) {
    this.#phrases = phrases;
    this.#from = from;
    this.#terms = terms;
    this.#kind = kind;
    this.#clause = clause;
    this.#gives = gives;
  }

  phrase(path: string): string {
    const shape = this.#gives?.[path] ?? shapeAt(this.#kind.takes, path);
    const source = this.#sourceOf(path);
    if (source !== undefined) return this.#phrases.source(source, shape, this.#clause);
    if (this.#isInside(path)) return this.#parts(path, shape);
    const term = this.#termAt(path);
    if (term === undefined || shape === undefined) return '';
    if (path.endsWith('ounding')) return this.#phrases.rounding(term as Rounding);
    if (typeof term === 'object' && term !== null && (shape.type === 'list' || shape.type === 'record'))
      return this.#parts(path, shape);
    return this.#phrases.value(term, shape);
  }

  literal(path: string): string | undefined {
    const source = this.#sourceOf(path);
    const term = source === undefined ? this.#termAt(path) : 'literal' in source ? source.literal : undefined;
    return typeof term === 'string' || typeof term === 'boolean' || typeof term === 'number' ? String(term) : undefined;
  }

  isGiven(path: string, orZero: boolean): boolean {
    if (this.#sourceOf(path) !== undefined || this.#isInside(path)) return true;
    const term = this.#termAt(path);
    if (!orZero && /^-?0(\.0+)?$/.test(String((term as { readonly amount?: string } | undefined)?.amount)))
      return false;
    return term !== undefined && term !== null && !(Array.isArray(term) && term.length === 0);
  }

  entries(path: string): number | undefined {
    if (this.#from[path] !== undefined) return undefined;
    const term = this.#termAt(path);
    const numbers = Object.keys(this.#from).flatMap((key) =>
      key.startsWith(`${path}.`) ? [Number(key.slice(path.length + 1).split('.')[0]) + 1] : [],
    );
    return Math.max(0, Array.isArray(term) ? term.length : 0, ...numbers);
  }

  /** The entries of a list or the fields of a record, each in words. */
  #parts(path: string, shape: ValueShape | undefined): string {
    if (shape?.type === 'record')
      return Object.keys(shape.fields)
        .filter((name) => this.isGiven(`${path}.${name}`, true))
        .map((name) => this.phrase(`${path}.${name}`))
        .join(', ');
    const count = this.entries(path) ?? 0;
    return Array.from({ length: count }, (_, at) => this.phrase(`${path}.${at}`)).join(', ');
  }

  /** The source of a path, or of the value that contains it. */
  #sourceOf(path: string): Source | undefined {
    const names = path.split('.');
    for (let length = names.length; length > 0; length -= 1) {
      const source = this.#from[names.slice(0, length).join('.')];
      if (source !== undefined) return source;
    }
    return undefined;
  }

  #isInside(path: string): boolean {
    return Object.keys(this.#from).some((key) => key.startsWith(`${path}.`));
  }

  #termAt(path: string): unknown {
    let at: unknown = this.#terms;
    for (const name of path.split('.')) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
      at = (at as Readonly<Record<string, unknown>>)[name];
    }
    return at;
  }
}
