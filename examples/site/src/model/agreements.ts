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
}

/** Working calendars by the id that agreements use; only the required one is loaded. */
const calendarsById: Readonly<Record<string, () => Promise<WorkingCalendar>>> = {
  KZ: async () => (await import('oferta/calendars/kz')).kz,
  RU: async () => (await import('oferta/calendars/ru')).ru,
};

const loaded = new Map<string, Promise<Shown>>();

/** Loads one of the five agreements, once. */
export function loadAgreement(id: AgreementId): Promise<Shown> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const loading = load(id);
  loaded.set(id, loading);
  return loading;
}

async function load(id: AgreementId): Promise<Shown> {
  const answer = await fetch(new URL(`data/${id}.json`, siteRoot()));
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  const { agreement, ...shown } = (await answer.json()) as AgreementFile;
  const named = Object.values(agreement.model.calendars);
  const calendars = await Promise.all(
    Object.entries(calendarsById).flatMap(([calendar, load]) => (named.includes(calendar) ? [load()] : [])),
  );
  return { ...shown, id, agreement: await loadCompiledAgreement(agreement, { calendars }) };
}
