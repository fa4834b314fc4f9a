import { useEffect, useRef, useState } from 'preact/hooks';
import { AnswerWording } from '../library.js';
import { agreementIds, agreementNames, isAgreementId } from '../model/agreementIds.js';
import { loadAgreement, type Shown } from '../model/agreements.js';
import { linkTo } from '../model/links.js';
import { hashOf, type PlayState, readHash } from '../model/playState.js';
import { withPictures } from '../model/reach.js';
import { asksOf, beginning, Play } from '../play/Play.js';
import { useSpeech } from '../state.js';

/** `/play/`: choose an agreement; its questions are answered as you type, and the link contains all of it. */
export function PlayPage({ onFailure }: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const [shown, setShown] = useState<Shown | undefined>();
  const [state, setState] = useState<PlayState | undefined>();

  // The last one that was asked for is shown, even if one before it comes later.
  const latest = useRef(0);
  const open = (id: string | undefined, stateOf: (bare: Shown) => PlayState): void => {
    const known = isAgreementId(id) ? id : agreementIds[0];
    latest.current += 1;
    const own = latest.current;
    const asks = (bare: Shown) => withPictures(bare.agreement, asksOf(bare, stateOf(bare).question));
    // The answers are shown first. What other readings come to is loaded after that, unless one of them is chosen.
    const readings = (bare: Shown) => (Object.keys(stateOf(bare).readings).length === 0 ? 'chosen' : undefined);
    loadAgreement(known, asks, readings).then(
      (loaded) => {
        if (own !== latest.current) return;
        setShown(loaded);
        setState(stateOf(loaded));
        if (loaded.hasOtherReadings === true) return;
        setTimeout(() => {
          loadAgreement(known, asks).then(
            (whole) => own === latest.current && setShown(whole),
            (error: unknown) => onFailure(String(error)),
          );
        });
      },
      (error: unknown) => onFailure(String(error)),
    );
  };
  const change = (next: PlayState): void => {
    // Another question may need other kinds of computation.
    if (next.question === state?.question) setState(next);
    else open(next.agreement, () => next);
  };

  useEffect(() => {
    const follow = (): void => {
      const link = readHash(location.hash);
      open(link.agreement, (bare) => beginning(bare, link));
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
        <select
          id="agreement"
          value={shown.id}
          onChange={({ currentTarget }) => open(currentTarget.value, (bare) => beginning(bare, {}))}
        >
          {agreementIds.map((id) => (
            <option key={id} value={id}>
              {agreementNames[id]}
            </option>
          ))}
        </select>
      </div>
      <h1>{new AnswerWording(shown.agreement, language).of(shown.agreement.data.name)}</h1>
      <p class="page-links">
        <a href={`${linkTo(`clauses/${shown.id}/`)}${language === 'en' ? '' : `#lang=${language}`}`}>
          {say('homeCardClauses')}
        </a>
        {' · '}
        <a href={`${linkTo(`examples/${shown.id}/`)}${language === 'en' ? '' : `#lang=${language}`}`}>
          {say('homeCardAccount')}
        </a>
      </p>
      <Play shown={shown} state={state} onState={change} pageId={shown.id} />
    </>
  );
}
