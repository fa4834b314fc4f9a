import { type Fraction, fractionOf, moneyValue } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { refuse } from '../../errors/agreementError.js';
import type { Remainder } from '../../money/allocate.js';
import type { Money } from '../../money/money.js';
import { differenceStep, productStep, quotientStep, sumStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly total: Money;
  readonly ratios: readonly string[];
  readonly remainder: Remainder;
  readonly step?: Money;
}

/** The maximum number of shares to list. */
const mostShares = 100;

/** An amount divided in proportion, and who gets the remainder. */
export const allocateSteps: Derivation<Given, readonly Money[]> = {
  takes: {
    type: 'record',
    fields: {
      total: { type: 'money' },
      ratios: { type: 'list', of: { type: 'decimal' } },
      remainder: { type: 'text' },
      step: { type: 'money' },
    },
    optional: ['step'],
  },
  steps(record, given, answer) {
    const { ratios, remainder } = given;
    if (ratios.length > mostShares)
      refuse('argument-invalid', 'ratios', ratios.length, `at most ${mostShares} shares to be explained one by one`);
    const total = record.need('total');
    const operands = ratios.map((_, at) => record.need(`ratios.${at}`));
    const whole = sumStep(
      record,
      'allocate.whole',
      Object.fromEntries(operands.map((ratio, at) => [`ratio${at + 1}`, ratio])),
    );
    const parts = operands.map((ratio) => partSteps(record, given, total, ratio, whole));
    const down = Object.fromEntries(parts.map(({ down: part }, at) => [`share${at + 1}`, part]));
    const left = differenceStep(record, 'allocate.left', { total, ...down });
    const named = (shares: readonly Operand[]) =>
      Object.fromEntries(shares.map((share, at) => [`share${at + 1}`, share]));
    if (fractionOf(left).n === 0n) return named(parts.map(({ down: part }) => part));
    const positive = operands.flatMap((ratio, at) => (fractionOf(ratio).n > 0n ? [at] : []));
    if (remainder !== 'largestRemainder') {
      const taker = remainder === 'firstShare' ? positive[0] : positive[positive.length - 1];
      return named(
        parts.map(({ down: part }, at) => (at === taker ? sumStep(record, 'allocate.taken', { part, left }) : part)),
      );
    }
    const rests = new Map(
      positive.map((at) => {
        const { exact, down: part } = parts[at] as Part;
        return [at, differenceStep(record, 'allocate.rest', { exact, part })] as const;
      }),
    );
    const step = record.operand('step');
    return named(
      parts.map(({ down: part }, at) => {
        const own = rests.get(at);
        if (own === undefined) return part;
        const extra = moneyValue((answer[at] as Money).minorUnits - fractionOf(part).n, given.total.currency);
        const ranked = { left, own, ...othersOf(rests, at), ...(step && { unit: step }) };
        return sumStep(record, 'allocate.share', {
          part,
          extra: record.add('shareOfRest', 'allocate.extra', ranked, extra),
        });
      }),
    );
  },
};

interface Part {
  readonly exact: Operand;
  readonly down: Operand;
}

/** The exact share, and the share rounded down to the minor unit. */
function partSteps(record: Recording, given: Given, total: Operand, ratio: Operand, whole: Operand): Part {
  const exact = quotientStep(record, 'allocate.exact', {
    product: productStep(record, 'allocate.product', { total, ratio }),
    whole,
  });
  const { n, d } = fractionOf(exact) as Fraction;
  const size = given.step?.minorUnits ?? 1n;
  // Division of whole numbers cuts off toward zero.
  const out = moneyValue((n / (d * size)) * size, given.total.currency);
  const step = record.operand('step');
  const down =
    step === undefined
      ? record.add('round', 'allocate.down', { exact }, out, { rounding: 'trunc' })
      : record.add('roundToStep', 'allocate.downToStep', { exact, step }, out, { rounding: 'trunc' });
  return { exact, down };
}

/** The remainders of the other shares, before and after one. */
function othersOf(rests: ReadonlyMap<number, Operand>, own: number): Readonly<Record<string, Operand>> {
  const others: Record<string, Operand> = {};
  for (const [at, rest] of rests) if (at !== own) others[`${at < own ? 'before' : 'after'}${at + 1}`] = rest;
  return others;
}
