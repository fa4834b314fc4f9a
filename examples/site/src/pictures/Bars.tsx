import { formatMoney, type MoneyJson, money } from '../library.js';
import { useSpeech } from '../state.js';
import { Figure } from './Figure.js';
import { useWidth } from './useWidth.js';

/** An amount with its name; `is` says how the bar is drawn. */
export interface Bar {
  readonly name: string;
  readonly sum: MoneyJson;
  readonly is: 'claim' | 'limit' | 'owed';
}

const rowHeight = 52;

/** Amounts next to each other: what is claimed, each limit, what is payable. */
export function Bars({ bars, sentence }: { readonly bars: readonly Bar[]; readonly sentence: string }) {
  const { say, language } = useSpeech();
  const { frame, width } = useWidth();
  const sum = (json: MoneyJson): string => formatMoney(money(json.amount, json.currency), language);
  const most = Math.max(...bars.map((bar) => Math.abs(Number(bar.sum.amount))), 1e-9);
  return (
    <Figure sentence={sentence} head={[say('picture'), say('sum')]} rows={bars.map((bar) => [bar.name, sum(bar.sum)])}>
      <div ref={frame} class="canvas">
        {width === 0 ? null : (
          <svg width={width} height={bars.length * rowHeight} role="img" aria-label={sentence}>
            {bars.map((bar, at) => (
              <g key={bar.name} transform={`translate(0 ${at * rowHeight})`}>
                <text class="small" x="0" y="16">
                  {clipped(bar.name, width)}
                </text>
                <rect
                  class={`bar ${bar.is}`}
                  x="1"
                  y="23"
                  height="18"
                  width={Math.max(2, (Math.abs(Number(bar.sum.amount)) / most) * (width - 150))}
                />
                <text
                  class="value"
                  x={Math.max(2, (Math.abs(Number(bar.sum.amount)) / most) * (width - 150)) + 8}
                  y="37"
                >
                  {sum(bar.sum)}
                </text>
              </g>
            ))}
          </svg>
        )}
      </div>
    </Figure>
  );
}

/** A name shortened to the width; the table shows it in full. */
function clipped(name: string, width: number): string {
  const most = Math.floor(width / 7.2);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}
