/**
 * On every page of the documentation: the menu and the names of its parts in the language that was chosen. The text itself is in English and says
 * so. The language stands in the query, because the hash leads to a heading.
 */
import { inLanguage } from './model/links.js';
import { languageNames, languageOf, languages, loadWords, sayIn, type WordId } from './words/words.js';

const root = new URL(
  document.body.dataset['root'] ?? `${document.documentElement.dataset['base'] ?? './'}../`,
  document.baseURI,
);

let chosen = languageOf(new URLSearchParams(location.search));

async function speak(language: typeof chosen): Promise<void> {
  const say = sayIn(await loadWords(language, 'all'));
  const version = document.body.dataset['version'] ?? '';
  const isPageOfApi = document.body.dataset['root'] === undefined;
  if (!isPageOfApi) document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say], [data-say-label]')) {
    const { say: text, sayLabel: label } = element.dataset;
    if (text !== undefined) element.textContent = say(text as WordId, { version });
    if (label !== undefined) element.setAttribute('aria-label', say(label as WordId));
    element.lang = language;
  }
  chosen = language;
  for (const link of document.querySelectorAll('a[href]')) keepLanguage(link);
  for (const button of document.querySelectorAll('.languages button'))
    button.setAttribute('aria-pressed', String(button.getAttribute('lang') === language));
  history.replaceState(history.state, '', root.href + inLanguage(location.href.slice(root.href.length), language));
}

function keepLanguage(link: Element | null): void {
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute('href')?.startsWith('#')) return;
  if (link.href.startsWith(root.href)) link.href = root.href + inLanguage(link.href.slice(root.href.length), chosen);
}

function addLanguages(): void {
  const group = document.createElement('div');
  group.className = 'languages';
  group.setAttribute('role', 'group');
  group.dataset['sayLabel'] = 'languages';
  for (const language of languages) {
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = language;
    button.textContent = language.toUpperCase();
    button.setAttribute('aria-label', languageNames[language]);
    button.addEventListener('click', () => void speak(language));
    group.append(button);
  }
  (document.querySelector('#tsd-toolbar-links') ?? document.querySelector('header'))?.append(group);
}

addLanguages();
// Links that are made later, as those of the list of the API.
document.addEventListener(
  'click',
  ({ target }) => target instanceof Element && keepLanguage(target.closest('a')),
  true,
);
void speak(chosen);
