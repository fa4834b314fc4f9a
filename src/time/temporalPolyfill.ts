/** What `#temporal` is by default: the engine's own Temporal where it has one, else that of temporal-polyfill. */
export { Temporal } from 'temporal-polyfill';
