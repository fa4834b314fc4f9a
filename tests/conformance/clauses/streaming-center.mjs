/** Worked examples of Streaming.Center: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, usd } from './agreementOf.mjs';

const always = '2020-01-01';
const none = usd('0');

export function streamingCenter(context) {
  const { evaluate, under } = agreementOf('streaming-center', context);
  const ask = (address, facts) => evaluate(address, facts).value;
  const charge = (monthlyPrice, chargeDay) =>
    amountOf(ask('4.2/charge', { chargeDay, tariffs: [{ effectiveOn: always, price: usd(monthlyPrice) }] }).amount);

  /** The month of a price, charged day by day, and what it costs when each day is rounded alone. */
  const month = ({ monthlyPrice, month: of }) => {
    const facts = {
      prices: [{ effectiveOn: always, monthlyPrice: usd(monthlyPrice) }],
      firstDay: `${of}-01`,
      lastDay: `${of}-31`,
    };
    const eachDay = context.agreements.evaluate(under({ '4.2-rounding': 'each-day' }), '4.2/charges', facts);
    return {
      day1: charge(monthlyPrice, `${of}-01`),
      day2: charge(monthlyPrice, `${of}-02`),
      day31: charge(monthlyPrice, `${of}-31`),
      monthTotal: amountOf(ask('4.2/charges', facts).total),
      monthTotalIfEachDayRounded: amountOf(eachDay.value.total),
    };
  };

  /** The records of 4.2, distinguished by what they give. */
  const daily = (inputs) => {
    if (inputs.month !== undefined) return month(inputs);
    if (inputs.days !== undefined) return inputs.days.map((day) => charge(inputs.monthlyPrice, day));
    if (inputs.instants !== undefined)
      return inputs.instants.map((chargedAt) => ask('4.2/inWindow', { chargedAt }).holds);
    return inputs.activatedAt.map((activatedAt) => {
      const { firstDay } = ask('4.2/firstDay', { activatedAt });
      return { firstChargeDay: firstDay, charge: charge(inputs.monthlyPrice, firstDay) };
    });
  };

  return {
    4.2: daily,
    '4.2, 3.4.6': ({ balance, monthlyPrice, firstDay }) => {
      const prices = [{ effectiveOn: always, monthlyPrice: usd(monthlyPrice) }];
      const { lastPaidDay, left, firstUnpaidDay } = ask('3.4.6/lastsUntil', {
        balance: usd(balance),
        prices,
        firstDay,
      });
      return { lastPaidDay, left: amountOf(left), firstUnpaidDay };
    },
    4.9: ({ serviceMonths, objectionsToJanuary }) => {
      const servedOn = (of) => `${of}-28`;
      return {
        lastObjectionDay: serviceMonths.map(
          (of) => ask('4.9/acceptance', { servedOn: servedOn(of), asOf: servedOn(of) }).lastDay,
        ),
        inTime: objectionsToJanuary.map((day) => {
          const facts = { servedOn: servedOn(serviceMonths[0]), objectedToServicesOn: day, asOf: day };
          return ask('4.9/acceptance', facts).status === 'objected';
        }),
      };
    },
    '3.4.13': ({ agreedOn }) => {
      const { lastDay, from } = ask('3.4.13/validity', { agreedOn, asOf: agreedOn });
      return { validThrough: lastDay, newNeededFrom: from };
    },
    4.7: ({ suspendedOn, asOf }) => asOf.map((day) => ask('4.7/deletable', { suspendedOn, asOf: day }).holds),
    '3.1.4, 4.11': (cases) =>
      cases.map(({ balance, deposits, damages }) => {
        const { refund, debt } = ask('4.11/refund', {
          balance: usd(balance),
          deposits: usd(deposits),
          damages: usd(damages),
          breachLosses: none,
          consentLosses: none,
          restorationCosts: none,
          terminationCosts: none,
        });
        return { refund: amountOf(refund), debtLeft: amountOf(debt) };
      }),
    6.1: ({ registeredOn, notices }) => ({
      latestNoticeFor2027: ask('6.1/renewal', { registeredOn, asOf: '2027-06-01' }).latestNoticeDay,
      endsOn: notices.map(
        (nonRenewalNoticeOn) => ask('6.1/nonRenewalEnd', { registeredOn, nonRenewalNoticeOn }).endsOn,
      ),
    }),
    6.3: ({ noticeOn }) => noticeOn.map((userNoticeOn) => ask('6.3/end', { userNoticeOn }).effectiveOn),
    7.2: ({ startedOn, asOf }) => {
      const at = asOf.map((day) => ask('7.2/forceMajeure', { forceMajeureOn: startedOn, asOf: day }));
      return {
        suspendedThrough: at[0].suspendedThrough,
        beyond: at.map(({ status }) => status === 'beyond-limit'),
      };
    },
  };
}
