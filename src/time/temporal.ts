/**
 * The only module that names the Temporal implementation. package.json resolves `#temporal` to temporalPolyfill.ts, or
 * with the import condition `native-temporal` to nativeTemporal.ts. Never use `instanceof`: a program may contain both
 * native and polyfilled days.
 */
export { Temporal } from '#temporal';
