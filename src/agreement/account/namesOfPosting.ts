import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { isRecord } from '../language/isRecord.js';
import type { Binding, Posting, StateChange } from '../model/posting.js';
import type { When } from '../model/source.js';
import { accountValues } from './accountValues.js';

/** The meaning of a name on an account. */
export type AccountNameKind = 'value' | 'counter' | 'record' | 'field' | 'status' | 'recordStatus' | 'right' | 'wallet';

/** A name on an account that a posting sets or reads. */
export interface AccountName {
  readonly does: 'sets' | 'reads';
  readonly is: AccountNameKind;
  /** For a field or the status of a record, the name of the record comes first: `"act.receivedOn"`. */
  readonly name: string;
  /** The path in the posting: `"bind.asOf"`. */
  readonly path: string;
}

/**
 * Every name on an account that a posting sets or reads: values, counters, records with their fields, statuses, rights
 * and wallets. Built-in values (`balance`, `unpaidDebt`) are not listed. A status is read where a condition compares a
 * fact bound to it.
 *
 * @throws {@link AgreementError} `argument-invalid` if it is not a record.
 * @example The names that the first posting of AutoCall reads and sets
 * ```ts
 * const [posting] = agreement.data.postings;
 * const names = posting === undefined ? [] : namesOfPosting(posting).map(({ does, is, name }) => `${does} ${is} ${name}`);
 * names.includes('sets value registeredOn') // => true
 * names.includes('sets status active') // => true
 * ```
 */
export function namesOfPosting(posting: Posting): readonly AccountName[] {
  requirePlainHost();
  if (!isRecord(posting)) refuse('argument-invalid', 'posting', posting, 'a posting of an agreement');
  const names: AccountName[] = [];
  const add = (does: AccountName['does'], is: AccountNameKind, name: unknown, path: string): void => {
    if (typeof name === 'string') names.push({ does, is, name, path });
  };
  const reads = (binding: Binding | undefined, path: string): void => {
    if (!isObject(binding)) return;
    if ('state' in binding) {
      if (typeof binding.state !== 'string' || !Object.hasOwn(accountValues, binding.state))
        add('reads', 'value', binding.state, `${path}.state`);
    } else if ('counter' in binding) add('reads', 'counter', binding.counter, `${path}.counter`);
    else if ('records' in binding) add('reads', 'record', binding.records, `${path}.records`);
    else if ('own' in binding) {
      if (binding.own !== 'key') add('reads', 'field', `${posting.of}.${binding.own}`, `${path}.own`);
    } else if ('wallet' in binding) add('reads', 'wallet', binding.wallet, `${path}.wallet`);
    else if ('purchase' in binding) reads(binding.purchase, `${path}.purchase`);
    else if ('right' in binding) {
      add('reads', 'right', binding.right, `${path}.right`);
      reads(binding.about, `${path}.about`);
    } else if ('record' in binding) {
      add('reads', 'field', `${binding.record}.${binding.field}`, `${path}.field`);
      reads(binding.key, `${path}.key`);
    }
  };
  const each = (bindings: unknown, path: string): void => {
    if (isRecord(bindings))
      for (const [name, binding] of Object.entries(bindings)) reads(binding as Binding, `${path}.${name}`);
  };
  const changes = (list: unknown, path: string): void => {
    if (isList(list))
      list.forEach((change: StateChange, at) => {
        if (isObject(change)) changed(change, `${path}.${at}`);
      });
  };
  const changed = (change: StateChange, path: string): void => {
    if ('set' in change) {
      add('sets', 'value', change.set, `${path}.set`);
      reads(change.to, `${path}.to`);
    } else if ('count' in change) add('sets', 'counter', change.count, `${path}.count`);
    else if (!('record' in change)) add('sets', 'status', change.status, `${path}.status`);
    else {
      const { record } = change;
      add('sets', 'record', record, `${path}.record`);
      reads(change.key, `${path}.key`);
      if ('status' in change) {
        add('sets', 'field', `${record}.status`, `${path}.status`);
        add('sets', 'recordStatus', `${record}.${change.status}`, `${path}.status`);
      } else if ('put' in change) {
        add('sets', 'field', `${record}.${change.list}`, `${path}.list`);
        each(change.put, `${path}.put`);
      } else {
        const kind = 'fields' in change ? 'fields' : 'add' in change ? 'add' : 'take';
        const bindings = (change as unknown as Record<string, unknown>)[kind];
        if (isRecord(bindings))
          // Whatever is added to or subtracted from must have been set.
          for (const name of Object.keys(bindings))
            add(kind === 'fields' ? 'sets' : 'reads', 'field', `${record}.${name}`, `${path}.${kind}.${name}`);
        each(bindings, `${path}.${kind}`);
      }
    }
  };
  each(posting.bind, 'bind');
  add('reads', 'record', posting.of, 'of');
  reads(posting.post?.amount, 'post.amount');
  reads(posting.post?.expiresOn, 'post.expiresOn');
  add('reads', 'wallet', posting.post?.wallet, 'post.wallet');
  if (posting.creditsTo !== 'source') add('reads', 'wallet', posting.creditsTo, 'creditsTo');
  reads(posting.purchase, 'purchase');
  reads(posting.refundOf?.purchase, 'refundOf.purchase');
  add('sets', 'right', posting.opensRight?.name, 'opensRight.name');
  reads(posting.opensRight?.about?.key, 'opensRight.about.key');
  add('reads', 'right', posting.exercisesRight?.name, 'exercisesRight.name');
  reads(posting.exercisesRight?.about, 'exercisesRight.about');
  reads(posting.opens?.about?.key, 'opens.about.key');
  reads(posting.owed?.demanded, 'owed.demanded');
  reads(posting.owed?.paid, 'owed.paid');
  changes(posting.sets, 'sets');
  changes(posting.setsIfPaid, 'setsIfPaid');
  changes(posting.setsIfShort, 'setsIfShort');
  if (isRecord(posting.setsByState))
    for (const [state, list] of Object.entries(posting.setsByState)) changes(list, `setsByState.${state}`);
  const statuses = (when: When | undefined, path: string): void => {
    for (const { fact, status, at } of comparedTexts(when, path)) {
      const binding = isRecord(posting.bind) ? posting.bind[fact] : undefined;
      if (!isObject(binding)) continue;
      if ('state' in binding && binding.state === 'status') add('reads', 'status', status, at);
      else if ('own' in binding && binding.own === 'status')
        add('reads', 'recordStatus', `${posting.of}.${status}`, at);
      else if ('record' in binding && binding.field === 'status')
        add('reads', 'recordStatus', `${binding.record}.${status}`, at);
    }
  };
  statuses(posting.if, 'if');
  if (Array.isArray(posting.requires))
    posting.requires.forEach((requirement, at) => {
      if (isObject(requirement)) statuses(requirement.if, `requires.${at}.if`);
    });
  return names;
}

/** The texts with which a condition compares facts. */
function comparedTexts(
  when: unknown,
  path: string,
): readonly { readonly fact: string; readonly status: string; readonly at: string }[] {
  if (!isRecord(when)) return [];
  const parts = ['all', 'any'].flatMap((group) =>
    Array.isArray(when[group])
      ? when[group].flatMap((part: unknown, at: number) => comparedTexts(part, `${path}.${group}.${at}`))
      : [],
  );
  if ('not' in when) parts.push(...comparedTexts(when['not'], `${path}.not`));
  const { fact } = when;
  if (typeof fact !== 'string') return parts;
  for (const relation of ['is', 'equals', 'isOneOf']) {
    const given = when[relation];
    for (const status of Array.isArray(given) ? given : [given])
      if (typeof status === 'string') parts.push({ fact, status, at: `${path}.${relation}` });
  }
  return parts;
}

/** Whether the value is an object, whatever its type says. */
function isObject<T>(value: T | undefined): value is T & object {
  return typeof value === 'object' && value !== null;
}
