import { useEffect, useState } from 'preact/hooks';
import { Wording } from '../library.js';
import { agreementIds, agreementNames, isAgreementId } from '../model/agreementIds.js';
import { loadAgreement, type Shown } from '../model/agreements.js';
import { linkTo } from '../model/links.js';
import { hashOf, type PlayState, readHash } from '../model/playState.js';
import { beginning, Play } from '../play/Play.js';
import { useSpeech } from '../state.js';

/** `/play/`: choose an agreement; its questions are answered as you type, and the link contains all of it. */
export function PlayPage({ onFailure }: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const [shown, setShown] = useState<Shown | undefined>();
  const [state, setState] = useState<PlayState | undefined>();

  const open = (id: string | undefined, link: Partial<PlayState>): void => {
    const known = isAgreementId(id) ? id : agreementIds[0];
    loadAgreement(known).then(
      (loaded) => {
        setShown(loaded);
        setState(beginning(loaded, link));
      },
      (error: unknown) => onFailure(String(error)),
    );
  };

  useEffect(() => {
    const follow = (): void => {
      const link = readHash(location.hash);
      open(link.agreement, link);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    if (state !== undefined) history.replaceState(null, '', hashOf(state, language));
  }, [state, language]);

  if (shown === undefined || state === undefined) return <p>{say('loading')}</p>;
  return (
    <>
      <div class="field picker">
        <label for="agreement">{say('agreement')}</label>
        <select id="agreement" value={shown.id} onChange={({ currentTarget }) => open(currentTarget.value, {})}>
          {agreementIds.map((id) => (
            <option key={id} value={id}>
              {agreementNames[id]}
            </option>
          ))}
        </select>
      </div>
      <h1>{new Wording(shown.agreement, language).of(shown.agreement.data.name)}</h1>
      <p class="page-links">
        <a href={`${linkTo(`clauses/${shown.id}/`)}${language === 'en' ? '' : `#lang=${language}`}`}>
          {say('homeCardClauses')}
        </a>
        {' · '}
        <a href={`${linkTo(`examples/${shown.id}/`)}${language === 'en' ? '' : `#lang=${language}`}`}>
          {say('homeCardAccount')}
        </a>
      </p>
      <Play shown={shown} state={state} onState={setState} pageId={shown.id} />
    </>
  );
}
