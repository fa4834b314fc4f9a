/** The model of the smallest agreement that says something: one limit, one table, one event. Created for each test, which changes it. */
// biome-ignore lint/suspicious/noExplicitAny: tests break it in every way
export function minimalModel(): any {
  return {
    id: 'minimal',
    edition: '2026-01-01',
    effectiveOn: '2026-01-01',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
    rounding: 'halfExpand',
    facts: {
      boughtOn: { type: 'day' },
      askedOn: { type: 'day' },
      paid: { type: 'money', label: { en: 'sum paid' } },
    },
    readings: [
      {
        id: 'length',
        clause: '1.1',
        chosen: 'fourteen',
        why: { en: 'so it is written' },
        options: {
          fourteen: { patch: {} },
          ten: { patch: { '1.1/window': { terms: { limit: { count: 10, unit: 'calendarDays' } } } } },
        },
      },
    ],
    clauses: [
      {
        ref: '1.1',
        computes: [
          {
            id: 'window',
            kind: 'deadline',
            counts: 'act',
            terms: { limit: { count: 14, unit: 'calendarDays' } },
            from: { trigger: { fact: 'boughtOn' } },
            readings: ['length'],
          },
        ],
      },
      { ref: '1.2', text: 'disclaimer' },
    ],
    tables: [
      {
        question: 'refund',
        complete: true,
        rows: [
          {
            n: 1,
            when: { fact: 'askedOn', onOrBefore: { result: '1.1/window', field: 'lastDay' } },
            outcome: { is: 'amount', cash: { fact: 'paid' }, toBalance: 0 },
            clauses: ['1.1'],
          },
          { n: 2, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1.2'] },
        ],
      },
    ],
    events: { toppedUp: { payload: { amount: { type: 'money' }, by: { type: 'text' } }, optional: ['by'] } },
    postings: [
      { id: 'topUp', on: 'toppedUp', post: { account: 'balance', side: 'credit', amount: { event: 'amount' } } },
    ],
  };
}
