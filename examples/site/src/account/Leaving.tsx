import { useEffect, useState } from 'preact/hooks';
import {
  type AccountEvent,
  attempt,
  dayOfNumber,
  numberOfDay,
  type RefundOnRequest,
  refundsOnRequest,
  type Statement,
  Wording,
} from '../library.js';
import type { Shown } from '../model/agreements.js';
import { useSpeech } from '../state.js';
import { accountOn, eventTitle } from './AccountBody.js';

interface Then {
  readonly day: string;
  /** Which days these are; two of the three may be the same day. */
  readonly names: readonly ('leaveToday' | 'leaveLater' | 'leaveYearEnd')[];
  readonly statement: Statement | undefined;
  readonly refunds: readonly RefundOnRequest[];
}

/** Three days side by side: the day of the statement, thirty days later, the end of the year; what is refunded if it is requested then, and why. */
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
  const [told, setTold] = useState<readonly Then[]>([]);
  // Every kind of event that can refund money is tried, so this is shown a moment after the account itself.
  useEffect(() => {
    const timer = setTimeout(() => setTold(thenOn(shown, events, asOf)), 60);
    return () => clearTimeout(timer);
  }, [shown, events, asOf]);
  return (
    <>
      <h2>{say('leave')}</h2>
      <div class="cards leaving">
        {told.map(({ day, names, statement, refunds }) => (
          <section class="card" key={day}>
            <h3>{names.map((name) => say(name)).join(' · ')}</h3>
            <p class="direction">{wording.day(day)}</p>
            {statement === undefined ? (
              <p>{say('noAnswer')}</p>
            ) : (
              <>
                {refunds.length === 0 ? <p>{say('leaveNothing')}</p> : null}
                {refunds.map((refund) => (
                  <div key={JSON.stringify(refund.asks) + refund.kind}>
                    <p class="figure">{wording.value(sumOf(refund))}</p>
                    <p class="direction">
                      {refund.atDiscretion === undefined
                        ? say(refund.cash.minorUnits === 0n ? 'providerCredits' : 'providerPays')
                        : say('atDiscretion', { ceiling: wording.value(refund.atDiscretion) })}
                    </p>
                    <p class="cites">
                      {`${eventTitle({ ...refund.asks, id: '', kind: refund.kind, on: day } as AccountEvent, wording)}; ${wording.clauses(refund.cites)}`}
                    </p>
                  </div>
                ))}
                <ul class="others">
                  <li>{`${say('balance')}: ${wording.sum(statement.balance)}`}</li>
                  <li>{`${say('toPayAll')}: ${wording.sum(statement.toPay)}`}</li>
                  <li>{`${say('status')}: ${wording.word(statement.status)}`}</li>
                </ul>
              </>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function sumOf({ cash, toBalance, atDiscretion }: RefundOnRequest) {
  return atDiscretion ?? (cash.minorUnits === 0n ? toBalance : cash);
}

function thenOn(shown: Shown, events: readonly AccountEvent[], asOf: string): readonly Then[] {
  const known = events.filter(({ on }) => on <= asOf);
  const named = [
    { name: 'leaveToday', day: asOf },
    { name: 'leaveLater', day: dayOfNumber(numberOfDay(asOf) + 30) },
    { name: 'leaveYearEnd', day: `${asOf.slice(0, 4)}-12-31` },
  ] as const;
  const days = [...new Set(named.map(({ day }) => day))].sort();
  return days.map((day) => {
    const statement = attempt(() => accountOn(shown, known, day));
    const refunds = attempt(() => refundsOnRequest(shown.agreement, known, day));
    return {
      day,
      names: named.filter((one) => one.day === day).map(({ name }) => name),
      statement: statement.ok ? statement.value : undefined,
      refunds: refunds.ok ? refunds.value : [],
    };
  });
}
