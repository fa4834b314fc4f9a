import type { WorkingCalendar } from 'oferta';
import type { checkAgreement, defineAgreement } from 'oferta/agreement';

export function agreementTable(
  agreements: {
    readonly checkAgreement: typeof checkAgreement;
    readonly defineAgreement: typeof defineAgreement;
  },
  calendars: readonly WorkingCalendar[],
): string;
export function withTable(readme: string, table: string): string;
