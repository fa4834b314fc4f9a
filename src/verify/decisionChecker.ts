import { Checker } from './checker.js';
import { failedIn, unknownThreshold } from './failedIn.js';
import { sumOf } from './fraction.js';
import { fieldAt, isRecord, type Json, listOf, printed, sameJson, textAt } from './json.js';
import { placedComputations } from './placedComputations.js';
import { type PlacedRow, placedRows } from './placedRows.js';
import { plainOf } from './stepValue.js';

const decisionFields = [
  ...['format', 'agreement', 'question', 'row', 'outcome', 'cites', 'passedOver', 'computed', 'facts'],
  ...['steps', 'rows', 'fields'],
];

/** The check of one decision: the condition of each row that was reached, and what the outcome comes from. */
export class DecisionChecker extends Checker {
  override check(agreement: Json, facts: Json, result: Json): void {
    this.begin(agreement, result, decisionFields);
    const readings = fieldAt(result, 'agreement', 'readings');
    const question = fieldAt(result, 'question');
    const rows = placedRows(agreement, readings, question);
    const at = rows.findIndex(({ n }) => n === fieldAt(result, 'row'));
    const decided = rows[at];
    if (decided === undefined) {
      this.find('row', 'agreement-differs', 'a row of a table of the agreement', [question, fieldAt(result, 'row')]);
      return;
    }
    const passed = rows.slice(0, at);
    const asked = [...passed.map(({ condition }) => condition), decided.whole];
    const computations = new Map(placedComputations(agreement, readings));
    for (const placed of asked) computations.set(placed.address, placed);
    const reached = this.checkSteps(computations, facts, asked);
    if (reached === undefined) return;
    this.checkReadings(asked, reached, readingsOf(agreement, textAt(question)));
    for (const [place, row] of passed.entries()) this.#checkRow(row, row.condition.address, false, place);
    this.#checkRow(decided, decided.whole.address, true, at);
    this.#checkNames(
      'rows',
      rows.slice(0, at + 1).map(({ n }) => textAt(n)),
    );
    this.#checkOutcome(decided);
    this.#checkPassed(passed);
    const named = [fieldAt(result, 'rows'), fieldAt(result, 'fields')].filter(isRecord);
    this.checkWhole(named.flatMap((names) => Object.values(names)));
    this.same('cites', 'clause-differs', decided.cites);
    this.#checkComputed(
      new Set([...reached].map(({ address }) => address).filter((address) => !address.startsWith('table:'))),
    );
    this.takeTerms();
  }

  /** A row before the one that decided does not hold; the one that decided does. */
  #checkRow({ n, when }: PlacedRow, address: string, holds: boolean, at: number): void {
    const id = fieldAt(this.result, 'rows', textAt(n));
    if (when === 'otherwise') {
      if (!holds || id !== undefined)
        this.find(`rows.${textAt(n)}`, 'step-out-of-place', 'no step: a row without a condition decides', id ?? at);
      return;
    }
    const step = this.places.steps.get(textAt(id));
    if (step === undefined || !this.places.isCondition(step, when, address, 'when'))
      this.find(`rows.${textAt(n)}`, 'step-out-of-place', 'the step of the condition of the row', id);
    else if (fieldAt(step.out, 'value') !== holds)
      this.find(`rows.${textAt(n)}`, 'outcome-differs', `a condition that is ${holds}`, step.out, step.id);
  }

  #checkNames(field: 'rows' | 'fields', names: readonly string[]): void {
    const found = fieldAt(this.result, field);
    for (const name of isRecord(found) ? Object.keys(found) : [])
      if (!names.includes(name)) this.find(`${field}.${name}`, 'value-differs', names.join(' or '), name);
  }

  #checkOutcome({ outcome, whole }: PlacedRow): void {
    const names = Object.keys(whole.from).filter((name) => name !== 'when');
    this.#checkNames('fields', names);
    const found = fieldAt(this.result, 'outcome');
    // Zeros have the currency of the other amounts, or the first one of the agreement.
    const { currency = fieldAt(this.agreement, 'currencies', '0') } = ['cash', 'toBalance', 'owed']
      .filter((name) => names.includes(name))
      .map((name) => ({ currency: fieldAt(found, name, 'currency') }))[0] ?? { currency: undefined };
    const compare = (stated: Json, given: Json, path: string): void => {
      for (const name of new Set([stated, given].filter(isRecord).flatMap((record) => Object.keys(record)))) {
        const [own, there] = [fieldAt(stated, name), fieldAt(given, name)];
        const here = path === '' ? name : `${path}.${name}`;
        if (names.includes(here)) this.#checkAmount(whole.address, here, own, there);
        else if (name === 'ifRefused' && isRecord(own) && isRecord(there)) compare(own, there, here);
        else {
          const isZero = own === 0 && (name === 'cash' || name === 'toBalance');
          const expected = isZero ? plainOf(sumOf(0n, textAt(currency))) : own;
          if (!sameJson(there, expected)) this.find(`outcome.${here}`, 'value-differs', printed(expected), there);
        }
      }
    };
    compare(outcome, found, '');
  }

  /** An amount comes from its step, or it is a fact, a literal or an argument that an answer passes on. */
  #checkAmount(address: string, name: string, source: Json, found: Json): void {
    const id = fieldAt(this.result, 'fields', name);
    const fits = this.places.isSourceOf(found, id, source, address, name);
    if (!fits) this.find(`outcome.${name}`, 'value-differs', printed(source), found);
  }

  #checkPassed(passed: readonly PlacedRow[]): void {
    const found = listOf(fieldAt(this.result, 'passedOver'));
    if (found.length !== passed.length)
      this.find('passedOver', 'value-differs', `the ${passed.length} rows before`, found.length);
    passed.forEach(({ n, when, cites }, at) => {
      const path = `passedOver.${at}`;
      const row = found[at];
      if (fieldAt(row, 'row') !== n) this.find(`${path}.row`, 'value-differs', printed(n), fieldAt(row, 'row'));
      if (!sameJson(fieldAt(row, 'clauses'), cites))
        this.find(`${path}.clauses`, 'clause-differs', printed(cites), fieldAt(row, 'clauses'));
      for (const name of isRecord(row) ? Object.keys(row) : [])
        if (!['row', 'failed', 'clauses'].includes(name)) this.find(`${path}.${name}`, 'unreadable', 'nothing', name);
      const expected = failedIn(when, this.places.steps.get(textAt(this.result, 'rows', textAt(n))), this.places.steps);
      const failed = listOf(fieldAt(row, 'failed'));
      if (failed.length !== expected.length)
        this.find(`${path}.failed`, 'value-differs', `${expected.length} comparisons`, failed.length);
      expected.forEach((comparison, place) => {
        const { threshold, ...rest } = comparison;
        const { threshold: own, ...others } = (isRecord(failed[place]) ? failed[place] : {}) as Record<string, Json>;
        const here = `${path}.failed.${place}`;
        if (!sameJson(others, rest)) this.find(here, 'value-differs', printed(rest), failed[place]);
        // What a value that was left out is compared with has no step.
        if (threshold === unknownThreshold) {
          if (own !== undefined) this.take(`${here}.threshold`, own);
        } else if (!sameJson(own, threshold)) this.find(`${here}.threshold`, 'value-differs', printed(threshold), own);
      });
    });
  }

  /** The computations that were evaluated: those with steps, among those that may have been. */
  #checkComputed(may: ReadonlySet<string>): void {
    const found = fieldAt(this.result, 'computed');
    const computed = listOf(found);
    const must = [...this.places.fits.values()].flatMap((fits) => (fits.size === 1 ? [...fits] : []));
    const isMissing = must.some(({ address }) => !address.startsWith('table:') && !computed.includes(address));
    if (
      isMissing ||
      new Set(computed).size !== computed.length ||
      !computed.every((address) => may.has(textAt(address)))
    )
      this.find('computed', 'value-differs', `those with steps, among ${[...may].join(', ')}`, found);
  }
}

/** The readings with an option that changes a row of the table. */
function readingsOf(agreement: Json, question: string): readonly Json[] {
  return listOf(fieldAt(agreement, 'readings')).flatMap((reading) => {
    const options = fieldAt(reading, 'options');
    const touches = Object.values(isRecord(options) ? options : {}).some((option) => {
      const patch = fieldAt(option, 'patch');
      return isRecord(patch) && Object.keys(patch).some((target) => target.startsWith(`table:${question}#`));
    });
    return touches ? [fieldAt(reading, 'id')] : [];
  });
}
