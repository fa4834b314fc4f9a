import {
  type AccountEvent,
  type Agreement,
  type ExplainLanguage,
  explainStatement,
  replay,
  type StatementPart,
  withReadings,
} from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { answerLanguages, say } from '../../../src/agreement/statement/texts.js';
import { statementPage } from '../../../src/cli/statementPage.js';
import { kzt } from '../../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../../support/exampleAgreements.js';
import { autocall, autocallEvents } from '../autocall.js';

interface StatementChoices {
  readonly language?: ExplainLanguage;
  readonly events?: readonly AccountEvent[];
  readonly agreement?: Agreement;
  readonly detail?: 'brief' | 'why' | 'full';
}

function partsOn(asOf: string, choices: StatementChoices = {}): readonly StatementPart[] {
  const { language = 'en', events = autocallEvents, agreement = autocall, detail = 'brief' } = choices;
  return explainStatement(replay(agreement, events, asOf), { agreement, events, language, detail });
}

/** The page with ordinary spaces, so that it can be read here. */
function textOn(asOf: string, choices?: StatementChoices): string {
  return statementPage(partsOn(asOf, choices)).replaceAll('\u00a0', ' ');
}

function partOn(asOf: string, is: StatementPart['is'], choices?: StatementChoices): readonly string[] {
  const part = partsOn(asOf, choices).find((candidate) => candidate.is === is);
  return [...(part?.title === undefined ? [] : [part.title]), ...(part?.lines ?? [])].map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
}

describe('explainStatement, in brief', () => {
  it('the AutoCall year fits one screen of 40 lines of 80 columns', () => {
    const page = statementPage(partsOn('2026-12-31'), { columns: 80, hasColour: false });
    const lines = page.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('what is to be paid comes first, with its parts', () => {
    // 500,000 of the fine of 3 August are left; 5,000 + 9,000 + 50,000 run on the three debts, and nobody has demanded them.
    expect(partOn('2026-12-31', 'toPay')).toEqual([
      'To pay: 500 000.00 ₸ · balance: -500 000.00 ₸',
      '  debt since 3 August 2026: 500 000.00 ₸ of 1 000 000.00 ₸',
      '  penalty as of the day (clauses 6.10, 5.7): 64 000.00 ₸ (on 3 debts)',
      '  accrued, can still be demanded: 64 000.00 ₸',
    ]);
    expect(partOn('2026-02-01', 'toPay')).toEqual(['To pay: nothing · balance: 60 018.00 ₸']);
  });

  it.each([
    { asOf: '2026-01-28', lines: 1, because: 'the thirteenth day of fourteen' },
    { asOf: '2026-01-29', lines: 1, because: 'the last day' },
    { asOf: '2026-01-30', lines: 0, because: 'the day after it' },
  ])('what can be asked back today: $because', ({ asOf, lines }) => {
    const events = autocallEvents.slice(0, 3);
    const choices = partOn(asOf, 'refundable', { events });
    expect(choices[0]).toBe(
      lines === 0
        ? 'Can be asked back today: nothing'
        : 'Can be asked back today: return asked for (A): to be paid out: 50 000.00 ₸ (clause 3.3)',
    );
  });

  it('the next deadlines come by their days, in words', () => {
    expect(partOn('2026-08-03', 'deadlines')).toEqual([
      'Next deadlines',
      '  by Monday, 10 August 2026 (in 7 days): pay the negative balance, clause 5.7',
      '  by Sunday, 13 December 2026 (in 132 days): give notice, so that the agreement is not renewed, clause 11.2',
      '  Tuesday, 12 January 2027 (in 162 days): the term of the agreement ends, clause 11.2',
    ]);
    expect(partOn('2026-08-10', 'deadlines')[1]).toContain('(today)');
    expect(partOn('2026-08-09', 'deadlines')[1]).toContain('(tomorrow)');
  });

  it('a deadline has passed only after its last day, and then stands last', () => {
    expect(partOn('2026-08-10', 'passed')).toEqual([]);
    expect(partOn('2026-08-11', 'passed')).toEqual([
      'Passed: Monday, 10 August 2026: pay the negative balance, clause 5.7',
    ]);
    expect(partsOn('2026-08-11').at(-2)?.is).toBe('passed');
  });

  it('equal rights are choices once, with how many there are', () => {
    expect(partOn('2026-12-31', 'rights')).toEqual([
      'Rights',
      '  provider: end the agreement (6.9), since 24 February 2026 (4 times)',
      '  provider: suspend the services (2.2.7, 6.8), since 3 August 2026',
    ]);
  });

  it('says what the law decides', () => {
    expect(partOn('2026-12-31', 'law')).toEqual([
      'Left to the law: liability by law beside the fine (clause 6.13), 3 August 2026',
    ]);
  });

  it('one line for each day: what happened, the amount, the balance after it; the year where it changes', () => {
    expect(partOn('2026-12-31', 'days').slice(0, 4)).toEqual([
      'Day by day: what happened, the amount, the balance after it',
      '  12 January 2026: registration · status: active',
      '  13 January: top-up · +110 018.00 ₸ → 110 018.00',
      '  15 January: tariff bought (A) · -50 000.00 ₸ → 60 018.00',
    ]);
  });

  it('a reading that would change the account is choices with the difference, the weightiest first', () => {
    expect(partOn('2026-12-31', 'readings')).toEqual([
      'Other readings would change this account',
      '  6.8, of the same clause: to pay -500 000.00 ₸',
      '  6.8, a repeat costs the first fine and the repeat fine: to pay +200 000.00 ₸',
      '  6.10, owed as it accrues: to pay +64 000.00 ₸',
      '  6.10, fines never bear it: can be demanded -64 000.00 ₸',
      '  and 5 more',
    ]);
  });

  it('is choices under the readings chosen for it', () => {
    const agreement = withReadings(autocall, { '6.10-on-fines': 'never-on-fines' });
    expect(partOn('2026-12-31', 'toPay', { agreement })).toEqual([
      'To pay: 500 000.00 ₸ · balance: -500 000.00 ₸',
      '  debt since 3 August 2026: 500 000.00 ₸ of 1 000 000.00 ₸',
    ]);
    expect(partOn('2026-12-31', 'readings', { agreement })).toContain(
      '  6.10, unpaid fines bear it, too: can be demanded +64 000.00 ₸',
    );
  });

  it('an account to which nothing happened', () => {
    expect(partOn('2026-01-01', 'days', { events: [] })).toEqual([
      'Day by day: what happened, the amount, the balance after it',
      '  nothing',
    ]);
    expect(partOn('2026-01-01', 'toPay', { events: [] })).toEqual(['To pay: nothing · balance: 0.00 ₸']);
  });

  it('says in the end that it is not legal advice, and of Kazakh that no native reader has looked at it', () => {
    for (const language of answerLanguages) {
      const note = partsOn('2026-01-20', { language }).at(-1)?.lines ?? [];
      expect(note[0]).toBe(say(language, 'noAdvice'));
      expect(note.length).toBe(language === 'kk' ? 2 : 1);
    }
  });

  it('leaves no place for a word unfilled', () => {
    for (const language of answerLanguages)
      for (const detail of ['brief', 'full'] as const)
        expect(textOn('2026-12-31', { language, detail })).not.toMatch(/\{[#?]?\w+[:|}]/);
  });

  it.each([
    { options: { language: 'xx' }, field: 'language' },
    { options: { detail: 'all' }, field: 'detail' },
  ])('refuses what it does not know: $field', ({ options, field }) => {
    expect(() => partsOn('2026-01-20', options as unknown as StatementChoices)).toThrow(
      expect.objectContaining({ code: 'argument-invalid', details: expect.objectContaining({ field }) }),
    );
  });
});

describe('what happened without moving money', () => {
  const line = (name: string, file: string, asOf: string, day: string): string | undefined => {
    const agreement = exampleAgreement(name);
    const events = exampleFile(`${name}/${file}`) as readonly AccountEvent[];
    return partOn(asOf, 'days', { agreement, events }).find((candidate) => candidate.startsWith(`  ${day}`));
  };

  it.each([
    {
      name: 'autocall',
      file: 'events.json',
      asOf: '2026-12-31',
      day: '17 February',
      text: 'too late: 16 February was the last day (3.3) · nothing is due (3.4, 3.6)',
      because: 'a return asked for on day 15 of 14',
    },
    {
      name: 'autocall',
      file: 'scenarios/acts.json',
      asOf: '2026-06-02',
      day: '13 May',
      text: 'act 2: deemed signed (4.2)',
      because: 'an act nobody answered within three working days',
    },
    {
      name: 'autocall',
      file: 'scenarios/faults.json',
      asOf: '2026-12-14',
      day: '14 December',
      text: 'too late: 9 December was the last day (11.1)',
      because: 'a notice within the 30 days before 8 January 2027',
    },
    {
      name: 'streaming-center',
      file: 'scenarios/edges.json',
      asOf: '2027-03-20',
      day: '20 December 2026',
      text: 'payment (5.00 $) · not credited, no proof (3.4.10)',
      because: 'a payment without proof',
    },
    {
      name: 'streaming-center',
      file: 'scenarios/edges.json',
      asOf: '2027-03-20',
      day: '25 January',
      text: 'service radio: suspended (4.2)',
      because: 'a balance that does not cover the day',
    },
  ])('$because', ({ name, file, asOf, day, text }) => {
    const choices = line(name, file, asOf, day);
    expect(choices?.replace(/not credited[^(]*\(/, 'not credited, no proof (')).toContain(text);
  });
});

describe('explainStatement, why', () => {
  it('reports a day: the event, its sum, the balance, the debt, the clause and the arithmetic', () => {
    const lines = partOn('2026-03-19', 'days', { detail: 'why' });
    expect(lines.slice(lines.indexOf('  Thursday, 19 March 2026'))).toEqual([
      '  Thursday, 19 March 2026',
      '    breach found (clause: 2.3.6)',
      expect.stringContaining('opens a right: provider: suspend the services'),
      expect.stringContaining('opens a right: provider: end the agreement'),
      '      -100 000.00 ₸ · balance: -100 000.00 ₸ · owed: 100 000.00 ₸',
      '        fine for this breach, clause 6.8',
      '          1. the first breach costs 100 000.00 ₸ [6.8]',
    ]);
  });

  it('reports only the steps behind the amount of a repeated fine', () => {
    const text = partOn('2026-08-03', 'days', { detail: 'why' }).join('\n');
    const last = text.slice(text.indexOf('Monday, 3 August 2026'));
    expect(last).toContain('costs 1 000 000.00 ₸');
    expect(last).not.toContain('2 100 000.00');
  });

  it('reports events that moved nothing, and none after its day', () => {
    expect(textOn('2026-02-20', { detail: 'why' })).toContain('(purchase: B; units: 1200)');
    expect(textOn('2026-02-19', { detail: 'why' })).not.toContain('units: 1200');
  });

  it('reports an event once, whatever the order in which events arrive', () => {
    const mixed = [...autocallEvents].reverse();
    expect(textOn('2026-12-31', { detail: 'why', events: [...mixed, ...autocallEvents] })).toBe(
      textOn('2026-12-31', { detail: 'why' }),
    );
  });

  it('an event whose id is a day stands apart from the days', () => {
    const events = [{ id: '2026-01-13', kind: 'toppedUp', on: '2026-01-12', amount: kzt('5.00') }];
    expect(textOn('2026-01-14', { detail: 'why', events })).toContain('+5.00 ₸ · balance: 5.00 ₸');
  });

  it('reports below a decision what it would be under another reading', () => {
    expect(textOn('2026-01-29', { detail: 'why' })).toContain(
      'under the reading "performed on access: nothing comes back": nothing is due',
    );
  });

  it('reports what runs with the day by its own arithmetic', () => {
    const text = partOn('2026-12-31', 'accruals', { detail: 'why' }).join('\n');
    expect(text).toContain('penalty as of the day: 5 000.00 ₸ (clauses 6.10, 5.7), on the debt of 19 March 2026');
    // 31 March is the last of 5 banking days; 20 days on 100,000 and 53 days on 60,000 at 0.1 % are 5,180; the cap is 5 % of 100,000.
    expect(text).toContain('20 days × 0.1 % × 100 000.00 ₸ = 2 000.00 ₸');
    expect(text).toContain('53 days × 0.1 % × 60 000.00 ₸ = 3 180.00 ₸');
    expect(text).toContain('the penalty is the smaller of 5 180.00 ₸ and the cap of 5 000.00 ₸: 5 000.00 ₸');
    expect(text).toContain('under the reading "fines never bear it": 0.00 ₸');
  });

  it('leaves out what does not run, and the rows that did not decide', () => {
    expect(partOn('2026-02-01', 'accruals', { detail: 'why' })).toEqual([]);
    expect(textOn('2026-02-17', { detail: 'why' })).not.toContain('not by clause');
  });

  it('debts that were paid are choices, too', () => {
    expect(partOn('2026-12-31', 'toPay', { detail: 'why' })).toContain(
      '  debt since 19 March 2026 (breach found (2.3.6)): 100 000.00 ₸ was paid in full',
    );
  });
});

describe('explainStatement, in full', () => {
  it('says why a refund was not due: the threshold and the own value', () => {
    expect(textOn('2026-02-17', { detail: 'full' })).toContain(
      'not by clause 3.3: day of the request: 17 February 2026; would have to be no later than 16 February 2026',
    );
  });

  it('names the reading in force, and another one where it was chosen', () => {
    expect(textOn('2026-12-31', { detail: 'full' })).toContain('clause 6.10: 5 % of the total debt, because ');
    const agreement = withReadings(autocall, { '6.8-repeat': 'first-and-repeat' });
    const text = textOn('2026-08-03', { detail: 'full', agreement });
    expect(text).toContain('other readings: a repeat costs the repeat fine alone');
    expect(text).toContain('100 000.00 ₸ + 1 000 000.00 ₸ = 1 100 000.00 ₸');
  });
});
