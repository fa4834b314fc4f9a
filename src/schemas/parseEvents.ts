import { type AccountEvent, readEvents } from '../agreement/account/accountEvent.js';
import { guardDocument } from '../agreement/language/documentGuard.js';
import { type AgreementEditions, Timeline } from '../agreement/model/timeline.js';
import { Faults } from '../agreement/model/value.js';
import { isList } from '../errors/isList.js';
import { copyOfJson } from './copyOfJson.js';
import { anyEvent } from './eventsDocument.js';
import { documentFindings, throwFindings } from './readDocument.js';
import type { PlacedFinding } from './zodFindings.js';

/** A list of a million wrong events is told by its first ones; more than these nobody reads. */
const mostFindings = 10_000;
const mostValues = 20_000_000;

/**
 * Reads events from JSON. With an agreement everything about them is looked at: kinds, what each carries, currencies, ids that come twice.
 * Without one only what every event has: `id`, `kind`, `on`, `seq`.
 *
 * @param json Anything, as `JSON.parse` or {@link readJson} gives it.
 * @param agreement The agreement the events happened under, or its editions.
 * @throws {@link AgreementError} `events-invalid` with every fault of every event as a finding (of more than 10,000 events those of the first
 * 10,000 come alone); `event-id-reused` if nothing is wrong but an id that comes again with other content.
 * @example A list, and two faults in one event
 * ```ts
 * parseEvents([{ id: 'e1', kind: 'registered', on: '2026-01-12' }]).length // => 1
 * const refused = attempt(() => parseEvents([{ id: 'e1', kind: 'registered', on: '2026-02-30', seq: '1' }]));
 * refused.ok ? [] : refused.error.findings.map(({ path }) => path) // => ['events.0.on', 'events.0.seq']
 * ```
 */
export function parseEvents(json: unknown, agreement?: AgreementEditions): readonly AccountEvent[] {
  const findings = agreement === undefined ? eventFindings(json) : guardFindings(json);
  throwFindings(
    findings.map(({ finding }) => finding),
    'events-invalid',
  );
  const events = copyOfJson(json) as readonly AccountEvent[];
  if (agreement !== undefined) {
    // A list that is wrong from its beginning is told by its beginning.
    const timeline = new Timeline(agreement);
    const context = {
      currencies: [...new Set(timeline.editions.flatMap(({ data }) => data.currencies))],
      digestOf: () => undefined,
    };
    if (Array.isArray(events) && events.length > mostFindings)
      readEvents(timeline, events.slice(0, mostFindings), context);
    readEvents(timeline, events, context);
  }
  return events;
}

/** Faults of events of any agreement. @internal */
export function eventFindings(json: unknown): readonly PlacedFinding[] {
  const guarded = guardFindings(json);
  if (guarded.length > 0) return guarded;
  if (!isList(json)) {
    const faults = new Faults();
    faults.add('events', 'type', json, 'a list of events');
    return placed(faults);
  }
  const found: PlacedFinding[] = [];
  for (const [at, event] of json.entries()) {
    for (const { finding, path } of documentFindings(anyEvent(), event)) {
      const here = finding.path === '' ? `events.${at}` : `events.${at}.${finding.path}`;
      found.push({ finding: { ...finding, path: here }, path: [at, ...path] });
    }
    if (found.length >= mostFindings) break;
  }
  return found.slice(0, mostFindings);
}

function guardFindings(json: unknown): readonly PlacedFinding[] {
  const faults = new Faults();
  guardDocument(json, mostValues, faults);
  return placed(faults);
}

function placed(faults: Faults): readonly PlacedFinding[] {
  return faults.findings.map((finding) => ({ finding, path: [] }));
}
