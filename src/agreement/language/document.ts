/** The written form of an agreement and of a catalogue of its words in another language. */
import {
  anything,
  anythingOrNull,
  choice,
  either,
  flag,
  list,
  map,
  openRecord,
  record,
  text,
  type Written,
  whole,
} from './node.js';

/** `["day", "day of the purchase", "absent: …"]`, or only the shape. */
const declared = either(
  [
    text('The shape alone.'),
    list(anything(), 'The shape, the words for it, and what leaving it out means: "absent: …".'),
  ],
  'a shape, or a list of a shape and the words for it',
  'What kind of value it is, the words for it, and what leaving it out means.',
);

const condition = text('A condition: "usedUnits = 0 and requestedOn <= [3.3/window]".');

/** A computation: a kind with its arguments, or a formula. */
export const computationNode = openRecord(
  {
    'formula?': text('A formula instead of a kind: "=max(paid - unpaidFines, 0)".'),
    'counts?': either(
      [text(), map(anything(), 'a choice')],
      '"act", "state", or counting rules',
      '"act" where somebody acts within the limit, "state" where something changes by itself, or counting rules by name.',
    ),
    'label?': text('What it answers, in words.'),
    'note?': text('A note for people; the library ignores it.'),
  },
  anything('The arguments: literals, expressions after "=", lists and records of them.'),
  'a computation: a kind and its arguments, or a formula',
);

const clause = openRecord(
  {
    'says?': text('What the clause says, in our own words.'),
    'text?': choice(
      ['definition', 'conduct', 'disclaimer', 'forum', 'data', 'breachCode', 'details'],
      'The nature of a clause that computes nothing.',
    ),
    'note?': text('A note for people; the library ignores it.'),
  },
  computationNode,
  'a computation',
);

const amounts = anything('An expression that gives an amount, or an amount.');
const outcome = either(
  [
    text('"none", "open: law", "open: parties", or the state it leads to.'),
    record({
      'cash?': amounts,
      'toBalance?': amounts,
      'owed?': amounts,
      'open?': choice(['law', 'parties'], 'Who decides what the agreement leaves open.'),
      'sum?': amounts,
      'discretion?': choice(['provider'], 'Who may grant it.'),
      'ceiling?': amounts,
      'ifRefused?': anything('The outcome if it is not granted.'),
      'state?': text('The state it leads to, where its word is one of the words above.'),
    }),
  ],
  'an outcome',
  'What the row leads to.',
);

/** A row of a decision table. */
export const rowNode = record({
  'row?': either([text(), whole()], 'a name of the row', 'The name of the row; if left out, its number.'),
  'if?': condition,
  then: outcome,
  by: list(text(), 'The clauses on which it is based.'),
  'over?': list(anything(), 'Rows further down whose cases this one deliberately overrides.'),
  'note?': text('A note for people; the library ignores it.'),
});

const table = record({
  asks: text('The question, in words.'),
  'note?': text('A note for people; the library ignores it.'),
  rows: list(rowNode, 'The first row whose condition holds decides; the last one has none.'),
});

const reading = record({
  clause: text('The clause it is about.'),
  why: text('Why the option in force was chosen.'),
  chosen: text('The option in force.'),
  'note?': text('A note for people; the library ignores it.'),
  options: map(
    record({
      'label?': text('What this reading says, in words.'),
      'changes?': map(
        anythingOrNull(),
        'a value',
        'What it changes: "6.10/penalty.cap.base": "=overdue", "refund#6.if": "…", "refund#7": null, "posting penalty.if": "…".',
      ),
    }),
    'an option',
  ),
});

const event = record({
  says: text('What happened, in words.'),
  'carries?': map(
    declared,
    'a field',
    'Its fields; "=fact" takes the shape and the words from a fact, "?" marks an optional field.',
  ),
  'afterEnd?': choice(
    ['finding', 'withoutEffect'],
    'What it is after the end of the agreement if none of its postings runs then: a finding, or reported as without effect.',
  ),
  'note?': text('A note for people; the library ignores it.'),
});

const changes = {
  'set?': map(
    anythingOrNull(),
    'a value',
    'Values and fields of records: "registeredOn", "purchase[event.purchase].paid", "purchase[event.purchase]".',
  ),
  'enter?': map(
    anything(),
    'a value',
    'Records that are entered once, as in set; a second one with the same key is a finding.',
  ),
  'setIfAbsent?': map(
    anything(),
    'a value',
    'Fields of records, as in set, that are set only if they were not set before.',
  ),
  'add?': map(anything(), 'a value', 'Sums and counts that increase: "purchase[event.purchase].usedUnits".'),
  'take?': map(anything(), 'a value', 'Sums and counts that decrease; to take more than is left is a finding.'),
  'count?': map(anything(), 'a number', 'Counters, and by how much they increase.'),
  'put?': map(
    record({
      'by?': text('An entry with the same value of this field is replaced; if left out, every entry is kept.'),
      entry: map(anything(), 'a value'),
    }),
    'an entry',
    'Lists of records that get an entry: "order[event.order].payments".',
  ),
  'status?': text('The status of the account from then on.'),
} as const;

const changeSet = record(changes);

/** Which one it is, if there can be several. */
const about = record({
  key: anything('Which one it is: "=event.act".'),
  'field?': text('The field by which an event that closes it names it: "act"; if left out, such an event closes all.'),
});

const requirement = record({
  if: condition,
  field: text('The field of the event that is wrong if the condition does not hold.'),
  expected: text('What would be right, in words.'),
});

/** The effect of an event, a day, a debt or a statement on an account. */
export const postingNode = record({
  'on?': text('The event on which it runs.'),
  'each?': choice(['day', 'dayEnd', 'debt', 'statement'], 'What it runs with, instead of an event.'),
  'window?': text('The daily window it runs in: "[4.2/firstDay].window".'),
  'of?': text('The records it runs for, one by one.'),
  'if?': condition,
  'with?': text('The record whose fields are bound to the facts of their names: "purchase[event.purchase]".'),
  'bind?': map(anythingOrNull(), 'a value', 'Facts that do not come from a value of the same name.'),
  'computes?': text('The computation it evaluates: "6.8/fine".'),
  'decides?': text('The table it decides by.'),
  'debit?': anything('What leaves the balance.'),
  'credit?': anything('What is added to the balance.'),
  'payout?': anything('What is paid out.'),
  'short?': choice(['below-zero', 'skip'], 'What happens to a debit that the balance does not cover.'),
  'wallet?': text('The wallet a credit goes to, or the only one a debit takes from.'),
  'expiresOn?': anything('The last day on which a credit can be spent.'),
  'paysFrom?': choice(
    ['balance'],
    'The cash of the decision leaves the balance; if left out, it comes from elsewhere.',
  ),
  'creditsTo?': text(
    'The wallet that gets what a decision or a refund credits; "source": the wallets from which it was paid.',
  ),
  'purchase?': anything('The key under which what a debit paid is kept, so that a refund can refer to it.'),
  'refundOf?': record(
    {
      purchase: anything('The purchase that is refunded.'),
      over: choice(
        ['finding', 'limit'],
        'What a refund of more than is left is: a finding, or limited to what is left.',
      ),
      'first?': choice(['lastSpent', 'firstSpent'], 'With several wallets, which of the money is returned first.'),
    },
    'The purchase that credits and payouts of this posting refund, never more than is left of it.',
  ),
  'afterEnd?': choice(['runs', 'reopens'], 'It runs after the end, too; "reopens": the status may change then.'),
  'requires?': list(requirement, 'What the event must satisfy; otherwise it is a finding.'),
  'opensRight?': record(
    {
      name: text(),
      'holder?': text('Whose right it is.'),
      'about?': about,
      'ifState?': text('Only if the decision leads to this state.'),
      'lastDay?': text('The field of the answer that is the last day on which it can be exercised.'),
      'closedBy?': list(text(), 'Events that close it without it being exercised.'),
      'label?': text('What may be done, in words.'),
    },
    'A right it opens; it has no effect until an event exercises it.',
  ),
  'exercisesRight?': record(
    {
      name: text(),
      'about?': anything('Which one, if there can be several; if left out, the first that is open.'),
      without: choice(['finding', 'withoutEffect'], 'What the event is if the right is not open.'),
    },
    'The right it exercises; the posting runs only if the right is open, and closes it.',
  ),
  'sharedCap?': record(
    {
      field: text('The field of the answer that is the cap; the highest among the debts counts.'),
      share: choice(['oldestFirst', 'proportionally'], 'How the amount under the cap is divided among the debts.'),
    },
    'One cap for what accrues on debts that were owed together.',
  ),
  'owed?': record(
    {
      'demanded?': anything('What was demanded so far; if left out, all that has accrued is owed.'),
      'paid?': anything('What was paid of it so far.'),
    },
    'How much of an amount that accrues on debts is owed; if left out, all of it.',
  ),
  ...changes,
  'ifPaid?': { ...changeSet, about: 'Changes made only if the decision paid something out or credited it.' },
  'ifShort?': {
    ...changeSet,
    about: 'Changes made instead, if the balance does not cover a debit that is taken in full or not at all.',
  },
  'byState?': map(changeSet, 'changes', 'What each state of the decision changes.'),
  'tells?': text('A field of the answer that is reported although nothing is entered.'),
  'opens?': record(
    {
      deadline: text('The field of the answer that is the day.'),
      name: text(),
      'label?': text('What is to be done by the day, in words.'),
      'closedBy?': list(text(), 'Events that close it.'),
      'about?': about,
    },
    'A day to show among the open deadlines.',
  ),
  'note?': text('A note for people; the library ignores it.'),
});

const rules = either([text(), map(anything(), 'a choice')], 'counting rules by name, or in full');

/** An agreement as written. */
export const agreementNode = record({
  '$schema?': text(),
  format: choice([2]),
  id: text(),
  edition: text('The edition of the text, usually its day.'),
  'effectiveOn?': text('The day from which it is in force; if left out, the day of the edition.'),
  language: text('The language of the words in this file: "en".'),
  'name?': text(),
  text: record({ languages: list(text()), governing: text(), 'url?': text() }),
  currencies: list(text()),
  timeZone: text(),
  calendars: record({ working: text(), 'banking?': text() }),
  counts: record({ act: rules, state: rules }),
  rounding: text(),
  'note?': text('A note for people; the library ignores it.'),
  'words?': map(text(), 'a word', 'Words for the codes of the agreement: statuses, outcomes, choices.'),
  facts: map(declared, 'a fact'),
  clauses: map(clause, 'a clause'),
  tables: map(table, 'a table'),
  readings: map(reading, 'a reading'),
  events: map(event, 'an event'),
  postings: map(postingNode, 'a posting'),
  'wallets?': map(
    record({
      says: text('What it is, in words.'),
      payable: flag('Whether what is in it may be paid out.'),
      takes: choice(['oldestFirst', 'expiringFirst'], 'Which of its credits a debit takes first.'),
    }),
    'a wallet',
    'Wallets of an account, in the order in which debits take from them.',
  ),
  'ending?': record(
    {
      statuses: list(text(), 'Statuses of the account that are final.'),
      after: choice(['finding', 'withoutEffect'], 'What an event is that comes after the end.'),
    },
    'Statuses after which nothing more happens, except where a posting says so.',
  ),
});

/** The words of an agreement in another language, by place. */
export const catalogueNode = record({
  '$schema?': text(),
  format: choice([2]),
  agreement: text('The id of the agreement.'),
  language: text(),
  'name?': text(),
  'words?': map(text(), 'a word'),
  'facts?': map(text(), 'a word', 'By fact.'),
  'clauses?': map(text(), 'a word', 'By clause, and by computation such as "6.10/penalty".'),
  'tables?': map(text(), 'a word', 'By question.'),
  'readings?': map(text(), 'a word', 'Why, by reading; and the options, such as "6.10-cap-base/overdue-only".'),
  'events?': map(text(), 'a word', 'By event, and by field such as "toppedUp.amount".'),
  'postings?': map(
    text(),
    'a word',
    'What a posting opens, by posting; the right it opens as "objection/right", what it requires as "objection/requires/1".',
  ),
  'wallets?': map(text(), 'a word', 'By wallet.'),
});

/** An agreement as JSON: see `docs/guides/agreements-as-data.md`. */
export type AgreementDocument = Written<typeof agreementNode>;

/** The words of an agreement in another language. */
export type AgreementCatalogue = Written<typeof catalogueNode>;
