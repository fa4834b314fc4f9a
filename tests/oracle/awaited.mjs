// Questions on which the contract and the package differ. Each entry goes when one of them has been changed; `npm run oracle -- --awaited` asks
// them all the same.

export const awaited = [
  {
    because: 'an anniversary ends on the same day number, clamped, whatever monthEnd says of limits',
    of: (name, { rules }) => name === 'renewal' && typeof rules === 'object' && rules.monthEnd !== 'clamp',
  },
];

/** Whether the package is known to answer otherwise. */
export const isAwaited = (name, inputs) => awaited.some(({ of }) => of(name, inputs));
