import type { AgreementData } from '../agreement/model/agreement.js';

/** The files of a small agreement to begin with: each part has a note that says what it is for. */
export function startingPoint(folder: string): Readonly<Record<string, string>> {
  const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;
  return {
    'agreement.json': written({
      ...schemaSeenFrom(folder),
      ...agreement(idOf(folder)),
    }),
    'events.json': written(events),
    'facts.json': written(facts),
    'README.md': readme(folder),
  };
}

/** What to try with these files. */
export function nextCommands(folder: string): readonly string[] {
  const path = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  return [
    `npx oferta check ${path}/agreement.json`,
    `npx oferta replay ${path}/agreement.json ${path}/events.json --as-of 2026-04-30`,
    `npx oferta explain ${path}/agreement.json 2.1/penalty ${path}/facts.json --readings`,
  ];
}

/** Where editors find the schema: in the project the folder lies in. Of a folder elsewhere it is not known, and they are told nothing. */
function schemaSeenFrom(folder: string): { readonly $schema?: string } {
  const parts = folder.split(/[\\/]/).filter((part) => part !== '.');
  if (parts[0] === '' || parts.some((part) => part === '..' || part.endsWith(':'))) return {};
  const up = '../'.repeat(parts.filter((part) => part !== '').length) || './';
  return { $schema: `${up}node_modules/oferta/schemas/agreement.schema.json` };
}

/** The last part of the path, as a name. */
function idOf(folder: string): string {
  const name = folder.split(/[\\/]/).findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? 'agreement';
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function agreement(id: string): AgreementData {
  return {
    note: 'A made-up service: the customer pays an invoice within a week, late payment costs, an unused month comes back.',
    format: 1,
    id,
    edition: '2026-01-01',
    effectiveOn: '2026-01-01',
    name: { en: 'Agreement of a made-up service' },
    text: { languages: ['en'], governing: 'en' },
    words: { active: { en: 'in use' } },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
    rounding: 'halfExpand',
    facts: {
      invoicedOn: { type: 'day', label: { en: 'day of the invoice' } },
      invoiced: { type: 'money', label: { en: 'sum of the invoice' } },
      asOf: { type: 'day', label: { en: 'day of the calculation' } },
      payments: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } },
        absent: 'nothing was paid',
        label: { en: 'payments' },
      },
      paid: { type: 'money', label: { en: 'sum paid for the month' } },
      boughtOn: { type: 'day', label: { en: 'day the month was bought' } },
      requestedOn: { type: 'day', label: { en: 'day of the request' } },
      daysUsed: { type: 'count', unit: 'calendarDays', label: { en: 'days the service was used' } },
    },
    readings: [
      {
        id: '2.1-payment-day',
        clause: '2.1',
        chosen: 'counts',
        why: { en: 'the day of a payment is still a day of delay; the clause excludes none' },
        options: {
          counts: { patch: {}, label: { en: 'the day of a payment counts' } },
          'does-not-count': {
            patch: { '2.1/penalty': { terms: { countPaymentDay: false } } },
            label: { en: 'the day of a payment does not count' },
          },
        },
        note: 'Where the text can be read in two ways: name the choice, say why, and give the other one as a patch.',
      },
    ],
    clauses: [
      {
        ref: '1.1',
        topic: 'payment',
        heading: { en: 'An invoice is paid within 7 calendar days' },
        computes: [
          {
            id: 'due',
            kind: 'deadline',
            counts: 'act',
            terms: { limit: { count: 7, unit: 'calendarDays' } },
            from: { trigger: { fact: 'invoicedOn' } },
            label: { en: 'last day to pay the invoice' },
            note: 'Terms are what the text says; from names where the rest comes from. "act": someone acts within the limit, so a last day off rolls on.',
          },
        ],
      },
      {
        ref: '2.1',
        topic: 'penalty',
        heading: { en: '0.1 % of the overdue sum a day, at most 10 % of the invoice' },
        computes: [
          {
            id: 'penalty',
            kind: 'latePaymentPenalty',
            terms: { rates: [{ dailyRate: '0.001' }], cap: { rate: '0.1' }, countPaymentDay: true },
            from: {
              overdue: { fact: 'invoiced' },
              dueOn: { result: '1.1/due', field: 'lastDay' },
              asOf: { fact: 'asOf' },
              payments: { fact: 'payments' },
              'cap.base': { fact: 'invoiced' },
            },
            readings: ['2.1-payment-day'],
            label: { en: 'penalty as of the day' },
            note: 'Rates are fractions: "0.001" is 0.1 %. The due day comes from clause 1.1, so a change there moves the penalty too.',
          },
        ],
      },
      {
        ref: '3.1',
        topic: 'refund',
        heading: { en: 'A month that was not used comes back within 14 calendar days' },
        computes: [
          {
            id: 'window',
            kind: 'deadline',
            counts: 'act',
            terms: { limit: { count: 14, unit: 'calendarDays' } },
            from: { trigger: { fact: 'boughtOn' } },
            label: { en: 'last day to ask for the money back' },
          },
        ],
      },
      {
        ref: '3.2',
        heading: { en: 'No other refund' },
        text: 'disclaimer',
        note: 'A clause that computes nothing says what it is.',
      },
    ],
    tables: [
      {
        question: 'refund',
        complete: true,
        rows: [
          {
            n: 1,
            when: {
              all: [
                { fact: 'daysUsed', equals: 0 },
                { fact: 'requestedOn', onOrBefore: { result: '3.1/window', field: 'lastDay' } },
              ],
            },
            outcome: { is: 'amount', cash: { fact: 'paid' }, toBalance: 0 },
            clauses: ['3.1'],
          },
          { n: 2, when: 'otherwise', outcome: { is: 'none' }, clauses: ['3.2'] },
        ],
        note: 'The first row that holds decides.',
      },
    ],
    events: {
      invoiceSent: { payload: { amount: { type: 'money' } }, label: { en: 'invoice sent' } },
      paymentReceived: { payload: { amount: { type: 'money' } }, label: { en: 'payment received' } },
    },
    postings: [
      {
        id: 'invoice',
        on: 'invoiceSent',
        post: { account: 'balance', side: 'debit', amount: { event: 'amount' } },
        sets: [{ status: 'active' }],
        note: 'What an event does to the account: an invoice is a debit, and what the balance does not cover is a debt. words says how a status is called.',
      },
      {
        id: 'payment',
        on: 'paymentReceived',
        post: { account: 'balance', side: 'credit', amount: { event: 'amount' } },
      },
      {
        id: 'pay-invoice',
        on: 'balanceBelowZero',
        bind: { invoicedOn: { event: 'on' } },
        computes: '1.1/due',
        opens: {
          deadline: 'lastDay',
          name: 'payInvoice',
          closedBy: ['debtPaid'],
          label: { en: 'pay the invoice' },
        },
        note: 'Opens a deadline. A part payment leaves it open; what pays the debt in full closes it.',
      },
      {
        id: 'penalty',
        each: 'debt',
        bind: {
          invoicedOn: { debt: 'since' },
          invoiced: { debt: 'amount' },
          payments: { debt: 'payments' },
          asOf: { asOf: true },
        },
        computes: '2.1/penalty',
        post: { account: 'balance', side: 'debit', amount: { result: 'penalty' } },
        note: 'Runs on each debt as of the day of a statement; it is shown, not entered.',
      },
    ],
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
