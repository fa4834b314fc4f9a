/**
 * Offer-agreement primitives: pure functions that turn the computable clauses of a public-offer agreement into exact, explained answers.
 *
 * @module oferta
 */
export * from './balance/index.js';
export * from './errors/index.js';
export * from './format/index.js';
export * from './interest/index.js';
export * from './liability/index.js';
export * from './lifecycle/index.js';
export * from './messaging/index.js';
export * from './money/index.js';
export * from './notice/index.js';
export * from './payments/index.js';
export * from './penalty/index.js';
export * from './proration/index.js';
export * from './refund/index.js';
export * from './serviceLevel/index.js';
export * from './tariff/index.js';
export * from './time/index.js';
