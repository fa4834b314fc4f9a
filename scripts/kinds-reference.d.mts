import type { WorkingCalendar } from 'oferta';
import type { defineAgreement, evaluate } from 'oferta/agreement';
import type { Kind } from '../src/agreement/kinds/kind.js';

/** The parts of the library that the page describes. */
export interface Library {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly shortKinds: Readonly<Record<string, string>>;
  readonly defineAgreement: typeof defineAgreement;
  readonly evaluate: typeof evaluate;
  readonly formatDocument: (document: unknown) => string;
  readonly calendars: readonly WorkingCalendar[];
}

export const page: string;
export function kindsPage(library: Library): string;
export function caseOf(
  kind: string,
  library: Library,
): { readonly value: Readonly<Record<string, unknown>>; readonly snippet: string };
