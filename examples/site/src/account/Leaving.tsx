import { type AccountEvent, attempt, epochDayOf, isoOfEpochDay, Wording } from '../library.js';
import type { Shown } from '../model/agreements.js';
import { useSpeech } from '../state.js';
import { accountOn } from './AccountBody.js';

/** Three days side by side: the day of the statement, thirty days later, the end of the year, if nothing else happens. */
export function Leaving({
  shown,
  events,
  asOf,
}: {
  readonly shown: Shown;
  readonly events: readonly AccountEvent[];
  readonly asOf: string;
}) {
  const { say, language } = useSpeech();
  const wording = new Wording(shown.agreement, language);
  const known = events.filter(({ on }) => on <= asOf);
  const days = [...new Set([asOf, isoOfEpochDay(epochDayOf(asOf, 'asOf') + 30), `${asOf.slice(0, 4)}-12-31`])].sort();
  return (
    <>
      <h2>{say('leave')}</h2>
      <div class="cards">
        {days.map((day) => {
          const then = attempt(() => accountOn(shown, known, day));
          return (
            <section class="card" key={day}>
              <h3>{wording.day(day)}</h3>
              {then.ok ? (
                <ul class="others">
                  <li>{`${say('balance')}: ${wording.sum(then.value.balance)}`}</li>
                  <li>{`${say('toPayAll')}: ${wording.sum(then.value.toPay)}`}</li>
                  <li>{`${say('status')}: ${wording.word(then.value.status)}`}</li>
                </ul>
              ) : (
                <p>{say('noAnswer')}</p>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}
