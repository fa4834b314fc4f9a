import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/cli/commandLine.js';

const read = (line: string) => readCommand(line === '' ? [] : line.split(' '));

describe('readCommand', () => {
  it.each([
    { line: 'check a.json', command: { is: 'check', agreement: 'a.json', format: 'text', language: 'en' } },
    {
      line: 'check --format json a.json',
      command: { is: 'check', agreement: 'a.json', format: 'json', language: 'en' },
    },
    {
      line: 'replay a.json e.json --as-of 2026-06-30',
      command: {
        is: 'statement',
        agreement: 'a.json',
        editions: [],
        events: 'e.json',
        asOf: '2026-06-30',
        detail: 'brief',
        readings: [],
        language: 'en',
        format: 'text',
      },
    },
    {
      line: 'replay --as-of=2026-06-30 --lang=ru a.json --format=ics e.json',
      command: {
        is: 'statement',
        agreement: 'a.json',
        editions: [],
        events: 'e.json',
        asOf: '2026-06-30',
        detail: 'brief',
        readings: [],
        language: 'ru',
        format: 'ics',
      },
    },
    {
      line: 'explain a.json 6.10/penalty f.json --lang ru --format json',
      command: {
        is: 'explain',
        agreement: 'a.json',
        ref: '6.10/penalty',
        facts: 'f.json',
        readings: false,
        chosen: [],
        language: 'ru',
        format: 'json',
      },
    },
    {
      line: 'explain a.json --readings 6.10 f.json',
      command: {
        is: 'explain',
        agreement: 'a.json',
        ref: '6.10',
        facts: 'f.json',
        readings: true,
        chosen: [],
        language: 'en',
        format: 'text',
      },
    },
    { line: 'new', command: { is: 'new', folder: 'my-agreement', language: 'en' } },
    { line: 'new hosting/offer', command: { is: 'new', folder: 'hosting/offer', language: 'en' } },
    { line: '', command: { is: 'help' } },
    { line: 'help', command: { is: 'help' } },
    { line: 'replay --help', command: { is: 'help', of: 'statement' } },
    { line: 'help ask', command: { is: 'help', of: 'ask' } },
    { line: '--version', command: { is: 'version' } },
    {
      line: 'statement a.json e.json --as-of 2026-06-30 --why --reading 6.10=x --reading=3.3=y --account K1 --edition b.json',
      command: {
        is: 'statement',
        agreement: 'a.json',
        editions: ['b.json'],
        events: 'e.json',
        asOf: '2026-06-30',
        account: 'K1',
        detail: 'why',
        readings: ['6.10=x', '3.3=y'],
        language: 'en',
        format: 'text',
      },
    },
    {
      line: 'ask a.json refund requestedOn=2026-03-03 usedUnits=0 --lang kk',
      command: {
        is: 'ask',
        agreement: 'a.json',
        question: 'refund',
        facts: ['requestedOn=2026-03-03', 'usedUnits=0'],
        readings: [],
        language: 'kk',
      },
    },
    { line: '-h', command: { is: 'help' } },
  ])('oferta $line', ({ line, command }) => {
    expect(read(line)).toEqual(command);
  });

  it.each([
    {
      line: 'pay a.json',
      errors: [
        'there is no command "pay"; the commands are: check, statement, explain, ask, readback, diff, fidelity, verify, format, new',
      ],
    },
    { line: 'check', errors: ['check takes AGREEMENT.json, 0 given'] },
    { line: 'check a b', errors: ['check takes AGREEMENT.json, 2 given'] },
    { line: 'check a --language ru', errors: ['check has no option --language; its options are: --format, --lang'] },
    {
      line: 'statement a e --as-of 2026-06-30 --reding 6.10=x',
      errors: [
        'statement has no option --reding; its options are: --as-of, --account, --lang, --format, --reading, --edition, --brief, --why, --full; did you mean --reading?',
      ],
    },
    {
      line: 'statement a e --as-of 2026-06-30 --why --full',
      errors: ['only one of --why, --full can be given'],
    },
    { line: 'check a --format csv', errors: ['--format is "csv", expected text, json'] },
    { line: 'replay a e', errors: ['--as-of DAY is missing: the command reads no clock'] },
    { line: 'replay a e --as-of', errors: ['--as-of has no value'] },
    {
      line: 'replay a e --as-of --lang ru',
      errors: ['у --as-of нет значения'],
    },
    { line: 'replay a e --as-of 30.06.2026', errors: ['--as-of is "30.06.2026", expected a day such as 2026-03-02'] },
    { line: 'replay a e --as-of 2026-02-29', errors: ['--as-of is "2026-02-29", expected a day such as 2026-03-02'] },
    { line: 'replay a e --as-of 2026-06-30 --as-of 2026-07-01', errors: ['--as-of is given twice'] },
    {
      line: 'replay a --lang de --format xml',
      errors: [
        'statement takes AGREEMENT.json EVENTS.json, 1 given',
        '--format is "xml", expected text, json, csv, ics',
        '--lang is "de", expected en, ru, kk',
        '--as-of DAY is missing: the command reads no clock',
      ],
    },
    { line: 'explain a r f --readings=all', errors: ['--readings takes no value'] },
    { line: 'explain a r f --readings --readings', errors: ['--readings is given twice'] },
    { line: 'check a --readings', errors: ['check has no option --readings; its options are: --format, --lang'] },
    { line: 'new a b', errors: ['new takes [FOLDER], 2 given'] },
    { line: 'new a --format json', errors: ['new has no option --format; its options are: --lang'] },
    { line: 'explain a f', errors: ['explain takes AGREEMENT.json REF FACTS.json, 2 given'] },
    { line: 'check a --__proto__ x', errors: ['check has no option --__proto__; its options are: --format, --lang'] },
  ])('reports all that is wrong: oferta $line', ({ line, errors }) => {
    expect(read(line)).toMatchObject({ is: 'wrong', errors });
  });

  it('says what is wrong in the language asked for, and all of it', () => {
    expect(read('statement a --lang ru --format xml')).toEqual({
      is: 'wrong',
      of: 'statement',
      language: 'ru',
      errors: [
        'statement принимает AGREEMENT.json EVENTS.json, указано: 1',
        '--format: "xml", а нужно: text, json, csv, ics',
        'не указан --as-of ДЕНЬ: часов здесь нет',
      ],
    });
    expect(read('pay --lang=kk')).toMatchObject({
      language: 'kk',
      errors: [expect.stringContaining('деген команда жоқ')],
    });
  });
});
