import { type ExplainLanguage, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { statementText } from '../../../src/agreement/statement/statementText.js';
import { answerLanguages, say } from '../../../src/agreement/statement/texts.js';
import { autocall, autocallEvents, kzt } from '../autocall.js';

/** The text with ordinary spaces, so that it can be read here. */
function textOn(asOf: string, language: ExplainLanguage = 'en', events = autocallEvents, agreement = autocall): string {
  return statementText(replay(agreement, events, asOf), { agreement, events, language }).replaceAll('\u00a0', ' ');
}

function sectionOf(text: string, title: string): string {
  return text.split('\n\n').find((section) => section.startsWith(title)) ?? '';
}

describe('statementText', () => {
  it('tells a day: the event, its sum, the balance, the debt, the clause and the arithmetic', () => {
    const text = sectionOf(textOn('2026-03-19'), 'What happened');
    expect(text.slice(text.indexOf('  Thursday, 19 March 2026'))).toMatch(
      /^ {2}Thursday, 19 March 2026\n {4}e09 [^\n]*: clause 2\.3\.6\n {6}-100 000\.00 ₸ · balance -100 000\.00 ₸ · owed 100 000\.00 ₸\n {8}fine for this breach, clause 6\.8\n {10}1\. the first breach costs 100 000\.00 ₸ \[6\.8\]$/,
    );
  });

  it('tells of a repeated fine only the steps its sum rests on', () => {
    const text = sectionOf(textOn('2026-08-03'), 'What happened');
    const last = text.slice(text.indexOf('Monday, 3 August 2026'));
    expect(last).toContain('costs 1 000 000.00 ₸');
    expect(last).not.toContain('2 100 000.00');
  });

  it('tells events that moved nothing, and none after its day', () => {
    expect(textOn('2026-02-20')).toContain('e07 ');
    expect(textOn('2026-02-20')).toContain('purchase B, units 1200');
    expect(textOn('2026-02-19')).not.toContain('e07 ');
  });

  it('tells an event once, whatever the order in which events arrive', () => {
    const mixed = [...autocallEvents].reverse();
    expect(textOn('2026-12-31', 'en', [...mixed, ...autocallEvents])).toBe(textOn('2026-12-31'));
  });

  it('an event whose id is a day stands apart from the days', () => {
    const events = [{ id: '2026-01-13', kind: 'toppedUp', on: '2026-01-12', amount: kzt('5.00') }];
    expect(textOn('2026-01-14', 'en', events)).toContain('+5.00 ₸ · balance 5.00 ₸');
  });

  it('says why a refund was not due: the threshold and the own value', () => {
    expect(textOn('2026-02-17')).toContain(
      'row 8 (clause 3.3) does not apply: "day of the request" is 17 February 2026, would have to be no later than 16 February 2026',
    );
  });

  it('tells what runs with the day by its own arithmetic', () => {
    const text = sectionOf(textOn('2026-12-31'), 'Running with the day');
    expect(text).toContain('penalty as of the day: 5 000.00 ₸ (clauses 6.10, 5.7), on the debt of e09');
    // 31 March is the last of 5 banking days; 20 days on 100,000 and 53 days on 60,000 at 0.1 % are 5,180; the cap is 5 % of 100,000.
    expect(text).toContain('20 days × 0.1 % × 100 000.00 ₸ = 2 000.00 ₸');
    expect(text).toContain('53 days × 0.1 % × 60 000.00 ₸ = 3 180.00 ₸');
    expect(text).toContain('the penalty is the smaller of 5 180.00 ₸ and the cap of 5 000.00 ₸: 5 000.00 ₸');
  });

  it('leaves out what does not run', () => {
    expect(sectionOf(textOn('2026-02-01'), 'Running with the day')).toBe('');
  });

  it('tells where the account stands, debt by debt', () => {
    expect(sectionOf(textOn('2026-12-31'), 'Where the account stands').split('\n').slice(1)).toEqual([
      '  balance -500 000.00 ₸',
      '  status: active',
      '  owed since 19 March 2026 (e09): 100 000.00 ₸, paid',
      '  owed since 15 June 2026 (e13): 1 000 000.00 ₸, paid',
      '  owed since 3 August 2026 (e16): 500 000.00 ₸ of 1 000 000.00 ₸',
      '  to be paid: 500 000.00 ₸',
      // The caps of 5 % and nine days of 1,000: 5,000, 9,000 and 50,000.
      '  accrued, can still be demanded: 64 000.00 ₸',
    ]);
  });

  it.each([
    { asOf: '2026-08-09', passed: false },
    { asOf: '2026-08-10', passed: false },
    { asOf: '2026-08-11', passed: true },
  ])('a deadline has passed only after its last day: $asOf', ({ asOf, passed }) => {
    const text = sectionOf(textOn(asOf), 'Open deadlines');
    expect(text).toContain(`Monday, 10 August 2026${passed ? ' (passed)' : ''}: pay the negative balance, clause 5.7`);
  });

  it('deadlines come by their days', () => {
    const days = [...sectionOf(textOn('2026-08-03'), 'Open deadlines').matchAll(/^ {2}\w+, (\d+ \w+ \d+)/gm)].map(
      ([, day]) => day,
    );
    expect(days).toEqual(['10 August 2026', '13 December 2026', '12 January 2027']);
  });

  it('names the reading in force, and another one where it was chosen', () => {
    expect(textOn('2026-12-31')).toContain(
      'clause 6.10: "5 % of the total debt" · 6.10-cap-base = total-debt, because ',
    );
    const other = withReadings(autocall, { '6.8-repeat': 'first-and-repeat' });
    const text = textOn('2026-08-03', 'en', autocallEvents, other);
    expect(text).toContain('6.8-repeat = first-and-repeat');
    expect(text).toContain('other positions: a repeat costs the repeat fine alone (repeat-alone)');
    expect(text).toContain('100 000.00 ₸ + 1 000 000.00 ₸ = 1 100 000.00 ₸');
  });

  it('an account to which nothing happened', () => {
    const text = textOn('2026-01-01', 'en', []);
    expect(sectionOf(text, 'What happened')).toBe('What happened\n  nothing');
    expect(sectionOf(text, 'Open deadlines')).toBe('Open deadlines\n  none');
  });

  it('says in the end that it is no legal advice, in every language', () => {
    for (const language of answerLanguages)
      expect(textOn('2026-01-20', language).trimEnd().endsWith(say(language, 'noAdvice'))).toBe(true);
  });

  it('leaves no place for a word unfilled', () => {
    for (const language of answerLanguages) expect(textOn('2026-12-31', language)).not.toMatch(/\{#?\w+\}/);
  });
});
