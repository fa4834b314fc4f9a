// Questions on which the contract was changed, or is not kept, and the package does not follow yet. Each entry goes when its change has come;
// `npm run oracle -- --awaited` asks them all the same.

const limitsOf = (inputs) =>
  Array.isArray(inputs) || inputs === null || typeof inputs !== 'object'
    ? []
    : Object.values(inputs).flatMap((each) =>
        Array.isArray(each) ? each.flatMap(limitsOf) : each?.unit !== undefined ? [each] : limitsOf(each),
      );

export const awaited = [
  {
    because: 'a limit of no working days from a day off follows the roll',
    of: (_, inputs) => limitsOf(inputs).some(({ count, unit }) => count === 0 && /^(working|banking)Days$/.test(unit)),
  },
  {
    because: 'counting back follows backwardRoll, and refuses a count of 0 that counts its first day',
    of: (name) => name === 'latestDayBefore' || name === 'renewal',
  },
  {
    because: 'an anniversary ends on the same day number, clamped, whatever monthEnd says of limits',
    of: (name, { rules }) => name === 'renewal' && typeof rules === 'object' && rules.monthEnd !== 'clamp',
  },
  {
    because: 'forceMajeure counts both ends where its term says so',
    of: (name, { count, rules }) => name === 'forceMajeure' && (count === 'bothEnds' || rules.countTriggerDay === true),
  },
  {
    because: 'a daily window opens at a jump of the clock, and opens once where the clock goes back',
    of: (name, inputs) => name === 'isWithinDailyWindow' && inputs[1].timeZone !== 'UTC',
  },
  {
    because: 'where no day is late no rate is asked for, also where there is a cap',
    of: (name, { dueOn, asOf, cap, rates }) =>
      name === 'latePaymentPenalty' &&
      cap !== undefined &&
      asOf <= dueOn &&
      rates.every((rate) => rate.effectiveOn > dueOn),
  },
];

/** Whether the package is known to answer otherwise. */
export const isAwaited = (name, inputs) => awaited.some(({ of }) => of(name, inputs));
