import type { AccountEvent } from 'oferta/agreement';

/** An event whose id is its kind and its day, unless `more` says otherwise. */
export function eventOn(kind: string, on: string, more: Readonly<Record<string, unknown>> = {}): AccountEvent {
  return { id: `${kind}-${on}`, kind, on, ...more };
}
