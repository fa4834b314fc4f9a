/** Runs the records of vector files against the library and says, for each, whether it passed, failed or was skipped, and why. */
import { answerOf, differences } from './callKind.mjs';

/**
 * @param {{ vectors: object[], calendars?: object[] }} file
 * @param {{ library: object, calendars: Map<string, object>, kinds: Record<string, Function>, agreements: object }} context
 */
export function runVectors(file, context) {
  const calendars = new Map(context.calendars);
  for (const data of file.calendars ?? []) calendars.set(data.id, madeUpCalendar(data, context.library, calendars));
  return file.vectors.map((record) => outcomeOf(record, { ...context, calendars }));
}

/** A vector file is a list of records, or an object with `vectors` and made-up `calendars`. */
export function vectorsOf(json, name) {
  const vectors = Array.isArray(json) ? json : json?.vectors;
  if (!Array.isArray(vectors)) throw new Error(`${name}: expected a list of records, or an object with "vectors"`);
  return { vectors, calendars: Array.isArray(json) ? [] : (json.calendars ?? []) };
}

function outcomeOf(record, context) {
  const { id = '(no id)', kind } = record;
  if (kind === 'call') {
    const answer = answerOf(record, context.library, context.calendars);
    if (answer.missing !== undefined)
      return { id, kind, status: 'skipped', reason: `the library has no function ${answer.missing}` };
    return compared(record, kind, answer);
  }
  const name = kind ?? 'clause';
  const adapter = context.kinds[name];
  if (adapter === undefined) return { id, kind: name, status: 'skipped', reason: `kind ${name} is not known` };
  const answer = adapter(record, context);
  if (answer.skipped !== undefined) return { id, kind: name, status: 'skipped', reason: answer.skipped };
  return compared(record, name, answer);
}

function compared(record, kind, answer) {
  const found = differences(answer.expected ?? record.expected, answer.json);
  if (found.length === 0) return { id: record.id, kind, status: 'passed' };
  // Cases that are contested, derived or known to be wrong are not external truth: they are reported separately and fail nothing.
  if (record.status !== undefined && record.status !== 'conformance')
    return {
      id: record.id,
      kind,
      status: 'skipped',
      reason: `${record.status}, answered otherwise: ${found.join('; ')}`,
    };
  return { id: record.id, kind, status: 'failed', differences: found, message: answer.message };
}

/** Calendars made up for a file: from scratch, or a shipped one with other days off. */
function madeUpCalendar(data, library, calendars) {
  if (data.basedOn === undefined)
    return library.workingCalendar({ version: 'made-up', compiledOn: data.coverage.firstDay, sources: [], ...data });
  const base = calendars.get(data.basedOn);
  if (base === undefined) throw new Error(`calendar ${data.id}: there is no calendar ${data.basedOn} to base it on`);
  const { id, weekend, moves, moreDaysOff = [], lessWorkingDays = [], daysWorked = [] } = data;
  return library.derivedCalendar({
    basedOn: base,
    id,
    version: 'made-up',
    compiledOn: base.compiledOn,
    ...(weekend !== undefined && { weekend, moves }),
    daysOff: [...moreDaysOff, ...lessWorkingDays],
    daysWorked,
    sources: [],
  });
}
