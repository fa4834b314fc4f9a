import { describe, expect, it } from 'vitest';
import { smallDocument } from '../agreement/language/smallAgreement.js';
import { run } from './environment.js';

const agreement = JSON.stringify(
  smallDocument((d) => {
    Object.assign(d, { readings: {} });
  }),
);
const text =
  'Offer\n1. Terms\n1.1. The customer may ask within 14 (fourteen) calendar days.\n1.2. Nothing else is due.\n';
const files = { 'small.json': agreement, 'text.txt': text };

describe('oferta fidelity', () => {
  it('records what it reads, then finds what changes', () => {
    const first = run('fidelity small.json --text text.txt --write', files);
    expect([first.code, first.complaints]).toEqual([0, '']);
    const record = first.made['small.fidelity.json'] as string;
    expect(JSON.parse(record).clauses['1.1'].figures).toEqual(['14 calendar days']);
    expect(record).not.toMatch(/customer/);
    const recorded = { ...files, 'small.fidelity.json': record };
    expect(run('fidelity small.json --text text.txt', recorded)).toMatchObject({
      code: 0,
      out: 'small.json: 4 parts of the text, no findings\n',
    });
    const changed = { ...recorded, 'text.txt': text.replace('14 (fourteen)', '21 (fourteen)') };
    expect(run('fidelity small.json --text text.txt', changed)).toMatchObject({
      code: 1,
      out: [
        'small.json: clause 1.1: 14 calendar days is computed with, and is not in the text of the clause [term-not-in-text]',
        'small.json: clause 1.1: 21 calendar days is in the text, and nothing computes with it [figure-unused]',
        'small.json: clause 1.1: 21 calendar days in digits is 14 in words [words-differ]',
        'small.json: clause 1.1: its text changed since it was recorded [text-changed]',
        'small.json: clause 1.1: was 14 calendar days, is 21 calendar days [figure-changed]',
        '',
      ].join('\n'),
    });
    const without = run('fidelity small.json --text text.txt --without-digests --format json', changed);
    expect(JSON.parse(without.out).map(({ code }: { code: string }) => code)).not.toContain('text-changed');
  });

  it('says that nothing was recorded yet', () => {
    expect(run('fidelity small.json --text text.txt', files).out).toContain('small.fidelity.json is missing');
  });

  it.each([
    { line: 'fidelity small.json', record: undefined, complaint: '--text FILE is missing' },
    { line: 'fidelity small.json --text none.txt', record: undefined, complaint: 'none.txt: cannot be read' },
    { line: 'fidelity small.json --text text.txt --write=x', record: undefined, complaint: '--write takes no value' },
    {
      line: 'fidelity small.json --text text.txt',
      record: '{"format":3}',
      complaint: 'small.fidelity.json: format is 3, expected 1',
    },
    {
      line: 'fidelity small.json --text text.txt',
      record: '{"format":1,"agreement":"other","edition":"x","language":"en","clauses":{},"accepted":[]}',
      complaint: 'agreement is "other", expected small',
    },
  ])('complains: $line, $complaint', ({ line, record, complaint }) => {
    const { code, out, complaints } = run(line, {
      ...files,
      ...(record !== undefined && { 'small.fidelity.json': record }),
    });
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain(complaint);
  });
});
