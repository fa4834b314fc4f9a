import * as z from 'zod/mini';
import type { AgreementStamp } from '../agreement/evaluate/evaluate.js';
import type { ClauseNumber, ComputationAddress } from '../agreement/model/source.js';
import type { Step } from '../agreement/steps/step.js';
import { roundings } from '../money/rounding.js';
import { choice, record } from './zodPieces.js';

/** The JSON of an answer of `evaluate`. */
export interface ClauseResultJson {
  readonly format: 2;
  readonly agreement: AgreementStamp;
  readonly computation: ComputationAddress;
  /** The facts that were used. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The fields of the answer: amounts as `{ amount, currency }`, days and instants as ISO strings. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  /** The step that produced each field of the answer. */
  readonly fields: Readonly<Record<string, string>>;
  readonly cites: readonly ClauseNumber[];
}

/** The schema of a result, created on first use. @internal */
export function resultDocument(): z.ZodMiniType {
  built ??= build();
  return built;
}

let built: z.ZodMiniType | undefined;

const operations = [
  'addLimit',
  'subtractLimit',
  'roll',
  'countDays',
  'earlier',
  'later',
  'compare',
  'match',
  'select',
  'sum',
  'difference',
  'product',
  'quotient',
  'least',
  'greatest',
  'notBelowZero',
  'round',
  'segments',
  'dayAfter',
  'dayBefore',
  'monthStart',
  'monthEnd',
  'dayOfMonth',
  'daysInMonth',
  'periodEnd',
  'dayOfNextMonth',
  'yearEnd',
  'termsThrough',
  'latestDayBefore',
  'moveDay',
  'firstAfter',
  'oneLess',
  'oneMore',
  'dayInZone',
  'opensOn',
  'withinHours',
  'addHours',
  'subtractHours',
  'timeOut',
  'wholeMinutes',
  'minutesFor',
  'unitsFor',
  'inForce',
  'keptPrice',
  'lastPaid',
  'lastPrice',
  'outstanding',
  'paidUpTo',
  'dayReached',
  'dailyCharges',
  'firstUnpaidDay',
  'credited',
  'charged',
  'divisor',
  'sumWithin',
  'firstCovered',
  'leftOfLot',
  'ifNotAfter',
  'nothing',
  'not',
  'noneOf',
  'unknown',
  'isAmong',
  'isDigits',
  'characters',
  'reliefStatus',
  'earliestThatApplies',
  'negative',
  'total',
  'mean',
  'choose',
  'holds',
  'daysBetween',
  'startOfDay',
  'minutesBetween',
  'isWorkingDay',
  'isSettledDay',
] as const satisfies readonly Step['op'][];

function build(): z.ZodMiniType {
  const text = (): z.ZodMiniType => z.string('a text');
  const texts = (): z.ZodMiniType => z.array(text(), 'a list of texts');
  const byName = (entry: z.ZodMiniType, expected: string): z.ZodMiniType => z.record(z.string(), entry, expected);
  const anyFields = (expected: string): z.ZodMiniType => byName(z.unknown(), expected);
  const value = z.discriminatedUnion(
    'type',
    valueBranches(text, byName, () => value as unknown as z.ZodMiniType) as unknown as [z.core.$ZodTypeDiscriminable],
    'a value with its type',
  ) as unknown as z.ZodMiniType;
  const notes = record(
    {
      skipped: z.exactOptional(texts()),
      rolledOver: z.exactOptional(texts()),
      provisional: z.exactOptional(texts()),
      calendar: z.exactOptional(text()),
      countTriggerDay: z.exactOptional(z.boolean('true or false')),
      monthEnd: z.exactOptional(text()),
      convention: z.exactOptional(text()),
      relation: z.exactOptional(text()),
    },
    'notes',
  );
  const step = record(
    {
      id: text(),
      op: choice(operations),
      role: text(),
      in: byName(value, 'operands by role'),
      out: value,
      clause: text(),
      rounding: z.exactOptional(choice(roundings)),
      notes: z.exactOptional(notes),
    },
    'a step with id, op, role, in, out and clause',
  );
  return record(
    {
      format: z.literal(2, '2'),
      agreement: record(
        { id: text(), edition: text(), readings: byName(text(), 'options by reading') },
        'an agreement with id, edition and readings',
      ),
      computation: z.string('the address of a computation'),
      facts: anyFields('facts by name'),
      value: anyFields('fields by name'),
      steps: z.array(step, 'a list of steps'),
      fields: byName(text(), 'steps by field'),
      cites: texts(),
    },
    'a result with format, agreement, computation, facts, value, steps, fields and cites',
  );
}

/** Values in JSON; an operand also has its origin. */
function valueBranches(
  text: () => z.ZodMiniType,
  byName: (entry: z.ZodMiniType, expected: string) => z.ZodMiniType,
  inner: () => z.ZodMiniType,
): z.ZodMiniType[] {
  const origin = {
    fact: z.exactOptional(text()),
    term: z.exactOptional(text()),
    step: z.exactOptional(text()),
    rule: z.exactOptional(choice(['timeZone', 'calendar'])),
  };
  const expected = 'a value with its type';
  const whole = (): z.ZodMiniType => z.int('a whole number');
  const digits = (): z.ZodMiniType =>
    z.string('an integer as a text').check(z.regex(/^-?\d+$/, 'an integer as a text'));
  return [
    record({ type: z.literal('money'), amount: text(), currency: text(), ...origin }, expected),
    record(
      { type: z.literal('exact'), n: digits(), d: digits(), currency: z.exactOptional(text()), ...origin },
      expected,
    ),
    record({ type: z.enum(['rate', 'decimal', 'day', 'instant', 'text']), value: text(), ...origin }, expected),
    record({ type: z.literal('count'), value: whole(), unit: z.exactOptional(text()), ...origin }, expected),
    record({ type: z.literal('limit'), count: whole(), unit: text(), ...origin }, expected),
    record({ type: z.literal('flag'), value: z.boolean('true or false'), ...origin }, expected),
    record({ type: z.literal('list'), items: z.lazy(() => z.array(inner(), 'a list of values')), ...origin }, expected),
    record({ type: z.literal('record'), fields: z.lazy(() => byName(inner(), 'values by name')), ...origin }, expected),
  ];
}
