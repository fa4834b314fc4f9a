/** On every page of the documentation: the library as `oferta` in the console, with its version. */
import * as oferta from 'oferta';
import * as agreement from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

// Whoever tries it in the console finds the amounts of sums as Decimals, as in a program.
await oferta.loadDecimal();
const version = document.body.dataset['version'] ?? document.documentElement.dataset['version'] ?? '';
Object.defineProperty(window, 'oferta', {
  value: Object.freeze({ ...oferta, agreement, calendars: { kz, ru }, version }),
});
console.info(`oferta ${version} is here: try oferta.money('120.00', 'KZT'), oferta.agreement, oferta.calendars`);
