import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainAmount, requireCurrency, requireNotNegative } from '../money/money.js';
import { parseRate } from '../money/rate.js';
import { requireRounding } from '../money/rounding.js';
import { LimitedLiability, type ReadCap, type ReadHead } from './limitedLiability.js';
import type {
  LiabilityCap,
  LiabilityCondition,
  LimitLiabilityTerms,
  LossHead,
  LossTreatment,
} from './limitLiabilityTerms.js';

/**
 * What is payable of a loss: the least of the loss and the room of every cap, `rate × base − used`, at least zero.
 *
 * If there is a ground of exclusion, or a condition is not met, nothing is payable. Of caps with the same room the
 * first in order binds; if the loss equals the room, no cap binds. If the agreement treats losses by head, an excluded
 * head is not compensated, an uncapped head is compensated in full (not even the caps of the terms apply), and a capped
 * head is subject to both its own caps and those of the terms, its own first. Grounds and conditions apply to every
 * head.
 *
 * @clause "The operator answers for documented loss of data, up to 5 % of what was paid for the last paid tariff; for all claims together, up
 * to 10 % of its price."
 * @throws {@link AgreementError} `currency-mismatch` for a cap in another currency; `amount-invalid` for a negative
 * amount; `rate-invalid` for a rate that is negative or not a decimal string; `rounding-unknown`; `term-not-in-force`
 * for a head that the terms do not name;
 * `argument-invalid` for a duplicate head, a capped head without any cap, caps on a head that is not capped, `head`
 * without `heads` or
 * `heads` without `head`, and for a value that is not a list, string or boolean where one is required.
 * @example Two caps with different bases; a loss equal to the room, and a tiyn above it
 * ```ts
 * const none = money('0.00', 'KZT');
 * const terms = {
 *   requires: [{ what: 'fault-documented', met: true }],
 *   caps: [
 *     { clause: '7.6.2', rate: '0.05', base: money('120000.00', 'KZT'), used: none },
 *     { clause: '7.7', rate: '0.1', base: money('150000.00', 'KZT'), used: none },
 *   ],
 *   rounding: 'halfExpand',
 * } as const;
 * limitLiability({ ...terms, loss: money('6000.00', 'KZT') }).bindingCap // => undefined
 * limitLiability({ ...terms, loss: money('6000.01', 'KZT') }).bindingCap // => '7.6.2'
 * limitLiability({ ...terms, loss: money('6000.01', 'KZT') }).payable // => money('6000.00', 'KZT')
 * limitLiability({ ...terms, loss: money('50000.00', 'KZT'), excludedBy: 'force-majeure' }).because // => 'excluded'
 * ```
 * @example 5 % of 119,999.90 is 5,999.995; the cap is rounded down if the agreement says so
 * ```ts
 * const terms = {
 *   loss: money('50000.00', 'KZT'), requires: [], rounding: 'halfExpand',
 *   caps: [{ clause: '7.6.2', rate: '0.05', base: money('119999.90', 'KZT'), used: money('0.00', 'KZT') }],
 * } as const;
 * limitLiability(terms).payable // => money('6000.00', 'KZT')
 * limitLiability({ ...terms, capRounding: 'floor' }).payable // => money('5999.99', 'KZT')
 * ```
 * @example By head of loss
 * ```ts
 * const none = money('0.00', 'EUR');
 * const terms = {
 *   loss: money('900.00', 'EUR'), requires: [], rounding: 'halfExpand',
 *   caps: [{ clause: '9.1', rate: '1', base: money('500.00', 'EUR'), used: none }],
 *   heads: [
 *     { head: 'lost-profit', treatment: 'excluded' },
 *     { head: 'data-loss', treatment: 'capped', caps: [{ clause: '9.2', rate: '0.5', base: money('500.00', 'EUR'), used: none }] },
 *     { head: 'intent', treatment: 'uncapped' },
 *   ],
 * } as const;
 * limitLiability({ ...terms, head: 'lost-profit' }).payable // => money('0.00', 'EUR')
 * limitLiability({ ...terms, head: 'data-loss' }).bindingCap // => '9.2'
 * limitLiability({ ...terms, head: 'intent' }).payable // => money('900.00', 'EUR')
 * limitLiability({ ...terms, head: 'other' }) // throws 'term-not-in-force'
 * ```
 */
export function limitLiability<C extends CurrencyCode>(terms: LimitLiabilityTerms<C>): LimitedLiability<C> {
  requireTerms(terms);
  const { loss, excludedBy, rounding, capRounding = rounding } = terms;
  requireNotNegative(loss, 'loss');
  requireRounding(rounding);
  requireRounding(capRounding, 'capRounding');
  if (excludedBy !== undefined) requireName(excludedBy, 'excludedBy');
  const unmet = unmetOf(terms.requires);
  const caps: readonly ReadCap<C>[] = readCaps<C>(terms.caps, loss.currency, 'caps');
  const { heads, head: name } = terms;
  const head = heads === undefined && name === undefined ? undefined : readHead<C>(heads, name, loss.currency);
  if (head?.treatment === 'capped' && caps.length === 0 && head.caps === undefined)
    refuse('argument-invalid', 'caps', terms.caps, `a cap, of the head ${head.head} or of every loss`);
  const applied = head === undefined ? caps : head.treatment === 'uncapped' ? [] : [...(head.caps ?? []), ...caps];
  return new LimitedLiability(loss, applied, head, excludedBy, unmet, capRounding);
}

const allMet: readonly string[] = Object.freeze([]);

function unmetOf(requires: readonly LiabilityCondition[]): readonly string[] {
  if (!isList(requires)) refuse('argument-invalid', 'requires', requires, 'a list of { what, met }');
  let unmet = allMet;
  for (let at = 0; at < requires.length; at += 1) {
    const condition = requires[at];
    if (!isName(condition?.what)) requireName(condition?.what, `requires.${at}.what`);
    if (typeof condition.met !== 'boolean')
      refuse('argument-invalid', `requires.${at}.met`, condition.met, 'true or false');
    if (!condition.met) unmet = [...unmet, condition.what];
  }
  return unmet;
}

function readCaps<C extends CurrencyCode>(
  caps: readonly LiabilityCap<C>[],
  currency: CurrencyCode,
  field: string,
): readonly ReadCap<C>[] {
  if (!isList(caps)) refuse('argument-invalid', field, caps, 'a list of { clause, rate, base, used }');
  const read = new Array<ReadCap<C>>(caps.length);
  for (let at = 0; at < caps.length; at += 1) {
    const cap: LiabilityCap<C> = caps[at];
    if (typeof cap !== 'object' || cap === null)
      refuse('argument-invalid', `${field}.${at}`, cap, '{ clause, rate, base, used }');
    const { clause, rate, base, used } = cap;
    if (!isName(clause)) requireName(clause, `${field}.${at}.clause`);
    const number = parseRate(rate, `${field}.${at}.rate`);
    // The paths of fields are only built for an error.
    if (!isPlainAmount(base, currency) || !isPlainAmount(used, currency)) {
      requireCurrency(base, currency, `${field}.${at}.base`);
      requireNotNegative(base, `${field}.${at}.base`);
      requireCurrency(used, currency, `${field}.${at}.used`);
      requireNotNegative(used, `${field}.${at}.used`);
    }
    read[at] = { clause, rate, base, used, number };
  }
  return read;
}

/** The head of the loss, after validating the whole table; its caps are absent if it has none of its own. */
function readHead<C extends CurrencyCode>(
  heads: readonly LossHead<C>[] | undefined,
  head: string | undefined,
  currency: CurrencyCode,
): ReadHead<C> {
  if (!isList(heads))
    refuse('argument-invalid', 'heads', heads, 'a list of { head, treatment, caps }, given with head');
  requireName(head, 'head');
  const read = new Map<string, ReadHead<C>>();
  for (let at = 0; at < heads.length; at += 1) {
    const entry: LossHead<C> = heads[at];
    requireName(entry?.head, `heads.${at}.head`);
    const { head: name, treatment } = entry;
    if (read.has(name)) refuse('argument-invalid', `heads.${at}.head`, name, 'a head named only once');
    if (!treatments.includes(treatment))
      refuse('argument-invalid', `heads.${at}.treatment`, treatment, treatmentExpected);
    const caps = entry.caps === undefined ? [] : readCaps<C>(entry.caps, currency, `heads.${at}.caps`);
    if (treatment !== 'capped' && caps.length > 0)
      refuse('argument-invalid', `heads.${at}.caps`, entry.caps, 'caps on a capped head alone');
    read.set(name, { head: name, treatment, ...(caps.length > 0 && { caps }) });
  }
  return (
    read.get(head) ??
    refuse(
      'term-not-in-force',
      'head',
      head,
      read.size === 0 ? 'a head of the list, which has none' : `one of ${[...read.keys()].join(', ')}`,
    )
  );
}

function requireName(name: string | undefined, field: string): asserts name is string {
  if (!isName(name)) refuse('argument-invalid', field, name, 'a name that is not empty');
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name !== '';
}

const treatments: readonly LossTreatment[] = ['excluded', 'capped', 'uncapped'];
const treatmentExpected = `one of ${treatments.join(', ')}`;
