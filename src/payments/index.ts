/**
 * Recorded payments: `paymentLedger` validates a list of them once, for repeated use in penalties and liability limits.
 *
 * @packageDocumentation
 */

export { isCurrencyInUse } from './isCurrencyInUse.js';
export { type PaymentLedger, paymentLedger } from './paymentLedger.js';
export type { RecordedPayment } from './recordedPayment.js';
