import { useState } from 'preact/hooks';
import { FactField } from '../input/FactField.js';
import { readDay } from '../input/readDay.js';
import { readShape } from '../input/readFacts.js';
import { type AccountEvent, type Agreement, Wording } from '../library.js';
import type { Typed } from '../model/shapes.js';
import { useSpeech } from '../state.js';

/** A form for an event of the agreement: what happened, on which day, and what the event carries. */
export function EventForm({
  agreement,
  events,
  day,
  onAdd,
}: {
  readonly agreement: Agreement;
  readonly events: readonly AccountEvent[];
  readonly day: string;
  /** Adds an event; returns what is wrong with it, or nothing if it was added. */
  readonly onAdd: (event: AccountEvent) => readonly string[];
}) {
  const { say, language } = useSpeech();
  const wording = new Wording(agreement, language);
  const kinds = Object.entries(agreement.data.events);
  const [kind, setKind] = useState(kinds[0]?.[0] ?? '');
  const [typed, setTyped] = useState<Typed>({ on: day });
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const declared = agreement.data.events[kind];
  const payload = Object.entries(declared?.payload ?? {});
  const optional = declared?.optional ?? [];
  const read = payload.map(([name, shape]) => ({ name, ...readShape(agreement, name, shape, typed) }));
  const on = readDay(typed['on'] ?? '');
  const missing = read.filter(({ name, value }) => value === undefined && !optional.includes(name));
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...(on.is === 'day' || (typed['on'] ?? '') === ''
      ? []
      : [
          on.is === 'ambiguous'
            ? ({ place: 'on', fact: 'on', word: 'dayAmbiguous', days: on.days } as const)
            : ({ place: 'on', fact: 'on', word: on.is } as const),
        ]),
  ];
  const isReady = on.is === 'day' && missing.length === 0 && problems.length === 0;
  const add = (): void => {
    if (!isReady || on.is !== 'day') return;
    const carried = Object.fromEntries(
      read.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
    );
    const refused = onAdd({ id: nextId(events), kind, on: on.day, ...carried } as AccountEvent);
    setRefusal(refused);
    if (refused.length === 0) setTyped({ on: typed['on'] ?? day });
  };
  return (
    <form
      class="event-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div class="field">
        <label for="event-kind">{say('whatHappened')}</label>
        <select
          id="event-kind"
          value={kind}
          onChange={({ currentTarget }) => {
            setKind(currentTarget.value);
            setTyped({ on: typed['on'] ?? day });
            setRefusal([]);
          }}
        >
          {kinds.map(([name, { label }]) => (
            <option key={name} value={name}>
              {wording.of(label) ?? name}
            </option>
          ))}
        </select>
      </div>
      <FactField
        agreement={agreement}
        place="on"
        label={say('onDay')}
        shape={{ type: 'day' }}
        typed={typed}
        problems={problems}
        onTyped={setTyped}
      />
      {payload.map(([name, shape]) => (
        <FactField
          key={name}
          agreement={agreement}
          place={name}
          label={wording.of(shape.label) ?? wording.operand(name)}
          shape={shape}
          typed={typed}
          problems={problems}
          onTyped={setTyped}
          note={optional.includes(name) ? say('mayBeEmpty') : known(events, name)}
        />
      ))}
      <button type="submit" disabled={!isReady}>
        {say('add')}
      </button>
      <div role="alert">
        {refusal.length === 0 ? null : (
          <div class="summary">
            <p>{say('eventRefused')}</p>
            <ul>
              {refusal.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </form>
  );
}

/** Values of earlier events for a field of this name, so that a purchase or a breach can be named again. */
function known(events: readonly AccountEvent[], name: string): string | undefined {
  const values = new Set(
    events.map((event) => event[name]).filter((value): value is string => typeof value === 'string' && value !== ''),
  );
  const causes = events.filter(({ kind }) => kind.toLowerCase().startsWith(name.toLowerCase()));
  for (const { id } of causes) values.add(id);
  return values.size === 0 ? undefined : [...values].slice(0, 8).join(', ');
}

function nextId(events: readonly AccountEvent[]): string {
  const ids = new Set(events.map(({ id }) => id));
  for (let number = events.length + 1; ; number += 1) {
    const id = `e${String(number).padStart(2, '0')}`;
    if (!ids.has(id)) return id;
  }
}
