/** Kinds of the life of an agreement: amendments, force majeure, retention. */
import { refuse } from '../../errors/agreementError.js';
import { type AmendmentBinding, type AmendmentInForce, amendmentInForce } from '../../lifecycle/amendmentInForce.js';
import { type ForceMajeure, forceMajeure } from '../../lifecycle/forceMajeure.js';
import { epochDayOf } from '../../time/dayInput.js';
import { type Deadline, deadline } from '../../time/deadline.js';
import { isoOfEpochDay, requireEpochDay } from '../../time/epochDay.js';
import type { DayLimit, TimeLimit } from '../../time/timeLimit.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { countValue, dayValue, entryOperands, flagValue, textValue } from '../steps/values.js';
import { limitSteps } from './deadlineKind.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Amendment {
  readonly publishedOn: string;
  readonly after?: DayLimit;
  readonly statedOn?: string;
  readonly binds: AmendmentBinding;
  readonly usedOn?: readonly string[];
  readonly objectedOn?: string;
  readonly renewsOn?: string;
}

type InForce = { effectiveOn: string; lastDayToObject?: string; boundOn?: string; bound: boolean };

/** When an amendment takes effect, the last day to object, and the day from which it binds. */
export const amendmentInForceKind: Kind<Amendment, InForce> = {
  kind: 'amendmentInForce',
  takes: {
    type: 'record',
    fields: {
      publishedOn: { type: 'day' },
      after: { type: 'limit' },
      statedOn: { type: 'day' },
      binds: { type: 'text', oneOf: ['fromEffectiveDay', 'byLaterUse', 'fromNextRenewal'] },
      usedOn: { type: 'list', of: { type: 'day' } },
      objectedOn: { type: 'day' },
      renewsOn: { type: 'day' },
    },
    optional: ['after', 'statedOn', 'usedOn', 'objectedOn', 'renewsOn'],
  },
  gives: {
    effectiveOn: { type: 'day' },
    lastDayToObject: { type: 'day' },
    boundOn: { type: 'day' },
    bound: { type: 'flag' },
  },
  countsLimit: true,
  answer(given, defaults) {
    const { effectiveOn, lastDayToObject, boundOn } = amendmentOf(given, defaults);
    return {
      effectiveOn: effectiveOn.toString(),
      ...(lastDayToObject !== undefined && { lastDayToObject: lastDayToObject.toString() }),
      ...(boundOn !== undefined && { boundOn: boundOn.toString() }),
      bound: boundOn !== undefined,
    };
  },
  steps(record, given, answer, defaults) {
    const { deadline, basis } = amendmentOf(given, defaults);
    const days: Record<string, Operand> = { publishedOn: record.need('publishedOn') };
    if (deadline !== undefined) days['limit'] = limitSteps(record, 'publishedOn', 'after', deadline, defaults).lastDay;
    const stated = record.operand('statedOn');
    if (stated !== undefined) days['statedOn'] = stated;
    const renews = record.operand('renewsOn');
    if (renews !== undefined && given.binds === 'fromNextRenewal') days['renewsOn'] = renews;
    const effectiveOn = record.add('later', 'amendment.effective', days, dayValue(answer.effectiveOn));
    const { usedOn = [] } = given;
    const uses = entryOperands(record, 'usedOn', usedOn.length, { day: '' });
    const { firstLaterUse } = basis;
    const used =
      firstLaterUse === undefined
        ? undefined
        : record.add('firstAfter', 'amendment.used', { after: effectiveOn, ...uses }, dayValue(firstLaterUse));
    const lastDayToObject = lastDaySteps(record, given, answer, effectiveOn, used);
    const fields = { effectiveOn, ...(lastDayToObject && { lastDayToObject }) };
    if (answer.boundOn === undefined) {
      const objected = record.operand('objectedOn');
      const isInTime = given.objectedOn !== undefined && lastDayToObject !== undefined;
      const right = lastDayToObject ?? effectiveOn;
      return {
        ...fields,
        bound:
          objected !== undefined && isInTime && isNotAfter(given.objectedOn, answer.lastDayToObject)
            ? record.add('compare', 'amendment.objected', { left: objected, right }, flagValue(false), {
                notes: { relation: 'moreThan' },
              })
            : record.add('unknown', 'amendment.notUsed', { effectiveOn, ...uses }, flagValue(false)),
      };
    }
    const boundOn = record.add('select', 'amendment.bound', { day: used ?? effectiveOn }, dayValue(answer.boundOn));
    return { ...fields, boundOn };
  },
};

/** The last day on which an objection is in time: the day before the amendment binds. */
function lastDaySteps(
  record: Recording,
  { binds }: Amendment,
  { lastDayToObject }: InForce,
  effectiveOn: Operand,
  used: Operand | undefined,
): Operand | undefined {
  if (lastDayToObject === undefined) return undefined;
  const out = dayValue(lastDayToObject);
  // If later use binds, an objection is in time through the effective day, as long as there was no use.
  if (binds === 'byLaterUse' && used === undefined)
    return record.add('select', 'amendment.lastDayWhileUnused', { day: effectiveOn }, out);
  return record.add('dayBefore', 'amendment.lastDayToObject', { day: used ?? effectiveOn }, out);
}

function isNotAfter(day: string | undefined, last: string | undefined): boolean {
  return day !== undefined && last !== undefined && epochDayOf(day, 'objectedOn') <= epochDayOf(last, 'lastDay');
}

function amendmentOf(given: Amendment, defaults: AgreementDefaults): AmendmentInForce {
  return amendmentInForce({
    ...given,
    rules: defaults.rules,
    ...calendarFor(defaults, given.after?.unit ?? 'calendarDays'),
  });
}

interface ForceMajeureEvent {
  readonly startedOn: string;
  readonly endedOn?: string;
  readonly limit?: DayLimit;
  readonly asOf: string;
  readonly noticeLimit?: TimeLimit<'hours'>;
  readonly startedAt?: string;
  readonly noticeAt?: string;
  readonly dueOn?: string;
}

type Relief = {
  status: string;
  shiftDays: number;
  suspendedThrough?: string;
  beyondOn?: string;
  noticeInTime?: boolean;
  movedDueOn?: string;
};

/** Whether obligations are suspended, for how many days, and from when the event has lasted too long. */
export const forceMajeureKind: Kind<ForceMajeureEvent, Relief> = {
  kind: 'forceMajeure',
  takes: {
    type: 'record',
    fields: {
      startedOn: { type: 'day' },
      endedOn: { type: 'day' },
      limit: { type: 'limit' },
      asOf: { type: 'day' },
      noticeLimit: { type: 'limit' },
      startedAt: { type: 'instant' },
      noticeAt: { type: 'instant' },
      dueOn: { type: 'day' },
    },
    optional: ['endedOn', 'limit', 'noticeLimit', 'startedAt', 'noticeAt', 'dueOn'],
  },
  gives: {
    status: { type: 'text', oneOf: ['suspended', 'ended', 'beyond-limit'] },
    shiftDays: { type: 'count', unit: 'calendarDays' },
    suspendedThrough: { type: 'day' },
    beyondOn: { type: 'day' },
    noticeInTime: { type: 'flag' },
    movedDueOn: { type: 'day' },
  },
  countsLimit: true,
  answer(given, defaults) {
    const { status, shiftDays, beyondOn, noticeInTime, deadline } = reliefOf(given, defaults);
    return {
      status,
      shiftDays,
      ...(deadline !== undefined && { suspendedThrough: deadline.lastDay.toString() }),
      ...(beyondOn !== undefined && { beyondOn: beyondOn.toString() }),
      ...(noticeInTime !== undefined && { noticeInTime }),
      ...(given.dueOn !== undefined && { movedDueOn: movedDueDay(given.dueOn, given.startedOn, shiftDays) }),
    };
  },
  steps(record, given, answer, defaults) {
    const { deadline } = reliefOf(given, defaults);
    const ended = answer.status === 'ended' ? record.need('endedOn') : record.need('asOf');
    const shiftDays = defaults.rules.countTriggerDay
      ? record.add(
          'countDays',
          'event.days',
          { from: record.need('startedOn'), through: ended },
          countValue(answer.shiftDays, 'calendarDays'),
        )
      : record.add(
          'countDays',
          'event.days',
          { after: record.need('startedOn'), through: ended },
          countValue(answer.shiftDays, 'calendarDays'),
        );
    const moved = movedSteps(record, shiftDays, answer);
    if (deadline === undefined) return { shiftDays, ...moved };
    const { lastDay } = limitSteps(record, 'startedOn', 'limit', deadline, defaults);
    const over = record.operand('endedOn');
    const status = record.add(
      'reliefStatus',
      `event.${answer.status}`,
      { lastDay, asOf: record.need('asOf'), ...(over && { ended: over }) },
      textValue(answer.status),
    );
    return { shiftDays, status, suspendedThrough: lastDay, ...moved };
  },
};

/** An obligation that fell due before the event started is not extended. */
function movedDueDay(dueOn: string, startedOn: string, shiftDays: number): string {
  const due = epochDayOf(dueOn, 'dueOn');
  return isoOfEpochDay(due < epochDayOf(startedOn, 'startedOn') ? due : requireEpochDay(due + shiftDays, 'dueOn'));
}

function movedSteps(record: Recording, shiftDays: Operand, { movedDueOn }: Relief): Readonly<Record<string, Operand>> {
  if (movedDueOn === undefined) return {};
  const out = dayValue(movedDueOn);
  const operands = { due: record.need('dueOn'), started: record.need('startedOn'), shift: shiftDays };
  return { movedDueOn: record.add('moveDay', 'event.moved', operands, out) };
}

function reliefOf({ dueOn: _moved, ...given }: ForceMajeureEvent, defaults: AgreementDefaults): ForceMajeure {
  return forceMajeure({
    ...given,
    count: defaults.rules.countTriggerDay ? 'bothEnds' : 'fromNextDay',
    rules: defaults.rules,
    ...calendarFor(defaults, given.limit?.unit ?? 'calendarDays'),
  });
}

interface Kept {
  readonly periods: readonly {
    readonly from: string;
    readonly limit: DayLimit;
    readonly applies: boolean;
    /** True excludes the period, because another one takes its place. */
    readonly unless?: boolean;
  }[];
}

/** The last day of retention: the earliest end of the periods that apply. */
export const retentionKind: Kind<Kept, { keepUntil: string }> = {
  kind: 'retention',
  takes: {
    type: 'record',
    fields: {
      periods: {
        type: 'list',
        of: {
          type: 'record',
          fields: {
            from: { type: 'day' },
            limit: { type: 'limit' },
            applies: { type: 'flag' },
            unless: { type: 'flag' },
          },
          optional: ['unless'],
        },
      },
    },
  },
  gives: { keepUntil: { type: 'day' } },
  countsLimit: true,
  answer(given, defaults) {
    const ends = endsOf(given, defaults).map(({ end }) => epochDayOf(end.lastDay, 'periods'));
    return { keepUntil: isoOfEpochDay(Math.min(...ends)) };
  },
  steps(record, given, answer, defaults) {
    const flags = entryOperands(record, 'periods', given.periods.length, { applies: 'applies', unless: 'unless' });
    const days = endsOf(given, defaults).map(({ at, end }) => {
      const { lastDay } = limitSteps(record, `periods.${at}.from`, `periods.${at}.limit`, end, defaults);
      return [`period${at + 1}`, lastDay] as const;
    });
    return {
      keepUntil: record.add(
        'earliestThatApplies',
        'retention.until',
        { ...Object.fromEntries(days), ...flags },
        dayValue(answer.keepUntil),
      ),
    };
  },
};

/** The ends of the periods that apply, each with the calendar of its own limit. */
function endsOf(
  { periods }: Kept,
  defaults: AgreementDefaults,
): readonly { readonly at: number; readonly end: Deadline }[] {
  const ends = periods.flatMap(({ from: trigger, limit, applies, unless = false }, at) =>
    applies && !unless
      ? [{ at, end: deadline({ trigger, limit, rules: defaults.rules, ...calendarFor(defaults, limit.unit) }) }]
      : [],
  );
  if (ends.length === 0) refuse('term-not-in-force', 'periods', periods, 'a period that applies');
  return ends;
}
