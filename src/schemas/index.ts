/**
 * Validation of agreements, events and results from untrusted sources: `parseAgreement`, `parseCatalogue`,
 * `parseEvents`, `parseResult` and
 * `parseState` report all problems of a document at once, `readJson` parses the text of a file safely, the Standard
 * Schema objects are for form and server libraries, and `agreementJsonSchema`, `catalogueJsonSchema`,
 * `eventsJsonSchema` and `resultJsonSchema` are for editors and other languages.
 *
 * @module oferta/schemas
 */
export { agreementJsonSchema } from './agreementJsonSchema.js';
export { catalogueJsonSchema } from './catalogueJsonSchema.js';
export { eventsJsonSchema } from './eventsJsonSchema.js';
export { parseAgreement } from './parseAgreement.js';
export { parseCatalogue } from './parseCatalogue.js';
export { parseEvents } from './parseEvents.js';
export { parseResult } from './parseResult.js';
export { parseState } from './parseState.js';
export { placesInText, type TextPlace } from './placesInText.js';
export { readJson } from './readJson.js';
export type { ClauseResultJson } from './resultDocument.js';
export { resultJsonSchema } from './resultJsonSchema.js';
export type { StandardIssue, StandardResult, StandardSchema } from './standardSchema.js';
export { agreementSchema, eventsSchema, resultSchema } from './standardSchemas.js';
