import { evaluate, withReadings } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { expect, it } from 'vitest';
import { exampleAgreement } from '../../support/exampleAgreements.js';

const chatkeeper = exampleAgreement('chatkeeper');

it('an answer names the readings of a computation it could not evaluate for want of a fact', () => {
  // Under by-receipt the day of receipt is needed for 4.4.1/inTime, and it was left out; before-any asks for the first payment.
  const readings = { '4.4.1-before-payment': 'before-any', '14.4-in-time': 'by-receipt' };
  const facts = {
    channel: 'post',
    receiptProved: false,
    noPaymentSincePosting: false,
    noticeSentOn: '2023-06-01',
    noticeFrom: 'customer',
    postedOn: '2023-06-01',
  };
  const result = evaluate(withReadings(chatkeeper, readings), '4.4.1/endsOn', facts);
  expect(result.agreement.readings).toMatchObject(readings);
  expect(verify(chatkeeper.data, facts, JSON.parse(JSON.stringify(result))).ok).toBe(true);
});
