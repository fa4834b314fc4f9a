import { type Agreement, type AgreementData, withReadings } from 'oferta/agreement';
import { type RuleText, readback } from 'oferta/explain';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/agreement/kinds/index.js';
import { ruleWordsEn } from '../../src/agreement/kinds/rules/ruleWordsEn.js';
import { ruleWordsKk } from '../../src/agreement/kinds/rules/ruleWordsKk.js';
import { ruleWordsRu } from '../../src/agreement/kinds/rules/ruleWordsRu.js';
import type { ValueShape } from '../../src/agreement/model/value.js';
import { fillTemplate } from '../../src/explain/rules/fillTemplate.js';
import { exampleAgreement, exampleAgreements } from '../support/exampleAgreements.js';
import { languages } from '../support/languages.js';
import { refusal } from '../support/refusal.js';

const wordings = [
  ['en', ruleWordsEn],
  ['ru', ruleWordsRu],
  ['kk', ruleWordsKk],
] as const;
const autocall = exampleAgreement('autocall');

function ruleOf(rules: readonly RuleText[], address: string): string {
  return (rules.find(({ computation }) => computation === address)?.text ?? '').replaceAll('\u00a0', ' ');
}

describe('the penalty of 6.10', () => {
  // The clause: 0.1 % of the overdue sum for each day late, at most 5 % of the whole debt. The maximum is rounded down.
  test('in English', () => {
    expect(ruleOf(readback(autocall, 'en'), '6.10/penalty')).toBe(
      '0.1 % of “what the balance did not cover” for each day after “last day to pay the negative balance” (5.7), at most 5 % of “all that is owed, penalty aside”, as of “day of the calculation”; payments lower the debt (“payments toward the debt”); the day of a payment still counts, rounded to the nearest, halves away from zero, the maximum rounded down',
    );
  });

  test('in Russian and Kazakh', () => {
    expect(ruleOf(readback(autocall, 'ru'), '6.10/penalty')).toMatch(
      /^0,1 % от суммы «.+» за каждый день после дня «.+» \(п\. 5\.7\), но не больше 5 % от суммы «.+»/,
    );
    expect(ruleOf(readback(autocall, 'kk'), '6.10/penalty')).toMatch(
      /^«.+» \(5\.7-тармақ\) күнінен кейінгі әр күн үшін «.+» сомасының 0,1 %, бірақ «.+» сомасының 5 % мөлшерінен артық емес/,
    );
  });

  test('another reading is read back', () => {
    const other = withReadings(autocall, { '6.10-payment-day': 'does-not-count' });
    expect(ruleOf(readback(other, 'en'), '6.10/penalty')).toContain('the day of a payment no longer counts');
  });
});

test('rows of a table: if … then …, else', () => {
  const rows = readback(autocall, 'en').filter(({ table }) => table?.question === 'refund');
  expect(rows[0]?.text).toMatch(/^if “.+” is yes, then nothing is due$/);
  expect(rows.at(-1)?.text).toBe('otherwise nothing is due');
});

describe('formulas and conditions as they are written', () => {
  const rules = new Map(
    (['chatkeeper', 'introvert'] as const).map((name) => [name, readback(exampleAgreement(name), 'en')]),
  );
  const textOf = (name: 'chatkeeper' | 'introvert', place: string): string => {
    const [question, row] = place.split('#');
    const found = rules
      .get(name)
      ?.find(({ computation, table }) =>
        row === undefined ? computation === place : table?.question === question && String(table?.row) === row,
      );
    return (found?.text ?? '').replaceAll('\u00a0', ' ');
  };

  test.each([
    {
      name: 'chatkeeper',
      place: 'definitions.option/price',
      because: 'tariffPrice + optionsPrice',
      text: '“price of the tariff” + “price of the options, zero without any”, in full',
    },
    {
      name: 'chatkeeper',
      place: '5.5/debt',
      because: 'if takenBack is given then max(takenBack - keptSum, 0) else returnedSum',
      text: '(the greatest of “sum taken back” − “what was kept of the payment without a contract”, 0) if “sum taken back” is given, else “sum of the returned payment”',
    },
    {
      name: 'chatkeeper',
      place: 'liability#4c',
      because: 'liable = customer; open: law, with the sum it is about',
      text: 'if “who caused the loss” is the customer, then the agreement does not say, the law decides (about “loss”)',
    },
    {
      name: 'chatkeeper',
      place: 'payment#3w',
      because:
        "(withdrawnOn is given or offerClosedOn is given and accountStatus = 'terminated') and [5.11/toDebts].left > 0: a field other than the first, of another clause, against a bare zero",
      text: 'if (“day the offer was withdrawn” is given or (“day the offer was withdrawn while contracts go on” is given and “status of the account” is ended)) and “what the payment covers of the debts, the oldest first”, what is left (5.11) is more than 0, then no contract: the offer was withdrawn',
    },
    {
      name: 'introvert',
      place: '6.3/paidForMonth',
      because:
        'if [4.7/met] = false or lossOn < [4.7/met].on or lossOn > [6.3/packageEnd] then [6.3/nothing] else [6.3/monthPrice]: without a clause where it is the same',
      text: '“nothing, in the currency of the price” if “day the obligation to pay was met” (4.7) is no or “day of the loss” is before “day the obligation to pay was met”, the day (4.7) or “day of the loss” is after “last day of the package”, else “price of one month of the package, rounded down”',
    },
  ] as const)('$name $place: $because', ({ name, place, text }) => {
    expect(textOf(name, place)).toBe(text);
  });
});

/** Ids, codes and names of fields of an agreement that are no words: with a hyphen, a capital inside, a slash. */
function identifiersOf({ data, computations, tables, postings }: Agreement): ReadonlySet<string> {
  const names: string[] = [...kinds.keys(), ...Object.keys(data.facts), ...tables.keys()];
  for (const { address, computation } of computations.values()) names.push(address, computation.id);
  for (const { id, options } of data.readings) names.push(id, ...Object.keys(options));
  for (const { id } of postings) names.push(id);
  names.push(...Object.keys(data.words ?? {}));
  const walk = (shape: ValueShape): void => {
    if (shape.type === 'record')
      for (const [name, field] of Object.entries(shape.fields)) {
        names.push(name);
        walk(field);
      }
    if (shape.type === 'list') walk(shape.of);
    if (shape.type === 'text') names.push(...(shape.oneOf ?? []));
  };
  for (const fact of Object.values(data.facts)) walk(fact);
  for (const { takes, gives } of kinds.values()) {
    walk(takes);
    for (const [name, shape] of Object.entries(gives)) {
      names.push(name);
      walk(shape);
    }
  }
  // English words can contain a hyphen, too: "top-up".
  const english = JSON.stringify(ruleWordsEn.kinds);
  return new Set(
    names.filter((name) => /[a-z][A-Z]|[a-z]-[a-z]|[a-z]\/|_|#/.test(name) && !english.includes(` ${name}`)),
  );
}

/** Names given by an agreement itself, which may contain a hyphen. */
function ownWordsOf(data: AgreementData, language: string): readonly string[] {
  const texts = [
    ...Object.values(data.facts).map(({ label }) => label),
    ...data.clauses.flatMap(({ computes = [] }) => computes.map(({ label }) => label)),
    ...data.tables.map(({ label }) => label),
    ...Object.values(data.words ?? {}),
  ];
  return texts.flatMap((text) => text?.[language] ?? []).sort((a, b) => b.length - a.length);
}

describe.each(exampleAgreements)('%s', (_name, agreement) => {
  const identifiers = identifiersOf(agreement);

  test('there are names that must not be seen', () => {
    expect(identifiers.size).toBeGreaterThan(20);
  });

  test.each(languages)(
    'every computation and every row has a rule in %s, without an id, a code or the name of a field',
    (language) => {
      const rules = readback(agreement, language);
      const rows = [...agreement.tables.values()].reduce((count, table) => count + table.rows.length, 0);
      expect(rules).toHaveLength(agreement.computations.size + rows);
      const own = ownWordsOf(agreement.data, language);
      const seen = rules.flatMap(({ text, title, computation, table }) => {
        expect(text, computation ?? table?.question).not.toBe('');
        const stripped = own.reduce((left, words) => left.replaceAll(words, '…'), text);
        const found = stripped.split(/[\s“”«»"();:,]+/).filter((word) => identifiers.has(word));
        if (/[{}[\]#|]|undefined|\b[a-z]+[A-Z]\w*|\d\/[a-z]/.test(stripped)) found.push(stripped);
        return found.map((word) => `${title}: ${word}`);
      });
      expect(seen).toEqual([]);
    },
  );

  test.each(['ru', 'kk'] as const)('no English word stands in the %s text', (language) => {
    const own = ownWordsOf(agreement.data, language);
    const seen = readback(agreement, language).flatMap(({ text }) => {
      const stripped = own.reduce((left, words) => left.replaceAll(words, '…'), text);
      // Domain zones and codes of currencies and countries are what they are.
      return [...stripped.matchAll(/(?<![\p{L}-])[A-Za-z]{3,}(?![\p{L}-])/gu)]
        .map(([word]) => word)
        .filter((word) => !/^[A-Z]{3}$/.test(word) && word !== 'UTC');
    });
    expect([...new Set(seen)]).toEqual([]);
  });
});

describe.each(wordings)('the words in %s', (_language, words) => {
  test('there is a rule for each kind, and none besides', () => {
    expect(Object.keys(words.kinds).sort()).toEqual([...kinds.keys()].sort());
  });

  test('there is a name for each field of an answer that is not the first', () => {
    const fields = [...kinds.values()].flatMap(({ gives }) => Object.keys(gives).slice(1));
    expect(fields.filter((field) => words.fields[field] === undefined)).toEqual([]);
  });

  test('there is a word for each code of an answer', () => {
    const codes = [...kinds.values()].flatMap(({ gives }) =>
      Object.values(gives).flatMap((shape) => (shape.type === 'text' ? (shape.oneOf ?? []) : [])),
    );
    expect(codes.filter((code) => words.codes[code] === undefined)).toEqual([]);
  });

  test.each([...kinds.values()].map((kind) => [kind.kind, kind] as const))(
    '%s: every slot is an argument, and every argument that must be given has one',
    (name, { takes }) => {
      const template = words.kinds[name] as string;
      const slots = [...template.matchAll(/\{(\w[\w.]*)/g)].map(([, path]) => path as string);
      for (const literal of [undefined, 'true', 'all', 'cumulative'])
        expect(
          fillTemplate(template, {
            phrase: () => 'x',
            literal: () => literal,
            isGiven: () => true,
            entries: () => 2,
          }),
        ).not.toMatch(/[{}[\]#|]/);
      const heads = new Set([...slots].map((path) => path.split('.')[0] as string));
      expect([...heads].filter((head) => head !== 'rules' && head !== 'rounding' && !(head in takes.fields))).toEqual(
        [],
      );
      const needed = Object.keys(takes.fields).filter((field) => !(takes.optional ?? []).includes(field));
      expect(needed.filter((field) => !heads.has(field))).toEqual([]);
    },
  );

  test('the choices of an argument are all there', () => {
    const missing = [...kinds.values()].flatMap(({ kind, takes }) =>
      Object.entries(takes.fields).flatMap(([name, shape]) => {
        const template = words.kinds[kind] as string;
        if (shape.type !== 'text' || !template.includes(`{${name}|`)) return [];
        return (shape.oneOf ?? [])
          .filter((code) => !template.includes(`${code}:`))
          .map((code) => `${kind}.${name}: ${code}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});

test.each<[string, () => unknown, string]>([
  ['what is no agreement', () => readback({} as Agreement, 'en'), 'agreement'],
  ['an unknown language', () => readback(autocall, 'de' as never), 'language'],
])('refused: %s', (_title, asked, field) => {
  expect(refusal(asked)).toBe(`argument-invalid ${field}`);
});
