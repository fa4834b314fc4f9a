import * as z from 'zod/mini';
import { type Descriptions, record, schemaOfShape } from './zodPieces.js';

/** The schema of the state of an account. @internal */
export function stateDocument(): z.ZodMiniType {
  document ??= made();
  return document;
}

let document: z.ZodMiniType | undefined;

function made(): z.ZodMiniType {
  const about: Descriptions = z.registry();
  const text = (): z.ZodMiniType => z.string('a text');
  const whole = (): z.ZodMiniType => z.int('a whole number');
  const maybe = <T extends z.ZodMiniType>(schema: T): z.ZodMiniType =>
    z.exactOptional(schema) as unknown as z.ZodMiniType;
  const sum = schemaOfShape({ type: 'money' }, about, false);
  const day = schemaOfShape({ type: 'day' }, about, false);
  const list = (of: z.ZodMiniType): z.ZodMiniType => z.array(of, 'a list');
  const byName = (of: z.ZodMiniType, expected: string): z.ZodMiniType => z.record(z.string(), of, expected);
  const facts = byName(z.unknown() as unknown as z.ZodMiniType, 'facts by name');
  const named = record({ key: text(), field: text() }, 'what it is about, as { key, field }');
  const reference = record(
    { question: text(), row: z.union([z.number(), z.string()], 'a row') as unknown as z.ZodMiniType },
    'a decision',
  );
  const event = z.nullable(z.string('the id of an event, or null')) as unknown as z.ZodMiniType;
  const entry = record(
    {
      key: text(),
      seq: whole(),
      on: day,
      account: z.enum(['balance', 'payout'], 'one of balance, payout'),
      amount: sum,
      balanceAfter: sum,
      posting: text(),
      computation: maybe(text()),
      decision: maybe(reference),
      wallets: maybe(list(record({ wallet: text(), amount: sum }, 'a part of a wallet'))),
      purchase: maybe(text()),
      lapsed: maybe(z.literal(true, 'true')),
      event,
      edition: text(),
      cites: list(text()),
      facts,
    },
    'an entry',
  );
  const daily = record(
    {
      seq: whole(),
      firstDay: day,
      days: z.int('a whole number').check(z.gte(1, '1 or more'), z.lte(31, 'at most 31')),
      edition: text(),
      balanceBefore: sum,
      charges: list(record({ posting: text(), price: sum, facts }, 'a charge')),
    },
    'entries of days',
  );
  // The content of a remark depends on what happened; its common fields do not.
  const remark = z.looseObject(
    { key: text(), seq: whole(), on: day, event, posting: text(), edition: text(), cites: list(text()), facts },
    'a remark',
  );
  const opened = {
    key: text(),
    name: text(),
    posting: text(),
    event,
    openedOn: day,
    about: maybe(named),
    closedBy: list(text()),
    closedOn: maybe(day),
    edition: text(),
    facts,
  };
  const payment = record({ paidOn: day, amount: sum }, 'a payment');
  return record(
    {
      format: z.literal(2, '2; replay the events to bring a state of an earlier format up to date'),
      account: maybe(text()),
      agreement: record({ id: text(), edition: text() }, 'an agreement as { id, edition }'),
      through: maybe(day),
      balance: sum,
      debts: list(
        record(
          {
            cause: text(),
            since: day,
            amount: sum,
            payments: list(payment),
            together: text(),
            purchase: maybe(text()),
          },
          'a debt',
        ),
      ),
      lots: list(
        record(
          {
            creditedOn: day,
            amount: sum,
            left: sum,
            wallet: maybe(text()),
            expiresOn: maybe(day),
            posting: maybe(text()),
            cause: maybe(text()),
          },
          'money credited',
        ),
      ),
      counters: byName(whole(), 'counters by name'),
      values: facts,
      records: byName(byName(facts, 'records by key'), 'records by name'),
      purchases: byName(
        record(
          { paidOn: day, parts: list(record({ wallet: maybe(text()), paid: sum, returned: sum }, 'a part')) },
          'a purchase',
        ),
        'purchases by key',
      ),
      status: text(),
      appliedEvents: byName(text(), 'digests by the ids of events'),
      assumedOrder: list(record({ on: day, events: list(text()) }, 'a day with its events')),
      deadlines: list(record({ ...opened, lastDay: day, computation: text(), cause: text() }, 'a deadline')),
      rights: list(
        record(
          {
            ...opened,
            holder: maybe(text()),
            lastDay: maybe(day),
            exercisedOn: maybe(day),
            exercisedBy: maybe(text()),
          },
          'a right',
        ),
      ),
      entries: list(entry),
      dailyEntries: list(daily),
      remarks: list(remark as unknown as z.ZodMiniType),
    },
    'the state of an account',
  );
}
