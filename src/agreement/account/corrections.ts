import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { type Money, type MoneyJson, money, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Entry } from './account.js';

/** An entry that was told before and is told otherwise now. */
export interface Correction {
  /** The key both have in common: account, posting and cause. */
  readonly key: string;
  /** What it was; absent where there was no such entry, although its day was told. */
  readonly was?: Entry;
  /** What it is; absent where there is no such entry any more. */
  readonly is?: Entry;
  /** What to enter so that what was told becomes what is: `is − was`. */
  readonly difference: MoneyJson;
}

/** What a statement tells of the past. */
export interface Told {
  /** The day of the statement. */
  readonly asOf: string;
  readonly entries: readonly Entry[];
}

/**
 * What a new statement corrects in one that was given out: an event that came late, an event that was withdrawn, another edition or reading.
 * Entries are the same where their keys are; one with another sum, day or running posting is a correction, never a second entry.
 *
 * Entries of days after the earlier statement are no corrections: nothing was told of them.
 *
 * @param told The statement that was given out, or its JSON.
 * @param now The statement that holds now.
 * @throws {@link AgreementError} `argument-invalid` if one of the two is no statement, or two entries have one key.
 * @example A breach of 19 March that comes to light late makes that of 15 June a repeated one
 * ```ts
 * const told = replay(agreement, events.filter(({ id }) => id !== 'e09'), '2026-06-30');
 * const now = replay(agreement, events, '2026-06-30');
 * corrections(told, now).map(({ key, difference }) => `${key}: ${difference.amount}`)
 * // => ['balance/fine-6.8/e13: -900000.00', 'balance/fine-6.8/e09: -100000.00']
 * ```
 */
export function corrections(told: Told, now: Told): readonly Correction[] {
  const was = byKey(told, 'told');
  const is = byKey(now, 'now');
  const keys = new Set([...was.keys(), ...is.keys()]);
  return Object.freeze(
    [...keys].flatMap((key): Correction[] => {
      const before = was.get(key);
      const after = is.get(key);
      if (before === undefined && (after === undefined || after.on > told.asOf)) return [];
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

function byKey(statement: Told, field: string): ReadonlyMap<string, Entry> {
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

/** A statement may have come from a file: what is looked at here must be there. */
function requireEntry(entry: Entry, field: string): void {
  if (typeof entry !== 'object' || entry === null) refuse('argument-invalid', field, entry, 'an entry of a statement');
  for (const name of ['key', 'on'] as const)
    if (typeof entry[name] !== 'string') refuse('argument-invalid', `${field}.${name}`, entry[name], 'a text');
  const { amount } = entry;
  if (typeof amount?.amount !== 'string' || money(amount.amount, amount.currency).toJSON().amount !== amount.amount)
    refuse('argument-invalid', `${field}.amount`, amount, 'a sum with all decimals of its currency');
}

/** The balance after an entry moves with every correction before it, and is none itself. */
function same(a: Entry, b: Entry): boolean {
  return a.on === b.on && a.amount.amount === b.amount.amount && a.amount.currency === b.amount.currency;
}

function differenceOf(was: Entry | undefined, is: Entry | undefined): MoneyJson {
  const { currency } = (is ?? (was as Entry)).amount;
  const read = (entry: Entry | undefined): Money =>
    entry === undefined ? moneyOfUnits(0, currency) : money(entry.amount.amount, entry.amount.currency);
  return subtractMoney(read(is), read(was)).toJSON();
}
