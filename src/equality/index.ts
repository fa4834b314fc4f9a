/**
 * Equality for tests of programs that use the library: `equalityTesters` for vitest and jest, `comparable` for `node:assert` and whatever else compares
 * fields. Needs nothing but the library.
 *
 * @module oferta/equality
 */
export { comparable } from './comparable.js';
export { type EqualityContext, type EqualityTester, equalityTesters } from './equalityTesters.js';
