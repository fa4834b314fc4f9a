import { checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { parseAgreement, placesInText, readJson } from 'oferta/schemas';
import { useState } from 'preact/hooks';
import { type AgreementDocument, AgreementError, defineAgreement, explainError, Wording } from '../library.js';
import type { Shown } from '../model/agreements.js';
import { siteRoot } from '../model/links.js';
import type { PlayState } from '../model/playState.js';
import { beginning, Play } from '../play/Play.js';
import { useSpeech } from '../state.js';

interface Found {
  readonly text: string;
  readonly severity: 'error' | 'warning';
  readonly place?: { readonly line: number; readonly column: number };
}

/** `/own/`: an agreement is pasted or dropped, checked in the browser, and answers like the five. Nothing is sent anywhere. */
export function OwnPage(_: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const [text, setText] = useState('');
  const [findings, setFindings] = useState<readonly Found[] | undefined>();
  const [shown, setShown] = useState<Shown | undefined>();
  const [state, setState] = useState<PlayState | undefined>();

  const check = (written: string): void => {
    setText(written);
    setShown(undefined);
    setState(undefined);
    const { found, document } = findingsOf(written, language);
    setFindings(found);
    if (document === undefined) return;
    const own: Shown = {
      id: 'own',
      agreement: defineAgreement(document, { calendars: [kz, ru] }),
      views: [],
      stories: [],
      reached: {},
    };
    setShown(own);
    setState(beginning(own, {}));
  };
  const open = async (file: File | null | undefined): Promise<void> => {
    if (file !== null && file !== undefined) check(await file.text());
  };

  return (
    <>
      <h1>{say('ownTitle')}</h1>
      <p class="lead">{say('ownLead')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an alternative to the button */}
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void open(event.dataTransfer?.files[0]);
        }}
      >
        <label for="own">{say('ownLabel')}</label>
        <textarea
          id="own"
          rows={10}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div class="buttons">
          <button type="button" onClick={() => check(text)}>
            {say('ownCheck')}
          </button>
          <label class="button">
            {say('ownFile')}
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
            />
          </label>
          <button type="button" class="plain" onClick={async () => check(await smallAgreement())}>
            {say('ownExample')}
          </button>
        </div>
      </div>
      <div role="status">
        {findings === undefined ? null : findings.length > 0 ? (
          <>
            <h2>{say('ownFindings', { count: findings.length })}</h2>
            <ul class="findings">
              {findings.slice(0, 200).map(({ text: line, severity, place }, at) => (
                <li key={`${line}-${at}`}>
                  <strong>{say(severity === 'error' ? 'ownError' : 'ownWarning')}</strong>
                  {place === undefined ? null : ` · ${say('ownAt', { line: place.line, column: place.column })}`}:{' '}
                  {line}
                </li>
              ))}
            </ul>
          </>
        ) : shown === undefined ? null : (
          <p>
            {say('ownFine', {
              clauses: shown.agreement.data.clauses.length,
              computations: shown.agreement.computations.size,
            })}
          </p>
        )}
      </div>
      {shown === undefined || state === undefined ? null : (
        <>
          <h2>{`${say('ownPlay')}: ${new Wording(shown.agreement, language).of(shown.agreement.data.name) ?? ''}`}</h2>
          <Play shown={shown} state={state} onState={setState} />
        </>
      )}
    </>
  );
}

/** The agreement that `oferta new` writes to begin with. */
async function smallAgreement(): Promise<string> {
  const answer = await fetch(new URL('data/new.agreement.json', siteRoot()));
  return answer.text();
}

/** Errors and warnings, each with its place in the text; the agreement, if there are no errors. */
function findingsOf(
  text: string,
  language: 'en' | 'ru' | 'kk',
): { readonly found: readonly Found[]; readonly document?: AgreementDocument } {
  try {
    const document = parseAgreement(readJson(text, 'agreement.json'));
    defineAgreement(document, { calendars: [kz, ru] });
    const placeOf = placesInText(text);
    const warnings = checkAgreement(document, { calendars: [kz, ru] });
    return {
      document,
      found: warnings.map(({ path, value, expected, place, severity }) => ({
        text: `${path}: ${value}; ${expected}`,
        severity,
        ...(place !== undefined && { place: placeOf(place) }),
      })),
    };
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const sentences = explainError(error, language);
    const findings = error.findings.length > 0 ? error.findings : [undefined];
    const placeOf = error.findings.some(({ place }) => place !== undefined) ? placesInText(text) : undefined;
    return {
      found: findings.map((finding, at) => ({
        text: `${sentences[at]?.text ?? error.message}${finding === undefined ? '' : `; ${finding.expected}`}`,
        severity: 'error',
        ...(finding?.place !== undefined && placeOf !== undefined && { place: placeOf(finding.place) }),
      })),
    };
  }
}
