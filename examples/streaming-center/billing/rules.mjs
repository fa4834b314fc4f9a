import { createHash } from 'node:crypto';
import { AgreementError } from 'oferta';
import { agreementOn, defineAgreement } from 'oferta/agreement';
import { columnsOf } from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { numberOfDay } from './days.mjs';
import { Refusal } from './refusal.mjs';
import { sumOfUnits, unitsOfSum } from './terms.mjs';

const calendars = [kz, ru];

/**
 * The editions of an agreement, and its computations compiled to columns. The package calculates every amount; this file only asks for it.
 */
export class Rules {
  /** @param {readonly { effectiveOn: string, document: string }[]} editions @param {object} terms */
  constructor(editions, terms) {
    this.terms = terms;
    this.editions = editions.map(({ effectiveOn, document }) => defined(document, effectiveOn));
    if (this.editions.length === 0)
      throw new Refusal('edition-missing', 'the database holds no edition of the agreement');
    const { data } = this.editions[0];
    this.currency = data.currencies[0];
    this.timeZone = data.timeZone;
    this.firstDay = this.editions.map(({ data: { effectiveOn } }) => effectiveOn).sort()[0];
    this.hasAccruals = this.editions.some((edition) => edition.data.postings.some(({ each }) => each === 'debt'));
    this.#compiled = new Map();
    this.#answers = new Map();
    this.spent = 0;
  }

  #plain = new Map();
  #factNames = new Map();
  #compiled;
  #answers;

  /** The edition in force on a day. @param {string} day */
  on(day) {
    return agreementOn(this.editions, day);
  }

  /** The posting of a name in an edition. */
  posting(edition, name) {
    return this.editions.find(({ data }) => data.edition === edition)?.data.postings.find(({ id }) => id === name);
  }

  /** The daily window in which the agreement makes its charges: a term of a computation that a posting names; undefined if none does. */
  window(day) {
    const { data } = this.on(day);
    const address = data.postings.find(({ window }) => window !== undefined)?.window.term;
    if (address === undefined) return undefined;
    const [computation, term] = address.split('#');
    const [clause, name] = computation.split('/');
    return data.clauses.find(({ ref }) => ref === clause)?.computes?.find(({ id }) => id === name)?.terms?.[term];
  }

  /** Whether the account has ended for good. @param {string} status @param {string} day */
  isFinal(status, day) {
    return this.on(day).data.ending?.statuses.includes(status) ?? false;
  }

  /**
   * The rule that caused an entry of a day, as text that can be stored: edition, computation, field, sign, the facts whose value is the
   * day, and those that are the same for all accounts of the rule. The facts of the account are returned separately, in minor units, days
   * and counts.
   *
   * @param {{ edition: string, posting: string, computation: string, facts: Record<string, unknown> }} entry
   * @param {string} on The day that is charged.
   * @param {string} tariff
   */
  ruleOf({ edition, posting: name, computation, facts }, on, tariff, sharesPriceList) {
    const post = this.posting(edition, name)?.post;
    if (computation === undefined || post === undefined || post.amount.result === undefined) return undefined;
    const { priceList } = this.terms;
    const shared = sharesPriceList && priceList !== undefined && facts[priceList.fact] !== undefined;
    const asked = this.#asked(edition, computation, facts);
    const same = {};
    const dayFacts = [];
    const own = [];
    const ownFacts = [];
    for (const [fact, type] of asked) {
      const value = facts[fact];
      if (type === undefined) {
        if (!(shared && fact === priceList.fact) && value !== undefined && value !== null) same[fact] = value;
      } else if (type === 'day' && value === on) dayFacts.push(fact);
      else {
        own.push(fact);
        ownFacts.push(numberOf(value, type));
      }
    }
    const body = JSON.stringify({
      edition,
      computation,
      field: post.amount.result,
      sign: post.side === 'debit' ? -1 : 1,
      same,
      ...(shared && asked.has(priceList.fact) && { tariff }),
      dayFacts,
      facts: own,
    });
    return { id: idOf(body), body, facts: ownFacts.every((value) => value === null) ? null : ownFacts };
  }

  /** The facts a computation uses, with the type of those that can be columns. */
  #asked(edition, computation, facts) {
    const key = `${edition} ${computation} ${Object.keys(facts).sort().join(' ')}`;
    let asked = this.#answers.get(key);
    if (asked !== undefined) return asked;
    const agreement = this.editions.find(({ data }) => data.edition === edition);
    const fixed = { ...facts };
    const declared = agreement.data.facts;
    for (const name of Object.keys(fixed))
      if (columnTypes.has(declared[name]?.type) || fixed[name] === null) delete fixed[name];
    for (;;) {
      try {
        const columns = columnsOf(agreement, computation, fixed);
        asked = new Map(Object.keys(fixed).map((name) => [name, undefined]));
        for (const { name, type } of columns.facts) asked.set(name, type);
        this.#answers.set(key, asked);
        return asked;
      } catch (error) {
        if (!(error instanceof AgreementError)) throw error;
        // Facts used only by the condition of the posting are included; the computation needs fewer, and names those it does not know.
        const unknown = error.findings.filter(({ path, code }) => code === 'unknown' && path in fixed);
        if (unknown.length === 0) throw error;
        for (const { path } of unknown) delete fixed[path];
      }
    }
  }

  /**
   * The signed amount of a rule on a day for each row of facts, in minor units. A row without an answer is null: the library has to be asked.
   *
   * @param {string} body
   * @param {readonly { effectiveOn: string, amount: number }[]} prices The price list of the rule's tariff.
   * @param {readonly (readonly (number | null)[] | null)[]} rows
   * @param {string | readonly string[]} day One for all rows, or one for each.
   * @returns {(number | null)[]}
   */
  amounts(body, prices, rows, day) {
    const columns = this.factsOf(body).map((_, at) => Float64Array.from(rows, (row) => row?.[at] ?? Number.NaN));
    const amounts = this.amountsOfColumns(body, prices, columns, rows.length, day);
    return Array.from(amounts, (amount) => (Number.isNaN(amount) ? null : amount));
  }

  /**
   * The same for columns, one for each fact of the rule; an absent fact is NaN, and so is the amount of a row without an answer.
   *
   * @param {readonly Float64Array[]} columns
   * @param {number} count How many rows.
   * @returns {Float64Array}
   */
  amountsOfColumns(body, prices, columns, count, day) {
    const began = performance.now();
    const compiled = this.#columns(body, prices);
    const { rule } = compiled;
    const facts = {};
    for (const [at, name] of rule.facts.entries()) facts[name] = columns[at];
    const isOneDay = typeof day === 'string';
    for (const name of rule.dayFacts)
      facts[name] =
        isOneDay && rule.facts.length > 0
          ? day
          : isOneDay
            ? new Int32Array(count).fill(numberOfDay(day))
            : Int32Array.from(day, numberOfDay);
    const answer = compiled.columns.run({ facts, fields: [rule.field], currency: this.currency }).fields[rule.field];
    const amounts = new Float64Array(answer.out);
    // Zero has no sign: -0 becomes 0.
    if (rule.sign < 0) for (let at = 0; at < count; at += 1) amounts[at] = 0 - amounts[at];
    this.spent += performance.now() - began;
    return amounts;
  }

  /** The names of the facts that differ by account. @param {string} body */
  factsOf(body) {
    let facts = this.#factNames.get(body);
    if (facts === undefined) {
      ({ facts } = JSON.parse(body));
      this.#factNames.set(body, facts);
    }
    return facts;
  }

  /** The same for accounts that have no facts of their own: they all get the same amount on a day, which is asked for once. */
  plainAmount(body, prices, day) {
    let known = this.#plain.get(body);
    if (known === undefined || known.prices !== prices) {
      known = { prices, byDay: new Map() };
      this.#plain.set(body, known);
    }
    if (!known.byDay.has(day)) known.byDay.set(day, this.amounts(body, prices, [null], day)[0]);
    return known.byDay.get(day);
  }

  #columns(body, prices) {
    const known = this.#compiled.get(body);
    if (known !== undefined && known.prices === prices) return known;
    const rule = JSON.parse(body);
    const agreement = this.editions.find(({ data }) => data.edition === rule.edition);
    if (agreement === undefined)
      throw new Refusal('edition-missing', `a rule rests on edition ${rule.edition}, which the database does not hold`);
    const { priceList } = this.terms;
    const same = { ...rule.same };
    if (rule.tariff !== undefined)
      same[priceList.fact] = prices.map(({ effectiveOn, amount }) => ({
        [priceList.day]: effectiveOn,
        [priceList.sum]: sumOfUnits(amount, this.currency),
      }));
    const compiled = { rule, prices, columns: columnsOf(agreement, rule.computation, same) };
    this.#compiled.set(body, compiled);
    return compiled;
  }
}

const columnTypes = new Set(['money', 'day', 'count', 'decimal', 'flag']);

function numberOf(value, type) {
  if (value === undefined || value === null) return null;
  if (type === 'money') return unitsOfSum(value);
  if (type === 'day') return numberOfDay(value);
  if (type === 'flag') return value ? 1 : 0;
  return Number(value);
}

/** A rule has the same number on every node, so that a slice can move. */
function idOf(body) {
  return Number(createHash('sha256').update(body).digest().readBigUInt64BE() >> 11n);
}

/**
 * An edition of the agreement, compiled.
 *
 * @param {string} document @param {string} [effectiveOn] @param {readonly object[]} [catalogues] Words in other languages.
 */
export function defined(document, effectiveOn, catalogues = []) {
  let parsed;
  try {
    parsed = JSON.parse(document);
  } catch (error) {
    throw new Refusal('edition-invalid', `the agreement is no JSON: ${error.message}`);
  }
  // Editions with the same text are distinguished by the day on which they take effect.
  if (effectiveOn !== undefined && (parsed.effectiveOn ?? parsed.edition) !== effectiveOn)
    parsed.effectiveOn = effectiveOn;
  return defineAgreement(parsed, { calendars, catalogues });
}
