/** Compiles the written form of an agreement into its computed form. */
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import type { Rounding } from '../../money/rounding.js';
import { countingRules } from '../../time/countingRules.js';
import { kinds } from '../kinds/index.js';
import type {
  AgreementData,
  Clause,
  Computation,
  Ending,
  EventDeclaration,
  FactDeclaration,
  Reading,
  Table,
  Wallet,
} from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import { type WordsByPlace, wordsOf } from './catalogue.js';
import { inClauseOrder } from './clauseOrder.js';
import { compileArguments } from './compileArguments.js';
import { type AccountScope, compilePosting, factsIn, namesSet } from './compilePosting.js';
import { compileRow } from './compileRow.js';
import type { AgreementCatalogue, AgreementDocument } from './document.js';
import { Finder, nearest, type Path, show } from './finder.js';
import { lowerValue, parsed, type Scope } from './lower.js';
import { isRecord } from './node.js';
import { agreementFormFindings } from './readAgreementDocument.js';
import { changedParts } from './readingChanges.js';
import { readShape } from './shapeText.js';
import { shortKinds } from './shortKinds.js';
import { computationFields, computationNames, kindFields } from './writtenFields.js';

/** The result of compiling an agreement. */
export interface Compiled {
  /** Absent if the document does not have the form of an agreement. */
  readonly model?: AgreementData;
  readonly finder: Finder;
}

/** Compiles a document with the words of other languages; problems are reported as findings. */
export function compileAgreement(document: unknown, catalogues: readonly AgreementCatalogue[]): Compiled {
  const finder = new Finder();
  const unformed = agreementFormFindings(document);
  if (unformed.length > 0) {
    finder.findings.push(...unformed.map((finding) => ({ ...finding, place: finding.place ?? [finding.path] })));
    return { finder };
  }
  return new Compiler(
    document as AgreementDocument,
    wordsOf(document as AgreementDocument, catalogues, finder),
    finder,
  ).compile();
}

class Compiler {
  readonly finder: Finder;
  readonly facts: Record<string, FactDeclaration> = {};
  readonly #document: AgreementDocument;
  readonly #words: WordsByPlace;
  /**
   * The fields of the answer of each computation; undefined while a formula is being compiled, and for an unreadable
   * computation.
   */
  readonly #gives = new Map<string, Readonly<Record<string, ValueShape>> | undefined>();
  readonly #addresses = new Map<string, string[]>();
  readonly #formulas = new Map<string, Computation>();

  constructor(document: AgreementDocument, words: WordsByPlace, finder: Finder) {
    this.#document = document;
    this.#words = words;
    this.finder = finder;
  }

  compile(): Compiled {
    const { id, edition, timeZone, calendars, note } = this.#document;
    this.#compileFacts();
    this.#placeComputations();
    const clauses = this.#compileClauses();
    const tables = this.#compileTables();
    const events = this.#compileEvents();
    const name = this.#words.at('', 'name');
    const { wallets, ending } = this.#document;
    const words = this.#document.words === undefined ? undefined : this.#compileWords(this.#document.words);
    const model: AgreementData = {
      id,
      edition,
      effectiveOn: this.#document.effectiveOn ?? edition,
      ...(name && { name }),
      text: this.#document.text,
      ...(words && { words }),
      currencies: this.#currencies(),
      timeZone,
      calendars,
      countingRules: { acts: this.#document.counts.act as never, states: this.#document.counts.state as never },
      rounding: this.#document.rounding as Rounding,
      facts: this.facts,
      readings: [],
      clauses,
      tables,
      events,
      postings: [],
      ...(wallets && { wallets: this.#compileWallets(wallets) }),
      ...(ending && { ending: ending as Ending }),
      ...(note !== undefined && { note }),
    };
    // Readings come before postings: the bindings of a posting depend on what any of the readings needs.
    const first = { ...model, readings: this.#compileReadings(model) };
    const account = this.#accountScope(first);
    const second = { ...first, postings: this.#compilePostings(account) };
    const third = { ...second, readings: this.#compileReadings(second, account) };
    return { model: markTouched(third), finder: this.finder };
  }

  gives(address: string): Readonly<Record<string, ValueShape>> | undefined {
    const known = this.#gives.get(address);
    if (known !== undefined || !this.#formulas.has(address)) return known;
    return this.#givesOfFormula(address);
  }

  addresses(clause?: string): readonly string[] {
    return clause === undefined ? [...this.#gives.keys()] : (this.#addresses.get(clause) ?? []);
  }

  #currencies(): readonly CurrencyCode[] {
    const { currencies } = this.#document;
    currencies.forEach((code, at) => {
      if (!isKnownCurrency(code))
        this.finder.add(['currencies', at], 'currency-unknown', show(code), 'an ISO 4217 code');
    });
    return currencies as readonly CurrencyCode[];
  }

  #compileWords(words: Readonly<Record<string, string>>): NonNullable<AgreementData['words']> {
    return Object.fromEntries(Object.keys(words).map((word) => [word, this.#words.at('words', word) ?? {}]));
  }

  #compileWallets(wallets: NonNullable<AgreementDocument['wallets']>): readonly Wallet[] {
    return Object.entries(wallets).map(([name, { payable, takes }]) => {
      const label = this.#words.at('wallets', name);
      return { name, payable, takes: takes as Wallet['takes'], ...(label && { label }) };
    });
  }

  #compileFacts(): void {
    for (const [name, written] of Object.entries(this.#document.facts)) {
      const path = ['facts', name];
      const { shape, absent } = this.#declared(written, path);
      const label = this.#words.at('facts', name);
      this.facts[name] = { ...shape, ...(label && { label }), ...(absent !== undefined && { absent }) };
    }
  }

  /** `["day", "day of the purchase", "absent: …"]`, or only a shape. */
  #declared(written: unknown, path: Path): { readonly shape: ValueShape; readonly absent?: string } {
    if (typeof written === 'string') return { shape: readShape(written, path, this.finder) };
    const [first, words, absent, ...more] = written as readonly unknown[];
    if (words !== undefined && typeof words !== 'string')
      this.finder.add([...path, 1], 'type', show(words), 'the words for it');
    if (more.length > 0)
      this.finder.add([...path, 3], 'unknown', show(more[0]), 'a shape, the words for it, and "absent: …"');
    const shape = readShape(first, [...path, 0], this.finder);
    if (absent === undefined) return { shape };
    if (typeof absent === 'string' && absent.startsWith('absent: ')) return { shape, absent: absent.slice(8) };
    this.finder.add([...path, 2], 'type', show(absent), 'what leaving it out means, as "absent: none"');
    return { shape };
  }

  /** Registers every computation before any expression is compiled, so that expressions can refer to those written later. */
  #placeComputations(): void {
    for (const [ref, clause] of Object.entries(this.#document.clauses)) {
      const own: string[] = [];
      for (const name of computationNames(clause)) {
        const written: unknown = clause[name as keyof typeof clause];
        const address = `${ref}/${name}`;
        own.push(address);
        const kind = kinds.get(this.#kindOf(written as Readonly<Record<string, unknown>>) ?? '');
        this.#gives.set(address, kind?.gives);
        if (isRecord(written) && typeof written['formula'] === 'string')
          this.#formulas.set(address, { id: name, kind: 'formula' });
      }
      this.#addresses.set(ref, own);
    }
  }

  /** The kind of a computation; an unknown kind is reported when the computation is compiled. */
  #kindOf(written: Readonly<Record<string, unknown>>): string | undefined {
    if (!isRecord(written)) return undefined;
    const named = kindFields(written);
    const [only] = named;
    if (named.length !== 1 || only === undefined) return undefined;
    return only;
  }

  #compileClauses(): readonly Clause[] {
    return inClauseOrder(Object.entries(this.#document.clauses)).map(([ref, written]) => {
      const path = ['clauses', ref];
      const heading = this.#words.at('clauses', ref);
      const { text, note } = written;
      const computes = (this.#addresses.get(ref) ?? []).map((address) => {
        const name = address.slice(ref.length + 1);
        return this.compileComputation(ref, name, written[name] as Readonly<Record<string, unknown>>);
      });
      if (text !== undefined && computes.length > 0)
        this.finder.add([...path, 'text'], 'choice', show(text), 'either computations or text', ref);
      if (text === undefined && computes.length === 0)
        this.finder.add(
          path,
          'missing',
          'undefined',
          'a computation, or the nature of its text as "text": "conduct"',
          ref,
        );
      return {
        ref,
        ...(heading && { heading }),
        ...(computes.length > 0 ? { computes } : { text }),
        ...(note !== undefined && { note }),
      } as Clause;
    });
  }

  /** Compiles a computation, as written or as changed by a reading. */
  compileComputation(
    ref: string,
    name: string,
    written: Readonly<Record<string, unknown>>,
    finder: Finder = this.finder,
  ): Computation {
    const path = ['clauses', ref, name];
    const scope: Scope = {
      facts: this.facts,
      gives: (address) => this.gives(address),
      addresses: (clause) => this.addresses(clause),
      finder,
      clause: ref,
    };
    const { formula, counts, note } = written as { formula?: string; counts?: Computation['counts']; note?: string };
    const label = this.#words.at('clauses', `${ref}/${name}`);
    const about = { ...(label && { label }), ...(note !== undefined && { note }) };
    if (!isRecord(written)) {
      finder.add(path, 'type', show(written), 'a computation: a kind and its arguments, or a formula', ref);
      return { id: name, kind: '' };
    }
    const named = kindFields(written);
    if (formula !== undefined) {
      for (const other of named)
        finder.add([...path, other], 'unknown', show(written[other]), 'a formula alone, or a kind', ref);
      return { ...this.#formulaOf(scope, name, formula, [...path, 'formula']), ...about };
    }
    const [writtenKind, ...others] = named;
    if (writtenKind === undefined || others.length > 0) {
      const near = named.flatMap((field) => nearest(field, computationFields));
      const found = named.length === 0 ? 'undefined' : named.join(', ');
      finder.add(
        path,
        'choice',
        found,
        `one kind with its arguments${near.length > 0 ? `, or ${near.join(', ')}` : ''}`,
        ref,
      );
      return { id: name, kind: '' };
    }
    const list = Object.hasOwn(shortKinds, writtenKind) ? shortKinds[writtenKind] : undefined;
    const kind = kinds.get(writtenKind);
    if (kind === undefined) {
      const near = nearest(writtenKind, [...kinds.keys()]);
      finder.add(
        [...path, writtenKind],
        'unknown',
        show(writtenKind),
        near.length > 0 ? near.join(', ') : 'a kind of computation',
        ref,
      );
      return { id: name, kind: '' };
    }
    const writtenArguments = list === undefined ? written[writtenKind] : { [list]: written[writtenKind] };
    const { terms, from } = compileArguments(scope, kind, writtenArguments, [...path, writtenKind]);
    return {
      id: name,
      kind: kind.kind,
      ...(counts !== undefined && { counts: this.#counted(counts, [...path, 'counts'], ref, finder) }),
      ...(Object.keys(terms).length > 0 && { terms }),
      ...(Object.keys(from).length > 0 && { from }),
      ...about,
    };
  }

  #counted(counts: unknown, path: Path, ref: string, finder: Finder): NonNullable<Computation['counts']> {
    if (counts === 'act' || counts === 'state' || isRecord(counts)) return counts as never;
    const known = ['act', 'state', ...Object.keys(countingRules)];
    if (typeof counts !== 'string' || !known.includes(counts))
      finder.add(path, 'choice', show(counts), `one of ${known.join(', ')}, or rules written out`, ref);
    return counts as never;
  }

  #formulaOf(scope: Scope, name: string, written: string, path: Path): Computation {
    const none: Computation = { id: name, kind: 'formula' };
    const expression = parsed(scope, written.startsWith('=') ? written.slice(1) : written, path);
    const before = scope.finder.findings.length;
    const value = expression && lowerValue(scope, expression, path);
    if (value === undefined) {
      // Every other failure has reported a finding, so this one is a circular reference.
      if (expression !== undefined && scope.finder.findings.length === before)
        scope.finder.add(path, 'circle', show(written), 'a formula that does not depend on itself', scope.clause);
      return none;
    }
    if (value.shape.type === 'exact')
      scope.finder.add(path, 'type', 'an unrounded sum', 'a rounding: round(…), or round(…, floor)', scope.clause);
    return { id: name, kind: 'formula', gives: { value: value.shape }, from: { value: value.source } };
  }

  /** Infers the type of a formula that is referred to before it is compiled; a circular formula has none. */
  #givesOfFormula(address: string): Readonly<Record<string, ValueShape>> | undefined {
    this.#formulas.delete(address);
    const slash = address.lastIndexOf('/');
    const [ref, name] = [address.slice(0, slash), address.slice(slash + 1)];
    const written = (this.#document.clauses[ref] as Readonly<Record<string, unknown>>)[name] as { formula: string };
    // Its findings are reported when it is compiled itself.
    const scope: Scope = { ...this.#scope(), finder: new Finder() };
    const { gives } = this.#formulaOf(scope, name, written.formula, []);
    this.#gives.set(address, gives);
    return gives;
  }

  #scope(): Scope {
    return {
      facts: this.facts,
      gives: (address) => this.gives(address),
      addresses: (clause) => this.addresses(clause),
      finder: this.finder,
    };
  }

  #compileTables(): readonly Table[] {
    return Object.entries(this.#document.tables).map(([question, written]) => {
      const path = ['tables', question];
      const label = this.#words.at('tables', question);
      let number = 0;
      const rows = written.rows.map((row, index) => {
        const here = [...path, 'rows', index];
        if (row.row === undefined) number += 1;
        return compileRow(this.#scope(), row, number, here);
      });
      return {
        question,
        ...(label && { label }),
        rows,
        complete: rows[rows.length - 1]?.when === 'otherwise',
        ...(written.note !== undefined && { note: written.note }),
      };
    });
  }

  #compileEvents(): Readonly<Record<string, EventDeclaration>> {
    const events: Record<string, EventDeclaration> = {};
    for (const [kind, written] of Object.entries(this.#document.events)) {
      const path = ['events', kind];
      const payload: Record<string, ValueShape> = {};
      const optional: string[] = [];
      for (const [name, declared] of Object.entries(written.carries ?? {})) {
        const bare = name.endsWith('?') ? name.slice(0, -1) : name;
        if (bare !== name) optional.push(bare);
        payload[bare] = this.#carried(kind, bare, declared, [...path, 'carries', name]);
      }
      const label = this.#words.at('events', kind);
      events[kind] = {
        payload,
        ...(optional.length > 0 && { optional }),
        ...(label && { label }),
        ...(written.afterEnd !== undefined && { afterEnd: written.afterEnd as 'finding' }),
        ...(written.note !== undefined && { note: written.note }),
      };
    }
    return events;
  }

  #carried(kind: string, name: string, declared: unknown, path: Path): ValueShape {
    if (typeof declared === 'string' && declared.startsWith('=')) {
      const fact = declared.slice(1).trim();
      const known = Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
      if (known !== undefined) {
        const { absent, ...shape } = known;
        return shape;
      }
      const near = nearest(fact, Object.keys(this.facts));
      this.finder.add(path, 'unknown', show(fact), near.length > 0 ? near.join(', ') : 'a fact the agreement declares');
      return { type: 'text' };
    }
    const { shape } = this.#declared(declared, path);
    const label = this.#words.at('events', `${kind}.${name}`);
    return { ...shape, ...(label && { label }) };
  }

  #compilePostings(account: AccountScope): AgreementData['postings'] {
    return Object.entries(this.#document.postings).map(([name, written]) => {
      const path = ['postings', name];
      return compilePosting(account, this.#words, name, written, path);
    });
  }

  #accountScope(model: AgreementData): AccountScope {
    const asking = new Map<string, unknown>([
      ...model.clauses.flatMap(({ ref, computes = [] }) =>
        computes.map((computation): [string, unknown] => [`${ref}/${computation.id}`, computation.from]),
      ),
      ...model.tables.map(({ question, rows }): [string, unknown] => [`table:${question}`, rows]),
    ]);
    const patches = new Map<string, unknown[]>();
    for (const { options } of model.readings)
      for (const { patch } of Object.values(options))
        for (const [target, part] of Object.entries(patch)) {
          const name = target.startsWith('table:') ? target.slice(0, target.lastIndexOf('#')) : target;
          patches.set(name, [...(patches.get(name) ?? []), part]);
        }
    const known = new Map<string, Asked>();
    const askedBy = (name: string): Asked => {
      const asked = known.get(name) ?? askedIn([asking.get(name), ...(patches.get(name) ?? [])]);
      known.set(name, asked);
      return asked;
    };
    return {
      ...this.#scope(),
      events: model.events,
      ...namesSet(this.#document.postings),
      asked({ computes, decides, when }) {
        const first = askedIn([when]);
        const facts = new Set(first.facts);
        const reached = new Set<string>();
        const waiting = [
          ...(computes === undefined ? [] : [computes]),
          ...(decides === undefined ? [] : [`table:${decides}`]),
          ...first.results,
        ];
        for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
          if (reached.has(name)) continue;
          reached.add(name);
          const asked = askedBy(name);
          for (const fact of asked.facts) facts.add(fact);
          waiting.push(...asked.results);
        }
        return facts;
      },
    };
  }

  /**
   * The changes of each option. Postings are compiled after the readings that change computations and rows, so the
   * second pass, which has an account, only adds the changes of postings.
   */
  #compileReadings(model: AgreementData, account?: AccountScope): readonly Reading[] {
    return Object.entries(this.#document.readings).map(([id, written], at) => {
      const path = ['readings', id];
      const why = this.#words.at('readings', id) ?? {};
      const options = Object.fromEntries(
        Object.entries(written.options).map(([option, position]) => {
          const here = [...path, 'options', option];
          const label = this.#words.at('readings', `${id}/${option}`);
          const finder = new Finder();
          const changes = Object.entries(position.changes ?? {}).filter(
            ([target]) => target.startsWith('posting ') === (account !== undefined),
          );
          const changed = changedParts(
            {
              document: this.#document,
              model,
              computation: (ref, name, part) => this.compileComputation(ref, name, part, finder),
              row: (row, number, place) => compileRow({ ...this.#scope(), finder }, row, number, place),
              posting: (name, part, place) =>
                compilePosting({ ...(account as AccountScope), finder }, this.#words, name, part, place),
              finder,
            },
            Object.fromEntries(changes),
            [...here, 'changes'],
          );
          this.#reportChanges(finder, [...here, 'changes'], written.clause);
          const patch = { ...model.readings[at]?.options[option]?.patch, ...changed };
          return [option, { patch, ...(label && { label }) }];
        }),
      );
      return {
        id,
        clause: written.clause,
        chosen: written.chosen,
        why,
        options,
        ...(written.note !== undefined && { note: written.note }),
      };
    });
  }

  /** Reports problems of a changed part at the change itself. */
  #reportChanges({ findings }: Finder, changes: Path, written: string): void {
    for (const { place, code, value, expected, clause } of findings) {
      // A problem of the part itself is not an error of the change.
      if (this.finder.has(place, value)) continue;
      const isOwn = place[0] === 'readings';
      const found = isOwn ? value : `${value} in ${place.join(' ')}`;
      this.finder.add(isOwn ? place : changes, code, found, expected, clause ?? written);
    }
  }
}

/** The dependencies of a part: facts, and the addresses of computations used as sources. */
interface Asked {
  readonly facts: ReadonlySet<string>;
  readonly results: readonly string[];
}

function askedIn(parts: readonly unknown[]): Asked {
  const facts = new Set<string>();
  const results: string[] = [];
  for (const part of parts) {
    factsIn(part, facts);
    resultsIn(part, results);
  }
  return { facts, results };
}

function resultsIn(part: unknown, found: string[]): void {
  if (typeof part !== 'object' || part === null) return;
  const own = (part as { readonly result?: unknown }).result;
  if (typeof own === 'string') found.push(own);
  for (const inner of Object.values(part)) resultsIn(inner, found);
}

/** Lists for each computation the readings with an option that changes it. */
function markTouched(model: AgreementData): AgreementData {
  const touching = new Map<string, string[]>();
  for (const { id, options } of model.readings)
    for (const { patch } of Object.values(options))
      for (const target of Object.keys(patch)) {
        const known = touching.get(target) ?? [];
        if (!known.includes(id)) touching.set(target, [...known, id]);
      }
  return {
    ...model,
    clauses: model.clauses.map((clause) =>
      clause.computes === undefined
        ? clause
        : {
            ...clause,
            computes: clause.computes.map((computation) => {
              const readings = touching.get(`${clause.ref}/${computation.id}`);
              return readings === undefined ? computation : { ...computation, readings };
            }),
          },
    ),
  };
}
