import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import {
  type Agreement,
  AnswerWording,
  attempt,
  dayStatus,
  formatDay,
  formatMoney,
  money,
  type ValueShape,
} from '../library.js';
import { movedDay } from '../model/days.js';
import { entriesTyped, type Typed, withoutEntry } from '../model/shapes.js';
import { useSpeech } from '../state.js';
import type { WordId } from '../words/words.js';
import { readDay } from './readDay.js';
import { limitUnits, type Problem } from './readFacts.js';
import { readSum } from './readSum.js';

interface FieldProps {
  readonly agreement: Agreement;
  readonly place: string;
  readonly label: string;
  readonly shape: ValueShape;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  readonly onTyped: (typed: Typed) => void;
  /** What leaving it out means. */
  readonly absent?: string | undefined;
  readonly mayBeEmpty?: boolean;
  readonly note?: string | undefined;
  /** Its number in a list. */
  readonly entry?: number;
}

/** The id of the field for a place, so that messages can lead to it. */
export function fieldId(place: string): string {
  return `f-${place.replace(/[^\w-]/g, '_')}`;
}

/** The field for a value of any shape: lists have a row for each entry, records a field for each part. */
export function FactField(props: FieldProps) {
  const { shape, place, typed, label, onTyped, absent } = props;
  const { say } = useSpeech();
  if (shape.type === 'list') {
    const count = entriesTyped(typed, place);
    return (
      <fieldset class="list" id={fieldId(place)}>
        <legend>{label}</legend>
        {absent !== undefined ? (
          <p class="hint">{say('leaveEmpty', { meaning: absent })}</p>
        ) : props.mayBeEmpty === true ? (
          <p class="hint">{say('mayBeEmpty')}</p>
        ) : null}
        {Array.from({ length: count }, (_, at) => (
          <div class="entry" key={at}>
            <FactField
              {...props}
              absent={undefined}
              mayBeEmpty={false}
              place={`${place}.${at}`}
              label={say('entryOf', { name: label, number: at + 1 })}
              entry={at + 1}
              shape={shape.of}
            />
            <button
              type="button"
              class="plain"
              aria-label={say('removeEntry', { number: at + 1, name: label })}
              onClick={() => onTyped(withoutEntry(typed, place, at))}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          class="plain"
          onClick={() => onTyped({ ...typed, [firstLeaf(`${place}.${count}`, shape.of)]: '' })}
        >
          + {say('addEntry', { name: label })}
        </button>
      </fieldset>
    );
  }
  if (shape.type === 'record')
    return (
      <fieldset class="record">
        <legend>
          {props.entry === undefined ? (
            label
          ) : (
            <>
              <span aria-hidden="true">{props.entry}.</span>
              <span class="visually-hidden">{label}</span>
            </>
          )}
        </legend>
        {Object.entries(shape.fields).map(([name, field]) => (
          <FactField
            {...props}
            absent={undefined}
            mayBeEmpty={false}
            key={name}
            place={`${place}.${name}`}
            label={partLabel(props.agreement, name, say)}
            shape={field}
          />
        ))}
      </fieldset>
    );
  return <LeafField {...props} />;
}

function firstLeaf(place: string, shape: ValueShape): string {
  if (shape.type !== 'record') return place;
  const [name, field] = Object.entries(shape.fields)[0] ?? ['', shape];
  return firstLeaf(`${place}.${name}`, field);
}

/** The name of a part of a record: that of the fact or word of the same name, else the name in words. */
function partLabel(agreement: Agreement, name: string, say: (id: WordId) => string): string {
  const parts: Readonly<Record<string, WordId>> = {
    paidOn: 'partPaidOn',
    amount: 'partAmount',
    effectiveOn: 'partEffectiveOn',
    price: 'partPrice',
    monthlyPrice: 'partMonthlyPrice',
    paid: 'partPaid',
    for: 'partFor',
    from: 'partFrom',
    to: 'partTo',
  };
  const known = parts[name];
  if (known !== undefined) return say(known);
  return (
    Object.values(agreement.data.facts[name]?.label ?? {})[0] ??
    name.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  );
}

function LeafField(props: FieldProps) {
  const { agreement, place, label, shape, typed, problems, onTyped, absent, mayBeEmpty = false, note } = props;
  const { say, language } = useSpeech();
  const id = fieldId(place);
  const text = (Object.hasOwn(typed, place) ? typed[place] : '') ?? '';
  const set = (next: string): void => onTyped({ ...typed, [place]: next });
  const problem = problems.find((one) => one.place === place);
  const empty =
    absent !== undefined ? say('leaveEmpty', { meaning: absent }) : mayBeEmpty ? say('mayBeEmpty') : undefined;
  const hints = [empty, note].filter((hint): hint is string => hint !== undefined);
  const described = [
    ...(hints.length > 0 ? [`${id}-hint`] : []),
    `${id}-echo`,
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ].join(' ');
  const common = {
    id,
    'aria-describedby': described,
    ...(problem !== undefined && { 'aria-invalid': true as const }),
  };
  const frame = (input: ComponentChildren, echo?: ComponentChildren) => (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      {hints.length > 0 ? (
        <p class="hint" id={`${id}-hint`}>
          {hints.join('. ')}
        </p>
      ) : null}
      {input}
      <p class="echo" id={`${id}-echo`}>
        {echo}
      </p>
      {problem === undefined ? null : (
        <ProblemText id={`${id}-problem`} problem={problem} agreement={agreement} onDay={set} />
      )}
    </div>
  );
  switch (shape.type) {
    case 'day':
      return frame(
        <DayInput common={common} label={label} text={text} onText={set} />,
        <DayEcho text={text} agreement={agreement} />,
      );
    case 'money': {
      const read = readSum(text, agreement.data.currencies);
      const [only, ...others] = agreement.data.currencies;
      return frame(
        <span class="with-unit">
          <input
            {...common}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />
          {others.length === 0 && !text.toUpperCase().includes(only ?? '') ? <span class="unit">{only}</span> : null}
        </span>,
        read.is === 'sum' ? formatMoney(money(read.sum.amount, read.sum.currency), language) : '',
      );
    }
    case 'flag':
      return frame(
        <select {...common} value={text} onChange={({ currentTarget }) => set(currentTarget.value)}>
          <option value="">{say('notGiven')}</option>
          <option value="yes">{say('yes')}</option>
          <option value="no">{say('no')}</option>
        </select>,
      );
    case 'text': {
      if (shape.oneOf === undefined)
        return frame(
          <input
            {...common}
            type="text"
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />,
        );
      const wording = new AnswerWording(agreement, language);
      return frame(
        <select {...common} value={text} onChange={({ currentTarget }) => set(currentTarget.value)}>
          <option value="">{say('notGiven')}</option>
          {shape.oneOf.map((code) => (
            <option key={code} value={code}>
              {wording.word(code)}
            </option>
          ))}
          {text !== '' && !shape.oneOf.includes(text) ? <option value={text}>{text}</option> : null}
        </select>,
      );
    }
    case 'limit': {
      const [count = '', unit = ''] = text.split(/\s+/);
      return frame(
        <span class="with-unit">
          <input
            {...common}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={count}
            onInput={({ currentTarget }) => set(`${currentTarget.value} ${unit || 'months'}`)}
          />
          <select
            aria-label={label}
            value={unit}
            onChange={({ currentTarget }) => set(`${count} ${currentTarget.value}`)}
          >
            {limitUnits.map((known) => (
              <option key={known} value={known}>
                {say(unitWords[known])}
              </option>
            ))}
          </select>
        </span>,
      );
    }
    default:
      return frame(
        <input
          {...common}
          type="text"
          inputMode={shape.type === 'count' ? 'numeric' : shape.type === 'instant' ? 'text' : 'decimal'}
          autocomplete="off"
          value={text}
          onInput={({ currentTarget }) => set(currentTarget.value)}
        />,
      );
  }
}

const unitWords = {
  hours: 'unitHours',
  calendarDays: 'unitCalendarDays',
  workingDays: 'unitWorkingDays',
  bankingDays: 'unitBankingDays',
  weeks: 'unitWeeks',
  months: 'unitMonths',
  years: 'unitYears',
} as const satisfies Record<(typeof limitUnits)[number], WordId>;

function ProblemText({
  id,
  problem,
  agreement,
  onDay,
}: {
  readonly id: string;
  readonly problem: Problem;
  readonly agreement: Agreement;
  readonly onDay: (day: string) => void;
}) {
  const { say, language } = useSpeech();
  return (
    <div class="problem" id={id}>
      <span>{say(problem.word, { zone: agreement.data.timeZone, ...problem.put })}</span>
      {problem.days?.map((day) => (
        <button type="button" class="plain" key={day} onClick={() => onDay(day)}>
          {formatDay(day, language, { weekday: true })}
        </button>
      ))}
    </div>
  );
}

/** A day as text, with buttons for a day earlier or later and for the browser's date picker. */
function DayInput({
  common,
  label,
  text,
  onText,
}: {
  readonly common: { readonly id: string };
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { say } = useSpeech();
  const picker = useRef<HTMLInputElement>(null);
  const read = readDay(text);
  const move = (days: number): void => {
    if (read.is !== 'day') return;
    const moved = movedDay(read.day, days);
    if (moved !== undefined) onText(moved);
  };
  return (
    <span class="day-input">
      <button
        type="button"
        aria-label={say('dayBefore', { name: label })}
        disabled={read.is !== 'day'}
        onClick={() => move(-1)}
      >
        −
      </button>
      <input
        {...common}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <button
        type="button"
        aria-label={say('dayAfter', { name: label })}
        disabled={read.is !== 'day'}
        onClick={() => move(1)}
      >
        +
      </button>
      <button
        type="button"
        class="pick"
        aria-label={say('pickDay', { name: label })}
        onClick={() => {
          try {
            picker.current?.showPicker();
          } catch {
            picker.current?.focus();
          }
        }}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M1.5 3.5h13v11h-13zM1.5 6.5h13M5 1v4M11 1v4" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
      <input
        ref={picker}
        class="native"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={read.is === 'day' ? read.day : ''}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== '') onText(currentTarget.value);
        }}
      />
    </span>
  );
}

/** The day in words, and whether it is a working day. */
function DayEcho({ text, agreement }: { readonly text: string; readonly agreement: Agreement }) {
  const { say, language } = useSpeech();
  const read = readDay(text);
  if (read.is !== 'day') return null;
  const day = formatDay(read.day, language, { weekday: true });
  return <>{`${day} — ${say(dayWord(read.day, agreement))}`}</>;
}

/** Whether a day is a working day in the agreement's calendar. */
export function dayWord(day: string, agreement: Agreement): 'worked' | 'dayOff' | 'notCovered' {
  const calendar = agreement.calendars.find(({ id }) => id === agreement.data.calendars.working);
  const status = calendar === undefined ? undefined : attempt(() => dayStatus(day, calendar));
  if (status === undefined || !status.ok) return 'notCovered';
  return status.value.working ? 'worked' : 'dayOff';
}
