import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, type ExactNumber } from '../money/fraction.js';
import { isPlainSum, type Money, moneyOf, moneyOfUnits, requireCurrency, requireNotNegative } from '../money/money.js';
import { timesDecimal } from '../money/multiplyMoney.js';
import { parseRate, type Rate } from '../money/rate.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { capRoom, capRoomBig } from './capRoom.js';

/** A cap on liability: a fraction of a base, less what was already compensated under it. */
export interface LiabilityCap<C extends CurrencyCode> {
  /** The clause that sets it; named in the answer if the cap binds. */
  readonly clause: string;
  /** The rate as a fraction of the base: `'0.05'` is 5 %, `'1'` the base itself. */
  readonly rate: Rate;
  /** The base of the fraction; stacked caps may have different bases. */
  readonly base: Money<C>;
  /** The amount already compensated under this cap. */
  readonly used: Money<C>;
}

/** A condition for anything to be payable. */
export interface LiabilityCondition {
  /** Its name, as shown to readers: `'fault-documented'`. */
  readonly what: string;
  readonly met: boolean;
}

/** How a head of loss is treated: never compensated, compensated up to the caps, or in full. */
export type LossTreatment = 'excluded' | 'capped' | 'uncapped';

/** A head of loss and its treatment. */
export interface LossHead<C extends CurrencyCode> {
  /** Its name: `'lost-profit'`, `'data-loss'`. */
  readonly head: string;
  readonly treatment: LossTreatment;
  /**
   * Caps for this head only, in addition to the `caps` of the terms; only if the treatment is `capped`. Omit it if
   * there are none.
   */
  readonly caps?: readonly LiabilityCap<C>[];
}

/** Terms that limit liability. */
export interface LimitLiabilityTerms<C extends CurrencyCode> {
  /** The loss suffered. */
  readonly loss: Money<C>;
  /** The ground that excludes liability, such as force majeure; omit it if there is none. */
  readonly excludedBy?: string;
  /** The conditions; an empty list requires nothing. */
  readonly requires: readonly LiabilityCondition[];
  /** Caps on every loss except an uncapped head; on a tie the first one binds. An empty list sets none. */
  readonly caps: readonly LiabilityCap<NoInfer<C>>[];
  /** The treatment of each head of loss, with unique names; omit it if the agreement does not distinguish losses. */
  readonly heads?: readonly LossHead<NoInfer<C>>[];
  /** The head of this loss; required exactly if `heads` is given. */
  readonly head?: string;
  /** How each cap is rounded to minor units. */
  readonly rounding: Rounding;
  /** How each cap is rounded, if the agreement rounds caps differently; defaults to `rounding`. */
  readonly capRounding?: Rounding;
}

/** A cap with its computed amounts. */
export interface ComputedCap<C extends CurrencyCode> extends LiabilityCap<C> {
  /** `rate × base`, rounded. */
  readonly cap: Money<C>;
  /** What is left of it: `cap − used`, at least zero. */
  readonly room: Money<C>;
}

/** The figures behind a {@link LimitedLiability}. */
export interface LimitedLiabilityBasis<C extends CurrencyCode> {
  readonly loss: Money<C>;
  /** The caps that apply to the loss, those of its head first. */
  readonly caps: readonly ComputedCap<C>[];
  /** The head of loss; absent if the terms have no heads. */
  readonly head?: string;
  /** The treatment of that head. */
  readonly treatment?: LossTreatment;
  /** The ground that excludes liability; absent if there is none. */
  readonly excludedBy?: string;
  /** The conditions that are not met. */
  readonly unmet: readonly string[];
}

/** A cap with its rate parsed once. */
interface ReadCap<C extends CurrencyCode> extends LiabilityCap<C> {
  readonly number: ExactNumber;
}

/** A head of loss with its caps parsed. */
interface ReadHead<C extends CurrencyCode> extends LossHead<C> {
  readonly caps?: readonly ReadCap<C>[];
}

/** What is payable of a loss, and what limits it. */
export class LimitedLiability<C extends CurrencyCode> {
  /** @internal */
  readonly loss: Money<C>;
  /** @internal */
  readonly applied: readonly ReadCap<C>[];
  /** @internal */
  readonly head: ReadHead<C> | undefined;
  /** @internal */
  readonly excludedBy: string | undefined;
  /** @internal */
  readonly unmet: readonly string[];
  /** @internal */
  readonly rounding: Rounding;
  /** The minor units of the least room; absent if no cap applies. @internal */
  readonly roomUnits: number | bigint | undefined;
  /** The index of the cap with the least room. @internal */
  readonly least: number;

  /** @internal */
  constructor(
    loss: Money<C>,
    applied: readonly ReadCap<C>[],
    head: ReadHead<C> | undefined,
    excludedBy: string | undefined,
    unmet: readonly string[],
    rounding: Rounding,
  ) {
    let least = 0;
    let room: number | bigint | undefined;
    // Amounts are computed now and wrapped in Money on access.
    for (let at = 0; at < applied.length; at += 1) {
      const units = roomUnits(applied[at] as ReadCap<C>, rounding);
      if (room !== undefined && units >= room) continue;
      room = units;
      least = at;
    }
    this.loss = loss;
    this.applied = applied;
    this.head = head;
    this.excludedBy = excludedBy;
    this.unmet = unmet;
    this.rounding = rounding;
    this.roomUnits = room;
    this.least = least;
  }

  /** The amount to be compensated. */
  get payable(): Money<C> {
    const { loss, room } = this;
    if (this.because !== undefined) return moneyOfUnits(0, loss.currency);
    return this.binds ? (room as Money<C>) : loss;
  }

  /** The clause of the cap that reduced the amount; undefined if none did. */
  get bindingCap(): string | undefined {
    return this.because === undefined && this.binds ? this.applied[this.least]?.clause : undefined;
  }

  /** The least amount left under any cap before this loss; undefined if no cap applies. */
  get room(): Money<C> | undefined {
    return this.roomUnits === undefined ? undefined : moneyOf(this.roomUnits, this.loss.currency);
  }

  /** Why nothing is payable regardless of the caps; undefined if only the caps matter. */
  get because(): 'excluded' | 'condition-not-met' | undefined {
    if (this.excludedBy !== undefined || this.head?.treatment === 'excluded') return 'excluded';
    return this.unmet.length > 0 ? 'condition-not-met' : undefined;
  }

  /** Whether a cap leaves less than the loss. @internal */
  get binds(): boolean {
    const { loss, roomUnits } = this;
    return roomUnits !== undefined && roomUnits < (loss.bigUnits ?? loss.units);
  }

  /** The figures needed to check the amount by hand. */
  get basis(): LimitedLiabilityBasis<C> {
    const { loss, head, excludedBy, rounding } = this;
    return {
      loss,
      caps: Object.freeze(
        this.applied.map(({ number, ...cap }) => ({
          ...cap,
          cap: timesDecimal(cap.base, number, rounding),
          room: moneyOf(roomUnits({ number, ...cap }, rounding), loss.currency),
        })),
      ),
      ...(head !== undefined && { head: head.head, treatment: head.treatment }),
      ...(excludedBy !== undefined && { excludedBy }),
      unmet: Object.freeze([...this.unmet]),
    };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { payable, bindingCap, room, because, basis } = this;
    return { payable, bindingCap, room, because, basis };
  }
}

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

function roomUnits({ base, used, number: rate }: ReadCap<CurrencyCode>, rounding: Rounding): number | bigint {
  const room = capRoom(base.units, used.units, rate.units, denominatorOf(rate), rounding);
  if (!Number.isNaN(room)) return room;
  return capRoomBig(base.minorUnits, used.minorUnits, bigUnitsOf(rate), bigDenominatorOf(rate), rounding);
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
    if (!isPlainSum(base, currency) || !isPlainSum(used, currency)) {
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
    refuse('term-not-in-force', 'head', head, `one of ${[...read.keys()].join(', ') || 'no heads at all'}`)
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
