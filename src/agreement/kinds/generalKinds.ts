/** Kinds that belong to no family: a value in a list, a pattern, the earliest and the latest of several days. */
import { refuse } from '../../errors/agreementError.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Operand } from '../steps/step.js';
import { dayValue, entryOperands, flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Choice {
  readonly value: string;
  readonly allowed?: readonly string[];
  readonly refused?: readonly string[];
  readonly as?: 'exact' | 'domainZone';
}

/** In a list of zones it matches every zone of two letters, that is all country zones. */
const zoneOfAnyCountry = '??';

/** A zone of the domain name system in canonical form: the last label, in lower case and without its dot. */
function zoneOf(text: string): string {
  const bare = text.trim().toLowerCase().replace(/\.+$/, '');
  return bare.slice(bare.lastIndexOf('.') + 1);
}

/**
 * Whether a value is among the allowed ones, and not among the refused ones; for a zone of the domain name system case
 * and dots do not matter.
 */
export const choiceKind: Kind<Choice, { holds: boolean }> = {
  kind: 'choice',
  takes: {
    type: 'record',
    fields: {
      value: { type: 'text' },
      allowed: { type: 'list', of: { type: 'text' } },
      refused: { type: 'list', of: { type: 'text' } },
      as: { type: 'text', oneOf: ['exact', 'domainZone'] },
    },
    optional: ['allowed', 'refused', 'as'],
  },
  gives: { holds: { type: 'flag' } },
  oneAmong: { value: 'value', lists: ['allowed.*', 'refused.*'] },
  countsLimit: false,
  answer({ value, allowed, refused, as }) {
    if (allowed === undefined && refused === undefined)
      refuse('argument-invalid', 'allowed', allowed, 'a list of what is allowed or refused');
    const compared = as === 'domainZone' ? zoneOf(value) : value;
    const isIn = (list: readonly string[]): boolean =>
      list.includes(compared) ||
      (as === 'domainZone' && list.includes(zoneOfAnyCountry) && /^[a-z]{2}$/.test(compared));
    return { holds: (allowed === undefined || isIn(allowed)) && !(refused !== undefined && isIn(refused)) };
  },
  steps(record, given, answer) {
    const out = flagValue(answer.holds);
    const operands = {
      value: record.need('value'),
      ...(given.as !== undefined && { as: record.need('as') }),
      ...entryOperands(record, 'allowed', given.allowed?.length ?? 0, { allowed: '' }),
      ...entryOperands(record, 'refused', given.refused?.length ?? 0, { refused: '' }),
    };
    // An empty list of allowed values allows nothing.
    if (given.allowed?.length === 0) return { holds: record.add('unknown', 'choice.noneAllowed', operands, out) };
    return { holds: record.add('isAmong', answer.holds ? 'choice.allowed' : 'choice.refused', operands, out) };
  },
};

interface Digits {
  readonly value: string;
  readonly digits: number;
  readonly of?: 'digits' | 'lettersAndDigits';
}

/** Whether a text consists of a given number of decimal digits; `of` also allows letters. */
export const digitsKind: Kind<Digits, { holds: boolean }> = {
  kind: 'digits',
  takes: {
    type: 'record',
    fields: {
      value: { type: 'text' },
      digits: { type: 'count' },
      of: { type: 'text', oneOf: ['digits', 'lettersAndDigits'] },
    },
    optional: ['of'],
  },
  gives: { holds: { type: 'flag' } },
  countsLimit: false,
  answer({ value, digits, of = 'digits' }) {
    const alone = of === 'digits' ? /^[0-9]*$/ : /^[\p{L}0-9]*$/u;
    return { holds: [...value].length === digits && alone.test(value) };
  },
  steps(record, given, answer) {
    const out = flagValue(answer.holds);
    const operands = {
      value: record.need('value'),
      digits: record.need('digits'),
      ...(given.of !== undefined && { of: record.need('of') }),
    };
    return { holds: record.add('isDigits', 'digits.holds', operands, out) };
  },
};

interface Days {
  readonly days: readonly { readonly what: string; readonly on?: string; readonly applies?: boolean }[];
  readonly needsAll?: boolean;
}

function ofSeveral(kind: 'earliest' | 'latest'): Kind<Days, { day?: string; complete: boolean }> {
  return {
    kind,
    takes: {
      type: 'record',
      fields: {
        days: {
          type: 'list',
          of: {
            type: 'record',
            fields: { what: { type: 'text' }, on: { type: 'day' }, applies: { type: 'flag' } },
            optional: ['on', 'applies'],
          },
        },
        needsAll: { type: 'flag' },
      },
      optional: ['needsAll'],
    },
    gives: { day: { type: 'day' }, complete: { type: 'flag' } },
    named: { list: 'days', by: 'what', own: ['complete'] },
    countsLimit: false,
    answer({ days, needsAll = false }) {
      const asked = days.filter(({ applies = true }) => applies);
      const known = asked.flatMap(({ on }) => (on === undefined ? [] : [on]));
      const complete = known.length === asked.length;
      if (known.length === 0 || (needsAll && !complete)) return { complete };
      const order = (a: string, b: string): number => epochDayOf(a, 'days') - epochDayOf(b, 'days');
      const sorted = [...known].sort(order);
      return { day: (kind === 'earliest' ? sorted[0] : sorted[sorted.length - 1]) as string, complete };
    },
    steps(record, given, answer) {
      const operands: Record<string, Operand> = {};
      given.days.forEach(({ what, applies = true }, at) => {
        const operand = applies ? record.operand(`days.${at}.on`) : undefined;
        if (operand !== undefined) operands[what] = operand;
      });
      if (answer.day === undefined) {
        const flags: Record<string, Operand> = {};
        given.days.forEach(({ what }, at) => {
          const applies = record.operand(`days.${at}.applies`);
          if (applies !== undefined) flags[what] = applies;
        });
        // Complete without a day: none was required.
        const complete = answer.complete
          ? record.add('noneOf', 'several.noneApplies', flags, flagValue(true))
          : record.add('unknown', 'several.none', operands, flagValue(false));
        return { complete };
      }
      const op = kind === 'earliest' ? 'earlier' : 'later';
      return { day: record.add(op, `several.${kind}`, operands, dayValue(answer.day)) };
    },
  };
}

/** The earliest of several days that apply; unknown days are ignored, unless all are required. */
export const earliestKind: Kind<Days, { day?: string; complete: boolean }> = ofSeveral('earliest');

/** The latest of several days that apply; unknown days are ignored, unless all are required. */
export const latestKind: Kind<Days, { day?: string; complete: boolean }> = ofSeveral('latest');
