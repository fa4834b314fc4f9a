/** Worked examples of AutoCall.kz: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, sum } from './agreementOf.mjs';

const kzt = (amount) => sum(amount, 'KZT');

export function autocall(context) {
  const { evaluate, decide, agreement } = agreementOf('autocall', context);
  const plusDays = (day, days) =>
    context.library
      .deadline({
        trigger: day,
        limit: context.library.calendarDays(days),
        rules: context.library.countingRules.asWritten,
      })
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
    const facts = {
      terminatedForBreach: terminatedForCause,
      tariffKind: preferential ? 'preferential' : 'base',
      usedUnits,
      paid: kzt(paid),
      unpaidFines: kzt('0'),
      ...(techFaultUnits !== undefined &&
        agreement.data.facts.unrenderedUnits && { unrenderedUnits: techFaultUnits, unitPricePaid: kzt(unitPricePaid) }),
      ...(askedOn !== undefined && { requestedOn: askedOn, creditedOn, purchasedOn }),
    };
    const { outcome, cites } = decide('refund', facts);
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
    6.9: refund,
    '11.1, 11.2': ({ registeredOn }) =>
      registeredOn.map((registered) => {
        const on = (asOf) => evaluate('11.2/renewal', { registeredOn: registered, asOf }).value;
        const year = Number(registered.slice(0, 4));
        return {
          ends: [0, 1, 3].map((later) => on(`${year + later}-06-01`).endsOn),
          lastNoticeFirstTerm: on(registered).latestNoticeDay,
        };
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
