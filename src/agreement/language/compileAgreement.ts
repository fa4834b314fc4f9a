/** Compiles the written form of an agreement into its computed form. */
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import type { Rounding } from '../../money/rounding.js';
import { kinds } from '../kinds/index.js';
import type {
  AgreementData,
  Clause,
  Computation,
  Ending,
  FactDeclaration,
  Reading,
  Table,
  Wallet,
} from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import { type AccountScope, accountScopeOf } from './accountScope.js';
import { type WordsByPlace, wordsOf } from './catalogue.js';
import { inClauseOrder } from './clauseOrder.js';
import { compileComputation, compileFormula } from './compileComputation.js';
import { compileEvents } from './compileEvents.js';
import { compileFacts } from './compileFacts.js';
import { compilePosting } from './compilePosting.js';
import { compileRow } from './compileRow.js';
import type { AgreementCatalogue, AgreementDocument } from './document.js';
import { Finder, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { markTouched } from './markTouched.js';
import { agreementFormFindings } from './readAgreementDocument.js';
import { changedParts } from './readingChanges.js';
import type { Scope } from './scope.js';
import { computationNames, kindFields } from './writtenFields.js';

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
  readonly facts: Readonly<Record<string, FactDeclaration>>;
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
    this.facts = compileFacts(document.facts, words, finder);
  }

  compile(): Compiled {
    const { id, edition, timeZone, calendars, note } = this.#document;
    this.#placeComputations();
    const clauses = this.#compileClauses();
    const tables = this.#compileTables();
    const events = compileEvents(this.#document.events, this.facts, this.#words, this.finder);
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
    const account = accountScopeOf(this.#scope(), first, this.#document.postings);
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
    const [only, ...others] = kindFields(written);
    return others.length === 0 ? only : undefined;
  }

  #compileClauses(): readonly Clause[] {
    return inClauseOrder(Object.entries(this.#document.clauses)).map(([ref, written]) => {
      const path = ['clauses', ref];
      const heading = this.#words.at('clauses', ref);
      const { text, note } = written;
      const computes = (this.#addresses.get(ref) ?? []).map((address) => {
        const name = address.slice(ref.length + 1);
        const part = written[name] as Readonly<Record<string, unknown>>;
        return compileComputation(this.#scope(), this.#words, ref, name, part);
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

  /** Infers the type of a formula that is referred to before it is compiled; a circular formula has none. */
  #givesOfFormula(address: string): Readonly<Record<string, ValueShape>> | undefined {
    this.#formulas.delete(address);
    const slash = address.lastIndexOf('/');
    const [ref, name] = [address.slice(0, slash), address.slice(slash + 1)];
    const written = (this.#document.clauses[ref] as Readonly<Record<string, unknown>>)[name] as { formula: string };
    // Its findings are reported when it is compiled itself.
    const scope: Scope = { ...this.#scope(), finder: new Finder() };
    const { gives } = compileFormula(scope, name, written.formula, []);
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

  #compilePostings(account: AccountScope): AgreementData['postings'] {
    return Object.entries(this.#document.postings).map(([name, written]) => {
      const path = ['postings', name];
      return compilePosting(account, this.#words, name, written, path);
    });
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
              computation: (ref, name, part) =>
                compileComputation({ ...this.#scope(), finder }, this.#words, ref, name, part),
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
