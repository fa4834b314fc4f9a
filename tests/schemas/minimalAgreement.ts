/** The smallest agreement that says something: one limit, one table, one event. Created for each test, which changes it. */
// biome-ignore lint/suspicious/noExplicitAny: tests break it in every way
export function minimalAgreement(): any {
  return {
    format: 2,
    id: 'minimal',
    edition: '2026-01-01',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    facts: { boughtOn: 'day', askedOn: 'day', paid: ['money', 'sum paid'] },
    clauses: {
      '1.1': {
        window: { deadline: { trigger: '=boughtOn', limit: '14 calendar days' }, counts: 'act' },
      },
      '1.2': { text: 'disclaimer' },
    },
    tables: {
      refund: {
        asks: 'what comes back',
        rows: [
          { if: 'askedOn <= [1.1/window]', then: { cash: '=paid' }, by: ['1.1'] },
          { then: 'none', by: ['1.2'] },
        ],
      },
    },
    readings: {
      length: {
        clause: '1.1',
        why: 'so it is written',
        chosen: 'fourteen',
        options: { fourteen: {}, ten: { changes: { '1.1/window.limit': '10 calendar days' } } },
      },
    },
    events: { toppedUp: { says: 'topped up', carries: { amount: 'money', 'by?': 'text' } } },
    postings: { topUp: { on: 'toppedUp', credit: '=event.amount' } },
  };
}
