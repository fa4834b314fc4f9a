import { account } from './account.mjs';
import { hours } from './hours.mjs';
import { interest } from './interest.mjs';
import { liability } from './liability.mjs';
import { lifecycle } from './lifecycle.mjs';
import { money } from './money.mjs';
import { notice } from './notice.mjs';
import { penalty } from './penalty.mjs';
import { proration } from './proration.mjs';
import { quantities } from './quantities.mjs';
import { refund } from './refund.mjs';
import { time } from './time.mjs';

/** By family, by function: how a case is drawn, and what the second implementation answers. */
export const families = {
  money,
  time,
  hours,
  proration,
  penalty,
  interest,
  liability,
  refund,
  notice,
  lifecycle,
  quantities,
  account,
};
