/**
 * The one place that names the Temporal implementation. package.json resolves `#temporal` to temporalPolyfill.ts, or with the import
 * condition `native-temporal` to nativeTemporal.ts. Never `instanceof`: native and polyfilled days meet in one program.
 */
export { Temporal } from '#temporal';
