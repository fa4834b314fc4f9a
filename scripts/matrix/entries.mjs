import * as library from 'oferta';
import * as agreements from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import * as schemas from 'oferta/schemas';

/** What of the package is asked. */
export const entries = { library, agreements, schemas, calendars: [kz, ru] };
