import { describe, expect, it } from 'vitest';
import { say } from '../../src/agreement/statement/texts.js';
import { main } from '../../src/cli/main.js';
import { startingPoint } from '../../src/cli/startingPoint.js';
import { minimalAgreement } from '../schemas/minimalAgreement.js';
import { kzt } from '../support/amountsAsJson.js';
import { withPlainSpaces } from '../support/noBreakSpaces.js';
import { example, run } from './environment.js';

type Change = (agreement: ReturnType<typeof minimalAgreement>) => void;

function agreementWith(change: Change): string {
  const agreement = minimalAgreement();
  change(agreement);
  return JSON.stringify(agreement);
}
const penaltyFacts = JSON.stringify({
  negativeOn: '2026-03-19',
  asOf: '2026-05-25',
  overdue: kzt('100000.00'),
  totalDebt: kzt('100000.00'),
});

describe('oferta', () => {
  it('says how it is used, on standard output where it was asked', () => {
    expect(run('help')).toMatchObject({ code: 0, complaints: '' });
    expect(run('help').out).toContain('oferta statement');
    expect(run('')).toEqual(run('help'));
  });

  it('says how it is used, on standard error where it was misused', () => {
    const { code, out, complaints } = run('replay a b');
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toMatch(/^--as-of DAY is missing/);
    expect(complaints).toContain('oferta statement AGREEMENT.json');
  });
});

describe('oferta check', () => {
  it('a sound agreement has no findings', () => {
    expect(run('check agreement.json')).toMatchObject({
      code: 0,
      out: 'agreement.json: no findings\n',
      complaints: '',
    });
    expect(run('check agreement.json --format json')).toMatchObject({ code: 0, out: '[]\n', complaints: '' });
  });

  it('all faults of shape are the answer, each with file, path, value and what was expected', () => {
    const files = { 'a.json': agreementWith((a) => ([a.timeZone, a.clauses['1.2'].text] = [3, 7])) };
    const { code, out, complaints } = run('check a.json', files);
    expect([code, complaints]).toEqual([1, '']);
    const [first, second, end] = out.split('\n');
    // The file is one line; columns are where the keys begin.
    expect(first).toMatch(/^a\.json:1:\d+: timeZone is 3, expected a text \[type\]$/);
    expect(second).toMatch(/^a\.json:1:\d+: clauses\["1\.2"\]\.text is 7, expected one of definition, .*$/);
    expect(end).toBe('');
    const findings = JSON.parse(run('check a.json --format json', files).out);
    expect(findings.map(({ path, value }: { path: string; value: string }) => [path, value])).toEqual([
      ['timeZone', '3'],
      ['clauses["1.2"].text', '7'],
    ]);
  });

  it('everything that does not fit together is reported at once, each once', () => {
    const files = {
      'a.json': agreementWith((a) => {
        a.rounding = 'up';
        a.clauses['1.1'].window.deadline.trigger = '=soldOn';
        a.tables.refund.rows[0].if = 'askedOn <=';
        a.postings.topUp.computes = '9.9/nothing';
      }),
    };
    const findings = JSON.parse(run('check a.json --format json', files).out);
    expect(findings.map(({ path }: { path: string }) => path)).toEqual([
      'clauses["1.1"].window.deadline.trigger',
      'tables.refund.rows[0].if',
      'postings.topUp.computes',
    ]);
    const refused = run('replay a.json events.json --as-of 2026-12-31', files);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.complaints.trimEnd().split('\n')).toHaveLength(3);
  });

  it('a finding says the line and column of its key, in the catalogue too', () => {
    const agreement = minimalAgreement();
    agreement.postings.topUp.credit = '=evnt.amount';
    const russian = { format: 2, agreement: 'minimal', language: 'ru', events: { topedUp: 'пополнение' } };
    const files = { 'a.json': JSON.stringify(agreement, null, 2), 'a.ru.json': JSON.stringify(russian, null, 2) };
    const lines = (text: string, key: string): number => text.slice(0, text.indexOf(key)).split('\n').length;
    expect(run('check a.json', files).out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^a\\.ru\\.json:${lines(files['a.ru.json'], '"topedUp"')}:5: \\["catalogue ru"\\]\\.events\\.topedUp is `,
        ),
      ),
      expect.stringMatching(
        new RegExp(`^a\\.json:${lines(files['a.json'], '"credit"')}:7: postings\\.topUp\\.credit is `),
      ),
    ]);
    const [first] = JSON.parse(run('check a.json --format json', files).out);
    expect(first).toMatchObject({ file: 'a.ru.json', line: 6, column: 5 });
  });

  it('what does not fit together is found too', () => {
    const files = { 'a.json': agreementWith((a) => (a.postings.topUp.computes = '9.9/nothing')) };
    const { code, out } = run('check a.json', files);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^a\.json:1:\d+: postings\.topUp\.computes is "9\.9\/nothing", expected the address of a computation/,
    );
  });

  it('a warning has one case, and comes after the errors', () => {
    const files = {
      'a.json': agreementWith((a) => {
        a.facts.units = 'count';
        a.tables.units = {
          asks: 'what becomes of units',
          rows: [
            { if: 'units <= 10', then: 'none', by: ['1.1'] },
            { if: 'units >= 10', then: 'kept', by: ['9.9'] },
            { then: 'none', by: ['1.1'] },
          ],
        };
      }),
    };
    const { code, out, complaints } = run('check a.json', files);
    expect([code, complaints]).toEqual([1, '']);
    expect(
      out
        .trimEnd()
        .replaceAll(/^a\.json:1:\d+/gm, 'a.json')
        .split('\n'),
    ).toEqual([
      'a.json: tables.units.rows[1].by[0] is 9.9, cited by row 2 of units, expected the number of a clause of the agreement [clause-unknown, clause 9.9]',
      'a.json: tables.units.rows[1]: units 10: rows 1 and 2 both hold, and row 1 decides, expected conditions that exclude each other, or "over": [2] in row 1 [rows-overlap, warning, clause 9.9]',
    ]);
    const findings = JSON.parse(run('check a.json --format json', files).out);
    expect(findings.map(({ severity }: { severity: string }) => severity)).toEqual(['error', 'warning']);
  });

  it('of very many findings the first 10,000 are listed, and that there may be more', () => {
    const files = { 'a.json': agreementWith((a) => (a.tables.refund.rows = Array(10_002).fill(7))) };
    const { code, out } = run('check a.json', files);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(10_001);
    expect(lines.at(-1)).toBe('at most 10000 are listed; there may be more');
    expect(JSON.parse(run('check a.json --format json', files).out)).toHaveLength(10_000);
  }, 30_000);

  it.each([
    { text: undefined, told: 'a.json: cannot be read: no such file', because: 'no file' },
    { text: '', told: 'a.json: line 1, column 1 is the end of the text, expected a value', because: 'an empty file' },
    {
      text: '{"id": "a", "id": "b"}',
      told: 'a.json: id is "id", expected a key that is unique in its record',
      because: 'a key twice',
    },
    {
      text: '{"__proto__": {}}',
      told: 'a.json: __proto__ is "__proto__", expected another key',
      because: 'a reserved key',
    },
    { text: '['.repeat(10_000), told: 'is more than 64 levels, expected at most 64 levels', because: 'too deep' },
    {
      text: `"${'x'.repeat(50_000_000)}"`,
      told: 'the whole file is 50000002 characters, expected less than 50000000',
      because: 'too long',
    },
  ])('a file that cannot be read is bad input: $because', ({ text, told }) => {
    const { code, out, complaints } = run('check a.json', text === undefined ? {} : { 'a.json': text });
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain(told);
  });
});

describe('oferta replay', () => {
  const day = '--as-of 2026-12-31';

  it('the text, the JSON, the table and the calendar tell the same account', () => {
    const text = run(`replay agreement.json events.json ${day}`);
    const json = run(`replay agreement.json events.json ${day} --format json`);
    expect([text.code, json.code, text.complaints, json.complaints]).toEqual([0, 0, '', '']);
    const statement = JSON.parse(json.out);
    expect(statement).toMatchObject({ asOf: '2026-12-31', balance: kzt('-500000.00'), status: 'active' });
    expect(text.out).toContain('balance: -500\u00a0000.00\u00a0₸');
    expect(run(`replay agreement.json events.json ${day} --format csv`).out.trim().split('\r\n')).toHaveLength(
      1 + statement.entries.length + statement.accruals.length,
    );
    expect(run(`replay agreement.json events.json ${day} --format ics`).out.match(/BEGIN:VEVENT/g)).toHaveLength(
      statement.deadlines.length + statement.passedDeadlines.length,
    );
  });

  it('speaks Russian', () => {
    const { out } = run(`replay agreement.json events.json ${day} --lang ru`);
    expect(out).toContain('Выписка на 31\u00a0декабря\u00a02026\u00a0г.');
    expect(out).toContain('баланс: -500\u00a0000,00\u00a0₸');
  });

  it('all faults of the events come with the file and the place', () => {
    const events = JSON.stringify([
      { id: 'e1', kind: 'rained', on: '2026-01-12' },
      { id: 'e2', kind: 'toppedUp', on: '12.01.2026', amount: 5 },
    ]);
    const { code, out, complaints } = run(`replay agreement.json e.json ${day}`, { 'e.json': events });
    expect([code, out]).toEqual([2, '']);
    const lines = complaints.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^e\.json: event 1 \(e1\): events\.0\.kind is "rained", expected one of registered, /);
    expect(lines[1]).toMatch(/^e\.json: event 2 \(e2\): events\.1\.on is "12\.01\.2026", expected a day/);
    expect(lines[2]).toMatch(/^e\.json: event 2 \(e2\): events\.1\.amount is 5, expected an amount/);
  });

  it('an agreement that is not sound is bad input here', () => {
    const { code, out, complaints } = run(`replay a.json events.json ${day}`, {
      'a.json': agreementWith((a) => (a.format = 1)),
    });
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toBe(
      'a.json: format is 1, expected 2, the format of docs/guides/agreements-as-data.md [choice]\n',
    );
  });

  it('a calendar nobody has is bad input', () => {
    const { code, complaints } = run(`replay a.json events.json ${day}`, {
      'a.json': agreementWith((a) => (a.calendars.working = 'FR')),
    });
    expect(code).toBe(2);
    expect(complaints).toMatch(
      /^a\.json:1:\d+: calendars\.working is "FR", expected a calendar that is passed beside the agreement \(KZ, RU\)/,
    );
  });

  it('an event the account cannot take names its file', () => {
    const events = JSON.stringify([{ id: 'e1', kind: 'refundRequested', on: '2026-01-12', purchase: 'nothing' }]);
    const { code, complaints } = run(`replay agreement.json e.json ${day}`, { 'e.json': events });
    expect(code).toBe(2);
    expect(complaints).toMatch(/^e\.json: .*purchase is "nothing", expected the key of an earlier record/);
  });

  it('a day outside the calendar is reported, not guessed', () => {
    const events = JSON.stringify([
      { id: 'e1', kind: 'toppedUp', on: '2029-01-10', amount: kzt('10.00') },
      { id: 'e2', kind: 'breachFound', on: '2029-01-11', clause: '2.3.6' },
    ]);
    const { code, complaints } = run('replay agreement.json e.json --as-of 2029-02-01', { 'e.json': events });
    expect(code).toBe(2);
    expect(complaints).toContain('[calendar-not-covered]');
  });

  it('nothing of an event reaches the terminal as a command', () => {
    const events = JSON.stringify([
      {
        id: 'e\u001b[2J1',
        kind: 'tariffBought',
        on: '2026-01-12',
        purchase: 'A\n\u001b[31mB',
        tariffKind: 'base',
        price: kzt('0.00'),
        unitPrice: kzt('1.00'),
      },
    ]);
    const { out } = run(`replay agreement.json e.json ${day}`, { 'e.json': events });
    expect(out).toContain('tariff bought (A [31mB, 0.00');
    expect(out.includes('\u001b')).toBe(false);
    expect(run('check a\u001b[31m.json').complaints.includes('\u001b')).toBe(false);
  });
});

describe('oferta new', () => {
  it('makes an agreement without findings, whose events and facts are answered', () => {
    const { code, out, complaints, made } = run('new hosting');
    expect([code, complaints]).toEqual([0, '']);
    expect(Object.keys(made)).toEqual(
      ['agreement.json', 'events.json', 'facts.json', 'README.md'].map((name) => `hosting/${name}`),
    );
    const commands = out.split('\n').filter((line) => line.startsWith('  npx oferta '));
    expect(commands).toHaveLength(3);
    for (const line of commands) {
      const answer = run(line.trim().slice('npx oferta '.length), made);
      expect([answer.code, answer.complaints]).toEqual([0, '']);
    }
    expect(run('check hosting/agreement.json', made).out).toBe('hosting/agreement.json: no findings\n');
  });

  it('its account is what its clauses say', () => {
    const { made } = run('new hosting');
    const { out } = run('replay hosting/agreement.json hosting/events.json --as-of 2026-04-30 --format json', made);
    const statement = JSON.parse(out);
    // Invoiced on 16 March, day 7 is Monday 23 March, a day off of Nauryz like those before and after it: due on Thursday 26 March.
    // Then 25 days on 50,000, 20 April included, and 10 on 30,000, at 0.1 %: 1,250 + 300.
    expect(statement.balance).toEqual(kzt('-30000.00'));
    expect(statement.accruals.map(({ amount }: { amount: unknown }) => amount)).toEqual([kzt('1550.00')]);
    // 20,000 of 50,000 were paid: the debt is not, so nothing closed the day to pay it, which has passed.
    expect(statement.passedDeadlines).toMatchObject([{ name: 'payInvoice', lastDay: '2026-03-26' }]);
    expect(statement.status).toBe('active');
  });

  it.each([
    { folder: 'hosting', schema: '../node_modules/oferta/schemas/agreement.schema.json' },
    { folder: './offers/hosting/', schema: '../../node_modules/oferta/schemas/agreement.schema.json' },
    { folder: '.', schema: './node_modules/oferta/schemas/agreement.schema.json' },
    { folder: 'offers\\hosting', schema: '../../node_modules/oferta/schemas/agreement.schema.json' },
    { folder: '/offers/hosting', schema: undefined },
    { folder: 'C:\\offers', schema: undefined },
    { folder: '../hosting', schema: undefined },
  ])('an editor finds the schema from $folder, or is not told of it', ({ folder, schema }) => {
    expect(JSON.parse(startingPoint(folder)['agreement.json'] ?? '').$schema).toBe(schema);
  });

  it.each([
    { folder: 'hosting', id: 'hosting' },
    { folder: './My Offer/', id: 'my-offer' },
    { folder: 'договоры\\Оферта 2', id: 'оферта-2' },
    { folder: '..', id: 'agreement' },
  ])('the agreement has the name of its folder: $folder', ({ folder, id }) => {
    expect(JSON.parse(startingPoint(folder)['agreement.json'] ?? '').id).toBe(id);
  });

  it('overwrites nothing', () => {
    const { code, out, complaints, made } = run('new old', { 'old/facts.json': '{}' });
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toBe('old: cannot be created: old/facts.json is there already\n');
    expect(made).not.toHaveProperty('old/facts.json');
  });
});

describe('what is not bad input', () => {
  it('propagates: a stream that is closed is not reported as an error of a file', () => {
    const closed = new Error('EPIPE');
    const environment = {
      readFile: (path: string) => example[path] as string,
      fileExists: () => false,
      writeFile: () => undefined,
      createFiles: () => undefined,
      write: () => {
        throw closed;
      },
      complain: () => {
        throw new Error('nothing is wrong with the files');
      },
    };
    expect(() => main(['check', 'agreement.json'], environment)).toThrow(closed);
  });
});

describe('progress', () => {
  it('says what is being done, where somebody looks on', () => {
    expect(run('replay agreement.json events.json --as-of 2026-12-31').done.slice(0, 6)).toEqual([
      'reading agreement.json',
      'reading agreement.ru.json',
      'reading agreement.kk.json',
      'reading events.json',
      expect.stringMatching(/^replaying \d+ events$/),
      expect.stringMatching(/^under other readings: 0 of \d+$/),
    ]);
    expect(run('check agreement.json').done).toEqual([
      'reading agreement.json',
      'reading agreement.ru.json',
      'reading agreement.kk.json',
      'checking agreement.json',
    ]);
    expect(run('check a\u001b[31m.json').done).toEqual(['reading a [31m.json']);
  });
});

describe('oferta explain --readings', () => {
  /** Bought on 15 February 2026: day 14 is Sunday 1 March, so Monday; day 10 is Wednesday 25 February. */
  const facts = { boughtOn: '2026-02-15', askedOn: '2026-02-27', paid: kzt('95000.00') };
  const files = {
    'm.json': agreementWith((a) => {
      a.readings.late = {
        clause: '1.2',
        why: 'so it is written',
        chosen: 'nothing',
        options: { nothing: {}, state: { changes: { 'refund#2.then': 'kept' } } },
      };
    }),
    'f.json': JSON.stringify({ boughtOn: facts.boughtOn }),
    't.json': JSON.stringify(facts),
  };
  const text = (line: string): string => run(line, files).out.replaceAll('\u00a0', ' ');

  it('reports each answer with its readings and steps, and the safe day', () => {
    const out = text('explain m.json 1.1 f.json --readings');
    expect(out).toMatch(/^clause 1\.1, clause 1\.1\n\n1\. last day: 2 March 2026\n/);
    expect(out).toMatch(/\n {3}under "fourteen" \(the reading in force\)\n {3}How it was calculated:\n {5}1\. 14 /);
    expect(out).toMatch(/\n2\. last day: 25 February 2026\n/);
    expect(out).toMatch(/\n {3}under "ten"\n {3}How it was calculated:\n {5}1\. 10 /);
    expect(out).toContain('\n  last day: what is done by 25 February 2026 is in time under every reading\n');
  });

  it('as JSON', () => {
    const { answers, safe } = JSON.parse(text('explain m.json 1.1 f.json --readings --format json'));
    expect(answers).toHaveLength(2);
    expect(answers[1]).toMatchObject({
      readings: [{ length: 'ten' }],
      value: { lastDay: '2026-02-25' },
      cites: ['1.1'],
    });
    expect(safe).toEqual({ lastDay: { on: '2026-02-25', is: 'earliest' } });
  });

  it('a decision under every reading that touches it; what makes no difference to an answer is not reported with it', () => {
    const json = JSON.parse(text('explain m.json refund t.json --readings --format json'));
    expect(json.map(({ decision }: { decision: { row: number } }) => decision.row)).toEqual([1, 2, 2]);
    expect(json[1].readings).toEqual([{ length: 'ten', late: 'nothing' }]);
    const out = text('explain m.json refund t.json --readings');
    expect(out.match(/^ {3}under .*$/gm)).toEqual([
      '   under "fourteen" (the reading in force)',
      '   under "ten"; "nothing"',
      '   under "ten"; "state"',
    ]);
    expect(out).toMatch(/^1\. .*to be paid out: 95 000\.00 ₸/);
  });

  it('an answer that all readings lead to is reported once', () => {
    const early = { ...files, 't.json': JSON.stringify({ ...facts, askedOn: '2026-02-20' }) };
    const { out } = run('explain m.json refund t.json --readings', early);
    expect(out).toContain(say('en', 'noReadings'));
    expect(out).not.toContain('\n2. ');
  });
});

describe('oferta explain', () => {
  it('an answer step by step', () => {
    const { code, out } = run('explain agreement.json 6.10/penalty f.json', { 'f.json': penaltyFacts });
    expect(code).toBe(0);
    expect(out).toContain('penalty: 5\u00a0000.00\u00a0₸');
    expect(out).toContain('cap reached on: 20\u00a0May\u00a02026');
    expect(out).toContain('3. 55\u00a0days × 0.1\u00a0% × 100\u00a0000.00\u00a0₸ = 5\u00a0500.00\u00a0₸ [6.10]');
    expect(out).toContain('5 % of the total debt, because');
    expect(out).not.toContain('to the day of the same number');
  });

  it('the clause number is enough where it has just one computation', () => {
    const files = { 'f.json': penaltyFacts };
    expect(run('explain agreement.json 6.10 f.json', files)).toEqual(
      run('explain agreement.json 6.10/penalty f.json', files),
    );
  });

  it('as JSON, it is the wire form of the answer', () => {
    const { out } = run('explain agreement.json 6.10 f.json --format json', { 'f.json': penaltyFacts });
    expect(JSON.parse(out)).toMatchObject({
      format: 2,
      computation: '6.10/penalty',
      value: { penalty: kzt('5000.00') },
      cites: ['6.10', '5.7'],
    });
  });

  it('a decision tells why the rows before it did not decide', () => {
    const facts = {
      terminatedForBreach: false,
      tariffKind: 'base',
      requestedOn: '2026-03-03',
      purchasedOn: '2026-02-15',
      creditedOn: '2026-02-15',
      usedUnits: 0,
      paid: kzt('95000.00'),
      unpaidFines: kzt('0.00'),
    };
    const { out } = run('explain agreement.json refund f.json', { 'f.json': JSON.stringify(facts) });
    expect(out).toContain('refund: nothing is due (clauses 3.4, 3.6)');
    // Day 14 is Sunday 1 March 2026, so the last day is Monday.
    expect(out).toContain(
      'day of the request: 3\u00a0March\u00a02026; would have to be no later than 2\u00a0March\u00a02026',
    );
    const json = JSON.parse(
      run('explain agreement.json refund f.json --format json', { 'f.json': JSON.stringify(facts) }).out,
    );
    expect(json).toMatchObject({ question: 'refund', row: 9, outcome: { is: 'none' } });
  });

  it('all facts that are missing are named at once', () => {
    const { code, out, complaints } = run('explain agreement.json 6.10 f.json', { 'f.json': '{"asOf": "2026-05-25"}' });
    expect([code, out]).toEqual([2, '']);
    expect(
      complaints
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[1]),
    ).toEqual(['overdue', 'negativeOn', 'totalDebt']);
    expect(complaints).toContain('f.json: overdue is missing, expected an amount');
  });

  it.each([
    { facts: '[]', told: 'f.json: facts is a list of 0, expected a record of facts', because: 'no record' },
    { facts: '{"colour": 1}', told: 'f.json: colour is 1, expected one of ', because: 'a fact nobody declared' },
    {
      facts: penaltyFacts.replace('2026-05-25', '25 May'),
      told: 'f.json: asOf is "25 May", expected a day',
      because: 'no day',
    },
  ])('facts that are wrong name their file: $because', ({ facts, told }) => {
    const { code, complaints } = run('explain agreement.json 6.10 f.json', { 'f.json': facts });
    expect(code).toBe(2);
    expect(complaints).toContain(told);
  });

  it('an unknown computation names the file of the agreement and those that are nearest', () => {
    const { code, complaints } = run('explain agreement.json 6.16 f.json', { 'f.json': '{}' });
    expect(code).toBe(2);
    expect(complaints).toMatch(/^agreement\.json: there is no question "6\.16"; there are: [^;]+ \([^;]+\)/);
  });
});

describe('oferta statement', () => {
  const day = '--as-of 2026-12-31';

  it('is brief unless it is asked why, or for all', () => {
    const brief = run(`statement agreement.json events.json ${day}`).out;
    expect(run(`statement agreement.json events.json ${day} --brief`).out).toBe(brief);
    expect(run(`replay agreement.json events.json ${day}`).out).toBe(brief);
    const why = run(`statement agreement.json events.json ${day} --why`).out;
    const full = run(`statement agreement.json events.json ${day} --full`).out;
    expect(why).toContain('1. the first breach costs');
    expect(why).not.toContain('because');
    expect(full).toContain('because');
    expect(brief.length < why.length && why.length < full.length).toBe(true);
  });

  it.each([
    { reading: '6.10=never-on-fines', because: 'by its name' },
    { reading: '6.10-on-fines=never-on-fines', because: 'by the name of the reading, too' },
  ])('under a reading chosen for it: $because', ({ reading }) => {
    const { code, out } = run(`statement agreement.json events.json ${day} --reading ${reading}`);
    expect([code, withPlainSpaces(out).split('\n')[3], withPlainSpaces(out).includes('can still be demanded')]).toEqual(
      [0, '  debt since 3 August 2026: 500 000.00 ₸ of 1 000 000.00 ₸', false],
    );
  });

  it('an unknown clause or reading lists what there is, all at once, in the language asked for', () => {
    const { code, out, complaints } = run(
      `statement agreement.json events.json ${day} --reading 6.1O=x --reading 6.10=? --reading nothing`,
    );
    expect([code, out]).toEqual([2, '']);
    const lines = complaints.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^"6\.1O" has no reading; there are readings of .*6\.10/);
    expect(lines[1]).toContain(
      'clause 6.10 has no reading "?"; it can be read as: "5 % of the total debt" (total-debt)',
    );
    expect(lines[2]).toMatch(/^--reading is "nothing", expected CLAUSE=READING/);
    const russian = run(`statement agreement.json events.json ${day} --lang ru --reading 6.10=?`);
    expect(russian.complaints).toContain('п. 6.10 нет толкования "?"');
  });

  it('an error says which event of which file, in the language asked for', () => {
    const events = JSON.stringify([{ id: 'e1', kind: 'toppedUp', on: '2026-01-12', amount: 5 }]);
    const told = (language: string): string =>
      run(`statement agreement.json e.json ${day} --lang ${language}`, { 'e.json': events }).complaints;
    expect(told('ru')).toBe('e.json: событие 1 (e1): events.0.amount — 5: значение не того вида [type]\n');
    expect(told('kk')).toContain('e.json: 1-оқиға (e1): events.0.amount');
    const requested = JSON.stringify([{ id: 'e7', kind: 'refundRequested', on: '2026-01-12', purchase: 'x' }]);
    expect(run(`statement agreement.json e.json ${day} --lang ru`, { 'e.json': requested }).complaints).toMatch(
      /^e\.json: событие 1 \(e7\): /,
    );
    expect(run('statement none.json e.json --as-of 2026-12-31 --lang ru').complaints).toMatch(
      /^none\.json: не читается: /,
    );
  });

  it('control characters, escapes and marks that turn the text never reach the page, in words of the agreement either', () => {
    const hostile = 'A\u001b[2J\u202e\n\u2028\u0007B';
    const agreement = JSON.parse(example['agreement.json'] as string);
    agreement.name = hostile;
    agreement.events.toppedUp.says = hostile;
    agreement.words.active = hostile;
    agreement.readings['6.10-on-fines'].options['never-on-fines'].label = hostile;
    const files = { 'h.json': JSON.stringify(agreement) };
    for (const format of ['text', 'csv', 'ics']) {
      const { code, out } = run(
        `statement h.json events.json ${day} --full --account ${hostile.replaceAll(/\s/g, '')} --format ${format}`,
        files,
      );
      expect(code).toBe(0);
      expect(out.replaceAll(/[\r\n]|^\ufeff/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
    expect(run('statement h.json events.json --as-of 2026-12-31', files).out.split('\n')[0]).toMatch(
      /^A \[2J B, edition/,
    );
  });

  it('help and version', () => {
    expect(run('statement --help').out).toMatch(/^oferta statement AGREEMENT\.json/);
    expect(run('--version')).toMatchObject({ code: 0, out: '1.2.3\n' });
  });
});

describe('on a terminal', () => {
  it.each([80, 40])(
    'no line is wider than %i columns, and nothing is lost',
    (columns) => {
      for (const language of ['en', 'ru', 'kk']) {
        const line = `statement agreement.json events.json --as-of 2026-12-31 --full --lang ${language}`;
        const shown = run(line, {}, { terminal: { columns, hasColour: false } }).out;
        expect(shown.split('\n').filter((text) => [...text].length > columns)).toEqual([]);
        expect(shown.replaceAll(/[ \n]+/g, '')).toBe(run(line).out.replaceAll(/[ \n]+/g, ''));
      }
    },
    60_000,
  );

  it('colour is only on top of what is said', () => {
    const line = 'statement agreement.json events.json --as-of 2026-12-31';
    const shown = run(line, {}, { terminal: { columns: 200, hasColour: true } }).out;
    expect(shown).toContain('\u001b[1mTo pay: ');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(shown.replaceAll(/\u001b\[\d+m/g, '')).toBe(run(line).out);
    expect(run(line, {}, { terminal: { columns: 200, hasColour: false } }).out).not.toContain('\u001b');
  });
});

describe('oferta ask', () => {
  const given = [
    'terminatedForBreach=no',
    'tariffKind=base',
    'purchasedOn=2026-02-15',
    'creditedOn=2026-02-15',
    'usedUnits=0',
    'paid=95000.00',
    'unpaidFines=0.00',
  ];
  const ask = (...more: string[]) => run(`ask agreement.json refund ${[...given, ...more].join(' ')}`);

  it('gives the answer, the best and the worst one, and what would change it', () => {
    // Day 14 is Sunday 1 March 2026, so Monday is the last; on Tuesday nothing is due.
    const { code, out, complaints } = ask('requestedOn=2026-03-03');
    expect([code, complaints]).toEqual([0, '']);
    const text = withPlainSpaces(out);
    expect(text.split('\n')[0]).toBe('refund: nothing is due (clauses 3.4, 3.6)');
    expect(text).toContain('  What would change it');
    expect(text).toContain('    if day of the request: 2 March 2026: to be paid out: 95 000.00 ₸ (clause 3.3)');
    const early = withPlainSpaces(ask('requestedOn=2026-03-02').out);
    expect(early.split('\n')[0]).toBe('refund: to be paid out: 95 000.00 ₸ (clause 3.3)');
    expect(early).toContain('  best under any reading: to be paid out: 95 000.00 ₸ (clause 3.3)');
    expect(early).toMatch(/ {2}worst under any reading: nothing is due .*performed on access/);
  });

  it('a computation: the highest and the lowest, and the safe day', () => {
    const facts = 'negativeOn=2026-03-19 asOf=2026-04-20 overdue=100000.00 totalDebt=100000.00';
    const text = withPlainSpaces(run(`ask agreement.json 6.10 ${facts}`).out);
    // 20 days at 100.00; without the day of a payment the same, for nothing was paid; never on fines only where it is a fine.
    expect(text).toContain('penalty: 2 000.00 ₸');
    const renewal = withPlainSpaces(run('ask agreement.json 11.2/renewal registeredOn=2026-01-12 asOf=2026-06-01').out);
    expect(renewal).toContain('what is done by 1 December 2026 is in time under every reading');
  });

  it('facts can be named in words, and so can the question', () => {
    const files = {};
    const environment = run('ask agreement.json refund', files);
    expect(environment.code).toBe(2);
    expect(environment.complaints).toContain('the answer needs these facts:');
    expect(environment.complaints).toMatch(/terminatedForBreach=… {2}.*\(yes or no\)/);
  });

  it('all wrong facts are reported at once', () => {
    const { code, complaints } = run(
      'ask agreement.json refund requestedOn=3.3.2026 usedUnits=-1 colour=red paid lang=x tariffKind=gold',
    );
    expect(code).toBe(2);
    const lines = complaints.trimEnd().split('\n');
    expect(lines).toEqual([
      'day of the request: "3.3.2026", expected a day such as 2026-03-02',
      expect.stringMatching(/: "-1", expected a whole number$/),
      expect.stringMatching(/^there is no fact "colour"; it is one of: /),
      '"paid" is not a fact, expected NAME=VALUE',
      expect.stringMatching(/^there is no fact "lang"/),
      'kind of tariff: "gold", expected base, preferential',
    ]);
  });

  it('on a terminal asks only for the facts that the rows reached need, and again where an answer is none', () => {
    const questions: string[] = [];
    const answers = ['perhaps', 'yes'];
    const { code, out } = run(
      'ask agreement.json refund',
      {},
      {
        ask(question) {
          questions.push(question);
          return answers.shift();
        },
      },
    );
    // The first row decides for a breach, so nothing more is asked.
    expect(code).toBe(0);
    expect(questions).toHaveLength(2);
    expect(withPlainSpaces(out).split('\n')[0]).toBe('refund: nothing is due (clause 6.9)');
  });

  it('an unknown question lists the nearest', () => {
    const { code, complaints } = run('ask agreement.json refnd');
    expect(code).toBe(2);
    expect(complaints).toMatch(/there is no question "refnd"; there are: refund \(refund\)/);
  });
});
