import { type AccountName, type AccountNameKind, namesOfPosting } from '../account/namesOfPosting.js';
import { givesOf } from '../kinds/givesOf.js';
import type { AgreementData } from './agreement.js';
import { computationsByAddress } from './computationsByAddress.js';
import type { Posting } from './posting.js';
import { eachRecord, pathOfRecord } from './recordsIn.js';
import type { ErrorList } from './value.js';

/**
 * Finds names on an account that a posting reads and none sets: values, counters, records and their fields, statuses,
 * rights, wallets. Names that are set and never read are only doubtful, and are reported by `checkAgreement`.
 *
 * @internal
 */
export function accountNameErrors(data: AgreementData, errors: ErrorList): void {
  const names = data.postings.map(namesOfPosting);
  const sets = new Map<AccountNameKind, Set<string>>();
  const known = (is: AccountNameKind): Set<string> => {
    const found = sets.get(is) ?? new Set();
    sets.set(is, found);
    return found;
  };
  for (const { does, is, name } of names.flat()) if (does === 'sets') known(is).add(name);
  known('status').add('none');
  for (const wallet of data.wallets ?? []) known('wallet').add(wallet?.name);
  names.forEach((ofPosting, at) => {
    for (const { does, is, name, path } of ofPosting)
      if (does === 'reads' && !known(is).has(name))
        errors.add(`postings.${at}.${path}`, 'unknown', name, `${expected[is]}: ${printed(known(is))}`);
  });
  fieldErrors(data, errors);
  walletErrors(data, errors);
  const statuses = data.ending?.statuses;
  if (Array.isArray(statuses))
    statuses.forEach((status, at) => {
      if (!known('status').has(status))
        errors.add(`ending.statuses.${at}`, 'unknown', status, `${expected.status}: ${printed(known('status'))}`);
    });
}

/** The fields of every event, in addition to those of its kind. */
const ofEveryEvent: readonly string[] = ['on', 'id'];

/**
 * Finds fields of events that no event of the kind has, and fields of answers that nothing used by a posting provides.
 */
function fieldErrors(data: AgreementData, errors: ErrorList): void {
  const computations = computationsByAddress(data);
  data.postings.forEach((posting, at) => {
    const { on, computes } = posting;
    const kind = on === 'balanceBelowZero' ? { amount: null } : on === undefined ? {} : data.events[on]?.payload;
    const carried = kind && [...ofEveryEvent, ...Object.keys(kind)];
    const computation = computes === undefined ? undefined : computations.get(computes);
    posting.requires?.forEach(({ field }, index) => {
      if (carried !== undefined && !carried.includes(field))
        errors.add(
          `postings.${at}.requires.${index}.field`,
          'unknown',
          field,
          `a field that ${on ?? 'a day'} carries: ${carried.join(', ')}`,
        );
    });
    const gives = computation === undefined ? [] : Object.keys(givesOf(computation) ?? {});
    for (const part of Object.keys(posting)) {
      // Changes made if a decision paid something can use its amounts.
      const known = part === 'setsIfPaid' ? ['cash', 'toBalance', ...gives] : gives;
      eachRecord(posting[part as keyof Posting], (binding) => {
        const { event, result } = binding;
        const report = (name: string, source: string): void => {
          errors.add(pathOfRecord(posting, binding, `postings.${at}`), 'unknown', name, source);
        };
        if (typeof event === 'string' && carried !== undefined && !carried.includes(event))
          report(event, `a field that ${on ?? 'a day'} carries: ${carried.join(', ')}`);
        if (typeof result !== 'string' || 'field' in binding || known.includes(result)) return;
        report(
          result,
          computes === undefined ? 'a posting that computes it' : `a field that ${computes} gives: ${known.join(', ')}`,
        );
      });
    }
  });
}

const expected: Readonly<Record<AccountName['is'], string>> = {
  value: 'a value that a posting sets',
  counter: 'a counter that a posting increases',
  record: 'a record that a posting enters',
  field: 'a field of a record that a posting sets',
  status: 'a status that a posting sets',
  recordStatus: 'a status of a record that a posting sets',
  right: 'a right that a posting opens',
  wallet: 'a wallet of the agreement',
};

/** If there are wallets, each credit must name its wallet, and a refund which of the money is returned first. */
function walletErrors(data: AgreementData, errors: ErrorList): void {
  if (data.wallets === undefined) return;
  data.postings.forEach(({ post, decides, creditsTo, refundOf }, at) => {
    const path = `postings.${at}`;
    const isBack = refundOf !== undefined;
    if (post?.account === 'balance' && post.side === 'credit' && post.wallet === undefined && !isBack)
      errors.add(`${path}.post.wallet`, 'missing', undefined, expected.wallet);
    if (decides !== undefined && creditsTo === undefined && !isBack && creditsBalance(data, decides))
      errors.add(`${path}.creditsTo`, 'missing', undefined, expected.wallet);
    if (creditsTo === 'source' && !isBack)
      errors.add(
        `${path}.creditsTo`,
        'choice',
        creditsTo,
        'a wallet: without refundOf there is no purchase it was paid for',
      );
    if (isBack && refundOf.first === undefined)
      errors.add(`${path}.refundOf.first`, 'missing', undefined, 'lastSpent or firstSpent');
  });
}

/** Whether a row of a table credits the balance. */
function creditsBalance(data: AgreementData, question: string): boolean {
  const table = data.tables.find((known) => known.question === question);
  return (table?.rows ?? []).some(({ outcome }) => outcome?.is === 'amount' && outcome.toBalance !== 0);
}

function printed(names: ReadonlySet<string>): string {
  return [...names].join(', ') || 'there is none';
}
