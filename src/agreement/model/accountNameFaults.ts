import { type AccountName, type AccountNameKind, namesOfPosting } from '../account/namesOfPosting.js';
import type { AgreementData } from './agreement.js';
import type { Faults } from './value.js';

/**
 * Finds names on an account that a posting reads and none sets: values, counters, records and their fields, statuses, rights, wallets. What
 * is set and never read is doubtful, and `checkAgreement`'s to say.
 *
 * @internal
 */
export function accountNameFaults(data: AgreementData, faults: Faults): void {
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
        faults.add(`postings.${at}.${path}`, 'unknown', name, `${expected[is]}: ${printed(known(is))}`);
  });
  walletFaults(data, faults);
  const statuses = data.ending?.statuses;
  if (Array.isArray(statuses))
    statuses.forEach((status, at) => {
      if (!known('status').has(status))
        faults.add(`ending.statuses.${at}`, 'unknown', status, `${expected.status}: ${printed(known('status'))}`);
    });
}

const expected: Readonly<Record<AccountName['is'], string>> = {
  value: 'a value that a posting sets',
  counter: 'a counter that a posting counts',
  record: 'a record that a posting enters',
  field: 'a field of a record that a posting sets',
  status: 'a status that a posting sets',
  recordStatus: 'a status of a record that a posting sets',
  right: 'a right that a posting opens',
  wallet: 'a wallet of the agreement',
};

/** Where there are wallets, each credit says which gets it, and a refund which of the money comes back first. */
function walletFaults(data: AgreementData, faults: Faults): void {
  if (data.wallets === undefined) return;
  data.postings.forEach(({ post, decides, creditsTo, refundOf }, at) => {
    const path = `postings.${at}`;
    const isBack = refundOf !== undefined;
    if (post?.account === 'balance' && post.side === 'credit' && post.wallet === undefined && !isBack)
      faults.add(`${path}.post.wallet`, 'missing', undefined, expected.wallet);
    if (decides !== undefined && creditsTo === undefined && !isBack && creditsBalance(data, decides))
      faults.add(`${path}.creditsTo`, 'missing', undefined, expected.wallet);
    if (creditsTo === 'source' && !isBack)
      faults.add(
        `${path}.creditsTo`,
        'choice',
        creditsTo,
        'a wallet: without refundOf there is no purchase it was paid for',
      );
    if (isBack && refundOf.first === undefined)
      faults.add(`${path}.refundOf.first`, 'missing', undefined, 'lastSpent or firstSpent');
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
