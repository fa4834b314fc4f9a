import { limitSteps } from '../../agreement/kinds/deadlineKind.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { flagValue, sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import { moneyOfUnits } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';
import type { ServiceCredit } from '../../serviceLevel/serviceCredit.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Deadline } from '../../time/deadline.js';
import { productStep, roundStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { edgeFields, tierSteps } from './tierSteps.js';

interface Given {
  readonly capRounding?: Rounding;
}

/** The credit for a service level: the rate of the tier, the cap, and the claim. */
export const serviceCreditSteps: Derivation<Given, ServiceCredit<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      base: { type: 'money' },
      tiers: {
        type: 'list',
        of: {
          type: 'record',
          fields: { ...edgeFields, creditRate: { type: 'rate' } },
          optional: Object.keys(edgeFields),
        },
      },
      cap: { type: 'record', fields: { rate: { type: 'rate' }, base: { type: 'money' } } },
      capRounding: { type: 'text' },
      form: { type: 'text' },
      measured: { type: 'decimal' },
      claim: {
        type: 'record',
        fields: { from: { type: 'day' }, within: { type: 'limit' }, claimedOn: { type: 'day' } },
        optional: ['claimedOn'],
      },
    },
    optional: ['cap', 'capRounding', 'claim'],
  },
  steps(record, { capRounding }, answer, defaults) {
    const { figures, cap, window } = answer;
    const { rounding } = defaults;
    const edges = tierSteps(record, record.need('measured'), figures.tier);
    const own = record.need(`tiers.${figures.tier}.creditRate`);
    const out = { type: 'rate', value: figures.creditRate } as const;
    const rate = record.add('select', 'credit.rate', { ...edges, rate: own }, out);
    const exact = productStep(record, 'credit.product', { base: record.need('base'), rate });
    const uncapped = roundStep(record, 'credit.uncapped', exact, figures.uncapped, rounding);
    const capped = cap === undefined ? undefined : capStep(record, cap, capRounding ?? rounding);
    const lesser = capped && { uncapped, cap: capped };
    const whole =
      lesser === undefined ? uncapped : record.add('least', 'credit.least', lesser, sumValue(leastOf(answer)));
    const fields = { ...(capped && { cap: capped }) };
    if (window === undefined) return { credit: whole, ...fields };
    const { lastDay } = limitSteps(record, 'claim.from', 'claim.within', window, defaults);
    const claimedOn = record.operand('claim.claimedOn');
    const late = answer.because === 'claimed-late';
    const inTime =
      claimedOn &&
      record.add(
        'compare',
        'credit.claimed',
        { left: claimedOn, right: lastDay },
        flagValue(isInTime(claimedOn, window)),
        {
          notes: { relation: 'atMost' },
        },
      );
    if (answer.because === undefined) return { credit: whole, claimUntil: lastDay, ...fields };
    const zero = sumValue(moneyOfUnits(0, figures.base.currency));
    const lost = { ...(inTime && { inTime }), whole };
    return {
      credit: record.add('nothing', late ? 'credit.late' : 'credit.notClaimed', lost, zero),
      claimUntil: lastDay,
      ...fields,
    };
  },
};

/** The smaller of the two, even if the missing claim then reduces it to zero. */
function leastOf({ figures, cap }: ServiceCredit<CurrencyCode>): typeof figures.base {
  return cap !== undefined && cap.minorUnits < figures.uncapped.minorUnits ? cap : figures.uncapped;
}

function capStep(record: Recording, cap: NonNullable<ServiceCredit['cap']>, rounding: Rounding): Operand {
  const exact = productStep(record, 'credit.exactCap', {
    rate: record.need('cap.rate'),
    base: record.need('cap.base'),
  });
  return roundStep(record, 'credit.cap', exact, cap, rounding);
}

function isInTime(claimedOn: Operand, window: Deadline): boolean {
  return epochDayOf((claimedOn as { readonly value: string }).value, 'claim.claimedOn') <= window.last;
}
