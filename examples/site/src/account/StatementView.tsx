import { type AccountEvent, formatDay, happeningsByDay, type Statement, Wording } from '../library.js';
import type { Shown } from '../model/agreements.js';
import { ClauseChip } from '../play/ClauseChip.js';
import { useSpeech } from '../state.js';
import { eventTitle } from './AccountBody.js';

type Cause = ReturnType<typeof happeningsByDay>[number]['happenings'][number]['causes'][number];

/** Entries, and remarks with content. */
function isTold(cause: Cause): boolean {
  return (
    'account' in cause || cause.decision !== undefined || cause.status !== undefined || cause.computed !== undefined
  );
}

/** What happened on an account, day by day: each event, its effect, and the arithmetic below it. */
export function StatementView({
  shown,
  statement,
  events,
}: {
  readonly shown: Shown;
  readonly statement: Statement;
  readonly events: readonly AccountEvent[];
}) {
  const { say, language } = useSpeech();
  const { agreement } = shown;
  const wording = new Wording(agreement, language);
  const days = happeningsByDay(statement, events, agreement);
  return (
    <>
      <h2>{say('happened')}</h2>
      <ol class="happened">
        {days.slice(-120).map(({ on, happenings }) => (
          <li key={on}>
            <strong>{formatDay(on, language, { weekday: true })}</strong>
            <ul>
              {happenings.map(({ event, causes }, at) => (
                <li key={event?.id ?? at} class={event === undefined ? 'of-the-day' : undefined}>
                  {event === undefined ? null : <span class="event">{eventTitle(event, wording)}</span>}
                  {causes.length === 0 ? null : (
                    <ul>
                      {causes.filter(isTold).map((cause) =>
                        'account' in cause ? (
                          <li key={cause.key}>
                            <span class="sum">
                              {`${cause.amount.amount.startsWith('-') ? '' : '+'}${wording.sum(cause.amount)}`}
                            </span>
                            {cause.account === 'payout'
                              ? ` ${say('paidOut')}`
                              : ` · ${say('balance')} ${wording.sum(cause.balanceAfter)}`}{' '}
                            {cause.computation === undefined ? null : (
                              <details class="why">
                                <summary>{wording.computation(cause.computation)}</summary>
                                <ol class="arithmetic-list">
                                  {wording.steps(wording.evaluate(cause.computation, cause.facts)).map((step) => (
                                    <li key={step}>{step.replace(/^\d+\. /, '')}</li>
                                  ))}
                                </ol>
                              </details>
                            )}
                            {cause.cites.slice(0, 2).map((clause) => (
                              <ClauseChip key={clause} agreement={agreement} id={shown.id} clause={clause} />
                            ))}
                          </li>
                        ) : (
                          <li key={cause.key}>
                            {cause.decision !== undefined ? (
                              <details class="why">
                                <summary>
                                  {`${wording.question(cause.decision.question)}: ${wording.outcome(wording.decide(cause.decision.question, cause.facts).outcome)}`}
                                </summary>
                                <ul class="arithmetic-list">
                                  {wording.decide(cause.decision.question, cause.facts).passedOver.map((passed) => (
                                    <li key={passed.row}>{wording.passed(passed)}</li>
                                  ))}
                                </ul>
                              </details>
                            ) : cause.status !== undefined ? (
                              `${say('status')}: ${wording.word(cause.status)}${cause.of === undefined ? '' : ` (${wording.word(cause.of.record)} ${cause.of.key})`}`
                            ) : cause.computed !== undefined ? (
                              `${wording.computation(cause.computed.computation)}: ${wording.value(cause.computed.value)}`
                            ) : null}
                          </li>
                        ),
                      )}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
