// A call that is right for every public function: what the fuzz run begins with. The arguments of most are drawn by the second implementation.
import { readFileSync } from 'node:fs';
import { madeUp } from '../oracle/calendars.mjs';
import { askedPackage } from '../oracle/compare.mjs';
import { families } from '../oracle/families/index.mjs';

/** Functions that are not fuzzed, each with the reason. */
export const excluded = {
  'oferta attempt': 'runs what it is given: what that throws is no answer of the package',
  'oferta AgreementError': 'a constructor of errors: takes what it is given',
  'oferta loadDecimal': 'takes nothing: what it loads is code of the package',
  'oferta/testing anyCountingRules': 'makes inputs for tests: what it is given is written by the author of a test',
  'oferta/testing anyDateRange': 'makes inputs for tests',
  'oferta/testing anyDay': 'makes inputs for tests',
  'oferta/testing anyMoney': 'makes inputs for tests',
  'oferta/testing anyRounding': 'makes inputs for tests',
  'oferta/testing anyTimeLimit': 'makes inputs for tests',
  'oferta/testing anyWorkingCalendar': 'makes inputs for tests',
  'oferta/batch ComputationColumns': 'a class: made by columnsOf',
  'oferta/agreement loadCompiledAgreement': 'answers later, and what it loads was checked when it was compiled',
  'oferta/agreement loadLanguage': 'answers later: what it loads is code of the package',
  'oferta/explain AnswerWording': 'the part of Wording that says single answers; it is made from the same',
  'oferta/explain Wording':
    'a class: statements are told with it, and tests/fuzz/found.test.ts has rows for what it is made from',
};

const folder = new URL('../../examples/', import.meta.url);
const readExample = (path) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/**
 * By `entry name`, a function that gives the arguments of a call that is right.
 *
 * @param packages the module namespace of each entry point, by its name
 */
export function callsOf({ packages, everyPart }) {
  const oferta = packages['oferta'];
  const { kz } = packages['oferta/calendars/kz'];
  const { ru } = packages['oferta/calendars/ru'];
  const calls = callsOfPrimitives({ oferta, kz, ru });
  for (const [name, args] of Object.entries(columnCalls({ oferta, kz }))) calls.set(`oferta/batch ${name}`, () => args);
  const documents = documentsOf(packages, everyPart);
  for (const [name, args] of Object.entries(agreementCalls(packages, documents, everyPart)))
    calls.set(name, () => args);
  return { calls, documents };
}

/** The same for the functions of the main entry point alone. */
export function callsOfPrimitives({ oferta, kz, ru }) {
  const calls = new Map();
  drawnCalls(calls, { oferta, kz, ru });
  for (const [name, args] of Object.entries(primitiveCalls({ oferta, kz, ru })))
    calls.set(`oferta ${name}`, () => args);
  return calls;
}

/** The calls of the second implementation, as the package takes them. */
function drawnCalls(calls, { oferta, kz, ru }) {
  let taken;
  let asked;
  // The function that is asked hands its arguments out; all others, which make values, are called for real.
  const take = (...args) => {
    taken = args;
  };
  const spied = {};
  for (const name of Object.keys(oferta))
    Object.defineProperty(spied, name, { get: () => (name === asked ? take : oferta[name]), enumerable: true });
  const ask = askedPackage({ oferta: spied, kz, ru });
  for (const family of Object.values(families))
    for (const [name, { draw }] of Object.entries(family))
      calls.set(`oferta ${name}`, (random) => {
        // What is drawn may be refused before the function is asked: a range that runs backwards.
        for (taken = undefined; taken === undefined; )
          try {
            asked = name;
            ask(name, draw(random));
          } catch (error) {
            if (error?.name !== 'AgreementError') throw error;
          } finally {
            asked = undefined;
          }
        return taken;
      });
}

function primitiveCalls({ oferta, kz, ru }) {
  const { money, dateRange, months, calendarDays, countingRules, prorationConventions } = oferta;
  const april = dateRange('2026-04-01', '2026-04-30');
  const sum = money('100.00', 'KZT');
  const [one] = madeUp;
  return {
    bankingDays: [5],
    billingPeriods: [
      {
        every: months(1),
        anchorDay: 31,
        leadingFrom: 'anchorDay',
        billed: 'inAdvance',
        servedFrom: '2026-01-27',
        servedThrough: '2026-04-10',
        asOf: '2026-12-31',
      },
    ],
    businessHours: [8],
    businessMinutes: [90],
    calendarDays: [14],
    cheapestChangeDay: [
      {
        from: money('100.00', 'USD'),
        to: money('300.00', 'USD'),
        billingPeriod: april,
        changeDays: dateRange('2026-04-10', '2026-04-20'),
        convention: prorationConventions.dayToNew,
        rounding: 'halfExpand',
        roundLegs: true,
        onTie: 'earliest',
      },
    ],
    compareConventions: [
      {
        from: money('3000.00', 'RUB'),
        to: money('0.00', 'RUB'),
        billingPeriod: dateRange('2026-03-01', '2026-03-31'),
        changeOn: '2026-03-15',
        changedAt: '2026-03-15T12:00:00Z',
        rounding: 'halfExpand',
        roundLegs: true,
        conventions: { dayToNew: prorationConventions.dayToNew, stripe: prorationConventions.stripe },
      },
    ],
    compareFractions: ['1/3', '0.333'],
    dateRange: ['2026-04-01', '2026-04-30'],
    dayStatus: ['2026-03-09', kz],
    derivedCalendar: [
      {
        basedOn: ru,
        id: 'REGION',
        version: '1',
        compiledOn: '2026-11-30',
        daysOff: ['2026-08-31'],
        daysWorked: [],
        sources: [],
        coverage: { firstDay: '2026-04-01', lastDay: '2026-12-31' },
      },
    ],
    earliestTrigger: [
      { lastDay: '2026-03-02', limit: calendarDays(14), rules: countingRules.kzCivilCode, calendar: kz },
    ],
    equalMoney: [sum, sum],
    exactFraction: ['21.9'],
    formatDay: ['2026-03-02', 'kk', { weekday: true, year: false }],
    formatMoney: [money('1290.00', 'USD'), 'en', { form: 'signBefore' }],
    fromMinorUnits: [12_000, 'KZT'],
    halfMonths: [1],
    halfYears: [1],
    hours: [24],
    isCurrencyCode: ['KZT'],
    isCurrencyInUse: ['BGN', '2025-12-31'],
    isKnownCurrency: ['KZT'],
    isMoney: [sum],
    jointCalendar: [{ id: 'KZ+RU', calendars: [kz, ru], worked: 'inEach' }],
    lastSafeNoticeDay: [{ target: '2026-03-31', limit: calendarDays(10), rules: countingRules.asWritten }],
    latestTrigger: [{ lastDay: '2026-02-28', limit: months(1), rules: countingRules.asWritten }],
    meanOf: [{ entries: ['0.99', null, '0.95'], empty: { countAs: 1 } }],
    minorUnitDigits: ['KZT'],
    money: ['120.00', 'KZT'],
    months: [12],
    paymentLedger: [[{ paidOn: '2026-04-08', amount: sum, dueOn: '2026-04-01', for: 'plan' }], 'KZT'],
    paymentToStop: [
      {
        overdue: money('100000.00', 'KZT'),
        dueOn: '2026-03-31',
        rates: [{ dailyRate: '0.001' }],
        payments: [{ paidOn: '2026-04-05', amount: money('60000.00', 'KZT') }],
        cap: { rate: '0.05', base: money('100000.00', 'KZT') },
        payOn: '2026-04-11',
        countPaymentDay: false,
        rounding: 'halfExpand',
      },
    ],
    penaltyPerPeriod: [
      {
        dueOn: '2026-03-02',
        each: { rate: '0.01', base: money('1000.00', 'KZT') },
        per: 'workingDay',
        partPeriods: 'started',
        cap: money('200.00', 'KZT'),
        calendar: kz,
        asOf: '2026-03-20',
        rounding: 'halfExpand',
      },
    ],
    prorateChanges: [
      {
        price: money('300.00', 'KZT'),
        billingPeriod: april,
        changes: [
          { changeOn: '2026-04-11', price: money('600.00', 'KZT') },
          { changeOn: '2026-04-21', price: money('300.00', 'KZT') },
        ],
        convention: prorationConventions.dayToNew,
        rounding: 'halfExpand',
        roundLegs: true,
      },
    ],
    quarters: [1],
    roundMoney: [money('1.68', 'CHF'), money('0.05', 'CHF'), 'halfExpand'],
    share: [{ part: sum, whole: money('300.00', 'KZT') }],
    smallestTopUp: [
      {
        balance: money('5.00', 'USD'),
        prices: [{ effectiveOn: '2026-01-01', monthlyPrice: money('31.00', 'USD') }],
        firstDay: '2026-01-29',
        lastDay: '2026-02-06',
        spread: 'cumulative',
        rounding: 'halfExpand',
      },
    ],
    weeks: [2],
    withdrawnCurrency: ['BGN'],
    workingCalendar: [{ ...one, version: '1', compiledOn: '2023-12-01', sources: [] }],
    workingDays: [5],
    years: [1],
  };
}

function columnCalls({ oferta, kz }) {
  const money = () => Float64Array.of(10_000_000, 5_000_001, 0);
  return {
    dailyChargeColumn: [{ monthlyPrices: money(), day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand' }],
    deadlineColumn: [
      {
        limit: oferta.workingDays(5),
        rules: oferta.countingRules.kzCivilCode,
        triggers: Int32Array.of(20_531, 21_915),
        calendar: kz,
        rows: { from: 0, to: 2 },
      },
    ],
    latePenaltyColumn: [
      {
        dailyRate: '0.001',
        cap: { rate: '0.05', bases: Float64Array.of(10_000_000) },
        rounding: 'halfExpand',
        overdue: Float64Array.of(10_000_000),
        dueOn: Int32Array.of(20_543),
        exactly: true,
        asOf: '2026-04-10',
      },
    ],
    limitLiabilityColumn: [
      {
        caps: [{ rate: '0.05', bases: money(), used: Float64Array.of(0, 300_000, 0) }],
        rounding: 'halfExpand',
        losses: money(),
        exactly: true,
      },
    ],
    prorateColumn: [
      {
        charges: money(),
        daysServed: Int32Array.of(15, 30, 0),
        daysInPeriod: Int32Array.of(30, 30, 30),
        rounding: 'halfEven',
        exactly: true,
      },
    ],
  };
}

/** The content of files: agreements with their catalogues, events, states, results. */
function documentsOf(packages, everyPart) {
  const { defineAgreement, evaluate, openAccount, applyEvents, statement } = packages['oferta/agreement'];
  const calendars = [packages['oferta/calendars/kz'].kz, packages['oferta/calendars/ru'].ru];
  const names = ['introvert', 'autocall', 'chatkeeper'];
  const examples = names.map((name) => {
    const document = readExample(`${name}/agreement.json`);
    const catalogue = readExample(`${name}/agreement.ru.json`);
    const events = readExample(`${name}/events.json`);
    const agreement = defineAgreement(document, { calendars, catalogues: [catalogue] });
    const opening = agreement.data.currencies.length > 1 ? { currency: 'USD' } : {};
    const account = applyEvents(openAccount(agreement, opening), events);
    const state = JSON.parse(JSON.stringify(account));
    const asOf = events.reduce((last, { on }) => (on > last ? on : last), '2026-01-01');
    return {
      name,
      document,
      catalogue,
      events,
      agreement,
      opening,
      account,
      state,
      asOf,
      told: statement(account, asOf),
    };
  });
  const facts = {
    negativeOn: '2026-03-19',
    asOf: '2026-06-12',
    overdue: { amount: '100000.00', currency: 'KZT' },
    totalDebt: { amount: '100000.00', currency: 'KZT' },
    payments: [{ paidOn: '2026-04-20', amount: { amount: '40000.00', currency: 'KZT' } }],
  };
  const autocall = examples[1];
  const result = evaluate(autocall.agreement, '6.10/penalty', facts);
  const events = [1, 2, 3].map((at) => ({
    id: `e${at}`,
    kind: 'toppedUp',
    on: `2026-03-0${at}`,
    amount: { amount: '100.00', currency: 'KZT' },
    by: 'card',
  }));
  const small = { document: everyPart(), events, agreement: defineAgreement(everyPart(), { calendars }) };
  return { calendars, examples, small, facts, autocall, result, resultJson: JSON.parse(JSON.stringify(result)) };
}

function agreementCalls(packages, { calendars, examples, facts, autocall, result, resultJson }, everyPart) {
  const [introvert] = examples;
  const small = packages['oferta/agreement'].defineAgreement(everyPart(), { calendars });
  const explanations = packages['oferta/explain'];
  const { agreement, document, catalogue, events, opening, account, state, asOf, told } = introvert;
  const debit = packages['oferta'].debitBalance;
  const debitTerms = {
    balance: packages['oferta'].money('500.00', 'KZT'),
    charge: packages['oferta'].money('700.00', 'KZT'),
    partial: true,
  };
  const options = { agreement, events, language: 'en', detail: 'brief' };
  const agreementCallsAlone = {
    acrossReadings: [autocall.agreement, '6.10/penalty', facts, []],
    agreementOn: [agreement, asOf],
    applyEvents: [packages['oferta/agreement'].openAccount(agreement, opening), events],
    checkAgreement: [everyPart(), { calendars }],
    compiledAgreement: [small],
    compareEditions: [document, document, { calendars }],
    corrections: [told, told],
    decide: [small, 'refund', refundFacts],
    defineAgreement: [document, { calendars, catalogues: [catalogue] }],
    evaluate: [autocall.agreement, '6.10/penalty', facts],
    explain: [result, 'ru'],
    namesOfPosting: [agreement.data.postings[0]],
    openAccount: [agreement, { state }],
    replay: [agreement, events, asOf, opening],
    statement: [account, asOf],
    touchingReadings: [agreement.data, '6.3/refund'],
    withReadings: [agreement, {}],
  };
  const shared = {
    explainError: [errorOf(packages['oferta']), 'kk'],
    explainStatement: [told, options],
    readingEffects: [agreement, events.slice(0, 4), asOf, opening],
    refundsOnRequest: [agreement, events.slice(0, 4), asOf, opening],
  };
  const named = (entry, calls) =>
    Object.fromEntries(Object.entries(calls).map(([name, args]) => [`${entry} ${name}`, args]));
  return {
    ...named('oferta/agreement', { ...agreementCallsAlone, ...shared }),
    ...named('oferta/explain', {
      ...shared,
      explain: [debit, debitTerms, 'en'],
      explainer: [explanations.english, explanations.balancePrimitives],
      stepsOf: [debit, debitTerms, explanations.balancePrimitives],
      readback: [agreement, 'ru'],
      changedRules: [agreement, agreement, 'en'],
      happeningsByDay: [told, events, agreement],
      statementCalendar: [told, agreement, 'en'],
      statementCsv: [told, { agreement, events, language: 'kk' }],
    }),
    ...named('oferta/schemas', {
      agreementJsonSchema: [],
      catalogueJsonSchema: [],
      eventsJsonSchema: [agreement],
      resultJsonSchema: [],
      parseAgreement: [document],
      parseCatalogue: [catalogue],
      parseEvents: [events, agreement],
      parseResult: [resultJson],
      parseState: [state, agreement],
      placesInText: ['{"id": ["e1", {"a": 1.5e3}]}'],
      readJson: ['{"id": ["e1", {"a": 1.5e3}]}', 'events.json'],
    }),
    'oferta/equality comparable': [{ days: ['2026-03-02'], told }],
    'oferta/batch columnsOf': [autocall.agreement, '6.10/penalty', { payments: null }],
    'oferta/verify verify': [autocall.agreement.data, facts, resultJson],
    'oferta/verify verifySteps': [
      JSON.parse(JSON.stringify(explanations.stepsOf(debit, debitTerms, explanations.balancePrimitives).steps)),
      { minimumWorkingDays: 0 },
    ],
    'oferta/verify verifyDecision': [
      small.data,
      refundFacts,
      JSON.parse(JSON.stringify(packages['oferta/agreement'].decide(small, 'refund', refundFacts))),
    ],
  };
}

/** Asked back within the days of the small agreement. */
const refundFacts = {
  kind: 'b',
  payments: [],
  since: '2026-03-02',
  askedOn: '2026-03-09',
  boughtOn: '2026-03-02',
  paid: { amount: '20.00', currency: 'KZT' },
};

function errorOf({ attempt, money }) {
  const refused = attempt(() => money('x', 'KZT'));
  return refused.ok ? undefined : refused.error;
}
