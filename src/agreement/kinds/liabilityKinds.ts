/** Kinds of liability: the limit of a loss, the last paid tariff, and a base computed from payments. */

import { lastPaidTariff } from '../../liability/lastPaidTariff.js';
import { liabilityBase } from '../../liability/liabilityBase.js';
import { limitLiability } from '../../liability/limitLiability.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, money, moneyOfBig } from '../../money/money.js';
import type { Rate } from '../../money/rate.js';
import { type Rounding, roundings } from '../../money/rounding.js';
import type { Operand } from '../steps/step.js';
import { entryOperands, productOf, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Loss {
  readonly loss: Money;
  readonly excludedBy?: string;
  readonly requires?: readonly { readonly what: string; readonly met: boolean }[];
  readonly caps?: readonly {
    readonly clause: string;
    readonly rate: Rate;
    readonly base: Money;
    readonly used: Money;
  }[];
  readonly capRounding?: Rounding;
}

type Limited = { payable: Money; bindingCap?: string; room?: Money; because?: string };

/**
 * How much of a loss is payable. An `excludedBy` of "none" means no ground; `capRounding` sets a different rounding for
 * the caps.
 */
export const limitLiabilityKind: Kind<Loss, Limited> = {
  kind: 'limitLiability',
  takes: {
    type: 'record',
    fields: {
      loss: { type: 'money' },
      excludedBy: { type: 'text' },
      requires: { type: 'list', of: { type: 'record', fields: { what: { type: 'text' }, met: { type: 'flag' } } } },
      caps: {
        type: 'list',
        of: {
          type: 'record',
          fields: {
            clause: { type: 'text' },
            rate: { type: 'rate' },
            base: { type: 'money' },
            used: { type: 'money' },
          },
        },
      },
      capRounding: { type: 'text', oneOf: roundings },
    },
    optional: ['excludedBy', 'requires', 'caps', 'capRounding'],
  },
  gives: {
    payable: { type: 'money' },
    bindingCap: { type: 'text' },
    room: { type: 'money' },
    because: { type: 'text' },
  },
  countsLimit: false,
  answer(given, { rounding }) {
    const { payable, bindingCap, room, because } = limitLiability({ ...termsOf(given), rounding });
    return {
      payable,
      ...(bindingCap !== undefined && { bindingCap }),
      ...(room !== undefined && { room }),
      ...(because !== undefined && { because }),
    };
  },
  steps(record, given, answer, { rounding }) {
    const loss = record.need('loss');
    const out = sumValue(answer.payable);
    if (answer.because === 'excluded')
      return {
        payable: record.add('nothing', 'liability.excluded', { ground: record.need('excludedBy'), loss }, out),
      };
    if (answer.because !== undefined) {
      const unmet = (given.requires ?? []).findIndex((condition) => !condition.met);
      const [condition, met] = [record.need(`requires.${unmet}.what`), record.need(`requires.${unmet}.met`)];
      const operands = { condition, met, loss };
      return { payable: record.add('nothing', 'liability.unmet', operands, out) };
    }
    const due = lossOnceMet();
    const { caps } = limitLiability({ ...termsOf(given), rounding }).basis;
    const rooms: Record<string, Operand> = {};
    caps.forEach((reckoned, at) => {
      const operands = { rate: record.need(`caps.${at}.rate`), base: record.need(`caps.${at}.base`) };
      const exact = record.add('product', 'liability.exactCap', operands, productOf(operands));
      const cap = record.add('round', 'liability.cap', { exact }, sumValue(reckoned.cap), {
        rounding: given.capRounding ?? rounding,
      });
      rooms[`room${at + 1}`] = roomStep(record.need(`caps.${at}.used`), cap, reckoned.room);
    });
    function roomStep(used: Operand, cap: Operand, room: Money): Operand {
      const left = record.add('difference', 'liability.left', { cap, used }, sumValue(leftOf(cap, used)));
      return record.add('notBelowZero', 'liability.room', { left }, sumValue(room));
    }
    /** The loss, after a step that shows by what each condition is met. */
    function lossOnceMet(): Operand {
      const conditions = given.requires ?? [];
      if (conditions.length === 0) return loss;
      const met = conditions.map((_, at) => [`met${at + 1}`, record.need(`requires.${at}.met`)]);
      return record.add('select', 'liability.met', { ...Object.fromEntries(met), loss }, sumValue(given.loss));
    }
    if (caps.length === 0) return { payable: record.add('select', 'liability.uncapped', { loss: due }, out) };
    return { payable: record.add('least', 'liability.least', { loss: due, ...rooms }, out) };
  },
};

function leftOf(cap: Operand, used: Operand): Money {
  const units = (operand: Operand): bigint =>
    operand.type === 'money' ? sumOf(operand.amount, operand.currency).minorUnits : 0n;
  return moneyOfBig(units(cap) - units(used), cap.type === 'money' ? (cap.currency as CurrencyCode) : 'KZT');
}

function sumOf(amount: string, currency: string): Money {
  return money(amount, currency as CurrencyCode);
}

function termsOf(given: Loss): Omit<Parameters<typeof limitLiability>[0], 'rounding'> {
  const { loss, excludedBy, requires = [], caps = [], capRounding } = given;
  return {
    loss,
    ...(excludedBy !== undefined && excludedBy !== 'none' && { excludedBy }),
    requires,
    caps,
    ...(capRounding !== undefined && { capRounding }),
  };
}

interface Purchases {
  readonly purchases: readonly { readonly paidOn: string; readonly paid: Money; readonly price: Money }[];
  readonly on: string;
  readonly none: Money;
}

/** The last paid tariff: the amount paid, and its price. `none` is the base if nothing was ever paid. */
export const lastPaidTariffKind: Kind<Purchases, { paid: Money; price: Money; paidOn?: string }> = {
  kind: 'lastPaidTariff',
  takes: {
    type: 'record',
    fields: {
      purchases: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, paid: { type: 'money' }, price: { type: 'money' } } },
      },
      on: { type: 'day' },
      none: { type: 'money' },
    },
  },
  gives: { paid: { type: 'money' }, price: { type: 'money' }, paidOn: { type: 'day' } },
  countsLimit: false,
  answer({ purchases, on, none }) {
    const last = lastPaidTariff({ purchases, on });
    return last === null
      ? { paid: none, price: none }
      : { paid: last.paid, price: last.price, paidOn: last.paidOn.toString() };
  },
  steps(record, given, answer) {
    const on = record.need('on');
    const fields = { paidOn: 'paidOn', paid: 'paid', price: 'price' };
    const operands = {
      on,
      ...entryOperands(record, 'purchases', given.purchases.length, fields),
      none: record.need('none'),
    };
    return {
      paid: record.add('lastPaid', 'tariff.last.paid', operands, sumValue(answer.paid)),
      price: record.add('lastPrice', 'tariff.last.price', operands, sumValue(answer.price)),
    };
  },
};

interface Payments {
  readonly payments: readonly {
    readonly paidOn?: string;
    readonly dueOn?: string;
    readonly amount: Money;
    readonly for?: string;
  }[];
  readonly window: { readonly firstDay: string; readonly lastDay: string };
  readonly counts: 'paid' | 'paidOrPayable';
  readonly onlyFor?: readonly string[];
  readonly none: Money;
}

/** The sum of the payments in a window, as the base of a cap. `none` is the base if there are no payments. */
export const liabilityBaseKind: Kind<Payments, { base: Money }> = {
  kind: 'liabilityBase',
  takes: {
    type: 'record',
    fields: {
      payments: {
        type: 'list',
        of: {
          type: 'record',
          fields: { paidOn: { type: 'day' }, dueOn: { type: 'day' }, amount: { type: 'money' }, for: { type: 'text' } },
          optional: ['paidOn', 'dueOn', 'for'],
        },
      },
      window: { type: 'record', fields: { firstDay: { type: 'day' }, lastDay: { type: 'day' } } },
      counts: { type: 'text', oneOf: ['paid', 'paidOrPayable'] },
      onlyFor: { type: 'list', of: { type: 'text' } },
      none: { type: 'money' },
    },
    optional: ['onlyFor'],
  },
  gives: { base: { type: 'money' } },
  countsLimit: false,
  answer({ none, ...given }) {
    return { base: given.payments.length === 0 ? none : liabilityBase({ ...given, currency: none.currency }) };
  },
  steps(record, given, answer) {
    const none = record.need('none');
    if (given.payments.length === 0)
      return { base: record.add('select', 'base.none', { none }, sumValue(answer.base)) };
    const fields = { paidOn: 'paidOn', dueOn: 'dueOn', for: 'for', payment: 'amount' };
    const { onlyFor } = given;
    // Only named payments count, and none is named.
    if (onlyFor?.length === 0)
      return { base: record.add('nothing', 'base.noneNamed', { none }, sumValue(answer.base)) };
    const operands = {
      firstDay: record.need('window.firstDay'),
      lastDay: record.need('window.lastDay'),
      counts: record.need('counts'),
      ...entryOperands(record, 'onlyFor', onlyFor?.length ?? 0, { onlyFor: '' }),
      ...entryOperands(record, 'payments', given.payments.length, fields),
      none,
    };
    return { base: record.add('sumWithin', 'base.sum', operands, sumValue(answer.base)) };
  },
};
