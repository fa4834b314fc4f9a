import { type Agreement, AnswerWording } from '../library.js';
import { linkTo } from '../model/links.js';
import { useSpeech } from '../state.js';

/** The clause of a step: opens our wording of it, and links to its page. */
export function ClauseChip({
  agreement,
  id,
  clause,
}: {
  readonly agreement: Agreement;
  /** The id of the agreement's page; absent where it has none. */
  readonly id: string | undefined;
  readonly clause: string;
}) {
  const { say, language } = useSpeech();
  const wording = new AnswerWording(agreement, language);
  const known = agreement.data.clauses.find(({ ref }) => ref === clause);
  if (known === undefined) return null;
  const link = new URLSearchParams({ c: clause, ...(language !== 'en' && { lang: language }) });
  return (
    <details class="chip">
      <summary>{say('clauseOf', { clause: wording.word(clause) })}</summary>
      <span class="chip-text">
        {wording.of(known.heading)}
        {id === undefined ? null : (
          <>
            {' '}
            <a href={`${linkTo(`clauses/${id}/`)}#${link}`}>{say('readClause')}</a>
          </>
        )}
      </span>
    </details>
  );
}
