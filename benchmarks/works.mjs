/** The works, in the order of the report. */
import { dailyChargeWork } from './work/dailyCharge.mjs';
import { liabilityCapWork } from './work/liabilityCap.mjs';
import { monthsWork } from './work/months.mjs';
import { penaltyWork } from './work/penalty.mjs';
import { planChangeWork } from './work/planChange.mjs';
import { refundWindowWork } from './work/refundWindow.mjs';
import { smsSegmentsWork } from './work/smsSegments.mjs';
import { workingDaysWork } from './work/workingDays.mjs';

export const works = {
  dailyCharge: dailyChargeWork,
  planChange: planChangeWork,
  penalty: penaltyWork,
  liabilityCap: liabilityCapWork,
  refundWindow: refundWindowWork,
  workingDays: workingDaysWork,
  months: monthsWork,
  smsSegments: smsSegmentsWork,
};
