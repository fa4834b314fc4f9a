import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { orderOf } from './compareFractions.js';
import { type ExactFraction, type FractionInput, fractionOf } from './exactFraction.js';

/**
 * A tier of a scale, with its bounds named as in the clause. Without a lower or upper bound it is unbounded on that
 * side.
 */
export interface Tier {
  /** "99 % or more": an inclusive lower bound. Excludes `above`. */
  readonly atLeast?: FractionInput;
  /** "More than 99 %": an exclusive lower bound. */
  readonly above?: FractionInput;
  /** "Less than 99.9 %": an exclusive upper bound. Excludes `atMost`. */
  readonly below?: FractionInput;
  /** "99.9 % or less": an inclusive upper bound. */
  readonly atMost?: FractionInput;
}

/** Terms of a scale. */
export interface TierTerms<T extends Tier> {
  /** The value to look up. */
  readonly value: FractionInput;
  /** The tiers, in any order; they must be adjacent, without a gap or an overlap. */
  readonly tiers: readonly T[];
}

/**
 * The tier of a scale that contains a value: the entry of `tiers` itself, so that it may have a name, a rate or an
 * amount.
 *
 * @clause "If availability is below 99.9 % but at least 99 %, the credit is 10 %; below 99 % it is 25 %."
 * @throws {@link AgreementError} `argument-invalid` for an invalid scale: no tiers, two lower or two upper bounds, an
 * empty tier, a gap or an overlap, naming the tier after it; `term-not-in-force` for a value outside the whole scale.
 * @example At a bound, slightly below it, and outside the scale
 * ```ts
 * const tiers = [
 *   { name: 'met', atLeast: '0.999', atMost: 1 },
 *   { name: 'low', atLeast: '0.99', below: '0.999' },
 *   { name: 'poor', atLeast: 0, below: '0.99' },
 * ];
 * tierOf({ value: '0.999', tiers }).name // => 'met'
 * tierOf({ value: '998/999', tiers }).name // => 'low'
 * tierOf({ value: '1.001', tiers }) // throws 'term-not-in-force'
 * ```
 * @example A bound that belongs to neither of two tiers
 * ```ts
 * tierOf({ value: '0.5', tiers: [{ below: '0.99' }, { above: '0.99' }] }) // throws 'argument-invalid'
 * ```
 */
export function tierOf<T extends Tier>(terms: TierTerms<T>): T {
  requireTerms(terms);
  const { tiers } = terms;
  const value = fractionOf(terms.value, 'value');
  const scale = readScale(tiers);
  const found = scale.find(({ upper }) => upper === undefined || isUnder(value, upper));
  const first = scale[0] as Placed;
  if (found === undefined || (first.lower !== undefined && isUnder(value, first.lower)))
    return refuse('term-not-in-force', 'value', String(value), 'a value on the scale of the tiers');
  return tiers[found.at] as T;
}

/** A boundary between two tiers; the value itself belongs either to the upper or to the lower one. */
interface Border {
  readonly edge: ExactFraction;
  readonly over: boolean;
}

interface Placed {
  readonly at: number;
  readonly lower: Border | undefined;
  readonly upper: Border | undefined;
}

/** The tiers in ascending order. */
function readScale(tiers: readonly Tier[]): readonly Placed[] {
  if (!isList(tiers) || tiers.length === 0) refuse('argument-invalid', 'tiers', tiers, 'a list of at least one tier');
  const scale = [...tiers].map((tier: Tier, at: number): Placed => {
    if (typeof tier !== 'object' || tier === null)
      refuse('argument-invalid', `tiers.${at}`, tier, '{ atLeast or above, below or atMost }');
    const lower = readBorder(tier.atLeast, tier.above, ['atLeast', 'above'], at);
    const upper = readBorder(tier.below, tier.atMost, ['below', 'atMost'], at);
    if (lower !== undefined && upper !== undefined && order(lower, upper) >= 0)
      refuse('argument-invalid', `tiers.${at}`, `${lower.edge} to ${upper.edge}`, 'a tier with a value in it');
    return { at, lower, upper };
  });
  scale.sort((a, b) =>
    a.lower === undefined || b.lower === undefined
      ? Number(a.lower !== undefined) - Number(b.lower !== undefined)
      : order(a.lower, b.lower),
  );
  for (let place = 1; place < scale.length; place += 1) {
    const [before, next] = [scale[place - 1] as Placed, scale[place] as Placed];
    if (before.upper === undefined || next.lower === undefined || order(before.upper, next.lower) !== 0)
      refuse(
        'argument-invalid',
        `tiers.${next.at}`,
        String(next.lower?.edge ?? 'no lower edge'),
        `a tier that begins where tiers.${before.at} ends, without a gap or an overlap`,
      );
  }
  return scale;
}

/**
 * Parses the bounds of one side. The first name puts the value above the boundary ("at least" includes it in the upper
 * tier, "below" excludes it from the lower one).
 */
function readBorder(
  over: FractionInput | undefined,
  under: FractionInput | undefined,
  names: readonly [string, string],
  at: number,
): Border | undefined {
  if (over !== undefined && under !== undefined)
    refuse('argument-invalid', `tiers.${at}.${names[1]}`, under, `no ${names[1]} beside ${names[0]}`);
  if (over !== undefined) return { edge: fractionOf(over, `tiers.${at}.${names[0]}`), over: true };
  return under === undefined ? undefined : { edge: fractionOf(under, `tiers.${at}.${names[1]}`), over: false };
}

/** Of two boundaries at the same value, the one that puts the value above it comes first. */
function order(a: Border, b: Border): number {
  return orderOf(a.edge, b.edge) || Number(b.over) - Number(a.over);
}

function isUnder(value: ExactFraction, { edge, over }: Border): boolean {
  const found = orderOf(value, edge);
  return found < 0 || (found === 0 && !over);
}
