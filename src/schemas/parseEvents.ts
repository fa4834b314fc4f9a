import { type AccountEvent, readEvents } from '../agreement/account/accountEvent.js';
import { guardDocument } from '../agreement/language/documentGuard.js';
import { type AgreementEditions, Timeline } from '../agreement/model/timeline.js';
import { ErrorList } from '../agreement/model/value.js';
import { isList } from '../errors/isList.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { copyOfJson } from './copyOfJson.js';
import { anyEvent } from './eventsDocument.js';
import { documentFindings, throwFindings } from './readDocument.js';
import type { PlacedFinding } from './zodFindings.js';

/** The maximum number of events for which problems are reported. */
const mostFindings = 10_000;
const mostValues = 20_000_000;

/**
 * Validates the JSON of events. With an agreement it validates them completely: kinds, fields, currencies and duplicate
 * ids. Without one it only validates the common fields: `id`, `kind`, `on`, `seq`.
 *
 * @param json Any value, as returned by `JSON.parse` or {@link readJson}.
 * @param agreement The agreement that applies to the events, or its editions.
 * @throws {@link AgreementError} `events-invalid` with every problem of every event as a finding (for more than 10,000
 * events only those of the first 10,000); `event-id-reused` if the only problem is an id that is reused with other
 * content.
 * @example A list, and two problems in one event
 * ```ts
 * parseEvents([{ id: 'e1', kind: 'registered', on: '2026-01-12' }]).length // => 1
 * const refused = attempt(() => parseEvents([{ id: 'e1', kind: 'registered', on: '2026-02-30', seq: '1' }]));
 * refused.ok ? [] : refused.error.findings.map(({ path }) => path) // => ['events.0.on', 'events.0.seq']
 * ```
 */
export function parseEvents(json: unknown, agreement?: AgreementEditions): readonly AccountEvent[] {
  requirePlainHost();
  const findings = agreement === undefined ? eventFindings(json) : guardFindings(json);
  throwFindings(
    findings.map(({ finding }) => finding),
    'events-invalid',
  );
  const events = copyOfJson(json) as readonly AccountEvent[];
  if (agreement !== undefined) {
    // Check the first 10,000 events first, to fail fast.
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

/** The problems of events of any agreement. @internal */
export function eventFindings(json: unknown): readonly PlacedFinding[] {
  const guarded = guardFindings(json);
  if (guarded.length > 0) return guarded;
  if (!isList(json)) {
    const errors = new ErrorList();
    errors.add('events', 'type', json, 'a list of events');
    return placed(errors);
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
  const errors = new ErrorList();
  guardDocument(json, mostValues, errors);
  return placed(errors);
}

function placed(errors: ErrorList): readonly PlacedFinding[] {
  return errors.findings.map((finding) => ({ finding, path: [] }));
}
