import { useEffect, useMemo, useState } from 'preact/hooks';
import { AccountBody } from '../account/AccountBody.js';
import { eventsIn, packEvents, unpackEvents } from '../account/eventsLink.js';
import { type AccountEvent, Wording } from '../library.js';
import { agreementIds, agreementNames, isAgreementId } from '../model/agreementIds.js';
import { loadAgreement, type Shown } from '../model/agreements.js';
import { linkTo } from '../model/links.js';
import { useSpeech } from '../state.js';

/** An account as the page keeps it. */
export interface AccountState {
  readonly story: string;
  readonly asOf: string;
  readonly events: readonly AccountEvent[];
}

/** `/examples/`: the five; `/examples/<agreement>/`: an account to try out. */
export function AccountPage({ onFailure }: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const id = document.body.dataset['agreement'];
  const [shown, setShown] = useState<Shown | undefined>();
  const [past, setPast] = useState<readonly AccountState[]>([]);
  const [state, setState] = useState<AccountState | undefined>();
  const hash = language === 'en' ? '' : `#lang=${language}`;

  useEffect(() => {
    if (!isAgreementId(id)) return;
    const parameters = new URLSearchParams(location.hash.slice(1));
    loadAgreement(id)
      .then(async (loaded) => {
        const story = loaded.stories.find(({ name }) => name === parameters.get('s')) ?? loaded.stories[0];
        const packed = parameters.get('e');
        const events = packed === null ? undefined : await unpackEvents(packed);
        const day = parameters.get('d');
        setShown(loaded);
        setState({
          story: story?.name ?? '',
          events: events ?? story?.events ?? [],
          asOf: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : (story?.asOf ?? '2026-06-30'),
        });
      })
      .catch((error: unknown) => onFailure(String(error)));
  }, []);

  const story = useMemo(() => shown?.stories.find(({ name }) => name === state?.story), [shown, state?.story]);
  useEffect(() => {
    if (state === undefined) return;
    let isOver = false;
    const write = async (): Promise<void> => {
      const parameters = new URLSearchParams({ s: state.story, d: state.asOf });
      if (language !== 'en') parameters.set('lang', language);
      if (state.events !== story?.events) parameters.set('e', await packEvents(state.events));
      if (!isOver) history.replaceState(null, '', `#${parameters}`);
    };
    void write();
    return () => {
      isOver = true;
    };
  }, [state, language, story]);

  if (!isAgreementId(id))
    return (
      <>
        <h1>{say('accountTitle')}</h1>
        <p class="lead">{say('accountLead')}</p>
        <ul class="five">
          {agreementIds.map((one) => (
            <li class="card" key={one}>
              <h2>
                <a href={`${linkTo(`examples/${one}/`)}${hash}`}>{agreementNames[one]}</a>
              </h2>
            </li>
          ))}
        </ul>
      </>
    );
  if (shown === undefined || state === undefined) return <p>{say('loading')}</p>;
  const change = (next: AccountState): void => {
    setPast([...past, state].slice(-100));
    setState(next);
  };
  return (
    <>
      <h1>{new Wording(shown.agreement, language).of(shown.agreement.data.name)}</h1>
      <p class="lead">{`${say('accountTitle')}. ${say('accountLead')}`}</p>
      <AccountBody
        shown={shown}
        state={state}
        onState={change}
        onUndo={
          past.length === 0
            ? undefined
            : () => {
                setState(past.at(-1));
                setPast(past.slice(0, -1));
              }
        }
        onFile={async (file) => {
          const events = await file
            .text()
            .then(
              (text) => eventsIn(JSON.parse(text)),
              () => undefined,
            )
            .catch(() => undefined);
          if (events !== undefined) change({ ...state, events });
          return events !== undefined;
        }}
      />
    </>
  );
}
