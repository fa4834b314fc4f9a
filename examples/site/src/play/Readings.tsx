import { useEffect, useState } from 'preact/hooks';
import type { FactsRead } from '../input/readFacts.js';
import { type Agreement, AnswerWording, attempt, touchingReadings } from '../library.js';
import { answerOf, shortAnswer, underReadings } from '../model/answers.js';
import { useSpeech } from '../state.js';
import { askTitle } from './AnswerCard.js';

/** The answers under each option of a reading; those that do not change are left out. An option that cannot be told has none. */
type Effects = Readonly<Record<string, Readonly<Record<string, readonly string[] | undefined>>>>;

/** The ambiguities of the text as switches, each option with the answers under it. */
export function Readings({
  agreement,
  asks,
  read,
  chosen,
  onChosen,
}: {
  readonly agreement: Agreement;
  readonly asks: readonly string[];
  readonly read: FactsRead;
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChosen: (chosen: Readonly<Record<string, string>>) => void;
}) {
  const { say, language } = useSpeech();
  const current = underReadings(agreement, chosen);
  const wording = new AnswerWording(current, language);
  const touching = agreement.data.readings.filter((reading) =>
    asks.some((ask) => touchingReadings(agreement.data, ask).includes(reading)),
  );
  const [effects, setEffects] = useState<Effects>({});
  // The effects of other options are shown a moment after the answers, so that typing never waits for them.
  useEffect(() => {
    const timer = setTimeout(() => setEffects(effectsOf()), 120);
    return () => clearTimeout(timer);
  }, [JSON.stringify([read, chosen, asks, language]), agreement]);

  function hasAnswer(other: Agreement): boolean {
    return asks.some((ask) => shortAnswer(answerOf(other, ask, read), language) !== undefined);
  }

  function effectsOf(): Effects {
    const own = asks.map((ask) => shortAnswer(answerOf(current, ask, read), language));
    return Object.fromEntries(
      touching.map(({ id, options }) => [
        id,
        Object.fromEntries(
          Object.keys(options).map((option) => {
            const other = attempt(() => underReadings(current, { [id]: option }));
            // Without an answer now or then nothing can be said, not even that it stays the same.
            if (own.every((answer) => answer === undefined) && other.ok && !hasAnswer(other.value))
              return [option, undefined];
            const lines = asks.flatMap((ask, at) => {
              const answered = other.ok ? answerOf(other.value, ask, read) : undefined;
              const answer = answered === undefined ? undefined : shortAnswer(answered, language);
              if (answer === own[at]) return [];
              return [
                say('readingBecomes', {
                  name: askTitle(wording, ask),
                  answer: answer ?? say(answered?.is === 'missing' ? 'readingNeeds' : 'readingNoAnswer'),
                }),
              ];
            });
            return [option, lines];
          }),
        ),
      ]),
    );
  }

  if (touching.length === 0) return <p>{say('noReadings')}</p>;
  return (
    <>
      <p class="hint">{say('readingsLead')}</p>
      {touching.map(({ id, clause, why, options }) => {
        const inForce = current.readings[id];
        return (
          <fieldset class="reading" key={id}>
            <legend>{`${wording.clauses([clause])}: ${wording.of(why) ?? ''}`}</legend>
            {Object.entries(options).map(([option, { label }]) => {
              const lines = effects[id]?.[option];
              return (
                <label key={option} class="choice">
                  <input
                    type="radio"
                    name={`reading-${id}`}
                    checked={option === inForce}
                    onChange={() => onChosen({ ...chosen, [id]: option })}
                  />
                  <span>
                    {wording.of(label) ?? option}
                    {option === inForce ? (
                      <span class="effect"> · {say('readingInForce')}</span>
                    ) : lines === undefined ? null : (
                      <span class="effect"> · {lines.length === 0 ? say('readingSame') : lines.join('; ')}</span>
                    )}
                  </span>
                </label>
              );
            })}
          </fieldset>
        );
      })}
    </>
  );
}
