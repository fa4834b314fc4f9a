/** The works, in the order of the report. */
import { float64ColumnWork, int32ColumnWork, penaltyColumnWork } from './work/columns.mjs';
import { dailyChargeWork } from './work/dailyCharge.mjs';
import { decisionWork } from './work/decision.mjs';
import { defineWork } from './work/define.mjs';
import { liabilityCapWork } from './work/liabilityCap.mjs';
import { monthsWork } from './work/months.mjs';
import { penaltyWork } from './work/penalty.mjs';
import { planChangeWork } from './work/planChange.mjs';
import { refundWindowWork } from './work/refundWindow.mjs';
import { replayYearWork } from './work/replayYear.mjs';
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
  replayYear: replayYearWork,
  define: defineWork,
  decision: decisionWork,
  int32Column: int32ColumnWork,
  float64Column: float64ColumnWork,
  penaltyColumn: penaltyColumnWork,
};
