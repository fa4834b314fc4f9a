import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ExplainLanguage } from './library.js';
import type { Say } from './words/words.js';

/** What every part of a page uses to write texts. */
export interface Speech {
  readonly language: ExplainLanguage;
  readonly say: Say;
}

export const SpeechContext = createContext<Speech>({ language: 'en', say: (id) => id });

/** The language of the page and its texts. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
