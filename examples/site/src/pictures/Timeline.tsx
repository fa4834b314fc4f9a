import { formatDay, numberOfDay } from '../library.js';
import { useSpeech } from '../state.js';
import type { MarkedDay } from './MonthGrid.js';
import { useWidth } from './useWidth.js';

/** Days on a line, numbered as in the list next to it: circles for given days, diamonds for computed ones. */
export function Timeline({ days }: { readonly days: readonly MarkedDay[] }) {
  const { say, language } = useSpeech();
  const { frame, width } = useWidth();
  const numbers = days.map(({ on }) => numberOfDay(on));
  const first = Math.min(...numbers);
  const last = Math.max(Math.max(...numbers), first + 1);
  const r = 11;
  const places: { x: number; row: number }[] = [];
  for (const number of numbers) {
    const x = r + 2 + ((number - first) / (last - first)) * (width - 2 * r - 4);
    let row = 0;
    while (places.some((place) => place.row === row && Math.abs(place.x - x) < 2 * r + 2)) row += 1;
    places.push({ x, row });
  }
  const rows = Math.max(1, ...places.map(({ row }) => row + 1));
  const line = rows * (2 * r + 4) + 4;
  const sentence = say('timelineSays', {
    count: days.length,
    first: formatDay(days[numbers.indexOf(first)]?.on ?? '1970-01-01', language, { weekday: false }),
    last: formatDay(days[numbers.indexOf(Math.max(...numbers))]?.on ?? '1970-01-01', language, { weekday: false }),
  });
  return (
    <div ref={frame} class="canvas timeline">
      {width === 0 ? null : (
        <svg width={width} height={line + 12} role="img" aria-label={sentence}>
          <line class="axis" x1="0" x2={width} y1={line} y2={line} />
          {places.map(({ x, row }, at) => (
            <line class="stem" key={days[at]?.name} x1={x} x2={x} y1={line} y2={line - row * (2 * r + 4) - r} />
          ))}
          {places.map(({ x, row }, at) => {
            const y = line - row * (2 * r + 4) - r - 4;
            return (
              <g key={days[at]?.name} class={days[at]?.is}>
                {days[at]?.is === 'fact' ? (
                  <circle cx={x} cy={y} r={r - 1} />
                ) : (
                  <path d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`} />
                )}
                <text x={x} y={y + 4} text-anchor="middle">
                  {at + 1}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
