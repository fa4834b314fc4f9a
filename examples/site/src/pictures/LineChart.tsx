import { formatDay, formatMoney, type MoneyJson, money, numberOfDay } from '../library.js';
import { useSpeech } from '../state.js';
import { Figure } from './Figure.js';
import { useWidth } from './useWidth.js';

/** An amount on a day. */
export interface SumOnDay {
  readonly on: string;
  readonly sum: MoneyJson;
}

const height = 220;
const margin = { top: 18, right: 14, bottom: 34, left: 14 };

/** Amounts over days: a sloped or a stepped line, with a dashed limit, a marked day, and a part in the future. */
export function LineChart({
  points,
  isStepped,
  cap,
  marked,
  ahead,
  sentence,
  name,
}: {
  readonly points: readonly SumOnDay[];
  readonly isStepped: boolean;
  readonly cap?: MoneyJson | undefined;
  readonly marked?: SumOnDay | undefined;
  /** The day from which the line is dashed: nothing of it has happened yet. */
  readonly ahead?: string | undefined;
  readonly sentence: string;
  readonly name: string;
}) {
  const { say, language } = useSpeech();
  const { frame, width } = useWidth();
  const sum = (json: MoneyJson): string => formatMoney(money(json.amount, json.currency), language);
  const day = (on: string): string => formatDay(on, language, { weekday: false });
  // Only for the drawing; the labels come from the amounts.
  const units = (json: MoneyJson): number => Number(json.amount);
  const days = points.map(({ on }) => numberOfDay(on));
  const first = days[0] ?? 0;
  const last = Math.max(days.at(-1) ?? 0, first + 1);
  const values = [...points.map((point) => units(point.sum)), ...(cap === undefined ? [] : [units(cap)]), 0];
  const top = Math.max(...values);
  const bottom = Math.min(...values);
  const span = top - bottom || 1;
  const x = (at: number): number =>
    margin.left + ((at - first) / (last - first)) * (width - margin.left - margin.right);
  const y = (value: number): number => margin.top + ((top - value) / span) * (height - margin.top - margin.bottom);
  const path = (from: number, to: number): string =>
    points
      .map((point, at) => ({ at: days[at] ?? 0, value: units(point.sum) }))
      .filter(({ at }) => at >= from && at <= to)
      .map(({ at, value }, index) =>
        index === 0 ? `M${x(at)} ${y(value)}` : isStepped ? `H${x(at)}V${y(value)}` : `L${x(at)} ${y(value)}`,
      )
      .join('');
  const turn = ahead === undefined ? last : numberOfDay(ahead);
  const atTurn = days.findLast((at) => at <= turn) ?? first;
  return (
    <Figure sentence={sentence} head={[say('day'), name]} rows={points.map((point) => [day(point.on), sum(point.sum)])}>
      <div ref={frame} class="canvas">
        {width === 0 ? null : (
          <svg width={width} height={height} role="img" aria-label={sentence}>
            <line class="axis" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />
            {cap === undefined ? null : (
              <>
                <line class="cap" x1={margin.left} x2={width - margin.right} y1={y(units(cap))} y2={y(units(cap))} />
                <text x={margin.left} y={y(units(cap)) - 5} class="small">
                  {`${say('cap')}: ${sum(cap)}`}
                </text>
              </>
            )}
            <path class="line" d={path(first, turn)} />
            {ahead === undefined ? null : <path class="line ahead" d={path(atTurn, last)} />}
            {marked === undefined ? null : (
              <>
                <circle class="mark" cx={x(numberOfDay(marked.on))} cy={y(units(marked.sum))} r="5" />
                <text
                  class="value"
                  x={x(numberOfDay(marked.on))}
                  y={Math.min(y(units(marked.sum)) + 20, height - margin.bottom - 4)}
                  text-anchor={x(numberOfDay(marked.on)) > width / 2 ? 'end' : 'start'}
                >
                  {sum(marked.sum)}
                </text>
              </>
            )}
            <text class="small" x={margin.left} y={height - 10}>
              {day(points[0]?.on ?? '1970-01-01')}
            </text>
            <text class="small" x={width - margin.right} y={height - 10} text-anchor="end">
              {day(points.at(-1)?.on ?? '1970-01-01')}
            </text>
          </svg>
        )}
      </div>
    </Figure>
  );
}
