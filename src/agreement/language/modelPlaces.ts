import { inClauseOrder } from './clauseOrder.js';
import type { AgreementDocument } from './document.js';
import type { Path } from './finder.js';
import { isRecord } from './isRecord.js';
import { computationNames, kindFields } from './writtenFields.js';

/** Parts of a row by their names in the model. */
const rowParts: Readonly<Record<string, string>> = {
  when: 'if',
  outcome: 'then',
  clauses: 'by',
  prevailsOver: 'over',
};

/** Parts of a posting with the same name in the document. */
const postingParts: readonly string[] = [
  ...['if', 'bind', 'window', 'computes', 'decides', 'on', 'opens', 'tells', 'purchase', 'refundOf', 'creditsTo'],
  ...['requires', 'opensRight', 'exercisesRight', 'sharedCap', 'owed'],
];

/** Parts of a posting that the model names differently. */
const renamedPostingParts: Readonly<Record<string, string>> = {
  setsIfPaid: 'ifPaid',
  setsIfShort: 'ifShort',
  setsByState: 'byState',
};

/**
 * Where each part of a model was written in its document. Only findings about the model need it, so nothing is looked up before there is
 * one.
 */
export class ModelPlaces {
  readonly #document: AgreementDocument;

  constructor(document: AgreementDocument) {
    this.#document = document;
  }

  /** The place in the document of a part of the model, by its path there: `clauses.3.computes.0`; undefined if it has none of its own. */
  get(model: string): Path | undefined {
    const [section, first = '', ...rest] = model.split('.');
    const at = Number(first);
    switch (section) {
      case 'countingRules':
        if (rest.length > 0) return undefined;
        return first === 'acts' ? ['counts', 'act'] : first === 'states' ? ['counts', 'state'] : undefined;
      case 'clauses':
        return this.#clause(at, rest);
      case 'tables':
        return this.#table(at, rest);
      case 'postings':
        return this.#posting(at, rest);
      case 'readings':
        return this.#reading(at, rest);
      default:
        return undefined;
    }
  }

  #clause(at: number, rest: readonly string[]): Path | undefined {
    const [ref, clause] = inClauseOrder(Object.entries(this.#document.clauses))[at] ?? [];
    if (ref === undefined || clause === undefined) return undefined;
    if (rest.length === 0) return ['clauses', ref];
    const [part, index, field, ...more] = rest;
    const name = part === 'computes' ? computationNames(clause)[Number(index)] : undefined;
    if (name === undefined || more.length > 0) return undefined;
    const path = ['clauses', ref, name];
    if (field === undefined) return path;
    if (field === 'counts') return [...path, 'counts'];
    const written: unknown = clause[name as keyof typeof clause];
    const [kind] = isRecord(written) ? kindFields(written) : [];
    return (field === 'terms' || field === 'from') && kind !== undefined ? [...path, kind] : undefined;
  }

  #table(at: number, rest: readonly string[]): Path | undefined {
    const question = Object.keys(this.#document.tables)[at];
    if (question === undefined) return undefined;
    if (rest.length === 0) return ['tables', question];
    const [part, index = '', field, ...more] = rest;
    const rows = this.#document.tables[question]?.rows ?? [];
    if (part !== 'rows' || rows[Number(index)] === undefined || more.length > 0) return undefined;
    const path = ['tables', question, 'rows', Number(index)];
    if (field === undefined) return path;
    return Object.hasOwn(rowParts, field) ? [...path, rowParts[field] as string] : undefined;
  }

  #posting(at: number, rest: readonly string[]): Path | undefined {
    const name = Object.keys(this.#document.postings)[at];
    if (name === undefined) return undefined;
    const path = ['postings', name];
    const [part, inside, ...more] = rest;
    if (part === undefined) return path;
    const written = this.#document.postings[name] as Readonly<Record<string, unknown>>;
    const side = ['debit', 'credit', 'payout'].find((way) => Object.hasOwn(written, way));
    if (part === 'post' && inside === 'amount' && more.length === 0 && side !== undefined) return [...path, side];
    if (inside !== undefined) return undefined;
    if (Object.hasOwn(renamedPostingParts, part)) return [...path, renamedPostingParts[part] as string];
    return postingParts.includes(part) ? [...path, part] : undefined;
  }

  #reading(at: number, rest: readonly string[]): Path | undefined {
    const id = Object.keys(this.#document.readings)[at];
    if (id === undefined) return undefined;
    const [part, option, ...more] = rest;
    if (part === undefined) return ['readings', id];
    const isOption = part === 'options' && option !== undefined && more.length === 0;
    return isOption ? ['readings', id, 'options', option] : undefined;
  }
}
