/**
 * The main entry point for Node: in addition, `console.log` shows an answer like its JSON, and an amount as
 * `120.00 KZT`. A separate file, so that bundles do not include it.
 */
import { AppliedPayment } from '../balance/applyPayment.js';
import { DebitedBalance } from '../balance/debitBalance.js';
import { CompoundInterest } from '../interest/compoundInterest.js';
import { DayCountFraction } from '../interest/dayCountFraction.js';
import { SimpleInterest } from '../interest/simpleInterest.js';
import { LimitedLiability } from '../liability/limitedLiability.js';
import { AmendmentInForce } from '../lifecycle/amendmentInForce.js';
import { ForceMajeure } from '../lifecycle/forceMajeure.js';
import { Renewal } from '../lifecycle/renewal.js';
import { Retention } from '../lifecycle/retention.js';
import { SuspensionEnd } from '../lifecycle/suspensionEnd.js';
import { SendingTime } from '../messaging/sendingTime.js';
import { SmsSegments } from '../messaging/smsSegments.js';
import { DeemedAcceptance } from '../notice/deemedAcceptance.js';
import { NoticeEffect } from '../notice/noticeEffect.js';
import { NoticeGiven, NoticeNotGiven } from '../notice/noticeGivenOn.js';
import { PaymentLedger } from '../payments/paymentLedger.js';
import { EscalatingFine } from '../penalty/escalatingFine.js';
import { LatePaymentPenalty } from '../penalty/latePaymentPenaltyAnswer.js';
import { PaymentToStop } from '../penalty/paymentToStop.js';
import { PenaltyPerPeriod } from '../penalty/penaltyPerPeriod.js';
import { BalanceLastsUntil } from '../proration/balanceLastsUntil.js';
import { BillingPeriods } from '../proration/billingPeriods.js';
import { CheapestChangeDay } from '../proration/cheapestChangeDay.js';
import { ComparedConventions } from '../proration/compareConventions.js';
import { DailyCharge } from '../proration/dailyCharge.js';
import { DailyCharges } from '../proration/dailyCharges.js';
import { ProratedChange } from '../proration/prorateChange.js';
import { ProratedChanges } from '../proration/prorateChanges.js';
import { ProratedCharge } from '../proration/prorateCharge.js';
import { ClosingRefund } from '../refund/closingRefund.js';
import { RefundableCredits } from '../refund/refundableCredits.js';
import { RefundEligibility } from '../refund/refundEligibility.js';
import { RepricedAtBase } from '../refund/repriceAtBase.js';
import { Downtime } from '../serviceLevel/downtime.js';
import { ExactFraction } from '../serviceLevel/exactFraction.js';
import { ServiceCredit } from '../serviceLevel/serviceCredit.js';
import { TariffOn } from '../tariff/tariffOn.js';
import { TieredCharge } from '../tariff/tieredCharge.js';
import { VatOn } from '../tariff/vatOn.js';
import { BusinessDeadline } from '../time/businessDeadlineAt.js';
import { Deadline } from '../time/deadline.js';
import { LatestDayBefore } from '../time/latestDayBefore.js';
import { printAsJson } from './printAs.js';
import { printValues } from './values.js';

export * from '../index.js';

printAsJson([
  AmendmentInForce,
  AppliedPayment,
  BalanceLastsUntil,
  BillingPeriods,
  BusinessDeadline,
  CheapestChangeDay,
  ClosingRefund,
  ComparedConventions,
  CompoundInterest,
  DailyCharge,
  DailyCharges,
  DayCountFraction,
  Deadline,
  DebitedBalance,
  DeemedAcceptance,
  Downtime,
  EscalatingFine,
  ExactFraction,
  ForceMajeure,
  LatePaymentPenalty,
  LatestDayBefore,
  LimitedLiability,
  NoticeEffect,
  NoticeGiven,
  NoticeNotGiven,
  PaymentLedger,
  PaymentToStop,
  PenaltyPerPeriod,
  ProratedChange,
  ProratedChanges,
  ProratedCharge,
  RefundEligibility,
  RefundableCredits,
  Renewal,
  RepricedAtBase,
  Retention,
  SendingTime,
  ServiceCredit,
  SimpleInterest,
  SmsSegments,
  SuspensionEnd,
  TariffOn,
  TieredCharge,
  VatOn,
]);
printValues();
