import { readback } from 'oferta/explain';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { touchingReadings, Wording } from '../library.js';
import { agreementIds, agreementNames, isAgreementId } from '../model/agreementIds.js';
import { loadAgreement, type Shown } from '../model/agreements.js';
import { inLanguage, linkTo } from '../model/links.js';
import { readHash } from '../model/playState.js';
import { useSpeech } from '../state.js';
import type { WordId } from '../words/words.js';

/** `/clauses/`: the five; `/clauses/<agreement>/`: every clause with our wording, its rule, and what reaches it. */
export function ClausesPage({ onFailure }: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const id = document.body.dataset['agreement'];
  const [shown, setShown] = useState<Shown | undefined>();
  const [show, setShow] = useState<'all' | 'computed' | 'text'>('all');
  const hash = language === 'en' ? '' : `#lang=${language}`;

  useEffect(() => {
    if (isAgreementId(id)) loadAgreement(id).then(setShown, (error: unknown) => onFailure(String(error)));
  }, []);

  useEffect(() => {
    if (shown === undefined) return;
    const follow = (): void => {
      const { clause } = readHash(location.hash);
      if (clause === undefined) return;
      const section = document.getElementById(clauseId(clause));
      section?.scrollIntoView();
      section?.focus({ preventScroll: true });
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [shown]);

  const rules = useMemo(
    () => (shown === undefined ? new Map<string, string>() : rulesOf(shown, language)),
    [shown, language],
  );

  if (!isAgreementId(id))
    return (
      <>
        <h1>{say('clausesTitle')}</h1>
        <p class="lead">{say('clausesLead')}</p>
        <ul class="five">
          {agreementIds.map((one) => (
            <li class="card" key={one}>
              <h2>
                <a href={`${linkTo(`clauses/${one}/`)}${hash}`}>{agreementNames[one]}</a>
              </h2>
            </li>
          ))}
        </ul>
      </>
    );
  if (shown === undefined) return <p>{say('loading')}</p>;
  const { data } = shown.agreement;
  const wording = new Wording(shown.agreement, language);
  const decidedBy = new Map<string, string[]>();
  for (const { question, rows } of shown.agreement.tables.values())
    for (const { n, clauses } of rows)
      for (const ref of clauses) decidedBy.set(ref, [...(decidedBy.get(ref) ?? []), `${question}#${n}`]);
  const clauses = data.clauses.filter(({ ref, computes }) => {
    const isText = computes === undefined && !decidedBy.has(ref);
    return show === 'all' || (show === 'text') === isText;
  });
  return (
    <>
      <h1>{wording.of(data.name)}</h1>
      <p class="lead">{`${say('clausesTitle')}. ${say('clausesLead')}`}</p>
      <p class="page-links">
        {data.text.url === undefined ? null : (
          <>
            <a href={data.text.url} rel="noreferrer">
              {say('publishedText')}
            </a>
            {' · '}
          </>
        )}
        <a href={linkTo(`data/${id}.agreement.json`)}>{say('asJson')}</a>
        {' · '}
        <a href={`${linkTo('play/')}#${new URLSearchParams({ a: id, ...(language !== 'en' && { lang: language }) })}`}>
          {say('navPlay')}
        </a>
      </p>
      <fieldset class="filter">
        <legend>{say('filterClauses')}</legend>
        {(['all', 'computed', 'text'] as const).map((option) => (
          <label key={option}>
            <input type="radio" name="show" checked={show === option} onChange={() => setShow(option)} />
            {say(({ all: 'showAll', computed: 'showComputed', text: 'showText' } as const)[option])}
          </label>
        ))}
        <span role="status">{say('found', { count: clauses.length })}</span>
      </fieldset>
      {clauses.map((clause) => (
        <ClauseSection
          key={clause.ref}
          shown={shown}
          clause={clause}
          rows={decidedBy.get(clause.ref) ?? []}
          rules={rules}
          wording={wording}
        />
      ))}
    </>
  );
}

/** The rule of every computation and every row in words, by the address or by `question#row`. */
function rulesOf({ agreement }: Shown, language: 'en' | 'ru' | 'kk'): Map<string, string> {
  return new Map(
    readback(agreement, language).map(({ computation, table, text }) => [
      computation ?? `${table?.question}#${table?.row}`,
      text,
    ]),
  );
}

function clauseId(ref: string): string {
  return `c-${ref.replace(/[^\w.-]/g, '_')}`;
}

type Clause = Shown['agreement']['data']['clauses'][number];

function ClauseSection({
  shown,
  clause,
  rows,
  rules,
  wording,
}: {
  readonly shown: Shown;
  readonly clause: Clause;
  readonly rows: readonly string[];
  readonly rules: ReadonlyMap<string, string>;
  readonly wording: Wording;
}) {
  const { say, language } = useSpeech();
  const { agreement, reached, id } = shown;
  const play = (question: string): string =>
    `${linkTo('play/')}#${new URLSearchParams({ v: '1', a: id, q: question, ...(language !== 'en' && { lang: language }) })}`;
  const nature = clause.text === undefined ? undefined : say(`nature_${clause.text}` as WordId);
  return (
    <section class="clause" id={clauseId(clause.ref)} tabIndex={-1} aria-label={wording.clauses([clause.ref])}>
      <h2>
        <span class="number">{wording.word(clause.ref)}</span> {wording.of(clause.heading)}
        {nature === undefined ? null : <span class="nature"> · {nature}</span>}
      </h2>
      {(clause.computes ?? []).map(({ id: name }) => {
        const address = `${clause.ref}/${name}`;
        const computation = agreement.computations.get(address)?.computation;
        if (computation === undefined) return null;
        const walked = reached[address] ?? [];
        const readings = touchingReadings(agreement.data, address);
        return (
          <div class="computation" key={address}>
            <h3>{wording.computation(address)}</h3>
            <p class="rule">{rules.get(address)}</p>
            <p class="hint">
              {say('kindIs')}{' '}
              <a href={linkTo(inLanguage(`guides/reference/kinds/#${computation.kind.toLowerCase()}`, language))}>
                <code>{computation.kind}</code>
              </a>
            </p>
            {readings.length === 0 ? null : (
              <details>
                <summary>{say('readings')}</summary>
                <ul>
                  {readings.map(({ id: reading, why, options }) => (
                    <li key={reading}>
                      {wording.of(why)}
                      <ul>
                        {Object.entries(options).map(([option, { label }]) => (
                          <li key={option}>
                            {wording.of(label) ?? option}
                            {agreement.readings[reading] === option ? ` · ${say('readingInForce')}` : ''}
                          </li>
                        ))}
                      </ul>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <p class="reached">
              {walked.length === 0 ? (
                say('reachedByTest')
              ) : (
                <>
                  {`${say('reachedBy')}: `}
                  <Walked shown={shown} names={walked} wording={wording} />
                </>
              )}
              {' · '}
              <a href={play(address)}>
                {say('tryIt')}
                <span class="visually-hidden">: {wording.computation(address)}</span>
              </a>
            </p>
          </div>
        );
      })}
      {rows.length === 0 ? null : <Decisions shown={shown} rows={rows} rules={rules} wording={wording} play={play} />}
    </section>
  );
}

/** The accounts that reach a place, each a link to it. */
function Walked({
  shown,
  names,
  wording,
}: {
  readonly shown: Shown;
  readonly names: readonly string[];
  readonly wording: Wording;
}) {
  const { language } = useSpeech();
  return (
    <>
      {names.map((file, at) => {
        // The first account is the file `events.json`, the others are scenarios.
        const name = file === 'events' ? 'account' : file;
        const says = shown.stories.find((story) => story.name === name)?.says;
        const hash = new URLSearchParams({ s: name, ...(language !== 'en' && { lang: language }) });
        return (
          <span key={name}>
            {at === 0 ? '' : ', '}
            <a href={`${linkTo(`examples/${shown.id}/`)}#${hash}`}>{wording.of(says) ?? name}</a>
          </span>
        );
      })}
    </>
  );
}

function Decisions({
  shown,
  rows,
  rules,
  wording,
  play,
}: {
  readonly shown: Shown;
  readonly rows: readonly string[];
  readonly rules: ReadonlyMap<string, string>;
  readonly wording: Wording;
  readonly play: (question: string) => string;
}) {
  const { say } = useSpeech();
  const questions = [...new Set(rows.map((row) => row.split('#')[0] ?? ''))];
  return (
    <ul class="decisions">
      {questions.map((question) => (
        <li key={question}>
          {`${say('decides')}: `}
          <a href={play(`table:${question}`)}>{wording.question(question)}</a>
          <ul>
            {rows
              .filter((row) => row.startsWith(`${question}#`))
              .map((row) => {
                const walked = shown.reached[row] ?? [];
                return (
                  <li key={row}>
                    {`${say('tableRow', { row: row.slice(question.length + 1) })}: ${rules.get(row) ?? ''}`}
                    {walked.length === 0 ? null : (
                      <span class="reached">
                        {' · '}
                        <Walked shown={shown} names={walked} wording={wording} />
                      </span>
                    )}
                  </li>
                );
              })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
