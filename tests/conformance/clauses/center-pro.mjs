/** Worked examples of Center Pro: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, kzt } from './agreementOf.mjs';

export function centerPro(context) {
  const { evaluate, decide } = agreementOf('center-pro', context);

  /** A loss of data: the tariffs bought before, and what the operator pays for it. */
  const dataLoss = ({ loss, faultDocumented, forceMajeure = false, purchases, lossOn }) => ({
    lossOn,
    loss: kzt(loss),
    lossKind: 'data-loss',
    faultDocumented,
    ground: 'none',
    badPerformanceBy: 'operator',
    forceMajeureEvent: forceMajeure ? 'flood' : 'none',
    compensated: kzt('0'),
    purchases: purchases.map(({ paidOn, paid, price = paid }) => ({ paidOn, paid: kzt(paid), price: kzt(price) })),
  });
  const payable = (facts) => {
    const { outcome } = decide('liability', facts);
    return outcome.is === 'amount' ? amountOf(outcome.cash) : '0.00';
  };
  const onePurchase = (paid, price = paid) => ({
    purchases: [{ paidOn: '2026-01-05', paid, price }],
    lossOn: '2026-03-02',
  });

  return {
    '7.6.2': ({ actuallyPaidForLastPaidTariff, purchases, lossOn, ...loss }) =>
      purchases === undefined
        ? payable(dataLoss({ ...loss, ...onePurchase(actuallyPaidForLastPaidTariff) }))
        : lossOn.map((day) => payable(dataLoss({ ...loss, purchases, lossOn: day }))),
    '7.6.2, 7.7': ({ actuallyPaid, tariffCost, ...loss }) => {
      const facts = dataLoss({ ...loss, ...onePurchase(actuallyPaid, tariffCost) });
      return {
        cap762: amountOf(evaluate('7.6.2/payable', facts).value.room),
        cap77: amountOf(evaluate('7.7/payable', facts).value.room),
        payable: payable(facts),
      };
    },
    '7.6.2, 7.13': (cases) =>
      cases.map(({ actuallyPaid, ...loss }) => payable(dataLoss({ ...loss, ...onePurchase(actuallyPaid) }))),
    '5.4.2': ({ passedOn, lastActiveOn, asOf }) => {
      const kept = (day) => evaluate('5.4.2/keepUntil', { passedOn, lastActiveOn, asOf: day }).value.keepUntil;
      return Array.isArray(asOf) ? asOf.map(kept) : kept(asOf);
    },
    6.9: ({ actIssuedOn }) => {
      const on = (facts) => evaluate('6.9', { actIssuedOn, ...facts }).value;
      const { lastDay } = on({ asOf: actIssuedOn });
      return { lastDay, deemedOn: on({ asOf: '2026-12-31' }).deemedOn };
    },
    '6.10': ({ paidTariff, change, asOf }) =>
      asOf.map((priceOn) => {
        const priceChanges = [
          { price: kzt(paidTariff.price) },
          { effectiveOn: change.publishedOn, price: kzt(change.price) },
        ];
        const { price } = evaluate('6.10/price', { priceOn, priceChanges, paidThrough: paidTariff.through }).value;
        return amountOf(price).replace(/\.00$/, '');
      }),
    6.6: ({ tariffPrice, balances }) =>
      balances.map((balance) => {
        const { value } = evaluate('6.6', { balance: kzt(balance), price: kzt(tariffPrice) });
        return { active: value.covered, balanceAfter: amountOf(value.balance) };
      }),
    11.2: ({ startedOn }) => startedOn.map((day) => evaluate('11.2', { forceMajeureOn: day }).value.lastDay),
    13.1: ({ changedOn }) => changedOn.map((day) => evaluate('13.1', { changedOn: day }).value.lastDay),
    8.5: ({ terminatedOn, revokedOn }) =>
      evaluate('8.5/lastDay', { terminatedOn, consentRevokedOn: revokedOn }).value.day,
    '1(9)': ({ ids }) => ids.map((documentNumber) => evaluate('1(9)', { documentNumber }).value.holds),
  };
}
