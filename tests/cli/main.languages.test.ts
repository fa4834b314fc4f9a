import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { exampleFile } from '../support/exampleAgreements.js';
import { languages } from '../support/languages.js';
import { run } from './environment.js';

/** Latin words that occur in every language: files, paths, names, codes in brackets, JSON. */
const english = /\b(?:expected|the|is|no|nothing|clause|found|given|wrong|cannot|there|facts?|every|steps?)\b/;

const small = JSON.stringify({
  format: 2,
  id: 'small',
  edition: '2026-01-01',
  language: 'en',
  name: 'Small',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['KZT'],
  timeZone: 'Asia/Almaty',
  calendars: { working: 'KZ' },
  counts: { act: 'kzCivilCode', state: 'asWritten' },
  rounding: 'halfExpand',
  words: {},
  facts: {
    a: ['flag', 'a'],
    unread: ['flag', 'unread'],
    paid: ['money', 'paid'],
  },
  clauses: {
    '1.1': { says: 'One', text: 'conduct' },
    '1.2': { says: 'Two', fee: { passThrough: { assessed: '=paid' } } },
  },
  tables: {
    question: {
      asks: 'question',
      rows: [
        { if: 'a', then: 'none', by: ['1.1'] },
        { if: 'a', then: { owed: '=paid' }, by: ['1.1'] },
        { then: 'none', by: ['1.1'] },
      ],
    },
  },
  readings: {
    '1.2-same': {
      clause: '1.2',
      why: 'why',
      chosen: 'one',
      options: { one: { label: 'one' }, other: { label: 'other' } },
    },
  },
  events: { rained: { says: 'rained' } },
  postings: {},
});

describe('errors are reported in the requested language', () => {
  it('check: a row that never decides, a fact nobody asks for, a reading that changes nothing', () => {
    const told = (language: string) => run(`check small.json --lang ${language}`, { 'small.json': small }).out;
    expect(told('en')).toContain('row 2, a true: row 1 decides, expected a case that this row decides');
    expect(told('ru')).toContain(
      'строка 2 ничего не решает; случай a true решает строка 1 [row-unreachable, предупреждение, п. 1.1]',
    );
    expect(told('ru')).toContain(
      'о факте unread никто не спрашивает: ответы от него не зависят [fact-unread, предупреждение]',
    );
    expect(told('ru')).toContain('толкование other ничего не меняет [reading-idle, предупреждение, п. 1.2]');
    expect(told('kk')).toContain(
      '2-жол ештеңе шешпейді; a true жағдайын 1-жол шешеді [row-unreachable, ескерту, 1.1-тармақ]',
    );
    // Without file, path and code.
    for (const language of ['ru', 'kk'])
      expect(told(language).replaceAll(/^\S+ \S+ |\[[a-z-]+,/gm, '')).not.toMatch(english);
  });

  it('check: an agreement without findings, and one that cannot be computed', () => {
    const outs = languages.map((language) => run(`check agreement.json --lang ${language}`).out);
    expect(outs).toEqual([
      'agreement.json: no findings\n',
      'agreement.json: замечаний нет\n',
      'agreement.json: ескертулер жоқ\n',
    ]);
    const broken = { 'broken.json': small.replace('"=paid"', '"=payd"') };
    expect(run('check broken.json --lang ru', broken).out).toMatch(/payd.*: такого имени ни у чего нет/);
  });

  it('an event that does not fulfil what the agreement requires: in its own words', () => {
    const introvert = Object.fromEntries(
      ['', '.ru', '.kk'].map((end) => [`in${end}.json`, JSON.stringify(exampleFile(`introvert/agreement${end}.json`))]),
    );
    const price = { amount: '1.00', currency: 'USD' };
    const events = JSON.stringify([
      { id: 'a', kind: 'registered', on: '2026-03-02' },
      { id: 'b', kind: 'ordered', on: '2026-03-02', price, months: 0 },
    ]);
    const told = (language: string) =>
      run(`statement in.json e.json --as-of 2026-03-03 --lang ${language}`, { ...introvert, 'e.json': events })
        .complaints;
    expect(told('en')).toContain('e.json: event 2 (b): b.months is 0, expected one month or more [requirement]');
    expect(told('ru')).toContain('e.json: событие 2 (b): b.months — 0: нужно: один месяц или больше [requirement]');
    expect(told('kk')).toContain('e.json: 2-оқиға (b): b.months — 0: керегі: бір ай немесе одан көп [requirement]');
  });

  it('verify: an answer that is right, and one whose value was changed', () => {
    const facts = JSON.stringify({
      negativeOn: '2026-03-19',
      overdue: { amount: '100000.00', currency: 'KZT' },
      totalDebt: { amount: '100000.00', currency: 'KZT' },
      asOf: '2026-04-10',
      overdueIs: 'services',
    });
    const answered = run('explain agreement.json 6.10/penalty f.json --format json', { 'f.json': facts });
    const files = { 'r.json': answered.out, 'other.json': answered.out.replace('"1000.00"', '"1001.00"') };
    const told = (file: string, language: string) => run(`verify agreement.json ${file} --lang ${language}`, files);
    expect(answered.complaints).toBe('');
    expect(told('r.json', 'ru').out).toContain('r.json: каждый шаг сошёлся');
    expect(told('r.json', 'kk').out).toContain('r.json: әр қадам дәл шықты');
    expect(told('other.json', 'ru').code).toBe(1);
    for (const language of ['ru', 'kk'])
      for (const line of told('other.json', language)
        .out.split('\n')
        .filter((one) => one.startsWith('other.json')))
        expect(line.replace(/\{.*?\}|"[^"]*"|\[[a-z-]+\]/g, '')).not.toMatch(english);
  });

  it('fidelity: each kind of difference', () => {
    const text = '1.1. One.\n1.2. Two costs 5 tenge.\n1.3. Three.\n';
    const files = { 'small.json': small, 'text.txt': text };
    for (const language of ['ru', 'kk']) {
      const { out } = run(`fidelity small.json --text text.txt --lang ${language}`, files);
      expect(out.replaceAll(/\[[a-z-]+\]|[\w.-]+\.(?:json|txt)/g, '')).not.toMatch(english);
    }
    expect(run('fidelity small.json --text text.txt --lang ru', files).out).toMatch(/п\. 1\.3: .*\[clause-unknown\]/);
  });

  it('Kazakh is marked as not reviewed where rules and questions are shown', () => {
    const mark = 'Қазақша мәтінді тіл иесі әлі тексерген жоқ.';
    for (const line of [
      'readback agreement.json 6.10',
      'ask agreement.json outflow outflow=withdrawal tariffKind=base',
    ]) {
      expect(run(`${line} --lang kk`).out).toContain(mark);
      for (const language of ['en', 'ru']) expect(run(`${line} --lang ${language}`).out).not.toContain(mark);
    }
  });

  it('a file that is not there', () => {
    const missing = Object.assign(new Error('ENOENT: no such file or directory'), { code: 'ENOENT' });
    const told = (language: string) => {
      let complaints = '';
      main(['check', 'none.json', '--lang', language], {
        readFile() {
          throw missing;
        },
        fileExists: () => false,
        writeFile() {},
        createFiles() {},
        write() {},
        complain(line) {
          complaints += line;
        },
      });
      return complaints;
    };
    expect(told('ru')).toBe('none.json: не читается: такого файла нет\n');
    expect(told('kk')).toBe('none.json: оқылмайды: мұндай файл жоқ\n');
  });
});
