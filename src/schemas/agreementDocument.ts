import * as z from 'zod/mini';
import { kinds } from '../agreement/kinds/index.js';
import type { Kind } from '../agreement/kinds/kind.js';
import type { ValueShape } from '../agreement/model/value.js';
import { roundings } from '../money/rounding.js';
import { anything, byLanguage, choice, type Descriptions, record, schemaOfShape, shared } from './zodPieces.js';

/** The schema of an agreement with its descriptions; made when first needed, since making it takes as long as reading a hundred. @internal */
export function agreementDocument(): { readonly schema: z.ZodMiniType; readonly about: Descriptions } {
  built ??= build();
  return built;
}

let built: { readonly schema: z.ZodMiniType; readonly about: Descriptions } | undefined;

function build(): { readonly schema: z.ZodMiniType; readonly about: Descriptions } {
  const about: Descriptions = z.registry();
  const told = <S extends z.ZodMiniType>(
    description: string,
    schema: S,
    more: Readonly<Record<string, unknown>> = {},
  ): S => {
    about.add(schema, { description, ...more });
    return schema;
  };
  const optional = <S extends z.ZodMiniType>(schema: S): z.ZodMiniExactOptional<S> => z.exactOptional(schema);
  const text = (expected = 'a text'): z.ZodMiniString => z.string(expected);
  const flag = (): z.ZodMiniBoolean => z.boolean('true or false');
  const list = <S extends z.ZodMiniType>(entry: S): z.ZodMiniArray<S> => z.array(entry, 'a list');
  const byName = <S extends z.ZodMiniType>(entry: S, expected: string): z.ZodMiniRecord<z.ZodMiniString, S> =>
    z.record(z.string(), entry, expected) as z.ZodMiniRecord<z.ZodMiniString, S>;
  const shape = (of: ValueShape): z.ZodMiniType => schemaOfShape(of, about, false);
  const note = (): z.ZodMiniType =>
    optional(shared(about, 'note', () => text(), { description: 'For people; nothing reads it.' }));
  const clauses = (): z.ZodMiniType => told('Numbers of clauses.', list(text('a clause number such as "6.10"')));

  const sourceBranches = (more: Record<string, z.ZodMiniType>, expected: string): z.ZodMiniType[] => [
    record({ fact: told('A fact the agreement declares.', text('the name of a fact')), ...more }, expected),
    record(
      {
        result: told('The address of a computation: "5.7/paymentDue".', text('the address of a computation')),
        field: told('A field of its answer.', text('the name of a field')),
        ...more,
      },
      expected,
    ),
    record({ sum: z.lazy(() => list(source)), ...more }, expected),
    record({ literal: told('The value itself.', anything()), ...more }, expected),
  ];
  const sourceExpected = '{ fact }, { result, field }, { sum } or { literal }';
  const source: z.ZodMiniType = told(
    'Where a value comes from.',
    anyOf(sourceBranches({}, sourceExpected), sourceExpected),
    { id: 'source' },
  );

  const literal = told(
    'What it is compared with: a value, a sum, or another source.',
    anyOf(
      [text(), z.number(), flag(), shape({ type: 'money' }), source],
      'a text, a number, true, false, a sum or a source',
    ),
    { id: 'threshold' },
  );
  const comparisons = {
    isGiven: told('Whether it has a value at all.', optional(flag())),
    is: told('Equal.', optional(literal)),
    isOneOf: told('Among a list of texts.', optional(list(text()))),
    equals: told('Equal.', optional(literal)),
    atMost: told('Not above; at the threshold it holds.', optional(literal)),
    moreThan: told('Above; at the threshold it does not hold.', optional(literal)),
    atLeast: told('Not below; at the threshold it holds.', optional(literal)),
    lessThan: told('Below; at the threshold it does not hold.', optional(literal)),
    onOrBefore: told('A day not after; on the day it holds.', optional(literal)),
    before: told('A day before; on the day it does not hold.', optional(literal)),
    onOrAfter: told('A day not before; on the day it holds.', optional(literal)),
    after: told('A day after; on the day it does not hold.', optional(literal)),
  };
  const whenExpected = '"otherwise", { all }, { any }, { not }, or a source with one comparison';
  const conditions = (): z.ZodMiniType => list(when).check(z.minLength(1, 'at least one condition'));
  const when: z.ZodMiniType = told(
    'A condition.',
    anyOf(
      [
        z.literal('otherwise', whenExpected),
        record(
          {
            all: told(
              'All of them hold.',
              z.lazy(() => conditions()),
            ),
          },
          whenExpected,
        ),
        record(
          {
            any: told(
              'At least one of them holds.',
              z.lazy(() => conditions()),
            ),
          },
          whenExpected,
        ),
        record(
          {
            not: told(
              'It does not hold.',
              z.lazy(() => when),
            ),
          },
          whenExpected,
        ),
        ...sourceBranches(comparisons, whenExpected),
      ],
      whenExpected,
    ),
    { id: 'when' },
  );

  const plainShapes = shapeBranches({}, () => valueShape, record, told);
  const valueShape: z.ZodMiniType = told('What kind of value it is.', byTag('type', plainShapes, shapeTypes), {
    id: 'valueShape',
  });
  const factDeclaration = told(
    'A fact of a case.',
    byTag(
      'type',
      shapeBranches(
        {
          label: told('What the fact says, by language.', optional(byLanguage(about))),
          absent: told('What leaving it out means; without it the fact cannot be left out.', optional(text())),
        },
        () => valueShape,
        record,
        told,
      ),
      shapeTypes,
    ),
    { id: 'factDeclaration' },
  );

  const computation = told(
    'One computation of a clause.',
    byTag(
      'kind',
      [...kinds.values()].map((kind) => computationOf(kind)),
      [...kinds.keys()],
    ),
    { id: 'computation' },
  );

  function computationOf(kind: Kind): z.ZodMiniType {
    const paths = argumentPaths(kind.takes, '');
    return record(
      {
        id: told('Its name within the clause.', text('a name')),
        kind: z.literal(kind.kind),
        counts: optional(
          shared(about, 'counts', () => choice(['act', 'state']), {
            description: 'Whether someone acts within its limit, or something changes by itself after it.',
          }),
        ),
        terms: told('Arguments the agreement itself gives.', optional(schemaOfShape(kind.takes, about, true))),
        from: told(
          `Arguments that come from elsewhere, by path: ${paths.join(', ')}.`,
          optional(
            z.catchall(
              z.object(Object.fromEntries(paths.map((path) => [path, optional(source)])), 'sources by argument'),
              source,
            ),
          ),
        ),
        readings: optional(
          shared(about, 'readings', () => list(text('the id of a reading')), {
            description: 'Ids of readings that touch it.',
          }),
        ),
        label: told('What it answers, by language.', optional(byLanguage(about))),
        note: note(),
      },
      'a computation with id and kind',
    );
  }

  const clause = told(
    'A clause: computed, or text of a stated nature.',
    record(
      {
        ref: told('Its number as the agreement prints it: "6.10".', text('a clause number such as "6.10"')),
        topic: told('What it is about, in a word.', optional(text())),
        heading: told('What it says in our own words, by language.', optional(byLanguage(about))),
        computes: told('Its computations; either this or text.', optional(list(computation))),
        text: told(
          'What a clause that is not computed is; either this or computes.',
          optional(choice(['definition', 'conduct', 'disclaimer', 'forum', 'data', 'breachCode', 'details'])),
        ),
        note: note(),
      },
      'a clause with ref, and computes or text',
    ),
    { id: 'clause' },
  );

  const reading = told(
    'A place where the text leaves a choice.',
    record(
      {
        id: text('an id'),
        clause: text('a clause number such as "6.10"'),
        chosen: told('The option in force.', text('the name of an option')),
        why: told('Why, by language.', byLanguage(about)),
        options: told(
          'The positions by their names.',
          byName(
            record(
              {
                patch: told(
                  'Merge patches (RFC 7396) by computation address, "table:question#row" or "posting:id"; {} changes nothing.',
                  byName(z.unknown() as unknown as z.ZodMiniType, 'patches by what they patch'),
                ),
                label: told('What it holds, by language.', optional(byLanguage(about))),
              },
              'an option as { "patch": {} }',
            ),
            'options by their names',
          ),
        ),
        note: note(),
      },
      'a reading with id, clause, chosen, why and options',
    ),
    { id: 'reading' },
  );

  const sumOrZero = told('A source of a sum, or 0.', anyOf([z.literal(0), source], `0, ${sourceExpected}`));
  const outcome: z.ZodMiniType = told(
    'What a row leads to.',
    byTag(
      'is',
      [
        record(
          { is: z.literal('amount'), cash: sumOrZero, toBalance: sumOrZero, owed: optional(source) },
          'an outcome',
        ),
        record({ is: z.literal('none') }, 'an outcome'),
        record({ is: z.literal('open'), decidedBy: choice(['law', 'parties']), sum: optional(source) }, 'an outcome'),
        record(
          { is: z.literal('discretion'), of: choice(['provider']), ceiling: source, ifRefused: z.lazy(() => outcome) },
          'an outcome',
        ),
        record({ is: z.literal('state'), state: text() }, 'an outcome'),
      ],
      ['amount', 'none', 'open', 'discretion', 'state'],
    ),
    { id: 'outcome' },
  );
  const row = told(
    'A row of a table: the first whose condition holds decides.',
    record(
      {
        n: anyOf([z.number(), text()], 'a number or a name'),
        when,
        outcome,
        clauses: clauses(),
        prevailsOver: told(
          'Rows further down whose cases this one takes on purpose.',
          optional(list(anyOf([z.number(), text()], 'the number or name of a row'))),
        ),
        note: note(),
      },
      'a row with n, when, outcome and clauses',
    ),
    { id: 'row' },
  );
  const table = told(
    'An ordered decision table.',
    record(
      {
        question: text('a name'),
        label: told('What is asked, by language.', optional(byLanguage(about))),
        rows: list(row),
        complete: told('True where the last row holds otherwise.', flag()),
        note: note(),
      },
      'a table with question, rows and complete',
    ),
    { id: 'table' },
  );

  const payloadDeclaration = told(
    'A field an event carries.',
    byTag(
      'type',
      shapeBranches(
        { label: told('What the field says, by language.', optional(byLanguage(about))) },
        () => valueShape,
        record,
        told,
      ),
      shapeTypes,
    ),
    { id: 'payloadDeclaration' },
  );
  const payload = (): z.ZodMiniType => byName(payloadDeclaration, 'shapes by field');
  const eventDeclaration = told(
    'A kind of event: what it carries beside id, kind, on and seq.',
    record(
      {
        payload: payload(),
        optional: told('Fields that may be left out.', optional(list(text('the name of a field')))),
        afterEnd: told(
          'What an event is that comes after the end, where none of its postings may run then.',
          optional(choice(['finding', 'withoutEffect'])),
        ),
        label: told('What happened, by language.', optional(byLanguage(about))),
        note: note(),
      },
      'an event as { "payload": {} }',
    ),
    { id: 'eventDeclaration' },
  );

  const bindingExpected =
    '{ event }, { state }, { counter, plus }, { record, key, field }, { records }, { debt }, { asOf: true }, { literal }, { result }, { own }, { wallet, part }, { purchase, part } or { right }';
  const binding: z.ZodMiniType = told(
    'Where a posting gets a value.',
    anyOf(
      [
        record({ event: told('A field of the event, or "id" or "on".', text('the name of a field')) }, bindingExpected),
        record(
          {
            state: told(
              'A value of the account: balance, nothing (a sum of zero), availableBalance, payableBalance, oldestCreditedOn, spentCreditedOn, spentNotPayable, debts, unpaidDebt, totalDebt, debtsTogether, status, or one that was set.',
              text('the name of a value'),
            ),
          },
          bindingExpected,
        ),
        record({ counter: text('the name of a counter'), plus: z.int('a whole number') }, bindingExpected),
        record(
          { record: text('the name of a record'), key: z.lazy(() => binding), field: text('the name of a field') },
          bindingExpected,
        ),
        record(
          {
            records: told(
              'All records of a name, as a list in the order they were entered.',
              text('the name of records'),
            ),
          },
          bindingExpected,
        ),
        record({ debt: told('amount, left, since, cause or payments.', text('a field of the debt')) }, bindingExpected),
        record({ asOf: z.literal(true, 'true') }, bindingExpected),
        record({ literal: anything() }, bindingExpected),
        record(
          { result: told('A field of the computation of this posting.', text('the name of a field')) },
          bindingExpected,
        ),
        record(
          { own: told('A field of the record the posting runs for, or "key".', text('the name of a field')) },
          bindingExpected,
        ),
        record(
          {
            wallet: text('the name of a wallet'),
            part: told('What is in it, or what the latest debit took from it.', choice(['balance', 'spent'])),
          },
          bindingExpected,
        ),
        record(
          {
            purchase: told(
              'The key of a purchase.',
              z.lazy(() => binding),
            ),
            part: told(
              'What was paid for it, what came back of it, what is left of it, or what of that may be paid out.',
              choice(['paid', 'returned', 'left', 'payableLeft']),
            ),
          },
          bindingExpected,
        ),
        record(
          {
            right: told('Whether a right of this name is open.', text('the name of a right')),
            about: told('Which one, where there can be several.', optional(z.lazy(() => binding))),
          },
          bindingExpected,
        ),
      ],
      bindingExpected,
    ),
    { id: 'binding' },
  );
  const bindings = (): z.ZodMiniType => byName(binding, 'bindings by name');
  const changeExpected =
    '{ set, to }, { count, by }, { status }, { record, key, fields, entered }, { record, key, add }, { record, key, take }, { record, key, status } or { record, key, list, put, by }';
  const change = told(
    'A change of the state of an account.',
    anyOf(
      [
        record({ set: text('the name of a value'), to: binding }, changeExpected),
        record({ count: text('the name of a counter'), by: z.int('a whole number') }, changeExpected),
        record({ status: text('a status') }, changeExpected),
        record(
          {
            record: text('the name of a record'),
            key: binding,
            fields: bindings(),
            entered: told(
              'once: a second of the same key is a finding; ifAbsent: only what was not set before is set.',
              optional(choice(['once', 'ifAbsent'])),
            ),
          },
          changeExpected,
        ),
        record({ record: text('the name of a record'), key: binding, add: bindings() }, changeExpected),
        record({ record: text('the name of a record'), key: binding, take: bindings() }, changeExpected),
        record({ record: text('the name of a record'), key: binding, status: text('a status') }, changeExpected),
        record(
          {
            record: text('the name of a record'),
            key: binding,
            list: told('The list that gets one more entry.', text('the name of a field')),
            put: bindings(),
            by: told(
              'An entry with the same value of this field gives way; absent, every entry is kept.',
              optional(text('the name of a field')),
            ),
          },
          changeExpected,
        ),
      ],
      changeExpected,
    ),
    { id: 'stateChange' },
  );
  const aboutWhat = told(
    'Which one it is, where there can be several.',
    record(
      {
        key: binding,
        field: told('The field by which an event that closes it names it.', text('the name of a field')),
      },
      'what it is about, as { key, field }',
    ),
    { id: 'about' },
  );
  const posting = told(
    'What an event, a day, a debt or a statement does to an account.',
    record(
      {
        id: text('an id'),
        on: told('A kind of event, or "balanceBelowZero"; either this or each.', optional(text('a kind of event'))),
        each: told(
          'Every day, every day after its events, every debt or every statement; either this or on.',
          optional(choice(['day', 'dayEnd', 'debt', 'statement'])),
        ),
        window: told(
          'The daily window in which it runs, with each: "day".',
          optional(
            record(
              { term: told('A term of a computation: "4.2/firstDay#window".', text('the address of a term')) },
              'a window as { "term": "4.2/firstDay#window" }',
            ),
          ),
        ),
        of: told('It runs for each record of this name.', optional(text('the name of records'))),
        if: told('A condition over the bound facts.', optional(when)),
        bind: told('Facts, and where they come from.', optional(bindings())),
        computes: told('The address of a computation.', optional(text('the address of a computation'))),
        decides: told('The question of a table.', optional(text('the question of a table'))),
        post: told(
          'What is entered.',
          optional(
            record(
              {
                account: choice(['balance', 'payout']),
                side: choice(['debit', 'credit']),
                amount: binding,
                short: told(
                  'What becomes of a debit the balance does not cover.',
                  optional(choice(['below-zero', 'skip'])),
                ),
                wallet: told(
                  'The wallet a credit goes to, or the only one a debit takes from.',
                  optional(text('the name of a wallet')),
                ),
                expiresOn: told('The last day on which a credit can be spent.', optional(binding)),
              },
              'an entry with account, side and amount',
            ),
          ),
        ),
        sets: told('Changes of the state.', optional(list(change))),
        setsIfPaid: told(
          'Changes made only if the decision paid something out or credited it.',
          optional(list(change)),
        ),
        tells: told(
          'A field of the computation to tell among what happened, though nothing is entered.',
          optional(text('the name of a field')),
        ),
        setsByState: told(
          'Changes made by the state the decision leads to.',
          optional(byName(list(change), 'changes by state')),
        ),
        setsIfShort: told(
          'Changes made instead if the balance does not cover a debit that is taken in full or not at all.',
          optional(list(change)),
        ),
        purchase: told('The key under which what a debit paid is kept.', optional(binding)),
        refundOf: told(
          'The purchase that the credits and payouts give back.',
          optional(
            record(
              {
                purchase: binding,
                over: told('What more than is left of it is.', choice(['finding', 'limit'])),
                first: told(
                  'Of several wallets, which of the money comes back first.',
                  optional(choice(['lastSpent', 'firstSpent'])),
                ),
              },
              'a refund with purchase and over',
            ),
          ),
        ),
        creditsTo: told(
          'The wallet that gets what a decision or a refund credits, or "source": those it was paid out of.',
          optional(text('the name of a wallet, or "source"')),
        ),
        afterEnd: told(
          'Whether it runs after the end, and whether the status may change then.',
          optional(choice(['runs', 'reopens'])),
        ),
        requires: told(
          'What the event has to fulfil.',
          optional(
            list(
              record(
                {
                  if: when,
                  field: told('The field that is wrong where it does not hold.', text('the name of a field')),
                  expected: told('What would be right, by language.', byLanguage(about)),
                },
                'a requirement with if, field and expected',
              ),
            ),
          ),
        ),
        opensRight: told(
          'A right it opens.',
          optional(
            record(
              {
                name: text('a name'),
                holder: told('Whose right it is.', optional(text('a party'))),
                about: optional(aboutWhat),
                ifState: told('Only where the decision leads to this state.', optional(text('a state'))),
                lastDay: told(
                  'A field of the computation: the last day on which it can be exercised.',
                  optional(text('the name of a field')),
                ),
                closedBy: told('Kinds of event that close it.', optional(list(text('a kind of event')))),
                label: told('What may be done, by language.', optional(byLanguage(about))),
              },
              'a right with a name',
            ),
          ),
        ),
        exercisesRight: told(
          'A right it exercises; it runs only where that is open.',
          optional(
            record(
              {
                name: text('the name of a right'),
                about: told('Which one, where there can be several.', optional(binding)),
                without: told('What the event is where it is not open.', choice(['finding', 'withoutEffect'])),
              },
              'a right with name and without',
            ),
          ),
        ),
        sharedCap: told(
          'One cap for what runs on debts that were owed together.',
          optional(
            record(
              {
                field: told('The field of the computation that is the cap.', text('the name of a field')),
                share: told('How it falls on the debts.', choice(['oldestFirst', 'proportionally'])),
              },
              'a shared cap with field and share',
            ),
          ),
        ),
        paysFrom: told('The cash of the decision leaves the balance.', optional(choice(['balance']))),
        opens: told(
          'A day to show among the open deadlines.',
          optional(
            record(
              {
                deadline: told('A field of the computation that is a day.', text('the name of a field')),
                name: text('a name'),
                closedBy: told('Kinds of event that close it.', optional(list(text('a kind of event')))),
                about: optional(aboutWhat),
                label: told('What is to be done by the day, or ends on it, by language.', optional(byLanguage(about))),
              },
              'a deadline with deadline and name',
            ),
          ),
        ),
        note: note(),
      },
      'a posting with an id',
    ),
    { id: 'posting' },
  );

  const rules = told(
    'A rule set by its name, or written out.',
    anyOf(
      [
        choice(['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten']),
        record(
          {
            countTriggerDay: flag(),
            monthEnd: choice(['clamp', 'nextMonth', 'reject']),
            roll: choice(['none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding']),
            minimumWorkingDays: z.int('a whole number'),
          },
          'counting rules',
        ),
      ],
      'kzCivilCode, ruCivilCode, regulation1182, asWritten, or { countTriggerDay, monthEnd, roll, minimumWorkingDays }',
    ),
    { id: 'countingRules' },
  );

  const schema = record(
    {
      $schema: told('Where editors find this schema.', optional(text('an address'))),
      format: z.literal(1, '1'),
      id: told('Name of the agreement.', text()),
      edition: told('Which edition of its text, as the publisher dates it.', text()),
      effectiveOn: shape({ type: 'day' }),
      name: told('Its title, by language.', optional(byLanguage(about))),
      text: told(
        'Languages of the text, and which governs.',
        record(
          { languages: list(text('a language')), governing: text('a language'), url: optional(text('an address')) },
          'languages and governing',
        ),
      ),
      words: told(
        "Words for the agreement's own codes, by code and language.",
        optional(byName(byLanguage(about), 'words by code')),
      ),
      currencies: told('Currencies an account can have.', list(text('an ISO 4217 code such as "KZT"'))),
      timeZone: told('The zone in which days begin: "Asia/Almaty".', text('a time zone such as "Asia/Almaty"')),
      calendars: told(
        'Ids of the calendars that are passed beside the agreement.',
        record(
          { working: text('the id of a calendar'), banking: optional(text('the id of a calendar')) },
          'calendars with working',
        ),
      ),
      countingRules: told(
        'Rules for limits to act, and for states that change by themselves.',
        record({ acts: rules, states: rules }, 'rules for acts and for states'),
      ),
      rounding: told('How the last minor unit is decided, once, at the end.', choice(roundings)),
      facts: told('Facts of a case, by name.', byName(factDeclaration, 'facts by name')),
      readings: list(reading),
      clauses: list(clause),
      tables: list(table),
      events: told(
        'Kinds of event, by name; their order decides among events of one day.',
        byName(eventDeclaration, 'kinds of event by name'),
      ),
      postings: told('What events do, in order.', list(posting)),
      wallets: told(
        'Wallets of an account, in the order in which debits take from them.',
        optional(
          list(
            record(
              {
                name: text('a name'),
                payable: told('Whether what is in it may be paid out.', flag()),
                takes: told('Which of its credits a debit takes first.', choice(['oldestFirst', 'expiringFirst'])),
                label: told('What it is, by language.', optional(byLanguage(about))),
              },
              'a wallet with name, payable and takes',
            ),
          ),
        ),
      ),
      ending: told(
        'Statuses that are final, and what comes after them.',
        optional(
          record(
            {
              statuses: list(text('a status')),
              after: told('What an event is that comes after the end.', choice(['finding', 'withoutEffect'])),
            },
            'an ending with statuses and after',
          ),
        ),
      ),
      note: note(),
    },
    'an agreement',
  );
  return { schema, about };
}

function anyOf(options: readonly z.ZodMiniType[], expected: string): z.ZodMiniType {
  return z.union(options as [z.ZodMiniType], expected) as unknown as z.ZodMiniType;
}

/** Records told apart by one key, so that a fault is told for the record that was meant. */
function byTag(key: string, options: readonly z.ZodMiniType[], tags: readonly string[]): z.ZodMiniType {
  return z.discriminatedUnion(key, options as unknown as [z.core.$ZodTypeDiscriminable], {
    error: (issue) => (String(issue.code) === 'invalid_type' ? `a record with ${key}` : `one of ${tags.join(', ')}`),
  }) as unknown as z.ZodMiniType;
}

const bareTypes = ['money', 'day', 'instant', 'rate', 'decimal', 'flag', 'limit'] as const;
const shapeTypes = [...bareTypes, 'count', 'text', 'list', 'record'] as const;

function shapeBranches(
  more: Record<string, z.ZodMiniType>,
  inner: () => z.ZodMiniType,
  make: typeof record,
  told: (description: string, schema: z.ZodMiniType) => z.ZodMiniType,
): z.ZodMiniType[] {
  const expected = 'the shape of a value';
  const texts = z.array(z.string('a text'), 'a list of texts');
  return [
    ...bareTypes.map((type) => make({ type: z.literal(type), ...more }, expected)),
    make(
      { type: z.literal('count'), unit: told('What is counted.', z.exactOptional(z.string('a text'))), ...more },
      expected,
    ),
    make({ type: z.literal('text'), oneOf: told('The texts it can be.', z.exactOptional(texts)), ...more }, expected),
    make({ type: z.literal('list'), of: z.lazy(inner), ...more }, expected),
    make(
      {
        type: z.literal('record'),
        fields: z.lazy(() => z.record(z.string(), inner(), 'shapes by field')),
        optional: told('Fields that may be left out.', z.exactOptional(z.array(z.string('a text'), 'a list of texts'))),
        ...more,
      },
      expected,
    ),
  ];
}

/** Paths of the arguments of a kind, those inside records included. */
function argumentPaths(shape: ValueShape, path: string): string[] {
  if (shape.type !== 'record') return [path];
  const inner = Object.entries(shape.fields).flatMap(([name, field]) =>
    argumentPaths(field, path === '' ? name : `${path}.${name}`),
  );
  return path === '' ? inner : [path, ...inner];
}
