import {
  AgreementError,
  businessDeadlineAt,
  businessHours,
  calendarDays,
  countingRules,
  type DayLimit,
  dailyCharges,
  dateRange,
  deadline,
  debitBalance,
  derivedCalendar,
  downtime,
  endOfDay,
  formatMoney,
  jointCalendar,
  type LimitLiabilityTerms,
  latePaymentPenalty,
  liabilityBase,
  limitLiability,
  money,
  paymentToStop,
  tierOf,
  workingCalendar,
} from 'oferta';
import {
  type AccountEvent,
  type AgreementDocument,
  acrossReadings,
  applyEvents,
  corrections,
  decide,
  defineAgreement,
  evaluate,
  explain,
  explainStatement,
  namesOfPosting,
  openAccount,
  readingEffects,
  refundsOnRequest,
  replay,
  statement,
  touchingReadings,
} from 'oferta/agreement';
import { columnsOf } from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { comparable } from 'oferta/equality';
import {
  balancePrimitives,
  changedRules,
  english,
  explainer,
  happeningsByDay,
  readback,
  statementCalendar,
  statementCsv,
  stepsOf,
  Wording,
} from 'oferta/explain';
import { parseAgreement, parseEvents, parseResult, parseState, placesInText, readJson } from 'oferta/schemas';
import { verify, verifyDecision, verifySteps } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { everyPart } from '../schemas/everyPart.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { refusal } from '../support/refusal.js';

// What the runs with hostile input found, each with the smallest input that showed it.

const never = undefined as never;
const symbol = Symbol('given') as never;
const small = defineAgreement(everyPart() as AgreementDocument, { calendars: [kz] });
const autocall = exampleAgreement('autocall');
const facts = {
  negativeOn: '2026-03-19',
  asOf: '2026-06-12',
  overdue: { amount: '100000.00', currency: 'KZT' },
  totalDebt: { amount: '100000.00', currency: 'KZT' },
  payments: [],
};
const asked = {
  kind: 'b',
  payments: [],
  askedOn: '2026-03-09',
  boughtOn: '2026-03-02',
  paid: { amount: '20.00', currency: 'KZT' },
};
const lived = () => applyEvents(openAccount(autocall), exampleFile('autocall/events.json') as AccountEvent[]);
const toldBy = () => replay(autocall, exampleFile('autocall/events.json') as AccountEvent[], '2026-06-30');

const debit = {
  balance: money('500.00', 'KZT'),
  charge: money('700.00', 'KZT'),
  partial: true,
} as const;

/** A list that claims a thousand million entries and has none. */
const endlessList = () =>
  new Proxy([], { get: (target, name) => (name === 'length' ? 1e9 : Reflect.get(target, name)) }) as never;

function circle(): never {
  const itself: Record<string, unknown> = {};
  itself['itself'] = itself;
  return itself as never;
}

function deepList(): never {
  let deep: unknown[] = [];
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  return deep as never;
}

const refusals: readonly [string, () => unknown, string][] = [
  ['no terms', () => latePaymentPenalty(never), 'argument-invalid'],
  ['null for terms', () => deadline(null as never), 'argument-invalid'],
  ['null for options', () => formatMoney(money('1.00', 'KZT'), 'en', null as never), 'argument-invalid'],
  [
    'a count that is a list of a thousand million: it was compared with a number, which joins it to a text',
    () =>
      deadline({
        trigger: '2026-03-02',
        limit: { count: endlessList(), unit: 'months' } as DayLimit,
        rules: countingRules.asWritten,
      }),
    'limit-invalid',
  ],
  [
    'a list of a thousand million calendars: every place was looked at before one was found empty',
    () => jointCalendar({ id: 'X', calendars: endlessList(), worked: 'inEach' }),
    'calendar-invalid',
  ],
  [
    'a symbol for the version of a calendar: it was put into a text',
    () =>
      derivedCalendar({
        basedOn: ru,
        id: 'X',
        version: symbol,
        compiledOn: '2026-11-30',
        daysOff: [],
        daysWorked: [],
        sources: [],
      }),
    'calendar-invalid',
  ],
  [
    'what is no calendar, where a short limit does not need the one that its minimum of working days asks for',
    () =>
      deadline({
        trigger: '2026-03-02',
        limit: calendarDays(1),
        rules: { ...countingRules.asWritten, minimumWorkingDays: 2 },
        calendar: {} as never,
      }),
    'calendar-invalid',
  ],
  [
    'eight thousand years of charges, one by one: a minute',
    () =>
      dailyCharges({
        prices: [{ effectiveOn: '1000-01-01', monthlyPrice: money('31.00', 'USD') }],
        days: dateRange('1000-01-01', '8999-12-31'),
        spread: 'cumulative',
        rounding: 'halfExpand',
      }).charges,
    'day-out-of-range',
  ],
  ['a symbol for the name of a file', () => readJson('{', symbol), 'argument-invalid'],
  ['a language without texts', () => explainer({ texts: null } as never, balancePrimitives), 'argument-invalid'],
  [
    'a language that is no text',
    () => explain(evaluate(autocall, '6.10/penalty', facts), circle()),
    'argument-invalid',
  ],
  [
    'a proxy of an answer: what stands behind it is private',
    () => explain(new Proxy(evaluate(autocall, '6.10/penalty', facts), {}), 'en'),
    'argument-invalid',
  ],
  ['a proxy of an account', () => statement(new Proxy(openAccount(small), {}), '2026-03-01'), 'argument-invalid'],
  ['events for no account', () => applyEvents({} as never, []), 'argument-invalid'],
  ['no account at all', () => statement(never, '2026-03-01'), 'argument-invalid'],
  ['null for the options of an account', () => openAccount(small, null as never), 'argument-invalid'],
  ['null for the options of a replay', () => replay(small, [], '2026-03-01', null as never), 'argument-invalid'],
  [
    'null for the options of the effects of readings',
    () => readingEffects(small, [], '2026-03-01', null as never),
    'argument-invalid',
  ],
  [
    'a progress that cannot be called',
    () => readingEffects(autocall, [], '2026-03-01', { progress: 5 as never }),
    'argument-invalid',
  ],
  [
    'null for the options of refunds',
    () => refundsOnRequest(small, [], '2026-03-01', null as never),
    'argument-invalid',
  ],
  ['null for the form of a sum', () => formatMoney(money('1.00', 'KZT'), 'en', null as never), 'argument-invalid'],
  ['null for a state', () => openAccount(small, { state: null as never }), 'state-invalid'],
  [
    'a number for the readings to vary',
    () => acrossReadings(autocall, '6.10/penalty', facts, 5 as never),
    'argument-invalid',
  ],
  ['no posting', () => namesOfPosting(null as never), 'argument-invalid'],
  ['no options for a statement in words', () => explainStatement(toldBy(), never), 'argument-invalid'],
  ['events that are no list', () => refundsOnRequest(autocall, {} as never, '2026-06-30'), 'argument-invalid'],
  [
    'a statement from a file, of which an entry has no sum',
    () => corrections({ asOf: '2026-06-30', entries: [{ key: 'a', on: '2026-06-01' }] as never }, toldBy()),
    'argument-invalid',
  ],
  [
    'a statement from a file, of which accruals lost their facts',
    () => {
      const told = JSON.parse(JSON.stringify(toldBy())) as { accruals: Record<string, unknown>[] };
      for (const accrual of told.accruals) accrual['facts'] = null;
      return explainStatement(told as never, {
        agreement: autocall,
        events: [],
        language: 'en',
        detail: 'full',
      });
    },
    'fact-invalid',
  ],
  [
    'primitives with a hole',
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    () => stepsOf(debitBalance, debit, [, ...balancePrimitives] as never),
    'argument-invalid',
  ],
  ['primitives that are no list', () => stepsOf(debitBalance, never, {} as never), 'argument-invalid'],
  [
    'a primitive without its kind',
    () => explainer(english, [{ primitive: balancePrimitives[0]?.primitive } as never]),
    'argument-invalid',
  ],
  [
    'a primitive that is none, beside the one that is asked for',
    () => stepsOf(limitLiability, {} as never, [{ ...balancePrimitives[0], primitive: null } as never]),
    'argument-invalid',
  ],
  ['no language to explain in', () => explainer(never, balancePrimitives), 'argument-invalid'],
  [
    'a function among the terms of an agreement: it was cloned',
    () => {
      const document = everyPart();
      document.clauses['2.1'].limit.limitLiability.caps = { clause: '2.1', rate: () => 1 };
      return defineAgreement(document, { calendars: [kz] });
    },
    'agreement-invalid',
  ],
];

describe('is refused by name', () => {
  it.each(refusals)('%s', (_what, ask, code) => {
    expect(ask).toThrow(AgreementError);
    expect(ask).toThrow(new RegExp(`^${code}: `));
  });
});

/** A list of which the first entry is missing, not undefined: `map` and `every` pass over it. */
function holed<T>(entry: T): T[] {
  const list = [entry, entry];
  Reflect.deleteProperty(list, 0);
  return list;
}

it('a day of Temporal behind a proxy, which refuses to be read, is no day', () => {
  const behind = new Proxy(dateRange('2026-03-01', '2026-03-02').firstDay, {});
  expect(() => dateRange(behind, '2026-03-02')).toThrow(/^day-invalid: firstDay /);
});

describe('a list with a hole, which map and every pass over', () => {
  const late = {
    overdue: money('100.00', 'KZT'),
    dueOn: '2026-03-02',
    asOf: '2026-03-10',
    rounding: 'halfExpand',
    countPaymentDay: true,
  } as const;
  const hours = (open: readonly { readonly from: string; readonly to: string }[], more: object = {}) =>
    businessDeadlineAt({
      triggeredAt: '2026-03-02T10:00:00Z',
      limit: businessHours(1),
      hours: { timeZone: 'UTC', open, ...more },
      calendar: kz,
    });
  const calendar = { id: 'X', version: '1', compiledOn: '2026-11-30', daysOff: [], daysWorked: [], sources: [] };

  it.each<[string, () => unknown]>([
    [
      'rates.0.dailyRate',
      () => latePaymentPenalty({ ...late, rates: holed({ effectiveOn: '2026-01-01', dailyRate: '0.1' }) }),
    ],
    ['payments', () => paymentToStop({ ...late, payOn: '2026-03-04', payments: holed({} as never) } as never)],
    ['tiers', () => tierOf({ tiers: holed({ atLeast: '1' }), value: '1' } as never)],
    ['hours.open', () => hours(holed({ from: '09:00', to: '18:00' }))],
    ['events.0', () => replay(small, holed({} as AccountEvent), '2026-03-01')],
    ['hours.days', () => hours([], { days: holed({ day: '2026-03-02', open: [] }) })],
    ['daysOff', () => derivedCalendar({ ...calendar, basedOn: kz, daysOff: holed('2026-03-02') })],
    [
      'sources.0.id',
      () =>
        workingCalendar({ ...calendar, coverage: kz.coverage, weekend: [6, 7], sources: holed({} as never) } as never),
    ],
    [
      'outages',
      () =>
        downtime({
          period: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
          outages: holed({} as never),
          maintenance: [],
        }),
    ],
  ])('%s', (field, ask) => {
    expect(ask).toThrow(new RegExp(`^[a-z-]+: ${field.replaceAll('.', '\\.')}(\\.0)? is undefined`));
  });

  it.each<[string, () => unknown]>([
    ['calendars that are joined', () => jointCalendar({ id: 'X', calendars: holed(kz), worked: 'inEach' })],
    ['calendars of an agreement', () => defineAgreement(everyPart() as AgreementDocument, { calendars: holed(kz) })],
    ['editions', () => replay(holed(small), [], '2026-03-01')],
    [
      'names of purchases',
      () =>
        liabilityBase({
          payments: [],
          window: dateRange('2026-01-01', '2026-12-31'),
          counts: 'paid',
          onlyFor: holed('a'),
          currency: 'KZT',
        } as never),
    ],
  ])('%s', (_what, ask) => {
    expect(ask).toThrow(AgreementError);
  });
});

describe('a copy of a primitive, which may have lost functions or have others in their place', () => {
  const [own] = balancePrimitives.filter(({ primitive }) => primitive === debitBalance);

  it('the primitive itself gives the steps', () => {
    expect(stepsOf(debitBalance, debit, [own as never]).steps.length).toBeGreaterThan(0);
  });

  it.each([
    ['without arguments', { ...own, kind: { ...own?.kind, takes: undefined } }],
    ['that is called as a class', { ...own, call: class {} }],
    ['as it was', { ...own }],
    ['that is none', null],
    ['that is a number', 5],
  ])('%s', (_what, copy) => {
    expect(() => stepsOf(debitBalance, debit, [copy as never])).toThrow(/^argument-invalid: primitives /);
  });

  it('and it cannot be changed itself', () => {
    expect(Object.isFrozen(own)).toBe(true);
  });
});

describe('a name of a term on Object.prototype', () => {
  const terms: LimitLiabilityTerms<'KZT'> = {
    loss: money('900.00', 'KZT'),
    requires: [],
    caps: [],
    rounding: 'halfExpand',
  };
  /** The result of a question while the name is there. The test runner itself would not tolerate it. */
  const under = (name: string, value: unknown, ask: () => unknown): string => {
    Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true });
    let outcome: unknown;
    try {
      outcome = ask();
    } catch (error) {
      outcome = error;
    }
    Reflect.deleteProperty(Object.prototype, name);
    return String(outcome);
  };

  it('changes no answer: a ground of exclusion left nothing of 900.00', () => {
    expect(under('excludedBy', 'x', () => limitLiability(terms))).toMatch(
      /argument-invalid: Object\.prototype\.excludedBy/,
    );
  });

  it('is no foreign error of what stands beneath', () => {
    for (const ask of [() => endOfDay('2026-03-02', 'Asia/Almaty'), () => parseEvents([{}])])
      expect(under('step', {}, ask)).toMatch(/argument-invalid: Object\.prototype\.step/);
  });

  it('makes no document wrong', () => {
    expect(under('type', 'x', () => parseAgreement(everyPart()))).toMatch(/argument-invalid: Object\.prototype\.type/);
  });

  it('is no part of an agreement, of a state or of a calendar', () => {
    const state = JSON.parse(JSON.stringify(openAccount(small)));
    const told = toldBy();
    for (const [name, ask] of [
      ['excludedBy', () => changedRules(small, small, 'en')],
      ['excludedBy', () => readback(small, 'en')],
      ['literal', () => columnsOf(autocall, '6.10/penalty', { payments: null })],
      ['expiresOn', () => parseState(state)],
      ['computation', () => corrections(told, told)],
      [
        'firmThrough',
        () =>
          workingCalendar({
            id: 'X',
            version: '1',
            compiledOn: '2026-11-30',
            coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
            weekend: ['saturday'],
            daysOff: [],
            sources: [],
          } as never),
      ],
      ['set', () => comparable({ a: 1 })],
    ] as const)
      expect(under(name, '2026-01-01', ask)).toContain(`argument-invalid: Object.prototype.${name}`);
  });

  it('is named by what verifies, which throws nothing: a genuine answer was refused for another reason', () => {
    const result = JSON.parse(JSON.stringify(evaluate(autocall, '6.10/penalty', facts)));
    const said = (ask: () => unknown): string => under('fact', 'x', () => JSON.stringify(ask()));
    expect(verify(autocall.data, facts, result).ok).toBe(true);
    expect(said(() => verify(autocall.data, facts, result))).toBe(
      '{"ok":false,"findings":[{"path":"Object.prototype.fact","code":"unreadable","expected":"nothing","found":"\\"a value\\""}],"taken":[]}',
    );
    expect(said(() => verifyDecision(autocall.data, facts, {}))).toContain('"path":"Object.prototype.fact"');
    expect(said(() => verifySteps(result.steps, { minimumWorkingDays: 0 }))).toBe(
      '[{"path":"Object.prototype.fact","expected":"nothing","found":"\\"a value\\""}]',
    );
  });

  it('may be a function, which is not a term: old libraries keep some there', () => {
    expect(
      under(
        'old',
        () => 1,
        () => limitLiability(terms).payable,
      ),
    ).toBe('900.00 KZT');
  });
});

describe('is answered', () => {
  it('a document that a framework watches through proxies: it could not be cloned', () => {
    const watched = new Proxy({ ...everyPart(), currencies: new Proxy(['KZT'], {}) }, {});
    expect(parseAgreement(watched).currencies).toEqual(['KZT']);
  });

  it('values of the library in an event of any agreement, as their JSON', () => {
    const [event] = parseEvents([{ id: 'e1', kind: 'x', on: '2026-03-01', amount: money('1.00', 'KZT') }]);
    expect(JSON.stringify(event)).toBe(
      '{"id":"e1","kind":"x","on":"2026-03-01","amount":{"amount":"1.00","currency":"KZT"}}',
    );
  });

  it('the total of eight thousand years, which no list is made for', () => {
    const { total } = dailyCharges({
      prices: [{ effectiveOn: '1000-01-01', monthlyPrice: money('31.00', 'USD') }],
      days: dateRange('1000-01-01', '8999-12-31'),
      spread: 'cumulative',
      rounding: 'halfExpand',
    });
    // 8,000 years of twelve months at 31.00.
    expect(String(total)).toBe('2976000.00 USD');
  });
});

describe('what is too large', () => {
  it('of twenty thousand invalid postings, the first ten thousand are reported', () => {
    const document = {
      ...everyPart(),
      postings: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`p${at}`, null])),
    };
    for (const ask of [() => parseAgreement(document), () => defineAgreement(document, { calendars: [kz] })]) {
      expect(ask).toThrow(/^agreement-invalid: postings\.p0 .*\(and 9999 more\)$/);
    }
  });

  it('a posting with a list that claims a thousand million changes', () => {
    expect(namesOfPosting({ id: 'x', on: 'x', sets: endlessList() } as never)).toEqual([]);
  });

  it('lists of millions are counted, not gone through', () => {
    const began = process.cpuUsage();
    expect(() => parseAgreement({ ...everyPart(), currencies: new Array(3_000_000).fill(1) })).toThrow(
      'more than 500000 values',
    );
    expect(() => parseEvents(new Array(3_000_000).fill(1))).toThrow(/^events-invalid: events\.0 /);
    expect(() => parseResult({ format: 2, steps: new Array(300_000).fill(1) })).toThrow('a smaller document');
    const { user, system } = process.cpuUsage(began);
    // A minute and a half before; seconds of processor, so that a busy machine does not matter.
    expect((user + system) / 1e6).toBeLessThan(30);
  });

  const chain = (length: number) => {
    const document = everyPart();
    document.facts.x = 'money';
    document.clauses['9.1'] = Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `c${at}`,
        { formula: at === 0 ? '=round(x * 100 %)' : `=round([9.1/c${at - 1}] * 100 %)`, label: 'the same again' },
      ]),
    );
    return () => defineAgreement(document, { calendars: [kz] });
  };

  it.each([63, 64])('%d computations that depend on one another are computed', (length) => {
    const agreement = chain(length)();
    const result = evaluate(agreement, `9.1/c${length - 1}`, { x: { amount: '1.00', currency: 'KZT' } });
    expect(explain(result, 'en').length).toBeGreaterThan(length - 1);
    expect(JSON.stringify(result)).toContain('"amount":"1.00"');
  });

  it.each([65, 3_000])('%d are refused: they exhausted the stack when they were asked for', (length) => {
    expect(chain(length)).toThrow('at most 64 computations that depend on one another');
  });

  it.each(['entries', 'dailyEntries', 'lots', 'records', 'counters'])('a state without its %s', (part) => {
    const whole = JSON.parse(JSON.stringify(openAccount(small)));
    expect(Object.keys(whole)).toContain(part);
    const { [part]: _, ...state } = whole;
    expect(() => openAccount(small, { state: state as never })).toThrow(/^state-invalid: /);
  });

  it.each([
    ['entries', 'posting'],
    ['entries', 'facts'],
    ['entries', 'cites'],
    ['remarks', 'key'],
    ['deadlines', 'computation'],
    ['deadlines', 'closedBy'],
    ['rights', 'name'],
    ['rights', 'edition'],
  ] as const)('a state one of whose %s lost its %s', (part, name) => {
    const state = JSON.parse(JSON.stringify(lived()));
    expect(() => openAccount(autocall, { state })).not.toThrow();
    delete state[part][0][name];
    expect(() => openAccount(autocall, { state })).toThrow(`state-invalid: state.${part}.0.${name}`);
    state[part][0] = null;
    expect(() => openAccount(autocall, { state })).toThrow(`state-invalid: state.${part}.0`);
    state[part] = {};
    expect(() => openAccount(autocall, { state })).toThrow(`state-invalid: state.${part}`);
  });

  it('a state whose rights stand in the place of its remarks', () => {
    const { rights, remarks, ...state } = JSON.parse(JSON.stringify(lived()));
    const exchanged = { ...state, rights: remarks, remarks: rights };
    expect(() => openAccount(autocall, { state: exchanged })).toThrow('state-invalid: state.remarks.0.on');
  });

  it.each([
    ['entries', 'decision', 'question'],
    ['remarks', 'decision', 'question'],
    ['remarks', 'right', 'name'],
    ['remarks', 'computed', 'computation'],
    ['rights', 'about', 'key'],
    ['deadlines', 'about', 'key'],
  ] as const)('a state one of whose %s has a %s without its %s', (part, detail, name) => {
    const state = JSON.parse(JSON.stringify(lived()));
    state[part][0][detail] = { [name]: 7 };
    expect(() => openAccount(autocall, { state })).toThrow(`state-invalid: state.${part}.0.${detail}.${name}`);
  });

  it('terms in a circle, which `verify` would have listed as taken for granted level by level', () => {
    const data = JSON.parse(JSON.stringify(small.data));
    const [clause] = data.clauses.filter(({ ref }: { readonly ref: string }) => ref === '1.1');
    const [window] = clause.computes;
    window.terms = window;
    const decision = JSON.parse(JSON.stringify(decide(small, 'refund', asked)));
    expect(verifyDecision(small.data, asked, decision).ok).toBe(true);
    const { ok, taken, ...rest } = verifyDecision(data, asked, decision);
    expect(ok).toBe(false);
    expect(JSON.stringify(rest)).toContain('more than 256 levels');
    expect(JSON.stringify(taken).length).toBeLessThan(100_000);
  });

  it('an outcome if refused within an outcome if refused, thousands of times, in `verify`', () => {
    const decision = JSON.parse(JSON.stringify(decide(small, 'refund', asked)));
    const nested = (levels: number): unknown => {
      const data = JSON.parse(JSON.stringify(small.data));
      for (let left = levels; left > 0; left -= 1)
        for (const row of data.tables[0].rows)
          row.outcome = { is: 'discretion', of: 'provider', ifRefused: row.outcome };
      return data;
    };
    expect(JSON.stringify(verifyDecision(nested(4), asked, decision))).not.toContain('levels');
    expect(JSON.stringify(verifyDecision(nested(4000), asked, decision))).toContain('more than 256 levels');
  });

  it.each(['kind', 'id', 'readings'])(
    'a computation whose %s claims a thousand million entries, in `verify`',
    (name) => {
      const claimed = new Proxy([], { get: (own, key) => (key === 'length' ? 1e9 : Reflect.get(own, key)) });
      const data = JSON.parse(JSON.stringify(small.data));
      for (const { computes } of data.clauses) for (const computation of computes ?? []) computation[name] = claimed;
      data.readings[0].chosen = claimed;
      data.tables[0].rows[0].n = claimed;
      const decision = JSON.parse(JSON.stringify(decide(small, 'refund', asked)));
      expect(verifyDecision(data, asked, decision).ok).toBe(false);
      expect(verify(data, facts, JSON.parse(JSON.stringify(evaluate(small, '1.1/window', asked)))).ok).toBe(false);
    },
  );

  it.each([
    ['agreement', () => new Wording(small.data as never, 'en')],
    ['language', () => new Wording(small, 'de' as never)],
    ['language', () => new Wording(small, 'toString' as never)],
    ['events', () => new Wording(small, 'en', {} as never)],
    ['events.1', () => new Wording(small, 'en', [{}, null] as never)],
    ['events.0', () => new Wording(small, 'en', new Array(1))],
  ])('what a `Wording` is made from: %s', (field, made) => {
    expect(refusal(made)).toBe(`argument-invalid ${field}`);
  });

  it.each([
    ['text', () => placesInText(5 as never)],
    ['text', () => placesInText('{a: 1}')],
    ['text', () => placesInText('['.repeat(100_000))],
    ['place', () => placesInText('{}')(7 as never)],
    ['data', () => touchingReadings(null as never, '1.1/window')],
    ['data', () => touchingReadings({ readings: [{}] } as never, '1.1/window')],
    ['statement', () => statementCalendar({} as never, small, 'en')],
    ['statement', () => statementCsv(null as never, { agreement: small, events: [], language: 'en' })],
    ['language', () => statementCsv({} as never, { agreement: small, events: [], language: 'de' as never })],
    ['events', () => happeningsByDay({} as never, 'e' as never, small)],
  ])('what became public later: %s', (field, asked) => {
    expect(refusal(asked)).toBe(`argument-invalid ${field}`);
  });

  it('steps in a circle, and more levels than can be written', () => {
    for (const steps of [circle(), [{ id: 's1', in: {}, out: circle() }], deepList()])
      expect(verifySteps(steps, { minimumWorkingDays: 0 }).map(({ path, expected }) => [path, expected])).toEqual([
        ['', 'a list of steps as JSON'],
      ]);
    expect(verifySteps([], { minimumWorkingDays: circle() }).map(({ path }) => path)).toEqual(['minimumWorkingDays']);
  });

  it('a state nested without end', () => {
    const state = JSON.parse(JSON.stringify(openAccount(small)));
    state.values = { x: circle() };
    expect(() => openAccount(small, { state })).toThrow(/^state-invalid: /);
    state.values = { x: deepList() };
    expect(() => openAccount(small, { state })).toThrow(/^state-invalid: /);
  });
});

it('a limit that was made and one that was written are the same', () => {
  const terms = { trigger: '2026-03-02', rules: countingRules.asWritten } as const;
  const written = deadline({ ...terms, limit: { count: 10, unit: 'calendarDays' } });
  expect(written).toEqual(deadline({ ...terms, limit: calendarDays(10) }));
});
