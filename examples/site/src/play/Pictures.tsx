import {
  AnswerWording,
  attempt,
  type ClauseResult,
  dayOfNumber,
  evaluate,
  explain,
  type Facts,
  formatDay,
  formatMoney,
  isMoney,
  type MoneyJson,
  money,
  numberOfDay,
  subtractMoney,
} from '../library.js';
import { type Answered, mainField } from '../model/answers.js';
import { isDay } from '../model/days.js';
import { dailyChargesOf, reachOf } from '../model/reach.js';
import { Bars } from '../pictures/Bars.js';
import { Figure } from '../pictures/Figure.js';
import { LineChart, type SumOnDay } from '../pictures/LineChart.js';
import { longestGrid, type MarkedDay, MonthGrid } from '../pictures/MonthGrid.js';
import { useSpeech } from '../state.js';

type Computed = Answered & { readonly is: 'computed' };

/** The pictures of the answers: each kind of computation has its own. Every point is an answer of the package. */
export function Pictures({
  answers,
  facts,
  onFact,
}: {
  readonly answers: readonly Answered[];
  readonly facts: Facts;
  readonly onFact: (name: string, text: string) => void;
}) {
  const computed = answers.filter((answered): answered is Computed => answered.is === 'computed');
  const limits = computed.filter((answered) => kindOf(answered) === 'limitLiability');
  return (
    <>
      {computed.map((answered) => {
        switch (kindOf(answered)) {
          case 'latePaymentPenalty':
            return <Growth key={answered.ask} answered={answered} facts={facts} onFact={onFact} />;
          case 'balanceLastsUntil':
            return <StepDown key={answered.ask} answered={answered} facts={facts} />;
          default:
            return <Month key={answered.ask} answered={answered} facts={facts} />;
        }
      })}
      {limits.length > 0 ? <LimitBars limits={limits} facts={facts} /> : null}
      {computed.length > 0 && (computed[0]?.agreement.data.currencies.length ?? 0) > 1 ? (
        <Currencies computed={computed} facts={facts} />
      ) : null}
    </>
  );
}

function kindOf({ agreement, ask }: Computed): string | undefined {
  return agreement.computations.get(ask)?.computation.kind;
}

/** The value of an argument, where a fact or another answer gives it. */
function argument({ agreement, ask }: Computed, name: string, facts: Facts): unknown {
  const source = agreement.computations.get(ask)?.computation.from?.[name];
  if (source === undefined) return undefined;
  if ('fact' in source) return facts[source.fact];
  if (!('result' in source)) return undefined;
  const read = attempt(() => evaluate(agreement, source.result, facts).value[source.field]);
  return read.ok ? read.value : undefined;
}

function factOf({ agreement, ask }: Computed, name: string): string | undefined {
  const source = agreement.computations.get(ask)?.computation.from?.[name];
  return source !== undefined && 'fact' in source ? source.fact : undefined;
}

/** A penalty over the days, its limit, and a slider for the day. */
function Growth({
  answered,
  facts,
  onFact,
}: {
  readonly answered: Computed;
  readonly facts: Facts;
  readonly onFact: (name: string, text: string) => void;
}) {
  const { say, language } = useSpeech();
  const { agreement, ask, result } = answered;
  const dueOn = argument(answered, 'dueOn', facts);
  const dayFact = factOf(answered, 'asOf');
  const asOf = dayFact === undefined ? undefined : facts[dayFact];
  const penaltyOn = (on: string): ClauseResult['value'] | undefined => {
    const read = attempt(() => evaluate(agreement, ask, { ...facts, [dayFact as string]: on }).value);
    return read.ok ? read.value : undefined;
  };
  if (typeof dueOn !== 'string' || typeof asOf !== 'string' || dayFact === undefined) return null;
  const first = numberOfDay(dueOn);
  const reached = penaltyOn(dayOfNumber(numberOfDay(asOf) + 400))?.['capReachedOn'] ?? result.value['capReachedOn'];
  const end = typeof reached === 'string' ? Math.min(numberOfDay(reached), numberOfDay(asOf) + 365) : 0;
  const last = Math.max(numberOfDay(asOf), end, first + 10) + 10;
  const step = Math.max(1, Math.ceil((last - first) / 36));
  const days = new Set<number>([first, last, numberOfDay(asOf)]);
  for (let day = first; day < last; day += step) days.add(day);
  if (typeof reached === 'string') days.add(numberOfDay(reached));
  const points = [...days]
    .filter((day) => day >= first && day <= last)
    .sort((a, b) => a - b)
    .flatMap((day): SumOnDay[] => {
      const on = dayOfNumber(day);
      const penalty = penaltyOn(on)?.['penalty'];
      return isMoney(penalty) ? [{ on, sum: penalty.toJSON() }] : [];
    });
  const own = result.value['penalty'];
  const cap = result.value['cap'];
  if (points.length < 2 || !isMoney(own)) return null;
  const write = (sum: MoneyJson): string => formatMoney(money(sum.amount, sum.currency), language);
  const day = (on: string): string => formatDay(on, language, { weekday: false });
  const sentence = [
    say('growthSays', {
      from: day(dueOn),
      to: day(points.at(-1)?.on ?? dueOn),
      sum: write(own.toJSON()),
      day: day(asOf),
    }),
    ...(isMoney(cap) && typeof reached === 'string'
      ? [say('growthCapped', { cap: write(cap.toJSON()), day: day(reached) })]
      : []),
  ].join(' ');
  const isInside = numberOfDay(asOf) >= first && numberOfDay(asOf) <= last;
  const title = new AnswerWording(agreement, language).computation(ask);
  return (
    <div>
      <h3>{title}</h3>
      <LineChart
        points={points}
        isStepped={false}
        cap={isMoney(cap) ? cap.toJSON() : undefined}
        marked={isInside ? { on: asOf, sum: own.toJSON() } : undefined}
        ahead={asOf}
        sentence={sentence}
        name={title}
      />
      <label class="slider">
        <span>{say('whatIf')}</span>
        <input
          type="range"
          min={first}
          max={last}
          step={1}
          value={numberOfDay(asOf)}
          aria-valuetext={`${day(asOf)}, ${write(own.toJSON())}`}
          onInput={({ currentTarget }) => onFact(dayFact, dayOfNumber(Number(currentTarget.value)))}
        />
        <output>{`${day(asOf)}: ${write(own.toJSON())}`}</output>
      </label>
    </div>
  );
}

/** A balance reduced by daily charges, day by day, with the charges of the agreement's own computation. */
function StepDown({ answered, facts }: { readonly answered: Computed; readonly facts: Facts }) {
  const { say, language } = useSpeech();
  const { agreement, ask, result } = answered;
  const balance = argument(answered, 'balance', facts) as MoneyJson | undefined;
  const firstDay = argument(answered, 'firstDay', facts);
  const unpaid = result.value['firstUnpaidDay'];
  const charges = dailyChargesOf(agreement);
  const from = charges?.computation.from ?? {};
  const lastSource = from['days.lastDay'];
  if (balance === undefined || typeof firstDay !== 'string' || typeof unpaid !== 'string') return null;
  if (charges === undefined || lastSource === undefined || !('fact' in lastSource)) return null;
  const first = numberOfDay(firstDay);
  const last = numberOfDay(unpaid);
  const whole = money(balance.amount, balance.currency);
  const step = Math.max(1, Math.ceil((last - first) / 120));
  const points: SumOnDay[] = [{ on: dayOfNumber(first - 1), sum: balance }];
  for (let day = first; day <= last; day += day === last ? 1 : Math.min(step, last - day)) {
    const on = dayOfNumber(day);
    if (day === last) {
      // Nothing is charged on a day that the balance does not cover.
      points.push({ on, sum: points.at(-1)?.sum ?? balance });
      break;
    }
    const total = attempt(
      () => evaluate(agreement, charges.address, { ...facts, [lastSource.fact]: on }).value['total'],
    );
    if (!total.ok || !isMoney(total.value)) return null;
    points.push({ on, sum: subtractMoney(whole, total.value as typeof whole).toJSON() });
  }
  const write = (sum: MoneyJson): string => formatMoney(money(sum.amount, sum.currency), language);
  const day = (on: string): string => formatDay(on, language, { weekday: false });
  return (
    <div>
      <h3>{new AnswerWording(agreement, language).computation(ask)}</h3>
      <LineChart
        points={points}
        isStepped={true}
        marked={points.at(-1)}
        sentence={say('stepSays', {
          from: write(balance),
          to: write(points.at(-1)?.sum ?? balance),
          first: day(points[0]?.on ?? firstDay),
          last: day(unpaid),
        })}
        name={say('balanceAfter')}
      />
    </div>
  );
}

/** What is claimed, what each limit allows, what is payable. */
function LimitBars({ limits, facts }: { readonly limits: readonly Computed[]; readonly facts: Facts }) {
  const { say, language } = useSpeech();
  const [first] = limits;
  const claim = first === undefined ? undefined : (argument(first, 'loss', facts) as MoneyJson | undefined);
  if (claim === undefined || first === undefined) return null;
  const drawn = new Set<string>();
  const bars = [
    { name: say('barClaim'), sum: claim, is: 'claim' as const },
    ...limits.flatMap(({ agreement, ask, result }) => {
      const wording = new AnswerWording(agreement, language);
      const own = ask.split('/')[0] ?? '';
      // The first is that of the clause itself, followed by those of what it refers to.
      const isOwn = (role: string) => (step: ClauseResult['steps'][number]) =>
        step.role === role && step.clause === own;
      const limit = drawn.has(own) ? undefined : result.steps.find(isOwn('liability.cap'));
      const counted = result.steps.find(isOwn('liability.exactCap'));
      const sentence = explain(result, language).find(({ step }) => step === counted?.id)?.text;
      drawn.add(own);
      const payable = result.value['payable'];
      return [
        ...(limit !== undefined && limit.out.type === 'money'
          ? [
              {
                name: `${wording.clauses([own])}: ${sentence ?? say('cap')}`,
                sum: { amount: limit.out.amount, currency: limit.out.currency } as MoneyJson,
                is: 'limit' as const,
              },
            ]
          : []),
        ...(isMoney(payable) ? [{ name: wording.computation(ask), sum: payable.toJSON(), is: 'owed' as const }] : []),
      ];
    }),
  ];
  const owed = bars.findLast(({ is }) => is === 'owed');
  const write = (sum: MoneyJson): string => formatMoney(money(sum.amount, sum.currency), language);
  return owed === undefined ? null : (
    <Bars
      bars={bars}
      sentence={say('barsSays', {
        claim: write(claim),
        payable: write(bars.find(({ is }) => is === 'owed')?.sum ?? owed.sum),
      })}
    />
  );
}

/** The weeks between the days from which a limit is counted and its last day. */
function Month({ answered, facts }: { readonly answered: Computed; readonly facts: Facts }) {
  const { language } = useSpeech();
  const { agreement, ask, result } = answered;
  const counts = agreement.computations.get(ask)?.computation.counts !== undefined;
  const wording = new AnswerWording(agreement, language);
  const given = reachOf(agreement, [ask]).facts.flatMap((name): MarkedDay[] => {
    const value = facts[name];
    return agreement.data.facts[name]?.type === 'day' && typeof value === 'string'
      ? [{ on: value, is: 'fact', name: wording.operand(name) }]
      : [];
  });
  const main = Object.entries(result.value).find(
    ([name, value]) => typeof value === 'string' && isDay(value) && agreementDay(result, name),
  )?.[1];
  if (!counts || given.length === 0 || typeof main !== 'string') return null;
  const days: readonly MarkedDay[] = [...given, { on: main, is: 'answer', name: wording.computation(ask) }];
  const numbers = days.map(({ on }) => numberOfDay(on));
  if (Math.max(...numbers) - Math.min(...numbers) > longestGrid) return null;
  return (
    <div>
      <h3>{wording.computation(ask)}</h3>
      <MonthGrid days={days} agreement={agreement} />
    </div>
  );
}

function agreementDay(result: ClauseResult, field: string): boolean {
  return Object.hasOwn(result.value, field);
}

/** The same numbers in each currency: no rate is known, so nothing is converted. */
function Currencies({ computed, facts }: { readonly computed: readonly Computed[]; readonly facts: Facts }) {
  const { say, language } = useSpeech();
  const [first] = computed;
  if (first === undefined) return null;
  const { currencies } = first.agreement.data;
  const rows = computed.flatMap(({ agreement, ask, result }) => {
    const wording = new AnswerWording(agreement, language);
    const cells = currencies.map((currency) => {
      const read = attempt(() => evaluate(agreement, ask, inCurrency(facts, currency) as Facts).value);
      const value = read.ok ? read.value[mainField(agreement, result) ?? ''] : undefined;
      return isMoney(value) ? wording.value(value) : undefined;
    });
    return cells.some((cell) => cell === undefined) ? [] : [[wording.computation(ask), ...(cells as string[])]];
  });
  if (rows.length === 0) return null;
  return (
    <Figure
      sentence={say('currenciesSays')}
      head={[say('sum'), ...currencies.map((currency) => say('inCurrency', { currency }))]}
      rows={rows}
    />
  );
}

function inCurrency(value: unknown, currency: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => inCurrency(entry, currency));
  if ('amount' in value && 'currency' in value && Object.keys(value).length === 2) return { ...value, currency };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inCurrency(part, currency)]));
}
