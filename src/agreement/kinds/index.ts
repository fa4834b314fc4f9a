/**
 * Kinds: the closed list of ways to compute a clause.
 *
 * @packageDocumentation
 */
import { applyPaymentKind } from './applyPaymentKind.js';
import { calendarMonthKind } from './calendarMonthKind.js';
import { calendarPeriodKind } from './calendarPeriodKind.js';
import { balanceLastsUntilKind, dailyChargesKind, prorateChargeKind } from './chargeKinds.js';
import { allOfKind, anyOfKind } from './conditionKinds.js';
import { coveredOnKind } from './coveredOnKind.js';
import { dailyChargeKind } from './dailyChargeKind.js';
import { dailyWindowKind, firstChargeDayKind } from './dailyWindowKinds.js';
import { dayInKind } from './dayInKind.js';
import { dayWithinKind } from './dayWithinKind.js';
import { deadlineAtKind } from './deadlineAtKind.js';
import { deadlineKind } from './deadlineKind.js';
import { debitBalanceKind } from './debitBalanceKind.js';
import { deemedAcceptanceKind } from './deemedAcceptanceKind.js';
import { downtimeKind } from './downtimeKind.js';
import { hasExceededKind, hasLastedKind, mayRepeatKind, suspensionEndKind } from './elapsedKinds.js';
import { equalShareKind } from './equalShareKind.js';
import { escalatingFineKind } from './escalatingFineKind.js';
import { formulaKind } from './formulaKind.js';
import { choiceKind, digitsKind, earliestKind, latestKind } from './generalKinds.js';
import type { Kind } from './kind.js';
import { latePaymentPenaltyKind } from './latePaymentPenaltyKind.js';
import { latestDayBeforeKind } from './latestDayBeforeKind.js';
import { latestInstantBeforeKind } from './latestInstantBeforeKind.js';
import { lastPaidTariffKind, liabilityBaseKind, limitLiabilityKind } from './liabilityKinds.js';
import { amendmentInForceKind, forceMajeureKind, retentionKind } from './lifecycleKinds.js';
import { boundsKind, smsSegmentsKind } from './messagingKinds.js';
import { noticeEffectKind } from './noticeEffectKind.js';
import { noticeGivenOnKind } from './noticeGivenOnKind.js';
import { passThroughKind } from './passThroughKind.js';
import { prorateChangeKind } from './prorateChangeKind.js';
import { refundEligibilityKind } from './refundEligibilityKind.js';
import { closingRefundKind, refundableCreditsKind, repriceAtBaseKind } from './refundKinds.js';
import { renewalKind } from './renewalKind.js';
import { selectSumKind } from './selectSumKind.js';
import { tariffOnKind } from './tariffOnKind.js';
import { thresholdKind } from './thresholdKind.js';
import { unitChargeKind, wholeUnitsKind } from './unitKinds.js';
import { workingDayKind } from './workingDayKind.js';

// Each kind reads its own arguments, which the evaluator has parsed by the kind's shape, so the types are erased here.
const list = [
  allOfKind,
  amendmentInForceKind,
  anyOfKind,
  applyPaymentKind,
  balanceLastsUntilKind,
  boundsKind,
  calendarMonthKind,
  calendarPeriodKind,
  choiceKind,
  closingRefundKind,
  coveredOnKind,
  dailyChargeKind,
  dailyChargesKind,
  dailyWindowKind,
  dayInKind,
  dayWithinKind,
  deadlineAtKind,
  deadlineKind,
  debitBalanceKind,
  deemedAcceptanceKind,
  digitsKind,
  downtimeKind,
  earliestKind,
  equalShareKind,
  escalatingFineKind,
  firstChargeDayKind,
  forceMajeureKind,
  formulaKind,
  hasExceededKind,
  hasLastedKind,
  lastPaidTariffKind,
  latePaymentPenaltyKind,
  latestDayBeforeKind,
  latestInstantBeforeKind,
  latestKind,
  liabilityBaseKind,
  limitLiabilityKind,
  mayRepeatKind,
  noticeEffectKind,
  noticeGivenOnKind,
  passThroughKind,
  prorateChangeKind,
  prorateChargeKind,
  refundableCreditsKind,
  refundEligibilityKind,
  renewalKind,
  repriceAtBaseKind,
  retentionKind,
  selectSumKind,
  smsSegmentsKind,
  suspensionEndKind,
  tariffOnKind,
  thresholdKind,
  unitChargeKind,
  wholeUnitsKind,
  workingDayKind,
] as unknown as readonly Kind[];

/** Every kind by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(list.map((kind) => [kind.kind, kind]));
