// The largest of the example agreements read and checked, compared with reading its JSON, which is unavoidable.
import { readFileSync } from 'node:fs';
import { defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

const names = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];

export function defineWork() {
  const texts = names.map((name) =>
    readFileSync(new URL(`../../examples/${name}/agreement.json`, import.meta.url), 'utf8'),
  );
  const text = texts.reduce((largest, next) => (next.length > largest.length ? next : largest));
  const clauses = Object.keys(JSON.parse(text).clauses).length;

  return {
    id: 'define',
    title: 'The largest agreement, defined',
    does: 'The agreement with the longest JSON of the five is read and every name, type and source in it checked.',
    expected: Float64Array.of(clauses),
    contenders: [
      {
        name: 'JSON.parse',
        group: 'limit',
        operation: () => JSON.parse(text),
        answer: (document) => Object.keys(document.clauses).length,
      },
      {
        name: 'oferta, defineAgreement',
        group: 'oferta',
        operation: () => defineAgreement(JSON.parse(text), { calendars: [kz, ru] }),
        answer: ({ data }) => data.clauses.length,
      },
    ],
  };
}
