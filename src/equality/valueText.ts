/**
 * What an amount, a Temporal value or a working calendar says, as one text; undefined for anything else. Native and polyfilled Temporal, and two copies
 * of this library, meet in one program: hence the tag, not `instanceof`.
 *
 * @internal
 */
export function valueText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag: unknown = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  if (typeof tag !== 'string') return undefined;
  if (tag === 'Money') return `${tag} ${JSON.stringify(value)}`;
  if (tag === 'WorkingCalendar') return `${tag} ${calendarText(value)}`;
  return tag.startsWith('Temporal.') ? `${tag} ${String(value)}` : undefined;
}

/** A calendar by every day it answers, not by its name alone. */
function calendarText(calendar: object): string {
  const { weekend, exceptions, contested } = calendar as Partial<Record<string, Iterable<unknown>>>;
  const { id, version, coverage } = calendar as Readonly<Record<string, unknown>>;
  return JSON.stringify([id, version, coverage, ...[weekend, exceptions, contested].map((days) => [...(days ?? [])])]);
}
