import { useEffect, useState } from 'preact/hooks';
import { inLanguage, linkTo, siteRoot } from '../model/links.js';
import { type Entry, find } from '../search/find.js';
import { useSpeech } from '../state.js';

/** `/search/`: functions, guides, kinds of computation and clauses by words of the field. */
export function SearchPage({ onFailure }: { readonly onFailure: (reason: string) => void }) {
  const { say, language } = useSpeech();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [query, setQuery] = useState(new URLSearchParams(location.hash.slice(1)).get('q') ?? '');
  useEffect(() => {
    fetch(new URL('data/search.json', siteRoot()))
      .then((answer) => answer.json())
      .then(setEntries, (error: unknown) => onFailure(String(error)));
  }, []);
  const found = find(entries, query);
  return (
    <>
      <h1>{say('searchTitle')}</h1>
      <div class="field">
        <label for="query">{say('searchLabel')}</label>
        <input
          id="query"
          type="search"
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            const parameters = new URLSearchParams(location.hash.slice(1));
            parameters.set('q', currentTarget.value);
            history.replaceState(null, '', `#${parameters}`);
          }}
        />
      </div>
      <p role="status">
        {query.trim() === '' || entries.length === 0
          ? ''
          : found.length === 0
            ? say('searchNothing', { query })
            : say('searchFound', { count: found.length })}
      </p>
      <ol class="results">
        {found.map((entry) => (
          <li key={entry.u + entry.t}>
            <a href={linkTo(inLanguage(entry.u, language))} lang="en">
              {entry.t}
            </a>{' '}
            <span class="nature">{say(`in_${entry.k}` as const)}</span>
            <p lang="en">{beginOf(entry.x)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The beginning of a text, up to the end of a word. */
function beginOf(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')} …`;
}
