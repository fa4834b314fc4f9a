import type { AgreementDocument } from '../agreement/language/document.js';
import { formatDocument } from '../agreement/language/formatDocument.js';

/** The files of a small agreement to start from: each part has a note that says what it is for. */
export function startingPoint(folder: string): Readonly<Record<string, string>> {
  const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
  return {
    'agreement.json': formatDocument({ ...schemaSeenFrom(folder), ...agreement(idOf(folder)) }),
    'events.json': written(events),
    'facts.json': written(facts),
    'README.md': readme(folder),
  };
}

/** Commands to try with these files. */
export function nextCommands(folder: string): readonly string[] {
  const path = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  return [
    `npx oferta check ${path}/agreement.json`,
    `npx oferta statement ${path}/agreement.json ${path}/events.json --as-of 2026-04-30`,
    `npx oferta explain ${path}/agreement.json 2.1/penalty ${path}/facts.json --readings`,
  ];
}

/**
 * The path of the schema for editors, in the project that contains the folder. For a folder outside, it is unknown and
 * left out.
 */
function schemaSeenFrom(folder: string): { readonly $schema?: string } {
  const parts = folder.split(/[\\/]/).filter((part) => part !== '.');
  if (parts[0] === '' || parts.some((part) => part === '..' || part.endsWith(':'))) return {};
  const up = '../'.repeat(parts.filter((part) => part !== '').length) || './';
  return { $schema: `${up}node_modules/oferta/schemas/agreement.schema.json` };
}

/** The last part of the path, as an id. */
function idOf(folder: string): string {
  const name = folder.split(/[\\/]/).findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? 'agreement';
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function agreement(id: string): AgreementDocument {
  return {
    note: 'A made-up service: the customer pays an invoice within a week, late payment costs, an unused month comes back.',
    format: 2,
    id,
    edition: '2026-01-01',
    language: 'en',
    name: 'Agreement of a made-up service',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    words: { active: 'in use' },
    facts: {
      invoicedOn: ['day', 'day of the invoice'],
      invoiced: ['money', 'sum of the invoice'],
      asOf: ['day', 'day of the calculation'],
      payments: [[{ paidOn: 'day', amount: 'money' }], 'payments', 'absent: nothing was paid'],
      paid: ['money', 'sum paid for the month'],
      boughtOn: ['day', 'day the month was bought'],
      requestedOn: ['day', 'day of the request'],
      daysUsed: ['count of calendarDays', 'days the service was used'],
    },
    clauses: {
      '1.1': {
        says: 'An invoice is paid within 7 calendar days',
        due: {
          deadline: { trigger: '=invoicedOn', limit: '7 calendar days' },
          counts: 'act',
          label: 'last day to pay the invoice',
          note: 'What stands behind "=" comes from elsewhere. "act": someone acts within the limit, so a last day off rolls on.',
        },
      },
      '2.1': {
        says: '0.1 % of the overdue sum a day, at most 10 % of the invoice',
        penalty: {
          latePaymentPenalty: {
            overdue: '=invoiced',
            dueOn: '=[1.1/due]',
            asOf: '=asOf',
            rates: '0.1 %',
            cap: { rate: '10 %', base: '=invoiced' },
            payments: '=payments',
            countPaymentDay: true,
          },
          label: 'penalty as of the day',
          note: 'The due day comes from clause 1.1, so a change there moves the penalty too.',
        },
      },
      '3.1': {
        says: 'A month that was not used comes back within 14 calendar days',
        window: {
          deadline: { trigger: '=boughtOn', limit: '14 calendar days' },
          counts: 'act',
          label: 'last day to ask for the money back',
        },
      },
      '3.2': { says: 'No other refund', text: 'disclaimer', note: 'A clause that computes nothing says what it is.' },
    },
    tables: {
      refund: {
        asks: 'what comes back of the month',
        note: 'The first row that holds decides; the last one has no condition.',
        rows: [
          { if: 'daysUsed = 0 and requestedOn <= [3.1/window]', then: { cash: '=paid' }, by: ['3.1'] },
          { then: 'none', by: ['3.2'] },
        ],
      },
    },
    readings: {
      '2.1-payment-day': {
        clause: '2.1',
        why: 'the day of a payment is still a day of delay; the clause excludes none',
        chosen: 'counts',
        note: 'Where the text can be read in two ways: name the choice, say why, and what the other one changes.',
        options: {
          counts: { label: 'the day of a payment counts' },
          'does-not-count': {
            label: 'the day of a payment does not count',
            changes: { '2.1/penalty.countPaymentDay': false },
          },
        },
      },
    },
    events: {
      invoiceSent: { says: 'invoice sent', carries: { amount: 'money' } },
      paymentReceived: { says: 'payment received', carries: { amount: 'money' } },
    },
    postings: {
      invoice: {
        on: 'invoiceSent',
        debit: '=event.amount',
        status: 'active',
        note: 'What an event does to the account: an invoice is a debit, and what the balance does not cover is a debt.',
      },
      payment: { on: 'paymentReceived', credit: '=event.amount' },
      'pay-invoice': {
        on: 'balanceBelowZero',
        computes: '1.1/due',
        bind: { invoicedOn: '=event.on' },
        opens: { deadline: 'lastDay', name: 'payInvoice', label: 'pay the invoice', closedBy: ['debtPaid'] },
        note: 'Opens a deadline. A part payment leaves it open; what pays the debt in full closes it.',
      },
      penalty: {
        each: 'debt',
        computes: '2.1/penalty',
        bind: { invoicedOn: '=debt.since', invoiced: '=debt.amount', payments: '=debt.payments' },
        debit: '=result.penalty',
        note: 'Runs on each debt as of the day of a statement; it is shown, not entered.',
      },
    },
  };
}

const events = [
  {
    id: 'e1',
    kind: 'invoiceSent',
    on: '2026-03-16',
    amount: { amount: '50000.00', currency: 'KZT' },
    note: 'The same id with the same content counts once.',
  },
  { id: 'e2', kind: 'paymentReceived', on: '2026-04-20', amount: { amount: '20000.00', currency: 'KZT' } },
];

const facts = {
  invoicedOn: '2026-03-16',
  invoiced: { amount: '50000.00', currency: 'KZT' },
  asOf: '2026-04-30',
  payments: [{ paidOn: '2026-04-20', amount: { amount: '20000.00', currency: 'KZT' } }],
};

function readme(folder: string): string {
  return `# A starting point

- \`agreement.json\`: the clauses with their terms, a table, a reading, and what events do. JSON has no comments; \`note\` stands in their place
  and nothing reads it. Editors show what each field means where \`$schema\` leads to \`agreement.schema.json\` of the package.
- \`events.json\`: what happened to one account.
- \`facts.json\`: a case for one clause.

Try:

${nextCommands(folder)
  .map((line) => `    ${line}`)
  .join('\n')}

Then change a clause, and check again. Put the numbers of your own clauses in the place of these.
`;
}
