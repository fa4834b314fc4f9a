import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type Money, type MoneyJson, money, moneyOfJson, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Entry } from './accountJson.js';

/** An entry that was reported before and differs now. */
export interface Correction {
  /** The common key: account, posting and cause. */
  readonly key: string;
  /** The reported entry; absent if there was none on a day that was already reported. */
  readonly was?: Entry;
  /** The current entry; absent if it no longer exists. */
  readonly is?: Entry;
  /** The amount to enter as a correction: `is − was`. */
  readonly difference: MoneyJson;
}

/** The part of a statement that describes the past. */
export interface IssuedStatement {
  /** The day of the statement. */
  readonly asOf: string;
  readonly entries: readonly Entry[];
}

/**
 * The corrections of an issued statement in a new one: because of a late event, a withdrawn event, or another edition
 * or reading. Entries are matched by their keys; one with another amount, day or posting is a correction, never a
 * second entry.
 *
 * Entries after the day of the earlier statement are not corrections, because they were not reported.
 *
 * @param issued The issued statement, or its JSON.
 * @param now The current statement.
 * @throws {@link AgreementError} `argument-invalid` if one of them is not a statement, or two entries have the same
 * key.
 * @example A breach of 19 March, discovered late, makes the breach of 15 June a repeated one
 * ```ts
 * const issued = replay(agreement, events.filter(({ id }) => id !== 'e09'), '2026-06-30');
 * const now = replay(agreement, events, '2026-06-30');
 * corrections(issued, now).map(({ key, difference }) => `${key}: ${difference.amount}`)
 * // => ['balance/fine-6.8/e13: -900000.00', 'balance/fine-6.8/e09: -100000.00']
 * ```
 */
export function corrections(issued: IssuedStatement, now: IssuedStatement): readonly Correction[] {
  requirePlainHost();
  const was = byKey(issued, 'issued');
  const is = byKey(now, 'now');
  const keys = new Set([...was.keys(), ...is.keys()]);
  return Object.freeze(
    [...keys].flatMap((key): Correction[] => {
      const before = was.get(key);
      const after = is.get(key);
      if (before === undefined && (after === undefined || after.on > issued.asOf)) return [];
      if (before !== undefined && after !== undefined && same(before, after)) return [];
      return [
        {
          key,
          ...(before && { was: before }),
          ...(after && { is: after }),
          difference: differenceOf(before, after),
        },
      ];
    }),
  );
}

function byKey(statement: IssuedStatement, field: string): ReadonlyMap<string, Entry> {
  if (!isList(statement?.entries) || typeof statement.asOf !== 'string')
    refuse('argument-invalid', field, statement, 'a statement');
  const entries = new Map<string, Entry>();
  for (const [at, entry] of statement.entries.entries()) {
    requireEntry(entry, `${field}.entries.${at}`);
    if (entries.has(entry.key))
      refuse('argument-invalid', `${field}.entries.${at}.key`, entry.key, 'a key that no other entry has');
    entries.set(entry.key, entry);
  }
  return entries;
}

/** Validates the fields used here: the statement may have come from a file. */
function requireEntry(entry: Entry, field: string): void {
  if (typeof entry !== 'object' || entry === null) refuse('argument-invalid', field, entry, 'an entry of a statement');
  for (const name of ['key', 'on'] as const)
    if (typeof entry[name] !== 'string') refuse('argument-invalid', `${field}.${name}`, entry[name], 'a text');
  const { amount } = entry;
  if (typeof amount?.amount !== 'string' || money(amount.amount, amount.currency).toJSON().amount !== amount.amount)
    refuse('argument-invalid', `${field}.amount`, amount, 'an amount with all decimals of its currency');
}

/** Compares entries without the balance after them, which changes with every earlier correction. */
function same(a: Entry, b: Entry): boolean {
  return a.on === b.on && a.amount.amount === b.amount.amount && a.amount.currency === b.amount.currency;
}

function differenceOf(was: Entry | undefined, is: Entry | undefined): MoneyJson {
  const { currency } = (is ?? (was as Entry)).amount;
  const read = (entry: Entry | undefined): Money =>
    entry === undefined ? moneyOfUnits(0, currency) : moneyOfJson(entry.amount);
  return subtractMoney(read(is), read(was)).toJSON();
}
