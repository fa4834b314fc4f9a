import { useEffect, useState } from 'preact/hooks';
import { type AccountEvent, attempt, explainStatement, type Statement, type StatementPart } from '../library.js';
import type { Shown } from '../model/agreements.js';
import { useSpeech } from '../state.js';

/** The first part of the statement: what is payable, what can be reclaimed, what other readings would change. The days follow separately below. */
export function StatementBrief({
  shown,
  statement,
  events,
}: {
  readonly shown: Shown;
  readonly statement: Statement;
  readonly events: readonly AccountEvent[];
}) {
  const { say, language } = useSpeech();
  const [parts, setParts] = useState<readonly StatementPart[]>([]);
  const { agreement } = shown;
  // The account is also computed under other readings, so this is shown a moment after the account itself.
  useEffect(() => {
    const timer = setTimeout(() => {
      const told = attempt(() => explainStatement(statement, { agreement, events, language, detail: 'brief' }));
      setParts(told.ok ? told.value : []);
    }, 60);
    return () => clearTimeout(timer);
  }, [agreement, statement, events, language]);
  const shownParts = parts.filter(({ is }) => !['head', 'days', 'note'].includes(is));
  return (
    <section class="told">
      <h2>{say('statementText')}</h2>
      {shownParts.map(({ is, title, lines }) => (
        <div key={is}>
          {title === undefined ? null : <h3>{title}</h3>}
          {lines.length === 0 ? null : (
            <ul>
              {lines.map((line, at) => (
                <li key={`${at}-${line}`}>{line.trim()}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
