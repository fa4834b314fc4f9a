import { describe, expect, it } from 'vitest';
import { readCommand, usage } from '../../src/cli/commandLine.js';

const read = (line: string) => readCommand(line === '' ? [] : line.split(' '));

describe('readCommand', () => {
  it.each([
    { line: 'check a.json', command: { is: 'check', agreement: 'a.json', format: 'text' } },
    { line: 'check --format json a.json', command: { is: 'check', agreement: 'a.json', format: 'json' } },
    {
      line: 'replay a.json e.json --as-of 2026-06-30',
      command: {
        is: 'replay',
        agreement: 'a.json',
        events: 'e.json',
        asOf: '2026-06-30',
        language: 'en',
        format: 'text',
      },
    },
    {
      line: 'replay --as-of=2026-06-30 --lang=ru a.json --format=ics e.json',
      command: {
        is: 'replay',
        agreement: 'a.json',
        events: 'e.json',
        asOf: '2026-06-30',
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
        language: 'en',
        format: 'text',
      },
    },
    { line: 'new', command: { is: 'new', folder: 'my-agreement' } },
    { line: 'new hosting/offer', command: { is: 'new', folder: 'hosting/offer' } },
    { line: '', command: { is: 'help' } },
    { line: 'help', command: { is: 'help' } },
    { line: 'replay --help', command: { is: 'help' } },
    { line: '-h', command: { is: 'help' } },
  ])('oferta $line', ({ line, command }) => {
    expect(read(line)).toEqual(command);
  });

  it.each([
    {
      line: 'pay a.json',
      faults: ['there is no command "pay": it is check, replay, explain, readback, format or new'],
    },
    { line: 'check', faults: ['check takes AGREEMENT.json, 0 given'] },
    { line: 'check a b', faults: ['check takes AGREEMENT.json, 2 given'] },
    { line: 'check a --lang ru', faults: ['check has no option --lang: it has --format'] },
    { line: 'check a --format csv', faults: ['--format is "csv", expected text, json'] },
    { line: 'replay a e', faults: ['--as-of DAY is missing: there is no clock here'] },
    { line: 'replay a e --as-of', faults: ['--as-of has no value'] },
    {
      line: 'replay a e --as-of --lang ru',
      faults: ['--as-of has no value'],
    },
    { line: 'replay a e --as-of 30.06.2026', faults: ['--as-of is "30.06.2026", expected a day such as 2026-03-02'] },
    { line: 'replay a e --as-of 2026-02-29', faults: ['--as-of is "2026-02-29", expected a day such as 2026-03-02'] },
    { line: 'replay a e --as-of 2026-06-30 --as-of 2026-07-01', faults: ['--as-of stands twice'] },
    {
      line: 'replay a --lang de --format xml',
      faults: [
        'replay takes AGREEMENT.json EVENTS.json, 1 given',
        '--format is "xml", expected text, json, csv, ics',
        '--lang is "de", expected en, ru, kk',
        '--as-of DAY is missing: there is no clock here',
      ],
    },
    { line: 'explain a r f --readings=all', faults: ['--readings takes no value'] },
    { line: 'explain a r f --readings --readings', faults: ['--readings stands twice'] },
    { line: 'check a --readings', faults: ['check has no option --readings: it has --format'] },
    { line: 'new a b', faults: ['new takes [FOLDER], 2 given'] },
    { line: 'new a --format json', faults: ['new has no option --format: it has none'] },
    { line: 'explain a f', faults: ['explain takes AGREEMENT.json REF FACTS.json, 2 given'] },
    { line: 'check a --__proto__ x', faults: ['check has no option --__proto__: it has --format'] },
  ])('tells all that is wrong: oferta $line', ({ line, faults }) => {
    expect(read(line)).toEqual({ is: 'wrong', faults });
  });

  it('the help names every command and option', () => {
    for (const word of ['check', 'replay', 'explain', 'new', '--as-of', '--readings', '--lang', '--format'])
      expect(usage).toContain(word);
  });
});
