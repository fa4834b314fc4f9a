import { formatDay, formatMoney, latePaymentPenalty, money } from 'oferta';
import { useState } from 'preact/hooks';
import { agreementIds, agreementNames } from '../model/agreementIds.js';
import { dayOfNumber, numberOfDay } from '../model/days.js';
import { linkTo } from '../model/links.js';
import { useSpeech } from '../state.js';

const dueOn = '2026-03-31';
const paidOn = '2026-04-20';

/** `/`: what it is, one clause that answers as the day moves, the install line, the five agreements. */
export function HomePage() {
  const { say, language } = useSpeech();
  const [asOf, setAsOf] = useState('2026-06-12');
  const overdue = money('100000.00', 'KZT');
  const paid = money('40000.00', 'KZT');
  const late = latePaymentPenalty({
    overdue,
    dueOn,
    asOf,
    rates: [{ dailyRate: '0.001' }],
    cap: { rate: '0.05', base: overdue },
    payments: [{ paidOn, amount: paid }],
    countPaymentDay: true,
    rounding: 'halfExpand',
  });
  const dayText = (on: string): string => formatDay(on, language, { weekday: false });
  const day = dayText(asOf);
  const hash = language === 'en' ? '' : `#lang=${language}`;
  return (
    <>
      <h1>{say('homeTitle')}</h1>
      <p class="lead">{say('homeLead')}</p>
      <section class="live">
        <h2>{say('homeLive')}</h2>
        <p>
          {say('homeLiveFacts', {
            sum: formatMoney(overdue, language),
            due: dayText(dueOn),
            paid: formatMoney(paid, language),
            paidOn: dayText(paidOn),
          })}
        </p>
        <label class="slider">
          <span>{say('homeLiveSays')}</span>
          <input
            type="range"
            min={numberOfDay(dueOn)}
            max={numberOfDay(dueOn) + 90}
            value={numberOfDay(asOf)}
            aria-valuetext={`${day}, ${formatMoney(late.penalty, language)}`}
            onInput={({ currentTarget }) => setAsOf(dayOfNumber(Number(currentTarget.value)))}
          />
        </label>
        <p class="figure">{formatMoney(late.penalty, language)}</p>
        <p class="direction">{day}</p>
        <ul class="arithmetic-list">
          {late.segments.map((run) => (
            <li key={run.firstDay.toString()}>
              {say('homeRun', {
                days: run.days,
                rate: language === 'en' ? run.dailyRate : run.dailyRate.replace('.', ','),
                sum: formatMoney(run.outstanding, language),
              })}
            </li>
          ))}
          {late.cap === undefined ? null : <li>{`${say('cap')}: ${formatMoney(late.cap, language)}`}</li>}
        </ul>
        <p>
          <a href={`${linkTo('play/')}${hash}`}>{say('homeMore')}</a>
        </p>
      </section>
      <h2>{say('homeInstall')}</h2>
      <pre class="code">
        <code>npm install oferta</code>
      </pre>
      <h2>{say('homeFive')}</h2>
      <ul class="five">
        {agreementIds.map((id) => (
          <li class="card" key={id}>
            <h3>{agreementNames[id]}</h3>
            <ul>
              <li>
                <a
                  href={`${linkTo('play/')}#${new URLSearchParams({ a: id, ...(language !== 'en' && { lang: language }) })}`}
                >
                  {say('homeCardPlay')}
                  <span class="visually-hidden">: {agreementNames[id]}</span>
                </a>
              </li>
              <li>
                <a href={`${linkTo(`examples/${id}/`)}${hash}`}>
                  {say('homeCardAccount')}
                  <span class="visually-hidden">: {agreementNames[id]}</span>
                </a>
              </li>
              <li>
                <a href={`${linkTo(`clauses/${id}/`)}${hash}`}>
                  {say('homeCardClauses')}
                  <span class="visually-hidden">: {agreementNames[id]}</span>
                </a>
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
