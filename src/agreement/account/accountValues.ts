/** Names of the values that an account has of itself, so that no posting sets them. @internal */
export const accountValues: readonly string[] = [
  'accrued',
  'availableBalance',
  'balance',
  'debts',
  'debtsTogether',
  'nothing',
  'oldestCreditedOn',
  'payableBalance',
  'spentCreditedOn',
  'spentNotPayable',
  'status',
  'totalDebt',
  'unpaidDebt',
];
