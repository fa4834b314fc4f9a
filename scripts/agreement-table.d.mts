import type { WorkingCalendar } from 'oferta';
import type { checkAgreement } from 'oferta/agreement';

export function agreementTable(check: typeof checkAgreement, calendars: readonly WorkingCalendar[]): string;
export function withTable(readme: string, table: string): string;
