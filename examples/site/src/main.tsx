import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './style.css';
import type { ExplainLanguage, LanguageExtent } from './library.js';
import { inLanguage, linkTo } from './model/links.js';
import { SpeechContext } from './state.js';
import { languageNames, languageOf, languages, loadWords as loadPageWords, sayIn, type Words } from './words/words.js';

interface PageProps {
  readonly onFailure: (reason: string) => void;
}

/** A page, and which texts of the package it shows. */
interface PageSource {
  load(): Promise<ComponentType<PageProps>>;
  readonly texts: 'none' | LanguageExtent;
  /** Which texts of the site it shows. */
  readonly words: 'questions' | 'all';
}

/** Each page is loaded when it is opened. */
const pages: Readonly<Record<string, PageSource>> = {
  home: { load: async () => (await import('./pages/HomePage.js')).HomePage, texts: 'none', words: 'all' },
  play: { load: async () => (await import('./pages/PlayPage.js')).PlayPage, texts: 'names', words: 'questions' },
  account: { load: async () => (await import('./pages/AccountPage.js')).AccountPage, texts: 'answers', words: 'all' },
  clauses: { load: async () => (await import('./pages/ClausesPage.js')).ClausesPage, texts: 'all', words: 'all' },
  own: { load: async () => (await import('./pages/OwnPage.js')).OwnPage, texts: 'answers', words: 'all' },
  search: { load: async () => (await import('./pages/SearchPage.js')).SearchPage, texts: 'none', words: 'all' },
};

/** The words of the pages in a language, available once the package texts that the page shows are loaded as well; on a page that is `open`, all it shows. */
async function loadWords(language: ExplainLanguage, open = false): Promise<Words> {
  const source = pageSource();
  const first = source?.texts ?? 'none';
  const texts = open && first === 'names' ? 'answers' : first;
  const [words] = await Promise.all([
    loadPageWords(language, source?.words ?? 'all'),
    texts === 'none' ? undefined : import('./model/texts.js').then(({ loadTexts }) => loadTexts(language, texts)),
  ]);
  return words;
}

function pageSource(): PageSource | undefined {
  const page = document.body.dataset['page'] ?? 'home';
  return Object.hasOwn(pages, page) ? pages[page] : pages['home'];
}

function Site({
  page,
  Page,
  first,
}: {
  readonly page: string;
  readonly Page: ComponentType<PageProps>;
  readonly first: Words;
}) {
  const [language, setLanguage] = useState(languageOf(new URLSearchParams(location.hash.slice(1))));
  const [words, setWords] = useState(first);
  const [failure, setFailure] = useState<string | undefined>();
  const say = sayIn(words);

  const speak = async (next: ExplainLanguage): Promise<void> => {
    const loaded = await loadWords(next, true);
    setWords(loaded);
    setLanguage(next);
    const parameters = new URLSearchParams(location.hash.slice(1));
    if (next === 'en') parameters.delete('lang');
    else parameters.set('lang', next);
    history.replaceState(null, '', `#${parameters}`);
  };

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const follow = (): void => {
      const next = languageOf(new URLSearchParams(location.hash.slice(1)));
      if (next !== document.documentElement.lang) void speak(next);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const hash = language === 'en' ? '' : `#lang=${language}`;
  const here = (name: string): { readonly 'aria-current'?: 'page' } =>
    name === page ? { 'aria-current': 'page' } : {};
  return (
    <SpeechContext.Provider value={{ language, say }}>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {say('skip')}
      </button>
      <header>
        <a class="brand" href={`${linkTo('')}${hash}`} {...here('home')}>
          oferta
        </a>
        <nav aria-label={say('mainMenu')}>
          <a href={`${linkTo('play/')}${hash}`} {...here('play')}>
            {say('navPlay')}
          </a>
          <a href={`${linkTo('examples/')}${hash}`} {...here('account')}>
            {say('navExamples')}
          </a>
          <a href={`${linkTo('clauses/')}${hash}`} {...here('clauses')}>
            {say('navClauses')}
          </a>
          <a href={`${linkTo('own/')}${hash}`} {...here('own')}>
            {say('navOwn')}
          </a>
          <a href={linkTo(inLanguage('guides/', language))}>{say('navGuides')}</a>
          <a href={linkTo(inLanguage('api/', language))}>{say('navApi')}</a>
          <a href={`${linkTo('search/')}${hash}`} {...here('search')}>
            {say('navSearch')}
          </a>
        </nav>
        {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons */}
        <div class="languages" role="group" aria-label={say('languages')}>
          {languages.map((known) => (
            <button
              type="button"
              key={known}
              lang={known}
              aria-pressed={known === language}
              aria-label={languageNames[known]}
              onClick={() => speak(known)}
            >
              {known.toUpperCase()}
            </button>
          ))}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {failure === undefined ? (
          <Page onFailure={setFailure} />
        ) : (
          <p class="refusal card">{say('failed', { reason: failure })}</p>
        )}
      </main>
      <footer>
        <p>{say('noAdvice')}</p>
        {words.notReviewed === '' ? null : <p>{words.notReviewed}</p>}
        <p>{say('version', { version: document.body.dataset['version'] ?? '' })}</p>
      </footer>
    </SpeechContext.Provider>
  );
}

async function start(): Promise<void> {
  const page = document.body.dataset['page'] ?? 'home';
  const root = document.getElementById('site');
  const source = pageSource();
  if (root === null || source === undefined) return;
  const [words, Page] = await Promise.all([
    loadWords(languageOf(new URLSearchParams(location.hash.slice(1)))),
    source.load(),
  ]);
  document.documentElement.lang = languageOf(new URLSearchParams(location.hash.slice(1)));
  root.replaceChildren();
  render(<Site page={page} Page={Page} first={words} />, root);
}

void start();
