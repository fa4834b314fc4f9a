import { refuse } from '../errors/agreementError.js';

/**
 * How a monthly price is distributed over its days: so that the days add up to it, or with each day rounded separately.
 */
export type DailySpread = 'cumulative' | 'eachDay';

/** Throws for an unknown spread. @internal */
export function requireSpread(spread: DailySpread): void {
  if (spread !== 'cumulative' && spread !== 'eachDay')
    refuse('argument-invalid', 'spread', spread, '"cumulative" or "eachDay"');
}
