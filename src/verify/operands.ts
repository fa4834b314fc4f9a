/** What the operands of a step are, and values made of what was found. */
import { civilDay, dayNumber, dayText, instantNumber, instantText } from './day.js';
import { type Fraction, fractionOf } from './fraction.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';

/** Nanoseconds of an hour. */
export const nanosecondsInHour = 3_600_000_000_000n;

export function operandAt(step: ResultStep, name: string): StepOperand {
  const operand = Object.hasOwn(step.in, name) ? step.in[name] : undefined;
  if (operand === undefined) throw new TypeError(`an operand ${name}`);
  return operand;
}

export function valueAt<T extends StepValue['type']>(step: ResultStep, name: string, type: T): StepValue & { type: T } {
  const operand = operandAt(step, name);
  if (operand.type !== type) throw new TypeError(`${type} as ${name}`);
  return operand as StepOperand & { type: T };
}

/** A day by its name; in a formula the first value. */
export const dayAt = (step: ResultStep, name: string): number =>
  dayNumber(valueAt(step, has(step, name) ? name : 'value1', 'day').value);
export const textAt = (step: ResultStep, name: string): string => valueAt(step, name, 'text').value;
export const flagAt = (step: ResultStep, name: string): boolean => valueAt(step, name, 'flag').value;
export const countAt = (step: ResultStep, name: string): number => valueAt(step, name, 'count').value;
export const has = (step: ResultStep, name: string): boolean => Object.hasOwn(step.in, name);

export function sumAt(step: ResultStep, name: string): Fraction & { readonly currency: string } {
  return sumIn(operandAt(step, name));
}

export function sumIn(operand: StepOperand): Fraction & { readonly currency: string } {
  const fraction = fractionOf(operand);
  if (fraction.currency === undefined) throw new TypeError('a sum');
  return { ...fraction, currency: fraction.currency };
}

export const day = (number: number): StepValue => ({ type: 'day', value: dayText(number) });
export const flag = (value: boolean): StepValue => ({ type: 'flag', value });
export const count = (value: number, unit: string): StepValue => ({ type: 'count', value, unit });

/** The numbers of the operands `name1`, `name2`, … that are present. */
export function numbersOf(step: ResultStep, name: string): readonly number[] {
  return Object.keys(step.in).flatMap((key) => {
    const rest = key.startsWith(name) ? key.slice(name.length) : '';
    return /^[1-9]\d*$/.test(rest) ? [Number(rest)] : [];
  });
}

/** The local time of a zone at an instant: its day, and the nanoseconds since midnight shown by the clock. */
export function clockAt(step: ResultStep, name: string, zone: string): Clock {
  return clockOf(instantNumber(valueAt(step, name, 'instant').value), zone);
}

export interface Clock {
  readonly day: number;
  readonly time: bigint;
}

export function clockOf(instant: bigint, zone: string): Clock {
  const milliseconds = instant / 1_000_000n - (instant % 1_000_000n < 0n ? 1n : 0n);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  }).formatToParts(Number(milliseconds));
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const isBefore = parts.find((found) => found.type === 'era')?.value.startsWith('B') ?? false;
  const year = isBefore ? 1 - part('year') : part('year');
  const seconds = BigInt(part('hour') * 3600 + part('minute') * 60 + part('second'));
  const within = ((instant % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  return { day: civilDay(year, part('month'), part('day')), time: seconds * 1_000_000_000n + within };
}

export function clockTime(text: string): bigint {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour === '') throw new TypeError('a time such as "03:00"');
  return BigInt(Number(hour) * 60 + Number(minute)) * 60_000_000_000n;
}

export function hoursAt(step: ResultStep): bigint {
  const limit = valueAt(step, 'limit', 'limit');
  if (limit.unit !== 'hours' || !Number.isSafeInteger(limit.count)) throw new TypeError('a limit in hours');
  return BigInt(limit.count) * nanosecondsInHour;
}

export function instant(nanoseconds: bigint): StepValue {
  return { type: 'instant', value: instantText(nanoseconds) };
}
