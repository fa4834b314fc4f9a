/** `#temporal` by default: the engine's own Temporal if it has one, otherwise temporal-polyfill. */
export { Temporal } from 'temporal-polyfill';
