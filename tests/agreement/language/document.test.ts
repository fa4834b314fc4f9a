/** The written form: what each part is compiled to, and the findings about its mistakes. */
import type { AgreementCatalogue } from 'oferta/agreement';
import { evaluate, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { compileAgreement } from '../../../src/agreement/language/compileAgreement.js';
import { define, findingsOf, type Loose, put, smallDocument } from './smallAgreement.js';

const postings = (posting: object) => (d: Loose) => put(d, ['postings', 'one'], posting);

/** The posting of the model that a written one becomes. */
function posted(posting: object, change: (d: Loose) => void = () => {}) {
  const document = smallDocument((d) => {
    postings(posting)(d);
    change(d);
  });
  // Whether a bound value fits its fact is not checked here.
  return compileAgreement(document, []).model?.postings.find(({ id }) => id === 'one');
}

const record = (d: Loose) => {
  put(d, ['events', 'bought'], {
    says: 'bought',
    carries: { purchase: ['text', 'purchase'], price: ['money', 'price'], units: '=units' },
  });
  put(d, ['postings', 'buy'], {
    on: 'bought',
    set: {
      'purchase[event.purchase]': { paid: '=event.price', boughtOn: '=event.on' },
      'purchase[event.purchase].status': 'active',
    },
  });
};

describe('postings', () => {
  it('bind what has the name of a fact that is asked for', () => {
    const bound = posted({ on: 'bought', computes: '1.1/window', with: 'purchase[event.purchase]' }, record);
    // boughtOn is a field of the record; the event has none of that name.
    expect(bound?.bind).toEqual({ boughtOn: { record: 'purchase', key: { event: 'purchase' }, field: 'boughtOn' } });
    const ofEvent = posted({ on: 'bought', if: 'units > 1', status: 'active' }, record);
    expect(ofEvent?.bind).toEqual({ units: { event: 'units' } });
    const ofAccount = posted({ each: 'statement', if: 'askedOn is given', status: 'active' }, (d) =>
      put(d, ['postings', 'ask'], { on: 'opened', set: { askedOn: '=event.on' } }),
    );
    expect(ofAccount?.bind).toEqual({ askedOn: { state: 'askedOn' } });
    const own = posted({ each: 'day', of: 'purchase', if: 'boughtOn is given', status: 'active' }, record);
    expect(own?.bind).toEqual({ boughtOn: { own: 'boughtOn' } });
    const none = posted({ on: 'bought', if: 'units > 1', bind: { units: null }, status: 'active' }, record);
    expect(none?.bind).toBeUndefined();
  });

  it.each([
    ['=event.units', { event: 'units' }],
    ['=state.balance', { state: 'balance' }],
    ["=count('6.7') + 1", { counter: '6.7', plus: 1 }],
    ['=count(fines)', { counter: 'fines', plus: 0 }],
    ['=purchase[event.purchase].paid', { record: 'purchase', key: { event: 'purchase' }, field: 'paid' }],
    ['=records.purchase', { records: 'purchase' }],
    ['=asOf', { asOf: true }],
    ['=5', { literal: 5 }],
    ["='a'", { literal: 'a' }],
    ['=true', { literal: true }],
    ['=2026-03-02', { literal: '2026-03-02' }],
    ['7', { literal: '7' }],
    [7, { literal: 7 }],
    ["'=a", { literal: '=a' }],
  ])('bind %j', (written, expected) => {
    const one = posted(
      { on: 'bought', bind: { units: written }, if: 'units > 1', count: { '6.7': 1, fines: 1 } },
      record,
    );
    expect(one?.bind?.['units']).toEqual(expected);
  });

  it('bind literals in the shape of the fact', () => {
    const bind = { paid: '5.00 KZT', notice: '5 working days', share: '5 %', plan: '5.00 KZT' };
    const one = posted({ on: 'bought', bind: { ...bind, plan: 'base' }, status: 'active' }, record);
    expect(one?.bind).toMatchObject({
      paid: { literal: { amount: '5.00', currency: 'KZT' } },
      notice: { literal: { count: 5, unit: 'workingDays' } },
      share: { literal: '0.05' },
      plan: { literal: 'base' },
    });
  });

  it('change values, records, counters, lists and the status, in the order they are written', () => {
    const one = posted(
      {
        on: 'bought',
        set: { lastOn: '=event.on', 'purchase[event.purchase].paid': '0.00 KZT' },
        add: { 'purchase[event.purchase].used': '=event.units' },
        count: { buys: 1 },
        put: {
          'purchase[event.purchase].payments': { by: 'paidOn', entry: { paidOn: '=event.on', amount: '=event.price' } },
        },
        status: 'active',
      },
      (d) => {
        record(d);
        put(d, ['postings', 'buy', 'set'], {
          'purchase[event.purchase]': { paid: '=event.price', used: 0, boughtOn: '=event.on' },
        });
      },
    );
    const key = { event: 'purchase' };
    expect(one?.sets).toEqual([
      { set: 'lastOn', to: { event: 'on' } },
      { record: 'purchase', key, fields: { paid: { literal: { amount: '0.00', currency: 'KZT' } } } },
      { record: 'purchase', key, add: { used: { event: 'units' } } },
      { count: 'buys', by: 1 },
      {
        record: 'purchase',
        key,
        list: 'payments',
        put: { paidOn: { event: 'on' }, amount: { event: 'price' } },
        by: 'paidOn',
      },
      { status: 'active' },
    ]);
  });

  it('debit, credit and pay out', () => {
    expect(
      posted({ on: 'paidIn', debit: '=event.amount', short: 'skip', ifShort: { status: 'closed' } }),
    ).toMatchObject({
      post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'skip' },
      setsIfShort: [{ status: 'closed' }],
    });
    expect(posted({ on: 'paidIn', payout: '1.00 KZT' })?.post).toEqual({
      account: 'payout',
      side: 'credit',
      amount: { literal: { amount: '1.00', currency: 'KZT' } },
    });
    expect(
      posted({
        on: 'paidIn',
        decides: 'refund',
        bind: { askedOn: '=event.on' },
        paysFrom: 'balance',
        ifPaid: { status: 'closed' },
        byState: { gone: { status: 'closed' } },
      }),
    ).toMatchObject({
      decides: 'refund',
      paysFrom: 'balance',
      setsIfPaid: [{ status: 'closed' }],
      setsByState: { gone: [{ status: 'closed' }] },
    });
  });

  it.each([
    [{ on: 'paidIn', debit: '=event.amount', credit: '=event.amount' }, 'one of debit, credit and payout'],
    [{ on: 'paidIn', credit: '=event.amount', short: 'skip' }, 'debits the balance'],
    [{ on: 'paidIn', debit: '=amount' }, 'a value of an account'],
    [{ on: 'paidIn', credit: '=event.amout' }, 'amount'],
    [{ on: 'opened', set: { x: '=event.amount' } }, 'a field that opened carries'],
    [
      { on: 'paidIn', bind: { units: '=purchase[event.purchas].used' }, if: 'units > 1' },
      'a field that paidIn carries',
    ],
    [{ each: 'day', set: { x: '=event.amount' } }, 'a field that a day carries'],
    [
      { on: 'opened', computes: '1.1/window', bind: { boughtOn: '=event.on' }, set: { x: '=result.lastDy' } },
      'lastDay',
    ],
    [{ on: 'opened', set: { x: '=result.lastDay' } }, 'a posting that computes'],
    [{ on: 'paidIn', debit: '=event.amount + event.amount' }, 'a value of an account'],
    [{ on: 'paidIn', debit: '=max(1)' }, 'a value of an account'],
    [{ on: 'paidIn', debit: '=event.' }, 'a name after the dot'],
    [{ on: 'paidIn', set: { 'a b': 1 } }, 'a value such as'],
    [{ on: 'paidIn', add: { total: 1 } }, 'a field of a record'],
    [{ on: 'paidIn', put: { total: { by: 'a', entry: { a: 1 } } } }, 'a list of a record'],
    [{ on: 'paidIn', count: { a: 'b' } }, 'a whole number'],
    [{ on: 'paidIn', with: 'purchase', status: 'active' }, 'a value such as'],
    [{ on: 'paidIn', computes: '1.1/windw' }, '1.1/window'],
    [{ each: 'day', window: '4.2', status: 'active' }, 'the daily window'],
    [{ on: 'paidIn', statuss: 'active' }, 'status'],
    [{ on: 'paidInn', status: 'active' }, 'an event the agreement declares'],
    [{ each: 'hour', status: 'active' }, 'one of day'],
    [{ on: 'paidIn', set: { x: { y: 1 } } }, ''],
  ])('%j is reported: %s', (posting, expected) => {
    const findings = findingsOf(postings(posting));
    if (expected === '') return;
    expect(findings.map((finding) => finding.expected).join('; ')).toContain(expected);
  });
});

describe('rows', () => {
  const then = (outcome: unknown) => (d: Loose) => put(d, ['tables', 'refund', 'rows', '0', 'then'], outcome);
  const outcomeOf = (outcome: unknown) => define(then(outcome)).data.tables[0]?.rows[0]?.outcome;

  it.each([
    ['none', { is: 'none' }],
    ['open: law', { is: 'open', decidedBy: 'law' }],
    ['closed', { is: 'state', state: 'closed' }],
    [{ state: 'none' }, { is: 'state', state: 'none' }],
    [{ cash: 0 }, { is: 'amount', cash: 0, toBalance: 0 }],
    [
      { cash: '5.00 KZT', owed: '=paid' },
      { is: 'amount', cash: { literal: { amount: '5.00', currency: 'KZT' } }, toBalance: 0, owed: { fact: 'paid' } },
    ],
    [
      { toBalance: '=paid + gift' },
      { is: 'amount', cash: 0, toBalance: { sum: [{ fact: 'paid' }, { fact: 'gift' }] } },
    ],
    [
      { open: 'parties', sum: '=paid' },
      { is: 'open', decidedBy: 'parties', sum: { fact: 'paid' } },
    ],
    [
      { discretion: 'provider', ceiling: '=paid', ifRefused: 'none' },
      { is: 'discretion', of: 'provider', ceiling: { fact: 'paid' }, ifRefused: { is: 'none' } },
    ],
  ])('lead to %j', (written, expected) => {
    expect(outcomeOf(written)).toEqual(expected);
  });

  it.each([
    ['open: nobody', '"none"'],
    ['=paid', '"none"'],
    [{}, 'sums'],
    [{ cash: '=paid', state: 'closed' }, 'sums'],
    [{ cash: '=boughtOn' }, 'an amount'],
    [{ cash: '=paid / 3' }, 'unrounded'],
    [{ cash: 'much' }, 'an expression that gives an amount'],
    [{ cash: '=payd' }, 'paid'],
    [{ discretion: 'provider' }, 'the most that may be granted'],
    [{ discretion: 'provider', ceiling: '=paid' }, 'the outcome if it is not granted'],
    [{ open: 'judge' }, 'one of law'],
    [5, 'an outcome'],
  ])('%j is reported: %s', (written, expected) => {
    expect(
      findingsOf(then(written))
        .map((finding) => `${finding.expected} ${finding.value}`)
        .join('; '),
    ).toContain(expected);
  });

  it('have their number or their name', () => {
    const { data } = define((d) =>
      put(
        d,
        ['tables', 'refund', 'rows'],
        [
          { row: 'late', if: 'blocked', then: 'none', by: ['1.2'], over: [1], note: 'why' },
          { if: '=askedOn <= [1.1]', then: { cash: '=paid' }, by: ['1.1'] },
          { then: 'none', by: ['1.2'] },
        ],
      ),
    );
    expect(data.tables[0]?.rows.map(({ n }) => n)).toEqual(['late', 1, 2]);
    expect(data.tables[0]?.complete).toBe(true);
  });
});

describe('computations', () => {
  const computation = (written: unknown) => (d: Loose) => put(d, ['clauses', '9', 'one'], written);
  const compiled = (written: unknown) =>
    define(computation(written)).data.clauses.find(({ ref }) => ref === '9')?.computes?.[0];

  it.each([
    [
      { allOf: { bought: '=blocked', other: true } },
      {
        kind: 'allOf',
        terms: { conditions: [{ name: 'bought' }, { name: 'other', holds: true }] },
        from: { 'conditions.0.holds': { fact: 'blocked' } },
      },
    ],
    [
      { earliest: { days: { purchase: '=boughtOn', request: { on: '=askedOn', applies: '=blocked' } } } },
      {
        kind: 'earliest',
        from: {
          'days.0.on': { fact: 'boughtOn' },
          'days.1.on': { fact: 'askedOn' },
          'days.1.applies': { fact: 'blocked' },
        },
      },
    ],
    [{ choice: { value: '=note', allowed: ['base', "'=odd"] } }, { terms: { allowed: ['base', '=odd'] } }],
    [{ choice: { value: '=plan', allowed: 'base' } }, { terms: { allowed: ['base'] } }],
    [
      {
        latePaymentPenalty: {
          overdue: '=paid',
          dueOn: '=boughtOn',
          asOf: '=askedOn',
          rates: '0.1 %',
          countPaymentDay: true,
        },
      },
      { terms: { rates: [{ dailyRate: '0.001' }], countPaymentDay: true } },
    ],
    [
      { deadline: { trigger: '=boughtOn', limit: '=notice' }, counts: 'regulation1182' },
      { counts: 'regulation1182', from: { limit: { fact: 'notice' } } },
    ],
    [
      { deadline: { trigger: '2026-03-02', limit: '1 half year' }, counts: 'state', note: 'n' },
      { terms: { trigger: '2026-03-02', limit: { count: 1, unit: 'halfYears' } }, note: 'n' },
    ],
  ])('%j', (written, expected) => {
    expect(compiled(written)).toMatchObject(expected);
  });

  it.each([
    [5, 'a computation'],
    [{}, 'one kind'],
    [{ deadline: {}, choice: {} }, 'one kind'],
    [{ allOff: { bought: '=blocked' } }, 'allOf'],
    [{ allOf: {} }, 'at least one of the conditions'],
    [{ anyOf: [] }, 'at least one of the conditions'],
    [{ earliest: { days: {} } }, 'at least one of the days'],
    [{ deadline: 5, counts: 'act' }, 'the arguments of deadline'],
    [{ deadline: { trigger: '=boughtOn', limit: 5 }, counts: 'act' }, '5 banking days'],
    [{ deadline: { trigger: '=boughtOn', limit: '30 calendar day' }, counts: 'act' }, '5 banking days'],
    [{ deadline: { trigger: '=boughtOn', limit: '1 months' }, counts: 'act' }, '5 banking days'],
    [
      { firstChargeDay: { activatedAt: '=startAt', window: { from: '03:00', to: '05:00', timeZone: 'TC' } } },
      'an IANA time zone',
    ],
    [{ deadline: { trigger: '=boughtOn', limit: null }, counts: 'act' }, '5 banking days'],
    [{ deadline: { trigger: '=boughtOn', limit: '5 days' }, counts: 'acts' }, 'act'],
    [{ deadline: { trigger: '=paid', limit: '5 weeks' }, counts: 'act' }, 'a day'],
    [{ deadline: { trigger: '=boughtOn', limit: '5 weeks' } }, '"act"'],
    [{ debitBalance: { balance: 5, charge: '=paid', partial: true } }, '100000.00 KZT'],
    [{ debitBalance: { balance: '5', charge: '=paid / 3', partial: true } }, 'a rounding'],
    [
      {
        latePaymentPenalty: {
          overdue: '=paid',
          dueOn: '=boughtOn',
          asOf: '=askedOn',
          rates: 'much',
          countPaymentDay: true,
        },
      },
      '0.1 %',
    ],
    [
      {
        latePaymentPenalty: {
          overdue: '=paid',
          dueOn: '=boughtOn',
          asOf: '=askedOn',
          rates: { rate: '1 %' },
          countPaymentDay: true,
        },
      },
      'dailyRate',
    ],
    [
      {
        latePaymentPenalty: {
          overdue: '=paid',
          dueOn: '=boughtOn',
          asOf: '=askedOn',
          rates: '1 %',
          cap: 5,
          countPaymentDay: true,
        },
      },
      'a record',
    ],
    [{ formula: '=paid', deadline: {} }, 'a formula alone'],
    [{ formula: 5 }, 'a text'],
  ])('%j is reported: %s', (written, expected) => {
    expect(
      findingsOf(computation(written))
        .map((finding) => finding.expected)
        .join('; '),
    ).toContain(expected);
  });
});

describe('readings', () => {
  const changes = (written: object) => (d: Loose) =>
    put(d, ['readings', 'days-to-ask', 'options', 'ten', 'changes'], written);

  it('change arguments, rows and postings, or take them out', () => {
    const agreement = define(
      changes({
        '1.1/window.limit': '10 working days',
        '1.1/window.counts': 'state',
        'refund#1.then': 'none',
        'posting pay-in.credit': '1.00 KZT',
        'posting open': null,
      }),
    );
    const { data } = agreement;
    const noFieldsOfOutcomes = Object.fromEntries(
      ['cash', 'toBalance', 'owed', 'decidedBy', 'sum', 'of', 'ceiling', 'ifRefused', 'state'].map((name) => [
        name,
        null,
      ]),
    );
    expect(data.readings[0]?.options['ten']?.patch).toEqual({
      '1.1/window': { counts: 'state', terms: { limit: { count: 10, unit: 'workingDays' } } },
      'table:refund#1': { outcome: { is: 'none', ...noFieldsOfOutcomes } },
      'posting:pay-in': { post: { amount: { event: null, literal: { amount: '1.00', currency: 'KZT' } } } },
      'posting:open': null,
    });
    const ten = withReadings(agreement, { 'days-to-ask': 'ten' });
    expect(ten.postings.map(({ id }) => id)).toEqual(['pay-in']);
    expect(data.clauses[0]?.computes?.[0]?.readings).toEqual(['days-to-ask']);
  });

  it('may exchange the kind, or the whole computation', () => {
    const kind = define((d) => {
      put(d, ['clauses', '9', 'over'], {
        hasLasted: { since: '=boughtOn', limit: '5 weeks', asOf: '=askedOn' },
        counts: 'state',
      });
      changes({ '9/over.kind': 'hasExceeded' })(d);
    });
    expect(kind.data.readings[0]?.options['ten']?.patch).toEqual({ '9/over': { kind: 'hasExceeded' } });
    const whole = define(
      changes({ '1.1/window': { latest: { days: { purchase: '=boughtOn' } } }, '1.1/window.label': 'other' }),
    );
    expect(whole.data.readings[0]?.options['ten']?.patch).toMatchObject({
      '1.1/window': { kind: 'latest', counts: null },
    });
  });

  it.each([
    [{ '1.1/windw.limit': '1 week' }, '1.1/window'],
    [{ 'refund#9': null }, 'refund#1'],
    [{ 'posting opn': null }, 'posting open'],
    [{ zzzzzzzzzzzzzzz: 1 }, 'a computation such as'],
    [{ '1.1/window.limit.count.of': 1 }, 'a place inside that part'],
    [{ '1.1/window.limit': 'soon' }, '5 banking days'],
    [{ 'refund#1.if': 'payd > 1' }, 'paid'],
    [{ 'refund#1.then.toString': 1 }, 'a place inside that part'],
  ])('%j is reported: %s', (written, expected) => {
    const findings = findingsOf(changes(written));
    expect(findings.map((finding) => finding.expected).join('; ')).toContain(expected);
    for (const { path } of findings) expect(path).toContain('readings["days-to-ask"]'.slice(0, 8));
  });
});

describe('the form', () => {
  it.each([
    [(d: Loose) => put(d, ['id'], 5), 'a text'],
    [(d: Loose) => put(d, ['facts'], []), 'a fact by name'],
    [(d: Loose) => put(d, ['facts', 'paid'], 5), 'a shape'],
    [(d: Loose) => put(d, ['facts', 'paid'], 'moneyy'), 'a shape'],
    [(d: Loose) => put(d, ['facts', 'paid'], ['a | a', 'x']), 'a shape'],
    [(d: Loose) => put(d, ['facts', 'paid'], ['money', 5]), 'the words for it'],
    [(d: Loose) => put(d, ['facts', 'paid'], ['money', 'x', 'none']), 'absent: none'],
    [(d: Loose) => put(d, ['facts', 'paid'], ['money', 'x', 'absent: y', 'z']), 'a shape, the words'],
    [(d: Loose) => put(d, ['currencies'], ['XXX']), 'ISO 4217'],
    [(d: Loose) => put(d, ['currencies'], 'KZT'), 'a list'],
    [(d: Loose) => put(d, ['counts'], 'act'), 'a record with act, state'],
    [(d: Loose) => put(d, ['clauses', '1.2'], { says: 'x' }), 'the nature of its text'],
    [(d: Loose) => put(d, ['clauses', '1.1', 'text'], 'data'), 'either computations or text'],
    [(d: Loose) => put(d, ['clauses', '1.2', 'text'], 'poem'), 'one of definition'],
    [(d: Loose) => put(d, ['tables', 'refund', 'rows', '0', 'then'], undefined), 'an outcome'],
    [(d: Loose) => put(d, ['tables', 'refund', 'rows', '0', 'wenn'], 'x'), 'row, if, then, by'],
    [(d: Loose) => put(d, ['events', 'opened', 'carries'], { x: '=payd' }), 'paid'],
    [(d: Loose) => put(d, ['events', 'constructor'], { says: 'x' }), 'reserved by JavaScript'],
    [(d: Loose) => put(d, ['readings', 'days-to-ask', 'chosen'], 'five'), 'one of fourteen, ten'],
    [(d: Loose) => put(d, ['timeZone'], null), 'a text'],
  ])('%s is reported: %s', (change, expected) => {
    expect(
      findingsOf(change)
        .map((finding) => finding.expected)
        .join('; '),
    ).toContain(expected);
  });

  it.each([null, 5, 'x', []])('%j is no agreement', (document) => {
    expect(findingsOf((d) => Object.assign(d, { clauses: document }))).not.toEqual([]);
  });

  it('takes shapes of every kind', () => {
    const { data } = define((d) => {
      put(d, ['facts', 'of'], 'count of breaches');
      put(d, ['facts', 'one'], ['kk |', 'language']);
      put(d, ['facts', 'list'], [[{ on: 'day', 'for?': 'text' }], 'list']);
    });
    expect(data.facts['of']).toEqual({ type: 'count', unit: 'breaches' });
    expect(data.facts['one']).toMatchObject({ type: 'text', oneOf: ['kk'] });
    expect(data.facts['list']).toMatchObject({
      type: 'list',
      of: { type: 'record', fields: { on: { type: 'day' }, for: { type: 'text' } }, optional: ['for'] },
    });
  });

  it('puts a clause that is a whole number behind the section before it', () => {
    const { data } = define((d) => {
      for (const ref of ['11.2', '12', '13.1']) put(d, ['clauses', ref], { text: 'data' });
    });
    expect(data.clauses.map(({ ref }) => ref)).toEqual(['1.1', '1.2', '11.2', '12', '13.1']);
  });
});

describe('catalogues', () => {
  const russian: AgreementCatalogue = {
    format: 2,
    agreement: 'small',
    language: 'ru',
    name: 'Малый договор',
    words: { active: 'действует' },
    facts: { paid: 'уплачено' },
    clauses: { '1.1': 'Четырнадцать дней', '1.1/window': 'последний день' },
    tables: { refund: 'что возвращается' },
    readings: { 'days-to-ask': 'как написано', 'days-to-ask/ten': 'десять' },
    events: { opened: 'открыто', 'paidIn.amount': 'сумма' },
  };

  it('give the words of another language', () => {
    const { data } = define(undefined, [russian]);
    expect(data.name).toEqual({ en: 'Small agreement', ru: 'Малый договор' });
    expect(data.facts['paid']?.label).toEqual({ en: 'sum paid', ru: 'уплачено' });
    // What the catalogue has no word for keeps its own alone.
    expect(data.facts['units']?.label).toEqual({ en: 'units' });
    expect(data.clauses[0]?.computes?.[0]?.label).toEqual({ en: 'last day', ru: 'последний день' });
    expect(data.events['paidIn']?.payload['amount']?.label).toEqual({ en: 'sum', ru: 'сумма' });
    expect(data.readings[0]?.options['ten']?.label).toEqual({ en: 'ten', ru: 'десять' });
  });

  it('of another agreement, or of another form, are reported', () => {
    expect(findingsOf(() => {}, [{ ...russian, agreement: 'large' }])[0]).toMatchObject({
      code: 'choice',
      expected: 'small',
    });
    expect(findingsOf(() => {}, [{ ...russian, facts: [] } as never])[0]).toMatchObject({ code: 'type' });
    expect(findingsOf(() => {}, [5 as never])[0]).toMatchObject({ code: 'type' });
  });
});

describe('what an account keeps', () => {
  const acts = (d: Loose) => {
    put(d, ['events', 'actSent'], { says: 'act sent', carries: { act: ['text', 'act'], price: ['money', 'price'] } });
    put(d, ['events', 'objected'], {
      says: 'objected',
      carries: { act: ['text', 'act'] },
      afterEnd: 'withoutEffect',
    });
    put(d, ['wallets'], {
      cash: { says: 'cash', payable: true, takes: 'oldestFirst' },
      bonus: { says: 'bonus', payable: false, takes: 'expiringFirst' },
    });
    put(d, ['ending'], { statuses: ['ended'], after: 'finding' });
    put(d, ['postings', 'end'], {
      on: 'objected',
      status: 'ended',
      opensRight: { name: 'objection', label: 'object' },
    });
    for (const posting of Object.values(d['postings'] as Loose))
      if ('credit' in posting && !('wallet' in posting)) put(posting, ['wallet'], 'cash');
  };

  it('wallets in their order, statuses that are final, and events after them', () => {
    const { data } = define(acts);
    expect(data.wallets).toEqual([
      { name: 'cash', payable: true, takes: 'oldestFirst', label: { en: 'cash' } },
      { name: 'bonus', payable: false, takes: 'expiringFirst', label: { en: 'bonus' } },
    ]);
    expect(data.ending).toEqual({ statuses: ['ended'], after: 'finding' });
    expect(data.events['objected']?.afterEnd).toBe('withoutEffect');
  });

  it.each([
    {
      because: 'a credit to a wallet that can be spent until a day',
      written: { on: 'actSent', credit: '=event.price', wallet: 'bonus', expiresOn: '=event.on' },
      model: {
        post: {
          account: 'balance',
          side: 'credit',
          amount: { event: 'price' },
          wallet: 'bonus',
          expiresOn: { event: 'on' },
        },
      },
    },
    {
      because: 'what a debit buys',
      written: { on: 'actSent', debit: '=event.price', short: 'skip', purchase: '=event.act' },
      model: { purchase: { event: 'act' } },
    },
    {
      because: 'what a refund gives back, no more than is left',
      written: {
        on: 'actSent',
        credit: '=leftOf(event.act)',
        refundOf: { purchase: '=event.act', over: 'limit', first: 'lastSpent' },
        creditsTo: 'source',
        afterEnd: 'runs',
      },
      model: {
        post: { account: 'balance', side: 'credit', amount: { purchase: { event: 'act' }, part: 'left' } },
        refundOf: { purchase: { event: 'act' }, over: 'limit', first: 'lastSpent' },
        creditsTo: 'source',
        afterEnd: 'runs',
      },
    },
    {
      because: 'a right that opens about one act, with words',
      written: {
        on: 'actSent',
        computes: '1.1/window',
        bind: { boughtOn: '=event.on' },
        opensRight: {
          name: 'objection',
          holder: 'client',
          about: { key: '=event.act', field: 'act' },
          lastDay: 'lastDay',
          closedBy: ['objected'],
          label: 'object to the act',
        },
      },
      model: {
        opensRight: {
          name: 'objection',
          holder: 'client',
          about: { key: { event: 'act' }, field: 'act' },
          lastDay: 'lastDay',
          closedBy: ['objected'],
          label: { en: 'object to the act' },
        },
      },
    },
    {
      because: 'the right it exercises',
      written: {
        on: 'objected',
        exercisesRight: { name: 'objection', about: '=event.act', without: 'finding' },
        set: { 'act[event.act].status': 'disputed' },
      },
      model: { exercisesRight: { name: 'objection', about: { event: 'act' }, without: 'finding' } },
    },
    {
      because: 'a record entered once, fields that are set once, what is taken, entries that are all kept',
      written: {
        on: 'actSent',
        enter: { 'act[event.act]': { sentOn: '=event.on', units: 3 } },
        setIfAbsent: { 'act[event.act].firstOn': '=event.on' },
        take: { 'act[event.act].units': 1 },
        put: { 'act[event.act].answers': { entry: { on: '=event.on' } } },
      },
      model: {
        sets: [
          {
            record: 'act',
            key: { event: 'act' },
            fields: { sentOn: { event: 'on' }, units: { literal: 3 } },
            entered: 'once',
          },
          { record: 'act', key: { event: 'act' }, fields: { firstOn: { event: 'on' } }, entered: 'ifAbsent' },
          { record: 'act', key: { event: 'act' }, take: { units: { literal: 1 } } },
          { record: 'act', key: { event: 'act' }, list: 'answers', put: { on: { event: 'on' } } },
        ],
      },
    },
    {
      because: 'what an event has to fulfil',
      written: {
        on: 'actSent',
        status: 'active',
        requires: [{ if: 'units > 0', field: 'price', expected: 'something to accept' }],
        bind: { units: 1 },
      },
      model: {
        requires: [{ if: { fact: 'units', moreThan: 0 }, field: 'price', expected: { en: 'something to accept' } }],
        bind: { units: { literal: 1 } },
      },
    },
    {
      because: 'a deadline about one of several',
      written: {
        on: 'actSent',
        computes: '1.1/window',
        bind: { boughtOn: '=event.on' },
        opens: { deadline: 'lastDay', name: 'answer', about: { key: '=event.act', field: 'act' } },
      },
      model: { opens: { deadline: 'lastDay', name: 'answer', about: { key: { event: 'act' }, field: 'act' } } },
    },
  ])('$because', ({ written, model }) => {
    expect(posted(written, acts)).toMatchObject(model);
  });

  it.each([
    ['=wallet.bonus', { wallet: 'bonus', part: 'balance' }],
    ['=wallet.bonus.spent', { wallet: 'bonus', part: 'spent' }],
    ['=paidFor(event.act)', { purchase: { event: 'act' }, part: 'paid' }],
    ['=returnedOf(event.act)', { purchase: { event: 'act' }, part: 'returned' }],
    ['=payableLeftOf(event.act)', { purchase: { event: 'act' }, part: 'payableLeft' }],
  ])('%s', (written, binding) => {
    const bound = posted({ on: 'actSent', bind: { paid: written }, if: 'paid > 0', status: 'active' }, acts);
    expect(bound?.bind?.['paid']).toEqual(binding);
  });

  it.each([
    { written: { on: 'actSent', enter: { sentOn: '=event.on' } }, path: 'postings.one.enter.sentOn' },
    { written: { on: 'actSent', take: { units: 1 } }, path: 'postings.one.take.units' },
    { written: { on: 'actSent', debit: '=leftOf(event.act, event.act)' }, path: 'postings.one.debit' },
    { written: { on: 'actSent', debit: '=wallet.bonus.lost' }, path: 'postings.one.debit' },
  ])('$path is no such thing', ({ written, path }) => {
    const found = findingsOf((d: Loose) => {
      acts(d);
      put(d, ['postings', 'one'], written);
    });
    expect(found.map((finding) => finding.path)).toContain(path);
  });
});

describe('currencies', () => {
  const currency = (code: string) => (d: Loose) => {
    put(d, ['currencies'], ['KZT', code]);
    put(d, ['facts', 'leva'], ['money', 'an old debt']);
  };

  it('may have been withdrawn since the agreement was made', () => {
    const agreement = define((d) => {
      currency('BGN')(d);
      put(d, ['clauses', '9', 'value'], { formula: 'leva + 0.05 BGN' });
    });
    expect(agreement.data.currencies).toEqual(['KZT', 'BGN']);
    const leva = { amount: '1.95', currency: 'BGN' };
    expect(String(evaluate(agreement, '9/value', { leva }).value['value'])).toBe('2.00 BGN');
  });

  it('stand for what is left out, in a plain sum too', () => {
    const agreement = define((d) => {
      put(d, ['clauses', '9', 'value'], { formula: 'paid + fines' });
    });
    const paid = { amount: '10.00', currency: 'KZT' };
    // fines are declared "absent: 0.00 KZT".
    expect(String(evaluate(agreement, '9/value', { paid }).value['value'])).toBe('10.00 KZT');
  });

  it('must be known', () => {
    expect(findingsOf(currency('DEM')).map(({ code }) => code)).toContain('currency-unknown');
  });
});
