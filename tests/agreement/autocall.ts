/** The AutoCall agreement and its year of events, as the tests of the agreement layer use them. */
import type { AccountEvent, Agreement, AgreementData } from 'oferta/agreement';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';

export const autocall: Agreement = exampleAgreement('autocall');
export const autocallData: AgreementData = autocall.data;
export const autocallEvents = exampleFile('autocall/events.json') as readonly AccountEvent[];
