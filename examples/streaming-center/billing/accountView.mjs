import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AgreementError } from 'oferta';
import { explainStatement, replay } from 'oferta/agreement';
import { addDays } from './days.mjs';
import { Refusal } from './refusal.mjs';
import { defined } from './rules.mjs';
import { readSources } from './store.mjs';
import { eventsOf, sumOfUnits } from './terms.mjs';

/** An account with everything entered for it, as of the day its slice has reached or of another day. */
export async function viewAccount(database, catalogue, account, asOf) {
  await catalogue.refresh();
  const slice = catalogue.sliceOf(account);
  const source = (await readSources(database, catalogue, slice, [account])).get(account);
  const [found] = await database.query('select through from slice where slice = $1', [slice]);
  if (source === undefined || found === undefined)
    throw new Refusal('account-unknown', `there is no account ${account}`);
  const day = asOf ?? found[0];
  const { rules } = catalogue;
  const events = eventsOf(rules.terms, source, rules.currency).filter(({ on }) => on <= day);
  if (events.length === 0)
    throw new Refusal('before-opening', `account ${account} was opened on ${source.openedOn}, after ${day}`);
  return {
    account,
    source,
    day,
    through: found[0],
    events,
    statement: replay(rules.editions, events, day, { currency: rules.currency }),
  };
}

/** What happens next if nothing else is entered: the last paid day, and what would be refunded if the account were closed on the day. */
export function outlookOf(catalogue, { source, day, events, statement }) {
  const { rules } = catalogue;
  const options = { currency: rules.currency };
  const ahead = replay(rules.editions, events, addDays(day, 366), options);
  const charged = ahead.entries.filter(
    ({ on, event, account, amount }) =>
      on > day && event === null && account === 'balance' && amount.amount.startsWith('-'),
  );
  const lastPaidDay = charged.length === 0 ? null : charged.at(-1).on;
  let refund = null;
  if (rules.terms.closing !== undefined) {
    const closing = rules.terms.closing.map((template, at) => ({
      id: `closing.${at}`,
      kind: template.kind,
      on: day,
      ...Object.fromEntries(
        Object.entries(template).filter(
          ([name, value]) => !['kind', 'on', 'at'].includes(name) && !String(value).startsWith('='),
        ),
      ),
    }));
    const closed = replay(rules.editions, [...events, ...closing], day, options);
    const before = statement.entries.length;
    const paid = closed.entries.slice(before).filter(({ account }) => account === 'payout');
    refund = {
      amount: paid[0]?.amount ?? sumOfUnits(0, rules.currency),
      clauses: paid.flatMap(({ cites }) => cites),
    };
  }
  return { lastPaidDay, isAhead: lastPaidDay !== null && lastPaidDay === ahead.asOf, refund, tariff: source.tariff };
}

/** The statement of an account as the package describes it to people: parts, each with a title, lines, or both. */
export function statementParts(catalogue, { events, day }, language) {
  const editions = editionsWithWords(catalogue);
  // A single edition is also described under its other readings.
  const agreement = editions.length === 1 ? editions[0] : editions;
  const statement = replay(agreement, events, day, { currency: catalogue.rules.currency });
  return explainStatement(statement, { agreement, events, language, detail: 'brief' });
}

/** The statement as text. */
export function statementText(catalogue, view, language) {
  return statementParts(catalogue, view, language)
    .flatMap(({ title, lines }) => [...(title === undefined ? [] : [title]), ...lines])
    .map((line) => `${line}\n`)
    .join('');
}

const withWords = new WeakMap();

/** The editions with their words in other languages, which a run does not need. */
export function editionsWithWords({ rules, documents }) {
  let editions = withWords.get(rules);
  if (editions !== undefined) return editions;
  const own = join(dirname(fileURLToPath(import.meta.url)), 'terms', rules.terms.agreement);
  const catalogues = ['ru', 'kk']
    .map((language) => own.replace(/\.json$/, `.${language}.json`))
    .filter(existsSync)
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
  editions = [...documents].map(([effectiveOn, document]) => {
    const text = JSON.stringify(document);
    try {
      return defined(text, effectiveOn, catalogues);
    } catch (error) {
      if (!(error instanceof AgreementError)) throw error;
      // If the words were written for a different text, the edition is described in its own language.
      return defined(text, effectiveOn);
    }
  });
  withWords.set(rules, editions);
  return editions;
}
