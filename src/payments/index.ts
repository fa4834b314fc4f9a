/**
 * Payments on record: `paymentLedger` reads a list of them once, for penalties and liability limits that are asked for again and again.
 *
 * @packageDocumentation
 */

export { isCurrencyInUse } from './isCurrencyInUse.js';
export { type PaymentLedger, paymentLedger } from './paymentLedger.js';
export type { RecordedPayment } from './recordedPayment.js';
