import { AgreementError, type Finding } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { Account } from './account.js';
import { type AccountEvent, isOrdered, type ReadEvent, readEvents } from './accountEvent.js';
import type { AssumedOrder } from './accountJson.js';
import { AccountWriter } from './accountWriter.js';
import { accruedOn } from './accruals.js';
import { DayRunner } from './dayRunner.js';
import type { AccountState } from './state.js';

/**
 * Applies events to an account: each runs the postings of the agreement for its kind. The given account does not
 * change.
 *
 * Events may be passed in any order. They are processed by day, then by the instant in `at`, those without one last,
 * then by `seq`, by the order of the agreement's kinds, and by id. If only the order of the agreement decides, the
 * statement says so (`assumedOrder`). An event already applied, with the same id and content, is ignored.
 *
 * @throws {@link AgreementError} `events-invalid` with every error of every event, in which case nothing is applied; if
 * a posting finds the error, it names the event. `event-id-reused` for an id that is reused with other content;
 * `event-in-closed-period` for an event on a closed day; `day-out-of-range` if daily postings would run through more
 * than a hundred years without an event; and whatever a primitive throws, with the event or the day in its field.
 * @example
 * ```ts no-run
 * applyEvents(openAccount(agreement), [{ id: 'e1', kind: 'registered', on: '2026-01-12' }])
 * ```
 */
export function applyEvents(account: Account, events: readonly AccountEvent[]): Account {
  requirePlainHost();
  const { timeline, reading } = Account.need(account);
  return applyRead(account, readEvents(timeline, events, reading));
}

/** Applies validated events, in order. @internal */
export function applyRead(account: Account, read: readonly ReadEvent[]): Account {
  refuseClosed(read, account.snapshot);
  const writer = new AccountWriter(account, accruedOn);
  const days = new DayRunner(writer);
  for (const event of read) {
    days.openTo(event);
    writer.runEvent(event.kind, event);
  }
  days.close();
  writer.state.appliedEvents = writer.state.appliedEvents.with(read);
  for (const order of assumedOrders(read)) writer.state.assumedOrder.push(order);
  return writer.account();
}

/** Consecutive events of a day that neither an instant nor a `seq` puts in order. */
function assumedOrders(events: readonly ReadEvent[]): readonly AssumedOrder[] {
  const orders: { on: string; events: string[] }[] = [];
  let open: { on: string; events: string[] } | undefined;
  for (let at = 1; at < events.length; at += 1) {
    const event = events[at] as ReadEvent;
    const before = events[at - 1] as ReadEvent;
    if (before.day !== event.day || isOrdered(before, event)) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { on: event.on, events: [before.id] };
      orders.push(open);
    }
    open.events.push(event.id);
  }
  return orders;
}

function refuseClosed(
  events: readonly ReadEvent[],
  { throughDay: closed, through }: Pick<AccountState, 'throughDay' | 'through'>,
): void {
  if (closed === undefined || events.every(({ day }) => day > closed)) return;
  const findings = events
    .filter((event) => event.day <= closed)
    .map(
      (event): Finding => ({
        path: event.id,
        code: 'event-in-closed-period',
        value: event.on,
        expected: `a day after ${through}`,
      }),
    );
  const [first] = findings;
  if (first !== undefined)
    throw new AgreementError(
      'event-in-closed-period',
      { field: first.path, value: first.value, expected: first.expected },
      findings,
    );
}
