// A table of nine rows of which the first that applies decides; the same table for two rule engines, which know neither days nor sums and get
// numbers. Both evaluate by promises alone.
import { decide, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { drawing, each } from '../cases.mjs';

const kinds = ['trial', 'monthly', 'annual'];

export function decisionWork({ zenEngine, jsonRulesEngine }) {
  const draw = drawing(31);
  const cases = each(() => ({
    breached: draw(0, 19) === 0,
    kind: kinds[draw(0, 2)],
    usedUnits: draw(0, 2) === 0 ? 0 : draw(1, 15),
    daysSince: draw(0, 70),
    price: draw(10_000, 200_000),
  }));
  const expected = Float64Array.from(cases, rowByHand);
  const agreement = defineAgreement(agreementDocument(), { calendars: [kz] });
  const facts = cases.map(({ price, ...rest }) => ({ ...rest, price: { amount: `${price}.00`, currency: 'KZT' } }));
  const columns = {
    breached: Uint8Array.from(cases, ({ breached }) => Number(breached)),
    kind: Uint8Array.from(cases, ({ kind }) => kinds.indexOf(kind)),
    usedUnits: Int32Array.from(cases, ({ usedUnits }) => usedUnits),
    daysSince: Int32Array.from(cases, ({ daysSince }) => daysSince),
    price: Int32Array.from(cases, ({ price }) => price),
  };

  return {
    id: 'decision',
    title: 'A decision by a table of nine rows',
    does: 'Which of nine rows decides on a refund, from five facts: a flag, a text, two counts and a sum.',
    expected,
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(columns) },
      {
        name: 'oferta, decide',
        group: 'oferta',
        operation: (at) => decide(agreement, 'refund', facts[at]),
        answer: ({ row }) => row,
      },
      {
        name: 'decide, and reading `passedOver`',
        group: 'part',
        operation: (at) => decide(agreement, 'refund', facts[at]).passedOver,
      },
      ...(zenEngine === undefined ? [] : [zenContender(zenEngine, structuredClone(cases))]),
      ...(jsonRulesEngine === undefined ? [] : [jsonRulesContender(jsonRulesEngine, structuredClone(cases))]),
    ],
  };
}

/** The rows, each a list of comparisons that have to hold: what is compared, how, and with what. */
const rows = [
  [['breached', 'is', true]],
  [['kind', 'is', 'trial']],
  [
    ['kind', 'is', 'annual'],
    ['usedUnits', 'is', 0],
    ['daysSince', 'atMost', 14],
  ],
  [
    ['kind', 'is', 'annual'],
    ['usedUnits', 'is', 0],
    ['daysSince', 'atMost', 30],
  ],
  [
    ['kind', 'is', 'annual'],
    ['usedUnits', 'atMost', 10],
    ['daysSince', 'atMost', 60],
  ],
  [
    ['kind', 'is', 'monthly'],
    ['usedUnits', 'is', 0],
    ['daysSince', 'atMost', 7],
  ],
  [
    ['kind', 'is', 'monthly'],
    ['price', 'atLeast', 100_000],
    ['daysSince', 'atMost', 14],
  ],
  [
    ['usedUnits', 'is', 0],
    ['price', 'atLeast', 150_000],
  ],
  [],
];

/** The row that decides, from the rules in words and not from the table above. */
function rowByHand({ breached, kind, usedUnits, daysSince, price }) {
  if (breached) return 1;
  if (kind === 'trial') return 2;
  if (kind === 'annual') {
    if (usedUnits === 0 && daysSince <= 30) return daysSince <= 14 ? 3 : 4;
    if (usedUnits <= 10 && daysSince <= 60) return 5;
  } else {
    if (usedUnits === 0 && daysSince <= 7) return 6;
    if (price >= 100_000 && daysSince <= 14) return 7;
  }
  return usedUnits === 0 && price >= 150_000 ? 8 : 9;
}

function limit({ breached, kind, usedUnits, daysSince, price }) {
  const [trial, monthly, annual] = [0, 1, 2];
  return (at) => {
    if (breached[at] === 1) return 1;
    if (kind[at] === trial) return 2;
    if (kind[at] === annual && usedUnits[at] === 0 && daysSince[at] <= 14) return 3;
    if (kind[at] === annual && usedUnits[at] === 0 && daysSince[at] <= 30) return 4;
    if (kind[at] === annual && usedUnits[at] <= 10 && daysSince[at] <= 60) return 5;
    if (kind[at] === monthly && usedUnits[at] === 0 && daysSince[at] <= 7) return 6;
    if (kind[at] === monthly && price[at] >= 100_000 && daysSince[at] <= 14) return 7;
    return usedUnits[at] === 0 && price[at] >= 150_000 ? 8 : 9;
  };
}

const signs = { is: '=', atMost: '<=', atLeast: '>=' };

function agreementDocument() {
  const written = ([name, relation, value]) =>
    value === true ? name : `${name} ${signs[relation]} ${name === 'price' ? `${value}.00 KZT` : value}`;
  return {
    format: 2,
    id: 'refunds',
    edition: '2026-01-01',
    language: 'en',
    name: 'Refunds by a table',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ', banking: 'KZ' },
    counts: { act: 'asWritten', state: 'asWritten' },
    rounding: 'halfExpand',
    words: { trial: 'trial', monthly: 'monthly', annual: 'annual', 'row-9': 'no refund' },
    facts: {
      breached: ['flag', 'whether the customer broke the terms'],
      kind: ['trial | monthly | annual', 'the kind of tariff'],
      usedUnits: ['count', 'units used'],
      daysSince: ['count of days', 'days since the purchase'],
      price: ['money', 'the price'],
    },
    clauses: { 1: { says: 'Refunds', text: 'conduct' } },
    tables: {
      refund: {
        asks: 'what comes back',
        rows: rows.map((comparisons) => ({
          ...(comparisons.length > 0 && { if: comparisons.map(written).join(' and ') }),
          then: 'none',
          by: ['1'],
        })),
      },
    },
    readings: {},
    events: {},
    postings: {},
  };
}

/** A decision table as JDM, first hit. */
function zenContender({ ZenEngine }, cases) {
  const inputs = ['breached', 'kind', 'usedUnits', 'daysSince', 'price'];
  const cell = (comparison) => {
    if (comparison === undefined) return '';
    const [, relation, value] = comparison;
    const text = JSON.stringify(value);
    return relation === 'is' ? text : `${signs[relation]} ${text}`;
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: inputs.map((name) => ({ id: name, name, field: name })),
          outputs: [{ id: 'row', name: 'row', field: 'row' }],
          rules: rows.map((comparisons, at) => ({
            _id: `r${at}`,
            ...Object.fromEntries(
              inputs.map((name) => [name, cell(comparisons.find(([compared]) => compared === name))]),
            ),
            row: String(at + 1),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: '@gorules/zen-engine',
    group: 'peer',
    awaits: true,
    operation: (at) => decision.evaluate(cases[at]),
    answer: ({ result }) => result.row,
  };
}

/** Rules in the order of their priorities; the first that holds stops the run, as its documentation shows. */
function jsonRulesContender({ Engine }, cases) {
  const operators = { is: 'equal', atMost: 'lessThanInclusive', atLeast: 'greaterThanInclusive' };
  const engine = new Engine();
  rows.forEach((comparisons, at) => {
    const all = comparisons.map(([fact, relation, value]) => ({ fact, operator: operators[relation], value }));
    engine.addRule({
      conditions: { all: all.length > 0 ? all : [{ fact: 'breached', operator: 'in', value: [true, false] }] },
      event: { type: 'row', params: { row: at + 1 } },
      priority: rows.length - at,
      onSuccess: () => engine.stop(),
    });
  });
  return {
    name: 'json-rules-engine',
    group: 'peer',
    awaits: true,
    operation: (at) => engine.run(cases[at]),
    answer: ({ events: [first] }) => first.params.row,
  };
}
