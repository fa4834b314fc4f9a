import { dayWord } from '../input/FactField.js';
import { type Agreement, dayOfNumber, formatDay, numberOfDay } from '../library.js';
import { useSpeech } from '../state.js';
import { Figure } from './Figure.js';

/** A day to mark. */
export interface MarkedDay {
  readonly on: string;
  readonly is: 'fact' | 'answer';
  readonly name: string;
}

/** The longest stretch of days a grid shows. */
export const longestGrid = 100;

/** The weeks between the first and the last of some days, days off shaded, the days themselves marked by shape. */
export function MonthGrid({ days, agreement }: { readonly days: readonly MarkedDay[]; readonly agreement: Agreement }) {
  const { say, language } = useSpeech();
  const numbers = days.map(({ on }) => numberOfDay(on));
  const from = Math.min(...numbers);
  const to = Math.max(...numbers);
  const begin = from - weekday(from);
  const end = to + (6 - weekday(to));
  const cells = Array.from({ length: end - begin + 1 }, (_, at) => dayOfNumber(begin + at));
  const between = cells.filter((_, at) => begin + at >= from && begin + at <= to);
  const words = new Map(cells.map((on) => [on, dayWord(on, agreement)]));
  const count = (word: string): string => String(between.filter((on) => words.get(on) === word).length);
  const whole = (on: string): string => formatDay(on, language, { weekday: false });
  const sentence = [
    say('monthSays', {
      from: whole(dayOfNumber(from)),
      to: whole(dayOfNumber(to)),
      working: count('worked'),
      off: count('dayOff'),
    }),
    ...days.map(({ on, name }) => `${name}: ${formatDay(on, language, { weekday: true })}`),
  ].join(' · ');
  const weekdays = say('weekdays').split(' ');
  const size = 40;
  const monthOf = (on: string): string => on.slice(0, 7);
  const weeks = cells.length / 7;
  return (
    <Figure
      sentence={sentence}
      head={[say('day'), say('dayStates')]}
      rows={between.map((on) => [
        formatDay(on, language, { weekday: true }),
        [say(words.get(on) ?? 'notCovered'), ...days.filter((day) => day.on === on).map(({ name }) => name)].join(', '),
      ])}
      legend={
        <>
          <span class="key working">{say('legendWorking')}</span>
          <span class="key off">{say('legendOff')}</span>
          <span class="key fact">{say('legendFact')}</span>
          <span class="key answer">{say('legendAnswer')}</span>
        </>
      }
    >
      <svg class="grid" width={size * 7 + 2} height={weeks * size + 22} role="img" aria-label={sentence}>
        {Array.from({ length: 7 }, (_, column) => (
          <text class="small" key={cells[column]} x={column * size + size / 2} y="14" text-anchor="middle">
            {weekdays[column]}
          </text>
        ))}
        {cells.map((on, at) => {
          const x = (at % 7) * size + 1;
          const y = Math.floor(at / 7) * size + 21;
          const marks = days.filter((day) => day.on === on);
          const isInside = begin + at >= from && begin + at <= to;
          return (
            <g key={on} class={`cell ${words.get(on)} ${isInside ? 'inside' : 'outside'}`}>
              <rect x={x} y={y} width={size} height={size} />
              {marks.some(({ is }) => is === 'fact') ? (
                <circle cx={x + size / 2} cy={y + size / 2} r="16" class="fact" />
              ) : null}
              {marks.some(({ is }) => is === 'answer') ? (
                <path
                  class="answer"
                  d={`M${x + size / 2} ${y + 1.5}L${x + size - 1.5} ${y + size / 2}L${x + size / 2} ${y + size - 1.5}L${x + 1.5} ${y + size / 2}Z`}
                />
              ) : null}
              <text
                x={x + size / 2}
                y={y + size / 2 + 5}
                text-anchor="middle"
                class={marks.length > 0 ? 'number bold' : 'number'}
              >
                {at === 0 || monthOf(cells[at - 1] ?? '') !== monthOf(on)
                  ? `${Number(on.slice(8))}.${on.slice(5, 7)}`
                  : Number(on.slice(8))}
              </text>
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}

/** 0 for Monday: day 0 of the count was a Thursday. */
function weekday(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7;
}
