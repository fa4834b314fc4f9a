import {
  type AccountEvent,
  type Agreement,
  type CompiledAgreement,
  loadCompiledAgreement,
  type WorkingCalendar,
} from '../library.js';
import type { AgreementId } from './agreementIds.js';
import { siteRoot } from './links.js';

/** Texts by language. */
type Texts = Readonly<Record<string, string>>;

/** A case to begin with. */
export interface Scenario {
  readonly id: string;
  readonly says: Texts;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A group for one page: some questions, and cases that illustrate them. */
export interface View {
  readonly id: string;
  readonly says: Texts;
  readonly asks: readonly string[];
  readonly scenarios: readonly Scenario[];
}

/** Events of an account in an example. */
interface Story {
  readonly name: string;
  readonly says: Texts;
  readonly asOf: string;
  readonly events: readonly AccountEvent[];
}

/** What the site knows about an agreement; the build writes it to one file. */
interface AgreementFile {
  readonly agreement: CompiledAgreement;
  readonly views: readonly View[];
  readonly stories: readonly Story[];
  /** Which accounts use which computation and which row, by the address or by `question#row`. */
  readonly reached: Readonly<Record<string, readonly string[]>>;
}

/** An agreement with what the site shows of it. */
export interface Shown extends Omit<AgreementFile, 'agreement'> {
  readonly id: string;
  readonly agreement: Agreement;
  /** Whether other options of the readings can be asked as well. */
  readonly hasOtherReadings?: boolean | undefined;
}

/** Working calendars by the id that agreements use; only the required one is loaded. */
const calendarsById: Readonly<Record<string, () => Promise<WorkingCalendar>>> = {
  KZ: async () => (await import('oferta/calendars/kz')).kz,
  RU: async () => (await import('oferta/calendars/ru')).ru,
};

/** An agreement as it came, before any kind of computation is loaded. */
interface Fetched extends Omit<AgreementFile, 'agreement'> {
  readonly id: string;
  readonly compiled: CompiledAgreement;
  readonly calendars: readonly WorkingCalendar[];
}

const fetched = new Map<string, Promise<Fetched>>();

/**
 * Loads one of the five agreements with the kinds of computation that it uses, or with those alone that some questions need. What they are, the
 * page says from the agreement itself, of which nothing can be asked until then.
 */
export async function loadAgreement(
  id: AgreementId,
  asksOf?: (bare: Shown) => readonly string[],
  readings?: (bare: Shown) => 'chosen' | undefined,
): Promise<Shown> {
  const known = fetched.get(id);
  const fetching = known ?? fetchAgreement(id);
  if (known === undefined) fetched.set(id, fetching);
  const { compiled, calendars, ...shown } = await fetching;
  const load = async (asks: readonly string[] | undefined, which?: 'chosen'): Promise<Shown> => ({
    ...shown,
    agreement: await loadCompiledAgreement(compiled, {
      calendars,
      ...(asks !== undefined && { asks }),
      ...(which !== undefined && { readings: which }),
    }),
    hasOtherReadings: which === undefined,
  });
  if (asksOf === undefined) return load(undefined);
  const bare = await load([]);
  return load(asksOf(bare), readings?.(bare));
}

async function fetchAgreement(id: AgreementId): Promise<Fetched> {
  const answer = await fetch(new URL(`data/${id}.json`, siteRoot()));
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  const { agreement, ...shown } = (await answer.json()) as AgreementFile;
  const named = Object.values(agreement.model.calendars);
  const calendars = await Promise.all(
    Object.entries(calendarsById).flatMap(([calendar, load]) => (named.includes(calendar) ? [load()] : [])),
  );
  return { ...shown, id, compiled: agreement, calendars };
}
