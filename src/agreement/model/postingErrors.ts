import { type DailyWindow, readWindow } from '../../proration/dailyWindow.js';
import { givesOf } from '../kinds/givesOf.js';
import { isRecord } from '../language/isRecord.js';
import { conditionErrors } from './conditionErrors.js';
import type { Posting } from './posting.js';
import type { ErrorContext } from './sourceErrors.js';
import type { ValueShape } from './value.js';

/**
 * Reports postings that run on nothing, or name an event, a computation, a table or a fact that does not exist.
 *
 * @internal
 */
export function postingErrors(context: ErrorContext): void {
  const { data, placed, errors } = context;
  const ids = new Set<string>();
  data.postings.forEach((posting, at) => {
    const path = `postings.${at}`;
    if (!isRecord(posting) || typeof posting.id !== 'string') {
      errors.add(path, 'type', posting, 'a posting with an id');
      return;
    }
    if (ids.has(posting.id)) errors.add(`${path}.id`, 'duplicate', posting.id, 'a unique id');
    ids.add(posting.id);
    if ((posting.on === undefined) === (posting.each === undefined))
      errors.add(path, 'choice', posting.id, 'either on or each');
    if (posting.on !== undefined && posting.on !== 'balanceBelowZero' && !Object.hasOwn(data.events, posting.on))
      errors.add(
        `${path}.on`,
        'unknown',
        posting.on,
        `an event the agreement declares: ${Object.keys(data.events).join(', ')}`,
      );
    if (posting.window !== undefined) windowErrors(context, posting, path);
    if (posting.computes !== undefined && !placed.has(posting.computes))
      errors.add(`${path}.computes`, 'unknown', posting.computes, 'the address of a computation');
    if (posting.decides !== undefined && !data.tables.some((table) => table.question === posting.decides))
      errors.add(`${path}.decides`, 'unknown', posting.decides, 'the question of a table');
    if (posting.if !== undefined) conditionErrors(context, posting.if, `${path}.if`);
    for (const name of Object.keys(posting.bind ?? {}))
      if (!Object.hasOwn(data.facts, name))
        errors.add(`${path}.bind.${name}`, 'unknown', name, 'a fact the agreement declares');
    answerErrors(context, posting, path);
  });
}

/** The window of a posting must be a term of a computation, and the posting must run daily. */
function windowErrors({ placed, errors }: ErrorContext, posting: Posting, path: string): void {
  const term = isRecord(posting.window) ? posting.window.term : undefined;
  const [address = '', name = ''] = String(term).split('#');
  const window = placed.get(address)?.computation.terms?.[name];
  const expected = 'the daily window of a computation, such as "4.2/firstDay#window"';
  if (typeof term !== 'string' || !isRecord(window)) errors.add(`${path}.window.term`, 'unknown', term, expected);
  else
    try {
      readWindow(window as unknown as DailyWindow);
    } catch {
      errors.add(`${path}.window.term`, 'type', window, expected);
    }
  if (posting.each !== 'day') errors.add(`${path}.window`, 'choice', posting.id, 'a posting with each: "day"');
}

/** A posting must enter an amount, and open a day, of the computation it names. */
function answerErrors({ placed, errors }: ErrorContext, posting: Posting, path: string): void {
  const found = posting.computes === undefined ? undefined : placed.get(posting.computes);
  const gives = found && givesOf(found.computation);
  if (gives === undefined) return;
  const field = (name: string, type: ValueShape['type'], here: string): void => {
    if (Object.hasOwn(gives, name) && gives[name]?.type === type) return;
    const fitting = Object.keys(gives).filter((known) => gives[known]?.type === type);
    const expected = `a field of type ${type} that ${posting.computes} gives: ${fitting.join(', ') || 'it gives none'}`;
    errors.add(here, 'unknown', name, expected, found?.clause);
  };
  const amount = posting.post?.amount;
  if (amount !== undefined && 'result' in amount) field(amount.result, 'money', `${path}.post.amount.result`);
  const { opensRight, tells, sharedCap } = posting;
  if (opensRight?.lastDay !== undefined) field(opensRight.lastDay, 'day', `${path}.opensRight.lastDay`);
  if (sharedCap !== undefined) field(sharedCap.field, 'money', `${path}.sharedCap.field`);
  if (tells !== undefined && !Object.hasOwn(gives, tells))
    errors.add(
      `${path}.tells`,
      'unknown',
      tells,
      `a field that ${posting.computes} gives: ${Object.keys(gives).join(', ')}`,
    );
  if (typeof posting.opens?.deadline === 'string') field(posting.opens.deadline, 'day', `${path}.opens.deadline`);
}
