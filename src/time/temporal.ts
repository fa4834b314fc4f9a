/** The one place that names the Temporal implementation. Never `instanceof`: native and polyfilled days meet in one program. */
export { Temporal } from 'temporal-polyfill';
