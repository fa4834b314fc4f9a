/** Worked examples of AutoCall.kz: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, kzt } from './agreementOf.mjs';

export function autocall(context) {
  const { evaluate, decide } = agreementOf('autocall', context);
  const { library } = context;
  const plusDays = (day, days) =>
    library
      .deadline({ trigger: day, limit: library.calendarDays(days), rules: library.countingRules.asWritten })
      .lastDay.toString();

  /** A refund as the records tell it: outcome, cash, what goes to the balance, clauses. */
  const refund = ({
    preferential = false,
    paid = '0',
    usedUnits = 0,
    askedOn,
    creditedOn,
    purchasedOn,
    terminatedForCause = false,
    techFaultUnits,
    unitPricePaid,
  }) => {
    const { outcome, cites } = decide('refund', {
      terminatedForBreach: terminatedForCause,
      tariffKind: preferential ? 'preferential' : 'base',
      usedUnits,
      // The records of 2.4.3 name no price that was paid; no more than that comes back (audit A7), so it is the price of the units.
      paid: techFaultUnits === undefined ? kzt(paid) : kzt((techFaultUnits * Number(unitPricePaid)).toFixed(2)),
      unpaidFines: kzt('0'),
      ...(techFaultUnits !== undefined && { unrenderedUnits: techFaultUnits, unitPricePaid: kzt(unitPricePaid) }),
      ...(askedOn !== undefined && { requestedOn: askedOn, creditedOn, purchasedOn }),
    });
    return [wordOf(outcome), cashOf(outcome), toBalanceOf(outcome), cites.join(', ')];
  };

  /** The penalty on what is overdue since the due day, so many days late. */
  const penalty = ({ overdue, totalDebt, days }) =>
    days.map((late) =>
      amountOf(
        evaluate('6.10/penalty', {
          negativeOn: '2026-03-19',
          asOf: plusDays('2026-03-31', late),
          overdue: kzt(overdue),
          totalDebt: kzt(totalDebt),
        }).value.penalty,
      ),
    );

  const fines = (address, facts) => (breaches) => amountOf(evaluate(address, { ...facts, breaches }).value.total);

  return {
    6.7: ({ smsPrice, violations }) => violations.map(fines('6.7/fine', { smsPrice: kzt(smsPrice) })),
    6.8: ({ violations }) => violations.map(fines('6.8/fine', {})),
    '6.10': penalty,
    '5.7, 6.10': ({ fineOn, fine, asOf }) => {
      const at = asOf.map(
        (day) =>
          evaluate('6.10/penalty', { negativeOn: fineOn, asOf: day, overdue: kzt(fine), totalDebt: kzt(fine) }).value,
      );
      return {
        dueOn: evaluate('5.7/paymentDue', { negativeOn: fineOn }).value.lastDay,
        overdueDays: at.map(({ daysLate }) => daysLate),
        penalty: at.map((value) => amountOf(value.penalty)),
      };
    },
    '3.3, 3.4': (cases) => cases.map(refund),
    '3.7, 3.3': (cases) => cases.map(refund),
    '2.2.11, 2.3.18, 5.9': refund,
    '2.4.3, 6.14': refund,
    6.9: refund,
    '4.2, 4.3': ({ actReceivedOn }) =>
      actReceivedOn.map((day) => evaluate('4.2/deemed', { actReceivedOn: day, asOf: day }).value.lastDay),
    '11.1, 11.2': ({ registeredOn }) =>
      registeredOn.map((registered) => {
        const on = (asOf) => evaluate('11.2/renewal', { registeredOn: registered, asOf }).value;
        const year = Number(registered.slice(0, 4));
        return {
          ends: [0, 1, 3].map((later) => on(`${year + later}-06-01`).endsOn),
          lastNoticeFirstTerm: on(registered).latestNoticeDay,
        };
      }),
    8.3: ({ startedOn, asOf }) =>
      asOf.map(
        (day) => evaluate('8.3/forceMajeure', { forceMajeureOn: startedOn, asOf: day }).value.status === 'beyond-limit',
      ),
    8.2: ({ startedAt, reported }) =>
      reported.map((startToldAt) => evaluate('8.2/startNotice', { startedAt, startToldAt }).value.inTime),
    '2.1.10': ({ recordedOn }) =>
      recordedOn.map((day) => evaluate('2.1.10/keepUntil', { recordedOn: day }).value.keepUntil),
    '2.2.6': ({ lastSentOn, tryOn }) =>
      tryOn.map((asOf) => evaluate('2.2.6/mayPromote', { lastPromotionOn: lastSentOn, asOf }).value.holds),
    '2.1.1, 10.2': ({ maintenanceAt, assignmentNoticeOn }) => ({
      notifyBy: evaluate('2.1.1/notifyBy', { worksAt: maintenanceAt }).value.lastInstant,
      earliestAssignment: evaluate('10.2/earliest', { assignmentNoticeOn, asOf: assignmentNoticeOn }).value.from,
    }),
  };
}

function wordOf(outcome) {
  if (outcome.is === 'discretion') return 'refusable';
  if (outcome.is !== 'amount') return outcome.is;
  return outcome.cash.units !== 0 ? 'refund' : 'credit-to-balance';
}

function cashOf(outcome) {
  return outcome.is === 'amount' ? amountOf(outcome.cash) : '0.00';
}

function toBalanceOf(outcome) {
  return outcome.is === 'amount' ? amountOf(outcome.toBalance) : '0.00';
}
