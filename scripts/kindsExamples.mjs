// One case for each kind of computation, for docs/reference/kinds.md: a computation of an example agreement, or one written here, with the
// facts of a case. The answers are computed and not repeated here.

const sum = (currency) => (amount) => ({ amount, currency });
const kzt = sum('KZT');
const rub = sum('RUB');
const usd = sum('USD');

/** Computations of the example agreements: by kind, their address and the facts of a case. */
export const taken = {
  allOf: {
    of: ['autocall', '2.3.19/applies'],
    facts: { prepaid: false, volumeAgreed: true, conditionsKept: false },
  },
  amendmentInForce: { of: ['autocall', '11.3/inForce'], facts: { publishedOn: '2026-03-02' } },
  anyOf: { of: ['autocall', 'definitions.preferential/granted'], facts: { prepaid: false, volumeAgreed: true } },
  applyPayment: {
    of: ['chatkeeper', '5.11/toDebts'],
    facts: { payment: rub('500.00'), debts: [rub('300.00'), rub('300.00')] },
  },
  balanceLastsUntil: {
    of: ['streaming-center', '3.4.6/lastsUntil'],
    facts: {
      balance: usd('10.00'),
      prices: [{ effectiveOn: '2026-03-01', monthlyPrice: usd('31.00') }],
      firstDay: '2026-03-02',
    },
  },
  bounds: { of: ['autocall', '2.1.4/duration'], facts: { messages: 30000 } },
  calendarMonth: { of: ['introvert', '4.14/month'], facts: { lossOn: '2026-03-02' } },
  choice: { of: ['introvert', '4.2/accepted'], facts: { currency: 'EUR' } },
  closingRefund: {
    of: ['streaming-center', '4.11/capped'],
    facts: { balance: usd('100.00'), nothing: usd('0.00'), deposits: usd('80.00'), earlierRefunds: usd('10.00') },
  },
  coveredOn: {
    of: ['introvert', '4.7/met'],
    facts: {
      payments: [
        { paidOn: '2026-03-02', amount: usd('60.00') },
        { paidOn: '2026-03-05', amount: usd('50.00') },
      ],
      price: usd('100.00'),
    },
  },
  dailyCharge: {
    of: ['streaming-center', '4.2/charge'],
    facts: { chargeDay: '2026-02-02', tariffs: [{ effectiveOn: '2026-01-01', price: usd('30.00') }] },
  },
  dailyCharges: {
    of: ['streaming-center', '4.2/charges'],
    facts: {
      prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('30.00') }],
      firstDay: '2026-02-01',
      lastDay: '2026-02-28',
    },
  },
  isWithinDailyWindow: { of: ['streaming-center', '4.2/inWindow'], facts: { chargedAt: '2026-03-02T05:00:00Z' } },
  dayIn: { of: ['chatkeeper', '5.5/returnedOn'], facts: { returnedAt: '2026-03-02T21:30:00Z' } },
  dayWithin: { of: ['chatkeeper', '4.4.1/inTime'], facts: { postedOn: '2026-03-02', noticeSentOn: '2026-03-05' } },
  deadlineAt: {
    of: ['autocall', '8.2/endNotice'],
    facts: { endedAt: '2026-03-02T10:00:00Z', endToldAt: '2026-03-02T12:00:01Z' },
  },
  deadline: { of: ['autocall', '5.7/paymentDue'], facts: { negativeOn: '2026-03-19' } },
  debitBalance: { of: ['autocall', '5.3/prepaid'], facts: { paid: kzt('100.00'), price: kzt('120.00') } },
  deemedAcceptance: {
    of: ['autocall', '4.2/deemed'],
    facts: { actReceivedOn: '2026-03-02', asOf: '2026-03-05' },
  },
  digits: { of: ['center-pro', '1(9)/number'], facts: { documentNumber: '20260302000000000001' } },
  downtime: {
    of: ['center-pro', '5.4.1/downtime'],
    facts: {
      outages: [
        { from: '2026-03-02T10:00:00Z', to: '2026-03-02T11:00:00Z' },
        { from: '2026-03-02T10:30:00Z', to: '2026-03-02T12:00:00Z' },
      ],
      works: [{ from: '2026-03-02T11:45:00Z', to: '2026-03-02T13:00:00Z' }],
    },
  },
  earliest: {
    of: ['chatkeeper', '5.10/confirmedOn'],
    facts: { bankConfirmedOn: '2026-03-04', otherProofOn: '2026-03-02' },
  },
  equalShare: { of: ['introvert', '4.12/used'], facts: { price: usd('100.00'), months: 12, usedMonths: 5 } },
  escalatingFine: { of: ['autocall', '6.8/fine'], facts: { breaches: 3 } },
  firstChargeDay: { of: ['streaming-center', '4.2/firstDay'], facts: { activatedAt: '2026-03-02T03:00:00Z' } },
  forceMajeure: {
    of: ['autocall', '8.3/forceMajeure'],
    facts: { forceMajeureOn: '2026-03-02', asOf: '2026-03-12', dueOn: '2026-03-31' },
  },
  hasExceeded: { of: ['autocall', '6.12/silence'], facts: { firstIgnoredOn: '2026-02-28', asOf: '2026-04-28' } },
  hasLasted: { of: ['autocall', '10.2/earliest'], facts: { assignmentNoticeOn: '2026-03-02', asOf: '2026-04-02' } },
  lastPaidTariff: {
    of: ['center-pro', '7.6.2/lastPaid'],
    facts: {
      purchases: [
        { paidOn: '2026-02-02', paid: kzt('900.00'), price: kzt('1000.00') },
        { paidOn: '2026-03-02', paid: kzt('0.00'), price: kzt('0.00') },
      ],
      lossOn: '2026-03-10',
    },
  },
  latePaymentPenalty: {
    of: ['autocall', '6.10/penalty'],
    facts: { overdue: kzt('100000.00'), totalDebt: kzt('100000.00'), negativeOn: '2026-03-19', asOf: '2026-04-10' },
  },
  latestDayBefore: { of: ['chatkeeper', '10.1.1/latestNotice'], facts: { intendedEndOn: '2026-03-12' } },
  latestInstantBefore: {
    of: ['autocall', '2.1.1/notifyBy'],
    facts: { worksAt: '2026-03-02T10:00:00Z', worksNoticeAt: '2026-03-01T10:00:00Z' },
  },
  latest: { of: ['center-pro', '10.7/end'], facts: { noticeOn: '2026-03-02', endStatedOn: '2026-03-31' } },
  liabilityBase: {
    of: ['introvert', '6.3/paidInMonth'],
    facts: {
      payments: [
        { paidOn: '2026-02-28', amount: usd('40.00') },
        { paidOn: '2026-03-01', amount: usd('60.00') },
      ],
      lossOn: '2026-03-10',
      price: usd('600.00'),
      months: 12,
    },
  },
  limitLiability: {
    of: ['center-pro', '7.7/payable'],
    facts: {
      loss: kzt('5000.00'),
      compensated: kzt('0.00'),
      purchases: [{ paidOn: '2026-02-02', paid: kzt('900.00'), price: kzt('1000.00') }],
      lossOn: '2026-03-10',
    },
  },
  mayRepeat: { of: ['autocall', '2.2.6/mayPromote'], facts: { lastPromotionOn: '2026-03-02', asOf: '2026-09-02' } },
  noticeEffect: { of: ['autocall', '2.4.1/endsOn'], facts: { exitNoticeOn: '2026-03-02' } },
  noticeGivenOn: {
    of: ['autocall', '10.4/givenOn'],
    facts: { noticeChannel: 'registered-post', sentOn: '2026-03-02', receivedOn: '2026-03-10' },
  },
  passThrough: { of: ['streaming-center', '3.1.6/fee'], facts: { extraFee: usd('12.50') } },
  renewal: { of: ['autocall', '11.2/renewal'], facts: { registeredOn: '2026-01-12', asOf: '2026-06-01' } },
  repriceAtBase: {
    of: ['autocall', '2.3.20/oneRate'],
    facts: { usedUnits: 30, baseUnitPrice: kzt('18.00'), paid: kzt('500.00') },
  },
  retention: { of: ['autocall', '2.1.10/keepUntil'], facts: { recordedOn: '2026-03-02' } },
  selectSum: { of: ['streaming-center', '4.1/price'], facts: { websitePrice: usd('30.00') } },
  smsSegments: { of: ['autocall', 'definitions.sms/segments'], facts: { smsText: 'Ваш заказ готов' } },
  suspensionEnd: {
    of: ['streaming-center', '4.7/deletable'],
    facts: { suspendedOn: '2026-03-02', asOf: '2026-04-01' },
  },
  tariffOn: {
    of: ['chatkeeper', '5.1/price'],
    facts: {
      orderedOn: '2026-03-02',
      guide: [
        { effectiveOn: '2026-01-01', price: rub('900.00') },
        { effectiveOn: '2026-03-02', price: rub('1000.00') },
      ],
    },
  },
  threshold: { of: ['autocall', '2.2.5.4/repeated'], facts: { complaints: 2 } },
  unitCharge: { of: ['streaming-center', '4.3/charge'], facts: { units: '2.5', unitPrice: usd('0.05') } },
  wholeUnits: { of: ['autocall', '2.1.7/units'], facts: { paid: kzt('100.00'), unitPrice: kzt('18.00') } },
  workingDay: { of: ['chatkeeper', 'definitions.workingDay/worked'], facts: { day: '2026-03-09' } },
};

/** Kinds that no example uses: facts, clauses, and the computation to show. */
export const written = {
  calendarPeriod: {
    facts: { concludedOn: ['day', 'day of the contract'], asOf: ['day', 'day of the calculation'] },
    clauses: {
      1.1: {
        passed: {
          calendarPeriod: { since: '=concludedOn', limit: '1 half year', begunPeriod: 'counts', asOf: '=asOf' },
          label: 'whether the half-year is over',
        },
      },
    },
    shows: '1.1/passed',
    case: { concludedOn: '2026-03-02', asOf: '2026-07-01' },
  },
  formula: {
    facts: {
      paid: ['money', 'sum paid'],
      fines: ['money', 'unpaid fines'],
    },
    clauses: {
      1.1: { rest: { formula: '=round(max(paid - fines, 0) / 3, floor)', label: 'a third of what is left' } },
    },
    shows: '1.1/rest',
    case: { paid: kzt('100.00'), fines: kzt('30.00') },
  },
  prorateChange: {
    facts: { changedOn: ['day', 'day of the change'] },
    clauses: {
      1.1: {
        change: {
          prorateChange: {
            from: '3000.00 KZT',
            to: '6000.00 KZT',
            billingPeriod: { firstDay: '2026-06-01', lastDay: '2026-06-30' },
            changeOn: '=changedOn',
            convention: 'dayToNew',
            roundLegs: true,
          },
          label: 'what the change costs',
        },
      },
    },
    shows: '1.1/change',
    case: { changedOn: '2026-06-16' },
  },
  prorateCharge: {
    facts: { takenOn: ['day', 'day the place was taken'] },
    clauses: {
      1.1: {
        month: { calendarMonth: { day: '=takenOn' } },
        charge: {
          prorateCharge: {
            charge: '9000.00 KZT',
            billingPeriod: { firstDay: '=[1.1/month].firstDay', lastDay: '=[1.1/month].lastDay' },
            servedDays: { firstDay: '=takenOn', lastDay: '=[1.1/month].lastDay' },
          },
          label: 'charge for the rest of the month',
        },
      },
    },
    shows: '1.1/charge',
    case: { takenOn: '2026-03-16' },
  },
  refundEligibility: {
    facts: {
      purchasedOn: ['day', 'day of the purchase'],
      creditedOn: ['day', 'day the money was credited'],
      requestedOn: ['day', 'day of the request'],
      used: ['flag', 'something was used'],
    },
    clauses: {
      1.1: {
        returnable: {
          refundEligibility: {
            purchasedOn: '=purchasedOn',
            creditedOn: '=creditedOn',
            requestedOn: '=requestedOn',
            used: '=used',
            unusedWithin: '14 calendar days',
            creditedWithin: '1 year',
          },
          counts: 'act',
          label: 'whether it goes back, and until when',
        },
      },
    },
    shows: '1.1/returnable',
    case: { purchasedOn: '2026-03-02', creditedOn: '2025-03-10', requestedOn: '2026-03-11', used: false },
  },
  refundableCredits: {
    facts: {
      topUps: [[{ creditedOn: 'day', amount: 'money' }], 'top-ups'],
      spent: [[{ debitedOn: 'day', amount: 'money' }], 'what was spent'],
      asOf: ['day', 'day of the calculation'],
    },
    clauses: {
      1.1: {
        back: {
          refundableCredits: {
            credits: '=topUps',
            debits: '=spent',
            asOf: '=asOf',
            within: '1 year',
            none: '0.00 KZT',
          },
          counts: 'act',
          label: 'what of the top-ups can still go back',
        },
      },
    },
    shows: '1.1/back',
    case: {
      topUps: [
        { creditedOn: '2025-03-02', amount: kzt('100.00') },
        { creditedOn: '2026-01-02', amount: kzt('50.00') },
      ],
      spent: [{ debitedOn: '2026-02-02', amount: kzt('30.00') }],
      asOf: '2026-03-03',
    },
  },
};
